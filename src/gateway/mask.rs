//! What of a call may stand in a log: the names that the document has, and codes. Everything else is put out of sight.
//!
//! It is told what may be seen, never what may not: a name, a number, a photo, a key or a token is masked wherever it stands, be
//! it in a member that nobody foresaw, in a code's place, or in a member's name.

use serde_json::{Map, Value};

use super::secret::Secret;
use crate::record::record_id::is_record_id;
use crate::spec::endpoints::{
    ASSIGNMENT, CUSTOM, ENVELOPE, ERROR_DATA, ERROR_ENTRY, KEY, REMOTE_ADDRESS, REQUEST_IP, RESULT_CODES, RETURN_CODE, RETURN_CODES,
    RETURN_DATA, RETURN_MESSAGE, STATUS, SUCCESS_DATA, SUCCESS_IDS, SYSTEM_ID, TOKEN, WARN_DATA, WARN_ENTRY,
};
use crate::spec::{CERT_TYPE, Field, Format, ITEM_MEMBERS, Kind, LIST_KEYS, Role};

/// What stands for whatever is masked.
pub const MASK: &str = "***";

/// JSON text that may stand in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masked(String);

impl Masked {
    /// A body, masked; what is no JSON is masked whole.
    pub fn json(body: &[u8]) -> Masked {
        let value = serde_json::from_slice(body).unwrap_or(Value::Null);
        Masked(mask("", value).to_string())
    }

    /// The parameters of an address, masked.
    pub fn parameters(parameters: &[(&str, &str)]) -> Masked {
        let members = parameters.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value)));
        Masked(mask("", Value::Object(members.collect())).to_string())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A secret shorter than this would be found by chance, and is no secret.
const SHORTEST: usize = 6;

/// Puts secrets out of sight wherever they stand in a value's texts and names; the longest first, since one may hold another.
pub(super) fn hide(value: &mut Value, mut secrets: Vec<Secret>) {
    secrets.retain(|secret| secret.expose().len() >= SHORTEST);
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.expose().len()));
    secrets.iter().for_each(|secret| hide_text(value, secret.expose()));
}

fn hide_text(value: &mut Value, secret: &str) {
    match value {
        Value::String(text) => *text = text.replace(secret, MASK),
        Value::Array(entries) => entries.iter_mut().for_each(|entry| hide_text(entry, secret)),
        Value::Object(members) => {
            members.values_mut().for_each(|value| hide_text(value, secret));
            let renamed = std::mem::take(members).into_iter().map(|(name, value)| (name.replace(secret, MASK), value));
            *members = renamed.collect();
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A value that stands in a member of that name. A list's entries stand in the list's member.
fn mask(name: &str, value: Value) -> Value {
    match value {
        Value::Object(members) => Value::Object(members.into_iter().map(member).collect::<Map<_, _>>()),
        Value::Array(entries) => entries.into_iter().map(|entry| mask(name, entry)).collect(),
        Value::String(text) if !is_public(name, &text) => MASK.into(),
        Value::Number(number) if !is_public(name, &number.to_string()) => MASK.into(),
        seen => seen,
    }
}

fn member((name, value): (String, Value)) -> (String, Value) {
    let value = mask(&name, value);
    let name = if is_known(&name) { name } else { MASK.to_owned() };
    (name, value)
}

/// Whether the document has the name.
fn is_known(name: &str) -> bool {
    let [envelope, errors, warnings, assignment] = [&ENVELOPE[..], &ERROR_ENTRY, &WARN_ENTRY, &ASSIGNMENT];
    let groups = [envelope, errors, warnings, assignment, &ITEM_MEMBERS, &LIST_KEYS];
    let single = [
        CERT_TYPE,
        CUSTOM,
        ERROR_DATA,
        KEY,
        REMOTE_ADDRESS,
        REQUEST_IP,
        RETURN_CODE,
        RETURN_DATA,
        RETURN_MESSAGE,
        STATUS,
        SUCCESS_DATA,
        SUCCESS_IDS,
        SYSTEM_ID,
        TOKEN,
        WARN_DATA,
    ];
    single.contains(&name)
        || groups.iter().any(|group| group.contains(&name))
        || Kind::ALL.iter().any(|kind| kind.table().block == name || kind.table().index_of(name).is_some())
}

/// Whether that text, at that name, is a code or an id that tells nothing of a person.
fn is_public(name: &str, text: &str) -> bool {
    let [code, ..] = ENVELOPE;
    if name == CERT_TYPE {
        return Kind::from_cert_type(text).is_some();
    }
    if name == code {
        return RESULT_CODES.iter().any(|row| row.code.to_string() == text);
    }
    if name == RETURN_CODE {
        return RETURN_CODES.iter().any(|(code, _)| code.to_string() == text);
    }
    let [error, warning] = [ERROR_ENTRY, WARN_ENTRY].map(|[id, _]| id);
    if [error, warning, SUCCESS_IDS].contains(&name) {
        return is_record_id(text);
    }
    let fields = Kind::ALL.iter().flat_map(|kind| kind.table().fields);
    fields.filter(|field| field.name == name).any(|field| holds_code(field, text))
}

fn holds_code(field: &Field, text: &str) -> bool {
    match field.format {
        Format::Code(dictionary) => dictionary.lists(text),
        Format::Fixed(fixed) => fixed == text,
        _ => field.role == Role::RecordId && is_record_id(text),
    }
}
