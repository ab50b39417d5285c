//! What a record gets with its assignment: `encryCertid` and `encryKey`.
//!
//! These are opaque stand-ins. They look like the real pair (24 bytes as upper-case hexadecimal digits, 64 bytes as base64) and
//! nothing can be decrypted from them: nothing was encrypted. The same seed and assignment give the same pair. Whoever puts
//! the real encryption here replaces this one function.

use super::chance::Chance;

const HEX: &str = "0123456789ABCDEF";
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// The last symbol of 64 bytes carries two bits; its other four are zero.
const BASE64_LAST: &str = "AQgw";

/// The pair of an assignment.
pub(super) fn pair(seed: u64, assignment: &str) -> [String; 2] {
    let mut chance = Chance::of(seed, assignment);
    let cert_id = chance.text(HEX, 48);
    let key = format!("{}{}==", chance.text(BASE64, 85), chance.text(BASE64_LAST, 1));
    [cert_id, key]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::base64;

    #[test]
    fn it_looks_like_the_real_pair() {
        let [cert_id, key] = pair(1, "3500002024000000001");
        assert_eq!((cert_id.len(), base64::decode(&key).unwrap().len()), (48, 64));
        assert!(cert_id.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte)));
        assert_eq!(pair(1, "3500002024000000001"), [cert_id, key]);
        assert_ne!(pair(1, "3500002024000000002"), pair(1, "3500002024000000001"));
    }
}
