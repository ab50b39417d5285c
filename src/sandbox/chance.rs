//! Numbers that look like chance, and are the same for the same seed, so that a test meets the same tokens again (splitmix64).
//!
//! Nothing drawn here is hard to guess: it is for a stand-in, never for a real secret.

use rand_core::{CryptoRng, Error, RngCore};

/// A source of such numbers.
#[derive(Clone)]
pub(super) struct Chance(u64);

impl Chance {
    /// The source of a seed.
    pub(super) fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    /// The source of a seed and a text: the same text draws the same again, whatever was drawn before (FNV-1a).
    pub(super) fn of(seed: u64, text: &str) -> Chance {
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Chance(seed ^ hash)
    }

    fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// So many characters of an alphabet.
    pub(super) fn text(&mut self, alphabet: &str, count: usize) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        let place = |number: u64| usize::try_from(number % (letters.len().max(1) as u64)).unwrap_or_default();
        (0..count).filter_map(|_| letters.get(place(self.number())).copied()).collect()
    }
}

impl RngCore for Chance {
    fn next_u32(&mut self) -> u32 {
        (self.number() >> 32) as u32
    }

    fn next_u64(&mut self) -> u64 {
        self.number()
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        for (place, byte) in bytes.iter_mut().zip(std::iter::repeat_with(|| self.number().to_le_bytes()).flatten()) {
            *place = byte;
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

/// It is not: keys of a stand-in that can be drawn again are what is wanted here, and the encryption asks for the mark.
impl CryptoRng for Chance {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_the_published_ones() {
        let mut chance = Chance::new(1_234_567);
        let drawn = [chance.number(), chance.number(), chance.number()];
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn a_text_draws_the_same_again() {
        let draw = |seed, text| Chance::of(seed, text).text("0123456789", 12);
        assert_eq!(draw(1, "a"), draw(1, "a"));
        assert_ne!(draw(1, "a"), draw(1, "b"));
        assert_ne!(draw(1, "a"), draw(2, "a"));
        assert_eq!(Chance::new(1).text("", 3), "");
    }

    #[test]
    fn bytes_are_those_of_the_numbers() {
        let (mut bytes, mut chance) = ([0; 12], Chance::new(1_234_567));
        chance.fill_bytes(&mut bytes);
        assert_eq!(bytes[..8], 6_457_827_717_110_365_317_u64.to_le_bytes());
        assert_eq!(bytes[8..], 3_203_168_211_198_807_973_u64.to_le_bytes()[..4]);
        assert_eq!(chance.next_u32(), (9_817_491_932_198_370_423_u64 >> 32) as u32);
    }
}
