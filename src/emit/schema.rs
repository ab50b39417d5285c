//! JSON Schema 2020-12 of each kind's record: what a schema can say of the errors under the profile `document`.
//!
//! A schema judges a record as it stands on the wire: trimmed, a photo without white space. It never refuses what only
//! warns: the patterns of those formats stand beside, as `x-pattern`.

use serde_json::{Map, Value, json};

use super::NOTE;
use super::data::json as text;
use super::facts::{max_length, pattern, stands_at};
use crate::record::photo::MAX_BYTES;
use crate::spec::dictionary::{Dictionary, state};
use crate::spec::pattern::{LICENCE_ID, LONG_ECONOMIC_TYPE};
use crate::spec::{Condition, Field, Format, ITEM_MEMBERS, Kind, Need, Openness, Shape, Table, Test};

/// White space as readings R22 has it, for the inside of a character class. Languages differ in what they take `\s` for.
const SPACE: &str = r"\u0009-\u000d \u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff";
/// What XML 1.0 cannot carry.
const FORBIDDEN: &str = r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]";
/// A photo on the wire: the prefix, base64 in groups of four, and in it the first bytes of a PNG or JPEG file.
const PHOTO: &str = concat!(
    r"^(?:data:image/(?:png|jpg|jpeg);base64, ?)?(?:iVBORw0KGg[o-r](?:[A-Za-z0-9+/]|=?$)|/9j/)",
    r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$"
);
/// A host under `localhost`, which the published pattern of an address does not tell from others.
const LOCAL: &str = r"^[^/]*//[^/?#]*\.[Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]\.?(?:[:/?#]|$)";
/// The longest prefix of a photo.
const PHOTO_PREFIX: &str = "data:image/jpeg;base64, ";

/// The schema of every kind: its name and its text.
pub(super) fn schemas() -> Vec<(&'static str, String)> {
    Kind::ALL.into_iter().map(|kind| (kind.id(), text(&schema(kind.table())))).collect()
}

/// What every schema begins with.
pub(super) fn head(name: &str, title: &str) -> Map<String, Value> {
    object(json!({
        "$comment": NOTE,
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": urn(name),
        "title": title,
        "type": "object",
    }))
}

/// The id of a schema.
pub(super) fn urn(name: &str) -> String {
    format!("urn:mohurd-ecert:schema:{name}")
}

/// The members of an object.
pub(super) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// Nothing: absent, null, or a text without content.
pub(super) fn blank() -> Value {
    json!({ "anyOf": [{ "type": "null" }, { "type": "string", "pattern": format!("^[{SPACE}]*$") }] })
}

/// The schema of a kind's record.
pub(super) fn schema(table: &Table) -> Value {
    let fields = || (0..).zip(table.fields);
    let required: Value = fields().filter(|(_, field)| matches!(field.need, Need::Yes)).map(|(_, field)| field.name).collect();
    let properties: Map<String, Value> = fields().map(|(index, field)| (field.name.to_owned(), property(table, index, field))).collect();
    let mut schema = head(table.kind.id(), table.title);
    schema.extend(object(json!({
        "required": required,
        "properties": properties,
        "additionalProperties": true,
        "$defs": {
            "blank": blank(),
            "given": { "type": "string", "pattern": format!("[^{SPACE}]") },
            "text": { "type": "string", "pattern": format!("[^{SPACE}]"), "not": { "pattern": FORBIDDEN } },
        },
    })));
    // A list of schemas must not be empty.
    let conditions = conditions(table);
    if !conditions.is_empty() {
        schema.insert("allOf".to_owned(), Value::Array(conditions));
    }
    Value::Object(schema)
}

fn property(table: &Table, index: usize, field: &Field) -> Value {
    let mut property = object(json!({ "title": field.title, "description": field.remark, "x-cite": table.cite(index) }));
    if let Some(dictionary) = field.format.dictionary() {
        let codes: Map<String, Value> = dictionary.rows.iter().map(|row| ((*row.code).to_owned(), json!(row.name))).collect();
        property.extend(object(json!({ "x-dictionary": dictionary.id, "x-codes": codes })));
    }
    if let Some(pattern) = pattern(table.kind, index, field).filter(|_| !matches!(field.format, Format::Date | Format::Url)) {
        property.insert("x-pattern".to_owned(), json!(pattern.regex));
    }
    let value = value(table, index, field);
    property.extend(match field.need {
        Need::Yes => object(value),
        Need::No | Need::When(_) => object(json!({ "anyOf": [{ "$ref": "#/$defs/blank" }, value] })),
    });
    Value::Object(property)
}

/// What passes where something is given.
fn value(table: &Table, index: usize, field: &Field) -> Value {
    let max = max_length(field);
    match field.format {
        Format::Date => json!({ "type": "string", "pattern": pattern(table.kind, index, field).map(|pattern| pattern.regex) }),
        Format::Code(dictionary) => code(dictionary),
        Format::Fixed(fixed) => json!({ "const": fixed }),
        // Readings R10 and R21: some texts may be longer than the field.
        Format::EconomicType => plain(json!({ "anyOf": [{ "maxLength": max }, { "pattern": LONG_ECONOMIC_TYPE.regex }] })),
        Format::LicenceId => {
            let longer = max.map(|max| max + 1);
            plain(json!({ "anyOf": [{ "maxLength": max }, { "maxLength": longer, "pattern": LICENCE_ID.regex }] }))
        }
        Format::Photo => json!({ "type": "string", "contentEncoding": "base64", "maxLength": photo_length(), "pattern": PHOTO }),
        Format::Info(_) => info(),
        Format::Url => {
            let pattern = pattern(table.kind, index, field).map(|pattern| pattern.regex);
            plain(json!({ "allOf": [{ "maxLength": max, "pattern": pattern }, { "not": { "pattern": LOCAL } }] }))
        }
        Format::Plain | Format::IdNumber | Format::CreditCode | Format::CertNumber => plain(json!({ "maxLength": max })),
    }
}

fn plain(more: Value) -> Value {
    let mut value = object(json!({ "$ref": "#/$defs/text", "minLength": 1 }));
    value.extend(object(more));
    Value::Object(value)
}

fn code(dictionary: &Dictionary) -> Value {
    match (dictionary.openness, dictionary.shape) {
        (Openness::Closed { tolerated }, _) => {
            json!({ "enum": dictionary.rows.iter().map(|row| &*row.code).chain(tolerated.iter().copied()).collect::<Vec<_>>() })
        }
        (Openness::Open { .. }, Shape::Digits(digits)) => json!({ "type": "string", "pattern": format!("^[0-9]{{{digits}}}$") }),
        (Openness::Open { .. }, Shape::Listed) => json!({ "type": "string" }),
    }
}

/// The most characters that a photo of the greatest size has, with its prefix.
fn photo_length() -> usize {
    (MAX_BYTES as usize).div_ceil(3) * 4 + PHOTO_PREFIX.len()
}

/// 业务信息: the array, or a text that holds it.
fn info() -> Value {
    let member = || json!({ "type": "string", "not": { "pattern": FORBIDDEN } });
    let members: Map<String, Value> = ITEM_MEMBERS.map(|name| (name.to_owned(), member())).into_iter().collect();
    json!({
        "anyOf": [
            { "type": "array", "items": { "type": "object", "required": ITEM_MEMBERS, "properties": members } },
            { "type": "string", "contentMediaType": "application/json", "pattern": r"^\[[\s\S]*\]$" },
        ]
    })
}

/// What is required when, and the one sentence that a manager's state 99 takes.
fn conditions(table: &Table) -> Vec<Value> {
    let mut rules = Vec::new();
    let mut schemas = Vec::new();
    for (index, field) in (0..).zip(table.fields) {
        let Need::When(condition) = field.need else { continue };
        if !rules.contains(&condition.rule) {
            rules.push(condition.rule);
            schemas.push(json!({ "$comment": condition.rule, "if": when(condition), "then": then(condition, field) }));
        }
        let rule = "state/description-fixed";
        if stands_at(rule, table.kind, index) {
            let sentences = [state::MANAGER_SENTENCE, state::MANAGER_SENTENCE.trim_end_matches('。')];
            let then = json!({ "properties": { field.name: { "enum": sentences } } });
            schemas.push(json!({ "$comment": rule, "if": when(condition), "then": then }));
        }
    }
    schemas
}

fn when(condition: &Condition) -> Value {
    any(condition.any.iter().map(|tests| all(tests)).collect())
}

fn all(tests: &[Test]) -> Value {
    let names: Vec<&str> = tests.iter().map(|test| test.field).collect();
    let tests: Map<String, Value> = tests.iter().map(|test| (test.field.to_owned(), holds(test))).collect();
    json!({ "required": names, "properties": tests })
}

fn holds(test: &Test) -> Value {
    let codes: Vec<&str> = test.codes.iter().map(|code| &**code).collect();
    if test.listed { json!({ "enum": codes }) } else { json!({ "$ref": "#/$defs/given", "not": { "enum": codes } }) }
}

fn then(condition: &Condition, field: &Field) -> Value {
    let given = |name: &str| json!({ "required": [name], "properties": { name: { "$ref": "#/$defs/given" } } });
    if condition.one_of.is_empty() { given(field.name) } else { any(condition.one_of.iter().map(|name| given(name)).collect()) }
}

fn any(mut schemas: Vec<Value>) -> Value {
    if schemas.len() == 1 { schemas.swap_remove(0) } else { json!({ "anyOf": schemas }) }
}
