//! Sets and maps of texts that keep no text: 128-bit FNV-1a stands for it, so that a batch of any size remembers its ids in
//! a few bytes a record and no personal value outlives its record.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Texts, each with the number it was first given with.
#[derive(Default)]
pub struct FirstSeen(HashMap<u128, u32, BuildHasherDefault<Hashed>>);

impl FirstSeen {
    /// The number the text was first given with, or nothing if it is new; then it is remembered with this one.
    pub fn first(&mut self, text: &str, number: u32) -> Option<u32> {
        match self.0.entry(fnv1a(text)) {
            std::collections::hash_map::Entry::Occupied(entry) => Some(*entry.get()),
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(number);
                None
            }
        }
    }
}

/// A set of texts.
#[derive(Default)]
pub struct NameSet(FirstSeen);

impl NameSet {
    /// Adds a text; whether it is new.
    pub fn insert(&mut self, text: &str) -> bool {
        self.0.first(text, 0).is_none()
    }
}

fn fnv1a(text: &str) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    text.bytes().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

/// The keys are hashes already; their low half serves as it is.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }

    fn write_u128(&mut self, hash: u128) {
        self.0 = hash as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_remembered_with_its_first_number() {
        let mut seen = FirstSeen::default();
        assert_eq!(seen.first("a", 1), None);
        assert_eq!(seen.first("b", 2), None);
        assert_eq!(seen.first("a", 3), Some(1));
        assert_eq!(seen.first("a", 4), Some(1));
        assert_eq!(seen.first("", 5), None);
    }

    #[test]
    fn the_hash_is_the_published_one() {
        // The two vectors of the FNV reference for the empty text and for "a".
        assert_eq!(fnv1a(""), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(fnv1a("a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }
}
