//! `rules.ts`: every rule as `rules()` gives it. Its words are joined from `messages.ts`, so that they stand there once. And
//! `rules.json`, for other languages, with how far a schema goes with each rule.

use serde_json::{Value, json};

use super::data::{block, json as text};
use super::facts::{Place, Severities, cite, kinds, places};
use super::{NOTE, Reach};
use crate::check::rule::Rule;
use crate::check::rules::ALL;

const HEAD: &str = "\
import { WORDS } from './messages.js';
import type { RuleId, RuleInfo } from './types.js';

function words(id: RuleId): RuleInfo['words'] {
  return Object.freeze({ 'zh-CN': WORDS['zh-CN'][id], en: WORDS.en[id] });
}

/** Every rule, in the order in which issues at one field come. */
export const RULES: readonly RuleInfo[] = [
";

/// An accessor, because a bundler keeps what calls a function, and drops unused data.
const JOIN: &str = "\n    get words() {\n      return words(this.id);\n    },\n  },\n";

/// The file.
pub(super) fn rules() -> String {
    let rows = ALL.iter().enumerate().map(|(index, rule)| {
        let row = block(&info(index, rule), 2);
        format!("  {}{JOIN}", row.trim_end_matches("\n  }"))
    });
    format!("{HEAD}{}];\n", rows.collect::<String>())
}

/// The file for other languages.
pub(super) fn for_vectors() -> String {
    let rows: Value = ALL
        .iter()
        .enumerate()
        .map(|(index, rule)| {
            json!({
                "id": rule.id,
                "severity": severity(rule.severity),
                "kinds": kinds(rule, &places(index)).into_iter().map(|kind| kind.id()).collect::<Value>(),
                "scope": rule.scope.id(),
                "schema": Reach::of(rule.id).map_or("none", Reach::id),
            })
        })
        .collect();
    text(&json!({ "note": NOTE, "rules": rows }))
}

fn info(index: usize, rule: &Rule) -> Value {
    let places = places(index);
    let params: Value = rule.params.iter().map(|param| param.name).collect();
    json!({
        "id": rule.id,
        "since": rule.since,
        "severity": severity(rule.severity),
        "kinds": kinds(rule, &places).into_iter().map(|kind| kind.id()).collect::<Value>(),
        "scope": rule.scope.id(),
        "cite": cite(rule),
        "params": params,
        "places": places.iter().map(|each| place(each, rule)).collect::<Value>(),
    })
}

/// The severity stands at a place only where it differs from the rule's own.
fn place(place: &Place, rule: &Rule) -> Value {
    let mut info = json!({ "kind": place.kind.id(), "at": place.at.name, "reads": place.reads });
    if let (true, Value::Object(info)) = (place.severity != rule.severity, &mut info) {
        info.insert("severity".to_owned(), severity(place.severity));
    }
    info
}

fn severity((document, strict): Severities) -> Value {
    json!({ "document": document.id(), "strict": strict.id() })
}
