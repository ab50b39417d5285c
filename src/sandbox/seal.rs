//! What a record gets with its assignment: `encryCertid` and `encryKey`, encrypted for a key pair that the sandbox hands out.
//!
//! Pair, keys of assignments and paddings are drawn from the seed, so that a test meets the same ones again. They keep nothing
//! secret: whoever has the seed has them, and no other system ever used them. Source: R16, and the module `qr`.

use std::fmt;
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::chance::Chance;
use crate::qr::{DesKey, PrivateKey, PublicKey, QrError, encrypt_assignment};

/// As the provinces' keys have.
const BITS: usize = 512;
/// What the key pair is drawn for; no assignment is called so.
const PAIR: &str = "key pair";

/// A sandbox's key pair.
#[derive(Debug)]
pub struct Keys {
    /// Decrypts what the sandbox assigns, as a province's key does.
    pub private: PrivateKey,
    /// What it encrypts for; also good in the place of the platform's key, in a QR code.
    pub public: PublicKey,
}

impl Keys {
    fn drawn(seed: u64) -> Result<Keys, QrError> {
        let private = PrivateKey::generate(BITS, &mut Chance::of(seed, PAIR))?;
        Ok(Keys { public: private.public(), private })
    }

    /// Both as base64: PKCS#8, and X.509 SubjectPublicKeyInfo.
    pub fn to_json(&self) -> Value {
        json!({"privateKey": self.private.to_base64().as_str(), "publicKey": self.public.to_base64()})
    }
}

/// Encrypts the assignments of a seed. The key pair is drawn when it is first needed.
pub(super) struct Seal {
    seed: u64,
    keys: OnceLock<Result<Keys, QrError>>,
}

impl Seal {
    pub(super) fn new(seed: u64) -> Seal {
        Seal { seed, keys: OnceLock::new() }
    }

    pub(super) fn keys(&self) -> Result<&Keys, QrError> {
        self.keys.get_or_init(|| Keys::drawn(self.seed)).as_ref().map_err(|error| *error)
    }

    /// What an assignment is answered with: the same each time.
    pub(super) fn pair(&self, assignment: &str) -> Result<[String; 2], QrError> {
        let mut chance = Chance::of(self.seed, assignment);
        let key = DesKey::digits(&mut chance)?;
        let sealed = encrypt_assignment(assignment, &key, &self.keys()?.public, &mut chance)?;
        Ok([sealed.encry_certid, sealed.encry_key])
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Seal")
    }
}
