//! JSON Schema 2020-12 of a whole request body: its certificate type, its own block, and the others empty (readings R3 and R8).

use serde_json::{Map, Value, json};

use super::data::json as text;
use super::schema::{blank, head, object, urn};
use crate::spec::dictionary::category::CERT_TYPES;
use crate::spec::{CERT_TYPE, Kind, LIST_KEYS};

/// The name of the schema and its text.
pub(super) fn request() -> (&'static str, String) {
    let name = "request";
    let mut schema = head(name, "业务数据归集赋码、电子证照数据归集赋码：请求体");
    schema.extend(object(json!({
        "required": [CERT_TYPE],
        "properties": properties(),
        "additionalProperties": true,
        "if": { "required": [preview_block()], "properties": { preview_block(): { "not": { "$ref": "#/$defs/empty" } } } },
        "then": own(Kind::Preview),
        "else": { "allOf": Kind::CERTIFICATES.map(certificate) },
        "$defs": definitions(),
    })));
    (name, text(&Value::Object(schema)))
}

/// The schema of one kind's body alone.
pub(super) fn of(kind: Kind) -> Value {
    let cert_type = match kind.table().cert_type {
        Some(code) => json!({ "const": code }),
        None => json!({ "enum": CERT_TYPES.rows.iter().map(|row| &*row.code).collect::<Vec<_>>() }),
    };
    let mut schema = object(own(kind));
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.shift_insert(0, CERT_TYPE.to_owned(), cert_type);
    }
    schema.extend(object(json!({
        "title": kind.table().title,
        "type": "object",
        "required": [CERT_TYPE, kind.table().block],
        "$defs": definitions(),
    })));
    Value::Object(schema)
}

fn preview_block() -> &'static str {
    Kind::Preview.table().block
}

fn properties() -> Value {
    let codes: Vec<&str> = CERT_TYPES.rows.iter().map(|row| &*row.code).collect();
    let names: Map<String, Value> = CERT_TYPES.rows.iter().map(|row| ((*row.code).to_owned(), json!(row.name))).collect();
    let mut properties = Map::new();
    properties
        .insert(CERT_TYPE.to_owned(), json!({ "title": CERT_TYPES.title, "x-cite": CERT_TYPES.cite, "x-codes": names, "enum": codes }));
    for table in Kind::ALL.map(Kind::table) {
        properties.insert(table.block.to_owned(), json!({ "title": table.title, "x-cite": table.block }));
    }
    Value::Object(properties)
}

/// A certificate's body is told by its certificate type.
fn certificate(kind: Kind) -> Value {
    json!({
        "if": { "required": [CERT_TYPE], "properties": { CERT_TYPE: { "const": kind.table().cert_type } } },
        "then": own(kind),
    })
}

/// The own block holds records, all others nothing.
fn own(own: Kind) -> Value {
    let blocks: Map<String, Value> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let block = if kind == own { block(kind) } else { json!({ "$ref": "#/$defs/empty" }) };
            (kind.table().block.to_owned(), block)
        })
        .collect();
    json!({ "required": [own.table().block], "properties": blocks })
}

/// One list, under either of its names.
fn block(kind: Kind) -> Value {
    let list = json!({ "type": "array", "minItems": 1, "items": { "$ref": urn(kind.id()) } });
    let lists: Map<String, Value> = LIST_KEYS.map(|key| (key.to_owned(), list.clone())).into_iter().collect();
    json!({ "type": "object", "properties": lists, "oneOf": LIST_KEYS.map(|key| json!({ "required": [key] })) })
}

/// Absent, null, `""`, `{}`, `[]`, or an object with an empty or null list.
fn definitions() -> Value {
    let nothing = json!({ "$ref": "#/$defs/nothing" });
    let lists: Map<String, Value> = LIST_KEYS.map(|key| (key.to_owned(), nothing.clone())).into_iter().collect();
    json!({
        "nothing": { "anyOf": [blank(), { "type": "array", "maxItems": 0 }, { "type": "object", "maxProperties": 0 }] },
        "empty": { "anyOf": [nothing, { "type": "object", "properties": lists, "additionalProperties": false }] },
    })
}
