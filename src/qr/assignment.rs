//! The assignment: decrypted from what a submission is answered, and encrypted as the platform does it.

use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use super::cipher;
use super::encoding::{from_base64, from_hex, to_hex};
use super::error::{Part, QrError, Reason};
use super::key::{DesKey, PrivateKey, PublicKey};
use crate::record::record_id::is_assignment;
use crate::record::text::cut;

/// What a submission is answered: the members of the same names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// `encryCertid`: the assignment under the key, as upper-case hexadecimal digits.
    pub encry_certid: String,
    /// `encryKey`: the key under the reader's RSA key, as base64.
    pub encry_key: String,
}

/// An assignment, decrypted, with the key that it was encrypted with.
pub struct Assignment {
    text: String,
    key: DesKey,
}

impl Assignment {
    /// What was encrypted: an id of 19 digits, or with some gateways the finished address of the QR code.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is an id: province, year and serial, 19 digits in all.
    pub fn is_well_formed(&self) -> bool {
        is_assignment(&self.text)
    }

    /// The address, if it is one: then it is the text of the QR code.
    pub fn url(&self) -> Option<&str> {
        let scheme = cut(&self.text, "://")?.0;
        ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)).then_some(&*self.text)
    }

    pub(super) fn key(&self) -> &DesKey {
        &self.key
    }
}

/// The assignment in what a submission was answered.
///
/// # Errors
/// `base64`, `hex`, `length`, `key-or-cipher`, `des-padding` or `text`; each says of which part.
pub fn decrypt_assignment(encry_certid: &str, encry_key: &str, private: &PrivateKey) -> Result<Assignment, QrError> {
    let encrypted = from_hex(encry_certid, Part::Certid)?;
    let key = private.decrypt(&from_base64(encry_key, Part::Key)?)?;
    let text = open(&encrypted, &key)?;
    Ok(Assignment { text, key })
}

/// The text under a key that is known.
///
/// # Errors
/// `length`, `des-padding` or `text`.
fn open(encrypted: &[u8], key: &DesKey) -> Result<String, QrError> {
    let plain: Zeroizing<Vec<u8>> = cipher::decrypt(encrypted, key)?;
    let text = std::str::from_utf8(&plain).ok().filter(|text| !text.is_empty());
    text.map(str::to_owned).ok_or(QrError::new(Part::Assignment, Reason::Text))
}

/// An assignment as the platform answers it: for whoever holds the private key to `public`.
///
/// # Errors
/// `text` of an empty one, `length` of a public key that is too short.
pub fn encrypt_assignment(text: &str, key: &DesKey, public: &PublicKey, chance: &mut impl CryptoRngCore) -> Result<Sealed, QrError> {
    if text.is_empty() {
        return Err(QrError::new(Part::Assignment, Reason::Text));
    }
    let encry_certid = to_hex(&cipher::encrypt(text.as_bytes(), key));
    Ok(Sealed { encry_certid, encry_key: public.encrypt(key, chance)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decrypted(hex: &str, key: &[u8; 8]) -> String {
        open(&from_hex(hex, Part::Certid).unwrap(), &DesKey::new(*key)).unwrap()
    }

    /// The document's two replies under the key of its example, and a vector of a system in production.
    const KNOWN: [(&str, &[u8; 8], &str); 3] = [
        ("8B9704DDABA730072E5546FD5B8F61E4890FE52BAB2E71B8", b"12345678", "1100002022000000001"),
        ("EDBE76D9217A23212E5546FD5B8F61E4671575AD27A50AF6", b"12345678", "4300002022000000087"),
        ("E941DF69380267CA328282F15D461A16EE8E2F319018C34F", b"30041532", "1100002023000004859"),
    ];

    #[test]
    fn what_is_known_decrypts_and_encrypts() {
        for (hex, key, id) in KNOWN {
            assert_eq!([decrypted(hex, key), decrypted(&hex.to_lowercase(), key)], [id, id]);
            assert_eq!(to_hex(&cipher::encrypt(id.as_bytes(), &DesKey::new(*key))), hex);
        }
    }
}
