//! `rules.ts`: every rule as `rules()` gives it. Its words are joined from `messages.ts`, so that they stand there once.

use serde_json::{Value, json};

use super::data::constant;
use super::facts::{Place, Severities, cite, kinds, places};
use crate::check::rule::Rule;
use crate::check::rules::ALL;

const HEAD: &str = "\
import { WORDS } from './messages.js';
import type { RuleInfo } from './types.js';

";

const TAIL: &str = "
/** Every rule, in the order in which issues at one field come. */
export const RULES: readonly RuleInfo[] = /* @__PURE__ */ ROWS.map((row) => ({
  ...row,
  words: { 'zh-CN': WORDS['zh-CN'][row.id], en: WORDS.en[row.id] },
}));
";

/// The file.
pub(super) fn rules() -> String {
    let rows: Value = ALL.iter().enumerate().map(|(index, rule)| info(index, rule)).collect();
    let rows = constant("ROWS", ": readonly Omit<RuleInfo, 'words'>[]", &rows);
    format!("{HEAD}{}{TAIL}", rows.trim_start_matches("export "))
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
