//! SipHash-1-3 of a text (Aumasson and Bernstein, 2012): whoever does not know the key cannot write texts whose hashes meet. That of the
//! standard library takes its input in pieces, which a text needs not.

/// What texts are hashed with: the state that a key gives.
#[derive(Clone, Copy)]
pub(super) struct Sip([u64; 4]);

impl Sip {
    pub(super) fn keyed([first, second]: [u64; 2]) -> Sip {
        Sip([first ^ 0x736f_6d65_7073_6575, second ^ 0x646f_7261_6e64_6f6d, first ^ 0x6c79_6765_6e65_7261, second ^ 0x7465_6462_7974_6573])
    }

    #[inline(never)]
    pub(super) fn hash(self, bytes: &[u8]) -> u64 {
        let (words, rest) = bytes.as_chunks();
        // The bytes behind the last whole word, and the length above them.
        let last = rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte)) | (bytes.len() as u64) << 56;
        let mut state = self.0;
        for word in words {
            state = with(state, u64::from_le_bytes(*word));
        }
        let [a, b, c, d] = with(state, last);
        let [a, b, c, d] = round(round(round([a, b, c ^ 0xff, d])));
        a ^ b ^ c ^ d
    }
}

fn with([a, b, c, d]: [u64; 4], word: u64) -> [u64; 4] {
    let [a, b, c, d] = round([a, b, c, d ^ word]);
    [a ^ word, b, c, d]
}

fn round([a, b, c, d]: [u64; 4]) -> [u64; 4] {
    let (a, c) = (a.wrapping_add(b), c.wrapping_add(d));
    let (b, d) = (b.rotate_left(13) ^ a, d.rotate_left(16) ^ c);
    let (a, c) = (a.rotate_left(32).wrapping_add(d), c.wrapping_add(b));
    let (b, d) = (b.rotate_left(17) ^ c, d.rotate_left(21) ^ a);
    [a, b, c.rotate_left(32), d]
}

#[cfg(test)]
mod tests {
    use std::hash::{DefaultHasher, Hasher};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_that_of_the_standard_library(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut hasher = DefaultHasher::new();
            hasher.write(&bytes);
            prop_assert_eq!(Sip::keyed([0; 2]).hash(&bytes), hasher.finish());
        }
    }

    #[test]
    fn both_halves_of_the_key_count() {
        let hashes = [[0, 0], [1, 0], [0, 1]].map(|key| Sip::keyed(key).hash(b"a"));
        assert!(hashes[0] != hashes[1] && hashes[0] != hashes[2] && hashes[1] != hashes[2]);
    }
}
