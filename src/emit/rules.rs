//! `rules.ts`: every rule as `rules()` gives it, without its words, which stand in `messages.ts`. And `rules.json`, for other languages,
//! with how far a schema goes with each rule.

use serde_json::{Value, json};

use super::data::{json as text, made};
use super::facts::{Place, Severities, cite, kinds, places};
use super::{NOTE, Reach};
use crate::check::rule::Rule;
use crate::check::rules::ALL;

const HEAD: &str = "\
import type { Kind, RuleInfo, RuleSeverity } from './types.js';

/** A rule without its words, which stand in messages.ts, and with short places: there are hundreds, and most say no more than two names. */
export interface RuleRow extends Omit<RuleInfo, 'words' | 'places'> {
  readonly places: readonly (readonly [kind: Kind, at: string, reads?: readonly string[], severity?: RuleSeverity])[];
}

/** Every rule, in the order in which issues at one field come. */
";

/// The file.
pub(super) fn rules() -> String {
    let rows = ALL.iter().enumerate().map(|(index, rule)| info(index, rule)).collect();
    format!("{HEAD}{}", made("rules", ": readonly RuleRow[]", &rows))
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

/// Kind and field, what is read there, and the severity; the last two only where there is something to say.
fn place(place: &Place, rule: &Rule) -> Value {
    let differs = place.severity != rule.severity;
    let reads = (differs || !place.reads.is_empty()).then(|| json!(place.reads));
    let severity = differs.then(|| severity(place.severity));
    [Some(json!(place.kind.id())), Some(json!(place.at.name)), reads, severity].into_iter().flatten().collect()
}

fn severity((document, strict): Severities) -> Value {
    json!({ "document": document.id(), "strict": strict.id() })
}
