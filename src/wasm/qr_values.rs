//! The values of the `qr` build: licence ids, certificate numbers, credit codes and identity numbers. Texts in, their parts out, a
//! line each, nothing where a text cannot be read; JavaScript gives them names. White space at the ends is dropped (reading R22).
//!
//! Why no licence id can be made is thrown by its name.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::record::cert_number::CertNumber;
use crate::record::credit_code::{self, CreditCode};
use crate::record::id_number::IdNumber;
use crate::record::licence_id::{ComposeError, LicenceId};
use crate::record::text::trim;
use crate::spec::Kind;

/// What a text is read as.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Value {
    /// A licence id.
    LicenceId,
    /// A certificate number.
    CertNumber,
    /// A credit code.
    CreditCode,
    /// An identity number.
    IdNumber,
}

/// The parts of a value.
#[wasm_bindgen(js_name = valueParts)]
pub fn value_parts(value: Value, text: &str) -> Option<String> {
    let text = trim(text);
    match value {
        Value::LicenceId => licence_id(text),
        Value::CertNumber => cert_number(text),
        Value::CreditCode => credit_code(text),
        Value::IdNumber => id_number(text),
    }
}

/// A licence id.
#[wasm_bindgen(js_name = composeLicenceId)]
pub fn compose_licence_id(kind: &str, issuer: &str, cert_number: &str, version: u32) -> Result<String, String> {
    let kind = Kind::from_id(kind).ok_or(ComposeError::Kind).map_err(thrown)?;
    LicenceId::compose(kind, issuer, cert_number, version).map_err(thrown)
}

/// The licence id that follows.
#[wasm_bindgen(js_name = nextLicenceId)]
pub fn next_licence_id(text: &str) -> Result<String, String> {
    LicenceId::next_of(text).map_err(thrown)
}

/// Canonical spelling, type, kind or nothing, issuer, serial, version, check character, and `1` if that is right.
fn licence_id(text: &str) -> Option<String> {
    let canonical = LicenceId::canonical(text);
    let id = LicenceId::parse(&canonical)?;
    let kind = id.kind().map_or("", Kind::id);
    Some(lines(&[&canonical, id.type_code, kind, id.issuer, id.serial, id.version, id.check, flag(id.check_ok())]))
}

/// Canonical spelling, kind, province or nothing, front, city, trade or letter group, year, serial, and the two parts of the suffix.
fn cert_number(text: &str) -> Option<String> {
    let number = CertNumber::parse_any(text)?;
    let (kind, province, group) = (number.kind().id(), number.province().unwrap_or_default(), number.group().unwrap_or_default());
    let [mark, count] = number.suffix();
    let canonical = number.canonical();
    Some(lines(&[&canonical, kind, province, number.front(), number.city(), group, number.year(), number.serial(), mark, count]))
}

/// Canonical spelling, department, class, region, body, check character, the right one, and `1` if they are the same.
fn credit_code(text: &str) -> Option<String> {
    let canonical = credit_code::canonical(text);
    let code = CreditCode::parse(&canonical)?;
    let mut room = [0; 4];
    let expected = &*code.expected.encode_utf8(&mut room);
    Some(lines(&[&canonical, code.department, code.class, code.region, code.body, code.check, expected, flag(code.check_ok())]))
}

/// Canonical spelling, region, day of birth, gender, and `1` if the number is right.
fn id_number(text: &str) -> Option<String> {
    let number = IdNumber::parse(text)?;
    let born = number.birth_date().to_wire();
    Some(lines(&[number.as_str(), number.region(), &born, number.gender(), flag(number.is_valid())]))
}

fn lines(parts: &[&str]) -> String {
    parts.join("\n")
}

fn flag(set: bool) -> &'static str {
    if set { "1" } else { "" }
}

fn thrown(error: ComposeError) -> String {
    error.id().to_owned()
}
