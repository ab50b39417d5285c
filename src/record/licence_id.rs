//! 证照标识: the id of an electronic licence, `root.type.issuer.serial.version.check`.
//!
//! Whether type and serial are those of the record is for the rules. Appendix A.2 of the certificate standards; the check
//! character is GB/T 17710 (ISO 7064) MOD 37,36.

mod compose;

use std::borrow::Cow;

pub use compose::ComposeError;

use super::text;
use crate::spec::Kind;

/// What every licence id begins with.
pub const ROOT: &str = "1.2.156.3005.2";

/// A licence id by its parts.
pub struct LicenceId<'a> {
    /// The type of the certificate, 21 characters.
    pub type_code: &'a str,
    /// The issuer's 统一社会信用代码, 18 characters.
    pub issuer: &'a str,
    /// The serial, made of the certificate number.
    pub serial: &'a str,
    /// The version, three digits.
    pub version: &'a str,
    /// The check character as given.
    pub check: &'a str,
}

impl<'a> LicenceId<'a> {
    /// Reads an id of the right shape, whatever its check character.
    pub fn parse(text: &'a str) -> Option<LicenceId<'a>> {
        let mut parts = text.strip_prefix(ROOT)?.strip_prefix('.')?.split('.');
        let mut part = || parts.next().filter(|part| part.bytes().all(|character| value(character).is_some()));
        let id = LicenceId { type_code: part()?, issuer: part()?, serial: part()?, version: part()?, check: part()? };
        let lengths = id.type_code.len() == 21 && id.issuer.len() == 18 && id.version.len() == 3 && id.check.len() == 1;
        let version = id.version.bytes().all(|byte| byte.is_ascii_digit());
        (lengths && version && !id.serial.is_empty() && parts.next().is_none()).then_some(id)
    }

    /// Whether the last character is the check character of what stands between root and it.
    pub fn check_ok(&self) -> bool {
        let checked = [self.type_code, self.issuer, self.serial, self.version];
        check_character(&checked).is_some_and(|right| self.check.chars().eq([right]))
    }

    /// The certificate whose type it has; the ministry has more types than the three of the document.
    pub fn kind(&self) -> Option<Kind> {
        Kind::CERTIFICATES.into_iter().find(|kind| kind.licence_type() == Some(self.type_code))
    }

    /// The id in half-width capitals; what is no id even so stays as it is.
    pub fn canonical(text: &str) -> Cow<'_, str> {
        let upper = text::half_width(text).to_ascii_uppercase();
        if LicenceId::parse(&upper).is_some() { Cow::Owned(upper) } else { Cow::Borrowed(text) }
    }
}

/// The check character of these digits and capital letters.
pub fn check_character(parts: &[&str]) -> Option<char> {
    let mut product = 36;
    for part in parts {
        for character in part.bytes() {
            let sum = (product + value(character)?) % 36;
            // The standard's remainder runs from 1 to 36.
            product = if sum == 0 { 36 } else { sum } * 2 % 37;
        }
    }
    char::from_digit((37 - product) % 36, 36).map(|character| character.to_ascii_uppercase())
}

fn value(character: u8) -> Option<u32> {
    match character {
        b'0'..=b'9' => Some(u32::from(character - b'0')),
        b'A'..=b'Z' => Some(u32::from(character - b'A') + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
