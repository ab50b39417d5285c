//! `rules.ts`: every rule as `rules()` gives it, without its words, which stand in `messages.ts`. And `rules.json`, for other languages,
//! with how far a schema goes with each rule.

use serde_json::{Value, json};

use super::data::{json as text, made};
use super::facts::{Place, Severities, cite, kinds, places};
use super::{NOTE, Reach};
use crate::check::rule::Rule;
use crate::check::rules::ALL;

const HEAD: &str = "\
import type { RuleInfo } from './types.js';

/** Every rule, in the order in which issues at one field come. Its words stand in messages.ts. */
";

/// The file.
pub(super) fn rules() -> String {
    let rows = ALL.iter().enumerate().map(|(index, rule)| info(index, rule)).collect();
    format!("{HEAD}{}", made("rules", ": readonly Omit<RuleInfo, 'words'>[]", &rows))
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
