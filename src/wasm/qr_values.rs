//! The values of the `qr` build: licence ids, certificate numbers, credit codes and identity numbers. Texts in, a list of their
//! parts out, nothing where a text cannot be read; JavaScript gives them names. White space at the ends is dropped (reading R22).
//!
//! What no licence id can be made of is thrown as lines: the reason, and a sentence in Chinese and in English.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::record::cert_number::CertNumber;
use crate::record::credit_code::{self, CreditCode};
use crate::record::id_number::IdNumber;
use crate::record::licence_id::{ComposeError, LicenceId};
use crate::record::text::trim;
use crate::spec::Kind;

/// A licence id.
#[wasm_bindgen(js_name = zzeCertIdCompose)]
pub fn zze_cert_id_compose(kind: &str, issuer: &str, cert_num: &str, version: u32) -> Result<String, String> {
    let kind = Kind::from_id(kind).ok_or(ComposeError::Kind).map_err(thrown)?;
    LicenceId::compose(kind, issuer, cert_num, version).map_err(thrown)
}

/// The id that follows.
#[wasm_bindgen(js_name = zzeCertIdNext)]
pub fn zze_cert_id_next(text: &str) -> Result<String, String> {
    LicenceId::next_of(text).map_err(thrown)
}

/// Canonical spelling, type, kind or nothing, issuer, serial, version, check character, and `1` if that is right.
#[wasm_bindgen(js_name = zzeCertIdParse)]
pub fn zze_cert_id_parse(text: &str) -> Option<Vec<String>> {
    let canonical = LicenceId::canonical(trim(text));
    let id = LicenceId::parse(&canonical)?;
    let kind = id.kind().map_or("", Kind::id);
    Some(list([&canonical, id.type_code, kind, id.issuer, id.serial, id.version, id.check, flag(id.check_ok())]))
}

/// Canonical spelling, kind, province or nothing, front, city, trade or letter group, year, serial, suffix.
#[wasm_bindgen(js_name = certNumParse)]
pub fn cert_num_parse(text: &str) -> Option<Vec<String>> {
    let number = CertNumber::parse_any(trim(text))?;
    let (kind, province, group) = (number.kind().id(), number.province().unwrap_or_default(), number.group().unwrap_or_default());
    let suffix = number.suffix();
    Some(list([&number.canonical(), kind, province, number.front(), number.city(), group, number.year(), number.serial(), &suffix]))
}

/// Canonical spelling, department, class, region, body, check character, the right one, and `1` if they are the same.
#[wasm_bindgen(js_name = creditCodeCheck)]
pub fn credit_code_check(text: &str) -> Option<Vec<String>> {
    let canonical = credit_code::canonical(trim(text));
    let code = CreditCode::parse(&canonical)?;
    let expected = code.expected.to_string();
    Some(list([&canonical, code.department, code.class, code.region, code.body, code.check, &expected, flag(code.check_ok())]))
}

/// Canonical spelling, region, day of birth, gender, and `1` if the number is right.
#[wasm_bindgen(js_name = idNumberParse)]
pub fn id_number_parse(text: &str) -> Option<Vec<String>> {
    let number = IdNumber::parse(trim(text))?;
    let born = number.birth_date().to_wire();
    Some(list([number.as_str(), number.region(), &born, number.gender(), flag(number.is_valid())]))
}

fn list<const PARTS: usize>(parts: [&str; PARTS]) -> Vec<String> {
    parts.map(str::to_owned).into()
}

fn flag(set: bool) -> &'static str {
    if set { "1" } else { "" }
}

fn thrown(error: ComposeError) -> String {
    let [zh, en] = error.words();
    [error.id(), zh, en].join("\n")
}
