//! A licence id made of what it stands for, and the one that follows it when the certificate is issued again.
//!
//! What is composed is right by its own form. Whether the authority issues such certificates, and whether the version is the next
//! one, only the issuer knows. Appendix A.2 of the certificate standards.

use std::fmt;

use super::{LicenceId, ROOT, check_character};
use crate::record::cert_number::CertNumber;
use crate::record::{credit_code, text};
use crate::spec::Kind;

/// The version of a certificate's first licence.
const FIRST_VERSION: u32 = 1;
/// The last one that three digits hold.
const LAST_VERSION: u32 = 999;

impl LicenceId<'_> {
    /// The id of a certificate: its kind, the issuing authority's 统一社会信用代码, the certificate number in any of its
    /// spellings, and the version: 1 at the first issue, one more whenever the same number is issued again.
    ///
    /// # Errors
    /// What no id can be made of.
    ///
    /// ```
    /// use mohurd_ecert::{Kind, record::licence_id::LicenceId};
    ///
    /// let id = LicenceId::compose(Kind::Manager, "11110000000021135M", "京建安C3（2021）0022585", 1)?;
    /// assert_eq!(id, "1.2.156.3005.2.11100000000013338W011.11110000000021135M.20210022585.001.W");
    /// # Ok::<(), mohurd_ecert::record::licence_id::ComposeError>(())
    /// ```
    pub fn compose(kind: Kind, issuer: &str, cert_number: &str, version: u32) -> Result<String, ComposeError> {
        let type_code = kind.licence_type().ok_or(ComposeError::Kind)?;
        let issuer = credit_code::canonical(text::trim(issuer));
        if !credit_code::is_valid(&issuer) {
            return Err(ComposeError::Issuer);
        }
        let number = CertNumber::parse(kind, text::trim(cert_number)).ok_or(ComposeError::CertNumber)?;
        if !(FIRST_VERSION..=LAST_VERSION).contains(&version) {
            return Err(ComposeError::Version);
        }
        write(type_code, &issuer, &number.serial_digits(), version)
    }

    /// The id of the next issue: the same but for the version, which is one more, and the check character.
    ///
    /// # Errors
    /// An id with a wrong check character, since another of its characters may be the wrong one; the last version.
    pub fn next(&self) -> Result<String, ComposeError> {
        if !self.check_ok() {
            return Err(ComposeError::CheckCharacter);
        }
        let version = self.version_number() + 1;
        if version > LAST_VERSION {
            return Err(ComposeError::LastVersion);
        }
        write(self.type_code, self.issuer, self.serial, version)
    }

    /// The id that follows one in any of its spellings.
    ///
    /// # Errors
    /// A text that is no id, and those of [`LicenceId::next`].
    ///
    /// ```
    /// use mohurd_ecert::record::licence_id::LicenceId;
    ///
    /// let next = LicenceId::next_of("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U")?;
    /// assert_eq!(next, "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S");
    /// # Ok::<(), mohurd_ecert::record::licence_id::ComposeError>(())
    /// ```
    pub fn next_of(text: &str) -> Result<String, ComposeError> {
        LicenceId::parse(&LicenceId::canonical(text::trim(text))).ok_or(ComposeError::Unreadable)?.next()
    }

    /// The version as a number.
    pub fn version_number(&self) -> u32 {
        self.version.bytes().fold(0, |number, digit| number * 10 + u32::from(digit.saturating_sub(b'0')))
    }
}

fn write(type_code: &str, issuer: &str, serial: &str, version: u32) -> Result<String, ComposeError> {
    let version: String = [version / 100, version / 10, version].into_iter().filter_map(|digit| char::from_digit(digit % 10, 10)).collect();
    let parts = [type_code, issuer, serial, version.as_str()];
    let check = check_character(&parts).ok_or(ComposeError::Unreadable)?;
    Ok([ROOT, type_code, issuer, serial, &version, check.encode_utf8(&mut [0; 4])].join("."))
}

/// Why no licence id was composed. It holds nothing of what was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComposeError {
    /// The kind is no certificate.
    Kind,
    /// The authority's code is no 统一社会信用代码.
    Issuer,
    /// The certificate number is none of that kind.
    CertNumber,
    /// The version is not 1 to 999.
    Version,
    /// The id that was to be followed is none.
    Unreadable,
    /// The id that was to be followed has a wrong check character.
    CheckCharacter,
    /// The id that was to be followed has the last version that there is.
    LastVersion,
}

impl ComposeError {
    /// Its stable name.
    pub const fn id(self) -> &'static str {
        match self {
            ComposeError::Kind => "kind",
            ComposeError::Issuer => "issuer",
            ComposeError::CertNumber => "cert-number",
            ComposeError::Version => "version",
            ComposeError::Unreadable => "unreadable",
            ComposeError::CheckCharacter => "check-character",
            ComposeError::LastVersion => "last-version",
        }
    }

    /// What is wrong and what to give instead, in Chinese and in English.
    pub const fn words(self) -> [&'static str; 2] {
        match self {
            ComposeError::Kind => [
                "只有三种证书（safety、special、manager）有证照标识。",
                "Only the three certificates (safety, special, manager) have licence ids.",
            ],
            ComposeError::Issuer => [
                "发证机关代码不是有效的统一社会信用代码：18 位，末位为校验码。",
                "The issuing authority's code is no valid credit code: 18 characters, the last one the check character.",
            ],
            ComposeError::CertNumber => ["证书编号不是该类证书的编号。", "The certificate number is no number of that kind."],
            ComposeError::Version => ["版本号应为 1 至 999 的整数。", "A version must be a whole number from 1 to 999."],
            ComposeError::Unreadable => ["不是证照标识。", "This is no licence id."],
            ComposeError::CheckCharacter => {
                ["证照标识的校验码不正确，请核对。", "The licence id has a wrong check character: look it up again."]
            }
            ComposeError::LastVersion => ["版本号已是 999，没有下一个。", "The version is 999: there is no next one."],
        }
    }
}

impl fmt::Display for ComposeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [zh, en] = self.words();
        write!(out, "{zh} {en}")
    }
}

impl std::error::Error for ComposeError {}
