//! The canonical spelling of what is given: the changes that lose nothing, each with the rule that speaks of it.
//!
//! What is wrong stays as it is: a text is rewritten only where it can be read.

use std::borrow::Cow;

use crate::check::{RuleId, conditions};
use crate::record::cert_number::CertNumber;
use crate::record::date::{Date, is_wire_form};
use crate::record::id_number::IdNumber;
use crate::record::info::Info;
use crate::record::licence_id::LicenceId;
use crate::record::text::{half_width, trim};
use crate::record::{Given, Record, credit_code, photo};
use crate::spec::dictionary::state::{MANAGER_SENTENCE, lacks_stop};
use crate::spec::{Format, Kind, Role, Short};

const WHITESPACE: RuleId = RuleId::of("field/whitespace");
const DATE: RuleId = RuleId::of("field/date");
const CODE: RuleId = RuleId::of("field/code");
const CERT_NUMBER: RuleId = RuleId::of("cert-num/spelling");
const ID_NUMBER: RuleId = RuleId::of("id/spelling");
const CREDIT_CODE: RuleId = RuleId::of("credit-code/check-digit");
const LICENCE_ID: RuleId = RuleId::of("zze/format");
const STATE_STOP: RuleId = RuleId::of("state/description-stop");
const PHOTO: RuleId = RuleId::of("photo/decodable");
const INFO: RuleId = RuleId::of("info/shape");

/// One field whose canonical spelling is another.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    /// The field, by its place in the table.
    pub field: usize,
    /// The rule that speaks of the spelling.
    pub rule: RuleId,
    /// The canonical text; JSON text where the field holds an array.
    pub text: String,
    /// Whether the text is JSON.
    pub is_json: bool,
}

/// The changes that make a record canonical, in the table's order.
pub fn changes(record: &Record) -> Vec<Change> {
    (0..record.kind().table().fields.len()).filter_map(|field| change(record, field)).collect()
}

fn change(record: &Record, index: usize) -> Option<Change> {
    let Given::Text(given) = record.at(index) else { return None };
    let text = trim(&given.text);
    let trimmed = (WHITESPACE, Cow::Borrowed(text));
    let (rule, canonical) = if given.ill_formed || text.is_empty() { trimmed } else { canonical(record, index, text)? };
    let is_json = rule == INFO;
    let rule = if is_json || canonical != text { rule } else { WHITESPACE };
    (is_json || canonical != given.text).then(|| Change { field: index, rule, text: canonical.into_owned(), is_json })
}

/// The canonical spelling of a trimmed text, and the rule that speaks of it; for an array its JSON text.
fn canonical<'t>(record: &Record, index: usize, text: &'t str) -> Option<(RuleId, Cow<'t, str>)> {
    let field = record.kind().table().fields.get(index)?;
    Some(match field.format {
        Format::Date => (DATE, wire_date(text)),
        Format::Code(_) => (CODE, half_width(text)),
        Format::CertNumber => (CERT_NUMBER, cert_number(record.kind(), text)),
        Format::IdNumber => (ID_NUMBER, id_number(text)),
        Format::CreditCode => (CREDIT_CODE, credit_code::canonical(text)),
        Format::LicenceId => (LICENCE_ID, LicenceId::canonical(text)),
        Format::Photo => (PHOTO, photo::bare(text)),
        Format::Info(_) => (INFO, Cow::Owned(Info::parse(text).ok()?.json())),
        _ if field.role == Role::StateText => (STATE_STOP, state_text(record, index, text)),
        _ => (WHITESPACE, Cow::Borrowed(text)),
    })
}

/// A day as the wire has it (reading R1); anything else as it is.
pub(crate) fn wire_date(text: &str) -> Cow<'_, str> {
    match Date::parse(text) {
        Some(date) if !is_wire_form(text) => Cow::Owned(date.to_wire()),
        _ => Cow::Borrowed(text),
    }
}

/// The manager's sentence with its final stop, where the state asks for it (reading R5); anything else as it is.
pub(crate) fn state_text<'t>(record: &Record, index: usize, text: &'t str) -> Cow<'t, str> {
    let is_sentence = record.kind() == Kind::Manager && lacks_stop(text);
    let condition = u8::try_from(index).ok().and_then(|index| conditions::of(record.kind(), index));
    let needed = condition.is_some_and(|condition| condition.holds(|field| code_of(record, field)));
    Cow::Borrowed(if is_sentence && needed { MANAGER_SENTENCE } else { text })
}

fn code_of(record: &Record, field: u8) -> Option<Short> {
    match record.at(usize::from(field)) {
        Given::Text(text) => Some(Short::of(trim(&text.text))),
        _ => None,
    }
}

fn cert_number(kind: Kind, text: &str) -> Cow<'_, str> {
    CertNumber::parse(kind, text).map_or(Cow::Borrowed(text), |number| Cow::Owned(number.canonical()))
}

/// A citizen's number with its capital X; of another document's number only the width is known to be free.
fn id_number(text: &str) -> Cow<'_, str> {
    if IdNumber::parse(text).is_some() { IdNumber::canonical(text) } else { half_width(text) }
}
