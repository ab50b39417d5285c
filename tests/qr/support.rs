//! What the tests of QR assignments share: openssl's vectors, and encodings written anew, so that no test reads with what it tests.

use mohurd_ecert::qr::{PrivateKey, PublicKey};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::Value;

pub(crate) fn sets() -> Vec<Value> {
    serde_json::from_str(include_str!("vectors.json")).unwrap()
}

pub(crate) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap()
}

pub(crate) fn chance(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

pub(crate) fn pair() -> (PrivateKey, PublicKey) {
    let sets = sets();
    (PrivateKey::read(text(&sets[0], "privateKey")).unwrap(), PublicKey::read(text(&sets[0], "publicKey")).unwrap())
}

/// The base64 that stands in a PEM text.
pub(crate) fn bare(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with("---")).collect()
}

/// The bytes with each of their bits changed.
pub(crate) fn flipped(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    (0..bytes.len() * 8).map(|bit| {
        let mut changed = bytes.to_vec();
        changed[bit / 8] ^= 1 << (bit % 8);
        changed
    })
}

pub(crate) fn from_hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

pub(crate) fn from_base64(text: &str) -> Vec<u8> {
    mohurd_ecert::record::base64::decode(text).unwrap()
}

pub(crate) fn to_base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |group: &[u8]| {
        let bits = group.iter().chain([&0; 2]).take(3).fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        (0..=group.len()).map(|at| char::from(ALPHABET[bits >> (18 - 6 * at) & 63])).collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}
