//! The request bodies: the record schemas, the bodies of the four kinds, the log entry, and their examples.

use serde_json::{Map, Value, json};

use super::super::{schema, schema_request};
use crate::check::Options;
use crate::payload::build_request;
use crate::record::Record;
use crate::spec::Kind;
use crate::spec::endpoints::{LOG_MEMBERS, LOG_STATES, LOG_TITLES, LOG_TYPES};

/// The name of the schema of a log entry.
pub(super) const LOG_ENTRY: &str = "LogEntry";
/// A time of day on a day.
const MOMENT: &str = r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$";

/// The name of the schema of a kind's body.
pub(super) fn name_of(kind: Kind) -> String {
    format!("{}Request", kind.id())
}

/// Every schema by its name.
pub(super) fn schemas() -> Map<String, Value> {
    let mut schemas = Map::new();
    for kind in Kind::ALL {
        take_in(&name_of(kind), schema_request::of(kind), &mut schemas);
        take_in(kind.id(), schema::schema(kind.table()), &mut schemas);
    }
    schemas.insert(LOG_ENTRY.to_owned(), log_entry());
    schemas
}

/// Puts a schema that stands alone among the others: its own definitions become theirs.
fn take_in(name: &str, schema: Value, schemas: &mut Map<String, Value>) {
    let Value::Object(mut schema) = schema else { return };
    let definitions = schema.shift_remove("$defs");
    for head in ["$comment", "$schema", "$id"] {
        schema.shift_remove(head);
    }
    schemas.insert(name.to_owned(), moved(Value::Object(schema)));
    if let Some(Value::Object(definitions)) = definitions {
        schemas.extend(definitions.into_iter().map(|(name, definition)| (name, moved(definition))));
    }
}

/// The schema with its references turned to where the schemas stand now.
fn moved(schema: Value) -> Value {
    match schema {
        Value::Object(members) => members.into_iter().map(|(name, member)| (name.clone(), moved_member(&name, member))).collect(),
        Value::Array(items) => items.into_iter().map(moved).collect(),
        other => other,
    }
}

fn moved_member(name: &str, member: Value) -> Value {
    let target = member.as_str().filter(|_| name == "$ref").and_then(|target| target.rsplit(['/', ':']).next());
    target.map_or_else(|| moved(member.clone()), |target| json!(format!("#/components/schemas/{target}")))
}

/// The body of the valid, invented example.
pub(super) fn example(kind: Kind) -> Value {
    let mut options = Options::default();
    options.certificate = Some(Kind::Safety);
    let body = build_request(kind, &[Record::example(kind)], &options).ok();
    body.and_then(|body| serde_json::from_str(&body).ok()).unwrap_or_default()
}

fn log_entry() -> Value {
    let [_, log_type, _, method, request_time, response_time, _, status, ..] = LOG_MEMBERS;
    let named = |rows: Vec<(String, &str)>| rows.into_iter().map(|(code, name)| (code, json!(name))).collect::<Map<_, _>>();
    let types = named(LOG_TYPES.iter().map(|(code, name)| (code.to_string(), *name)).collect());
    let states = named(LOG_STATES.iter().map(|(code, name)| (code.to_string(), *name)).collect());
    let properties: Map<String, Value> = LOG_MEMBERS
        .into_iter()
        .zip(LOG_TITLES)
        .map(|(name, title)| {
            let more = match name {
                _ if name == log_type => json!({ "enum": types.keys().collect::<Vec<_>>(), "x-codes": types }),
                _ if name == method => json!({ "enum": ["GET", "POST"] }),
                _ if name == request_time || name == response_time => json!({ "pattern": MOMENT }),
                _ if name == status => json!({ "pattern": "^[0-9]{1,3}$", "x-codes": states }),
                _ => json!({}),
            };
            let mut property = schema::object(json!({ "title": title, "type": "string" }));
            property.extend(schema::object(more));
            (name.to_owned(), Value::Object(property))
        })
        .collect();
    json!({ "title": "响应日志", "type": "object", "required": LOG_MEMBERS, "properties": properties })
}

/// One call, as it is reported; secrets are masked.
pub(super) fn log_example() -> Value {
    let values = [
        "submit",
        "1",
        "0001",
        "POST",
        "2024-05-20 09:30:00",
        "2024-05-20 09:30:01",
        "192.0.2.10",
        "200",
        "http://127.0.0.1:8788/gaia-asp-gateway/test/submit",
        "{\"certType\":\"***\"}",
        "{\"ReturnCode\":\"1\"}",
        "system-1",
        "***",
    ];
    LOG_MEMBERS.into_iter().zip(values).map(|(name, value)| (name.to_owned(), json!(value))).collect()
}
