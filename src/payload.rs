//! The request body: exactly what the gateway takes (reading R25).
//!
//! `certType`, then the kind's own block, nothing else; a record's fields in the document's order, absent and unknown ones
//! left out, texts trimmed, all else as it was given. Whether the records are right is `check`'s to say.

use std::borrow::Cow;

use crate::check::{InputError, Layout, Options, Progress, Report, Root, Together, is_blank};
use crate::normalise::{Change, changes, state_text, wire_date};
use crate::record::compact::{compact, quote};
use crate::record::info::Info;
use crate::record::text::trim;
use crate::record::{Given, Record, photo};
use crate::spec::{CERT_TYPE, Format, Kind, LIST_KEYS, Role};

/// Why there is no body.
#[derive(Debug)]
pub enum BuildError {
    /// The call is malformed.
    Input(InputError),
    /// A record has an error, or there is none: everything that was found.
    Invalid(Box<Report>),
}

/// The body for these records, as JSON text.
///
/// # Errors
/// [`BuildError::Invalid`] where any record has an error or there is no record, [`BuildError::Input`] for a preview
/// without its certificate.
pub fn build_request(kind: Kind, records: &[Record], options: &Options) -> Result<String, BuildError> {
    let mut body = Body::open(kind, options).map_err(BuildError::Input)?;
    let mut progress = Progress::new(kind, Together::Request);
    let mut checker = progress.with(options);
    for record in records {
        if checker.record(record) {
            body.add(record, &options.layout);
        }
    }
    checker.require_records();
    let report = checker.tell(Root::Batch);
    if report.is_valid() { Ok(body.close()) } else { Err(BuildError::Invalid(Box::new(report))) }
}

/// A body under construction.
pub struct Body {
    text: String,
    is_empty: bool,
}

impl Body {
    /// The body up to its first record.
    ///
    /// # Errors
    /// A preview whose certificate the options do not name.
    pub fn open(kind: Kind, options: &Options) -> Result<Body, InputError> {
        let certificate = if kind == Kind::Preview { options.certificate } else { Some(kind) };
        let cert_type = certificate.and_then(|kind| kind.table().cert_type).ok_or(InputError::PreviewNeedsCertificate)?;
        let list_key = options.layout.list_key.and_then(|key| LIST_KEYS.get(usize::from(key)));
        let list_key = list_key.unwrap_or(&kind.table().list_key);
        // None of these has a character that JSON escapes.
        let text = ["{\"", CERT_TYPE, "\":\"", cert_type, "\",\"", kind.table().block, "\":{\"", list_key, "\":["].concat();
        Ok(Body { text, is_empty: true })
    }

    /// Adds a record.
    pub fn add(&mut self, record: &Record, layout: &Layout) {
        if !self.is_empty {
            self.text.push(',');
        }
        self.is_empty = false;
        write_record(record, layout, &mut self.text);
    }

    /// The whole body.
    pub fn close(mut self) -> String {
        self.text.push_str("]}}");
        self.text
    }
}

fn write_record(record: &Record, layout: &Layout, out: &mut String) {
    let changes = if layout.normalise { changes(record) } else { Vec::new() };
    out.push('{');
    let start = out.len();
    for (index, field) in record.kind().table().fields.iter().enumerate() {
        if let Some(value) = value(record, index, &changes, layout) {
            member(field.name, &value, start, out);
        }
    }
    for extra in &layout.extra {
        // The last one counts where a name stands twice.
        let json = record.others.iter().rev().find(|other| other.name == *extra).and_then(|other| other.json.as_deref());
        if let Some(json) = json.and_then(|json| compact(json).ok()) {
            member(extra, &Value::Json(json), start, out);
        }
    }
    out.push('}');
}

enum Value<'r> {
    Text(Cow<'r, str>),
    Json(String),
}

fn value<'r>(record: &'r Record, index: usize, changes: &'r [Change], layout: &Layout) -> Option<Value<'r>> {
    let given = record.at(index);
    if is_blank(given) {
        return None;
    }
    let field = record.kind().table().fields.get(index)?;
    if let Format::Info(_) = field.format {
        return info(given, layout);
    }
    let Given::Text(text) = given else { return None };
    let text = trim(&text.text);
    if let Some(change) = changes.iter().find(|change| change.field == index) {
        return Some(Value::Text(Cow::Borrowed(&change.text)));
    }
    Some(Value::Text(match field.format {
        Format::Date => wire_date(text),
        Format::Photo => photo::wire(text),
        _ if field.role == Role::StateText => state_text(record, index, text),
        _ => Cow::Borrowed(text),
    }))
}

fn info<'r>(given: &Given, layout: &Layout) -> Option<Value<'r>> {
    let json = match given {
        Given::Text(text) => trim(&text.text),
        Given::Array(json) => json,
        _ => return None,
    };
    let json = Info::parse(json).ok().filter(|info| !info.items.is_empty())?.json();
    Some(if layout.info_as_text { Value::Text(Cow::Owned(json)) } else { Value::Json(json) })
}

/// Writes a member of the record that starts there.
#[inline(never)]
fn member(name: &str, value: &Value, start: usize, out: &mut String) {
    if out.len() > start {
        out.push(',');
    }
    quote(name, out);
    out.push(':');
    match value {
        Value::Text(text) => quote(text, out),
        Value::Json(json) => out.push_str(json),
    }
}
