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
        let rest = text.strip_prefix(ROOT)?.strip_prefix('.')?;
        // All parts but the serial are as long as they should be.
        let (type_code, rest) = rest.split_at_checked(21)?;
        let (issuer, rest) = rest.strip_prefix('.')?.split_at_checked(18)?;
        let rest = rest.strip_prefix('.')?;
        let (rest, check) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
        let rest = rest.strip_suffix('.')?;
        let (rest, version) = rest.split_at_checked(rest.len().checked_sub(3)?)?;
        let serial = rest.strip_suffix('.').filter(|serial| !serial.is_empty())?;
        let parts = [type_code, issuer, serial, check];
        let all_known = version.bytes().all(|byte| byte.is_ascii_digit())
            && parts.iter().all(|part| part.bytes().all(|character| value(character).is_some()));
        all_known.then_some(LicenceId { type_code, issuer, serial, version, check })
    }

    /// Whether the last character is the check character of what stands between root and it.
    pub fn check_ok(&self) -> bool {
        let checked = [self.type_code, self.issuer, self.serial, self.version];
        check_character(&checked).is_some_and(|right| self.check.strip_prefix(right) == Some(""))
    }

    /// The certificate whose type it has; the ministry has more types than the three of the document.
    pub fn kind(&self) -> Option<Kind> {
        Kind::CERTIFICATES.into_iter().find(|kind| kind.licence_type() == Some(self.type_code))
    }

    /// The id in half-width capitals; what is no id even so stays as it is.
    pub fn canonical(text: &str) -> Cow<'_, str> {
        let upper = text::capitals(text);
        if LicenceId::parse(&upper).is_some() { upper } else { Cow::Borrowed(text) }
    }
}

/// The check character of these digits and capital letters.
pub fn check_character(parts: &[&str]) -> Option<char> {
    let mut product = 36;
    for part in parts {
        for character in part.bytes() {
            // Neither sum is twice its modulus, so that both need no division. The standard's first remainder runs from 1 to 36.
            let sum = product + value(character)?;
            let twice = 2 * if sum > 36 { sum - 36 } else { sum };
            product = if twice > 37 { twice - 37 } else { twice };
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
