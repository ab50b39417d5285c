//! The keys: RSA, as the province and the platform have them, and the eight bytes that one assignment is encrypted with.
//!
//! No password is read, nor any other container than PKCS#8 and SPKI. Keys are wiped when they are dropped and say nothing of
//! themselves in `Debug`.

use std::fmt;

use rand_core::CryptoRngCore;
use rsa::pkcs8::{DecodePrivateKey, DecodePublicKey, EncodePrivateKey, EncodePublicKey};
use rsa::traits::PublicKeyParts;
use rsa::{Pkcs1v15Encrypt, RsaPrivateKey, RsaPublicKey};
use zeroize::Zeroizing;

use super::encoding::{from_base64, to_base64};
use super::error::{Part, QrError, Reason};
use crate::record::text::cut;

/// The key that decrypts: the province's, for what it is answered.
pub struct PrivateKey(RsaPrivateKey);

/// The key that encrypts: the platform's for the province, for the QR code.
#[derive(Clone)]
pub struct PublicKey(RsaPublicKey);

/// The key of one assignment: eight bytes, digits in what is seen in use.
#[derive(Clone)]
pub struct DesKey(Zeroizing<[u8; 8]>);

impl PrivateKey {
    /// Reads PKCS#8, in PEM or base64.
    ///
    /// # Errors
    /// `key-format`.
    pub fn read(text: &str) -> Result<PrivateKey, QrError> {
        let der = der(text, Part::PrivateKey)?;
        RsaPrivateKey::from_pkcs8_der(&der).map(PrivateKey).map_err(|_| QrError::new(Part::PrivateKey, Reason::KeyFormat))
    }

    /// A new key of so many bits: for a sandbox or a test.
    ///
    /// # Errors
    /// `length`, of a size that no key can have.
    pub fn generate(bits: usize, chance: &mut impl CryptoRngCore) -> Result<PrivateKey, QrError> {
        let bad = QrError::new(Part::PrivateKey, Reason::Length);
        if !(512..=4096).contains(&bits) {
            return Err(bad);
        }
        RsaPrivateKey::new(chance, bits).map(PrivateKey).map_err(|_| bad)
    }

    /// The key that encrypts for this one.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.to_public_key())
    }

    /// PKCS#8 as base64.
    pub fn to_base64(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_pkcs8_der().map(|der| to_base64(der.as_bytes())).unwrap_or_default())
    }

    /// What an `encryKey` holds.
    pub(super) fn decrypt(&self, encrypted: &[u8]) -> Result<DesKey, QrError> {
        if encrypted.len() != self.0.size() {
            return Err(QrError::new(Part::Key, Reason::Length));
        }
        let plain = self.0.decrypt(Pkcs1v15Encrypt, encrypted).map(Zeroizing::new);
        let plain = plain.map_err(|_| QrError::new(Part::Key, Reason::KeyOrCipher))?;
        DesKey::read(&plain)
    }
}

impl PublicKey {
    /// Reads an X.509 SubjectPublicKeyInfo, in PEM or base64.
    ///
    /// # Errors
    /// `key-format`.
    pub fn read(text: &str) -> Result<PublicKey, QrError> {
        let der = der(text, Part::PublicKey)?;
        RsaPublicKey::from_public_key_der(&der).map(PublicKey).map_err(|_| QrError::new(Part::PublicKey, Reason::KeyFormat))
    }

    /// SubjectPublicKeyInfo as base64.
    pub fn to_base64(&self) -> String {
        self.0.to_public_key_der().map(|der| to_base64(der.as_bytes())).unwrap_or_default()
    }

    /// An `encryKey` that holds this: another one each time.
    pub(super) fn encrypt(&self, key: &DesKey, chance: &mut impl CryptoRngCore) -> Result<String, QrError> {
        let encrypted = self.0.encrypt(chance, Pkcs1v15Encrypt, key.bytes());
        encrypted.map(|bytes| to_base64(&bytes)).map_err(|_| QrError::new(Part::PublicKey, Reason::Length))
    }
}

impl DesKey {
    /// The key of these eight bytes.
    pub fn new(bytes: [u8; 8]) -> DesKey {
        DesKey(Zeroizing::new(bytes))
    }

    /// A key of eight digits.
    ///
    /// # Errors
    /// `random`, where nothing can be drawn.
    pub fn digits(chance: &mut impl CryptoRngCore) -> Result<DesKey, QrError> {
        let mut key = DesKey::new([0; 8]);
        for digit in key.0.iter_mut() {
            *digit = drawn_digit(chance)?;
        }
        Ok(key)
    }

    /// The key of eight bytes, if these are as many.
    ///
    /// # Errors
    /// `length`.
    pub fn read(bytes: &[u8]) -> Result<DesKey, QrError> {
        bytes.try_into().map(DesKey::new).map_err(|_| QrError::new(Part::DesKey, Reason::Length))
    }

    pub(super) fn bytes(&self) -> &[u8; 8] {
        &self.0
    }
}

/// A digit, each as likely as the others.
fn drawn_digit(chance: &mut impl CryptoRngCore) -> Result<u8, QrError> {
    /// More draws than a source of chance ever needs.
    const MOST: usize = 1000;
    let mut drawn = [0];
    for _ in 0..MOST {
        chance.try_fill_bytes(&mut drawn).map_err(|_| QrError::new(Part::DesKey, Reason::Random))?;
        let [byte] = drawn;
        if byte < 250 {
            return Ok(b'0' + byte % 10);
        }
    }
    Err(QrError::new(Part::DesKey, Reason::Random))
}

/// What stands between the lines of a PEM text, or the whole of a bare one.
fn der(text: &str, part: Part) -> Result<Zeroizing<Vec<u8>>, QrError> {
    let bare = match cut(text, "-----BEGIN ") {
        Some((_, rest)) => cut(rest, "-----").and_then(|(_, rest)| cut(rest, "-----END ")).map_or("", |(bare, _)| bare),
        None => text,
    };
    from_base64(bare.trim_start_matches('\u{feff}'), part).map_err(|_| QrError::new(part, Reason::KeyFormat))
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PrivateKey")
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PublicKey")
    }
}

impl fmt::Debug for DesKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("DesKey")
    }
}
