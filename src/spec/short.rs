//! A code as one word: its letters and how many they are. Two of them compare in one step, which a record's checks do a hundred
//! times. All codes of the tables are so short; a text that is not is none of them.

/// A text of up to seven bytes, or what stands for every longer one.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(align(4))]
pub struct Short([u8; SIZE]);

const SIZE: usize = 8;
/// What is too long.
const LONG: Short = Short([u8::MAX; SIZE]);

impl Short {
    /// The text as one word.
    #[inline]
    pub const fn of(text: &str) -> Short {
        let letters = match *text.as_bytes() {
            [] => 0,
            [a] => a as u64,
            [a, b] => u16::from_le_bytes([a, b]) as u64,
            [a, b, c] => u32::from_le_bytes([a, b, c, 0]) as u64,
            [a, b, c, d] => u32::from_le_bytes([a, b, c, d]) as u64,
            [a, b, c, d, e] => u64::from_le_bytes([a, b, c, d, e, 0, 0, 0]),
            [a, b, c, d, e, f] => u64::from_le_bytes([a, b, c, d, e, f, 0, 0]),
            [a, b, c, d, e, f, g] => u64::from_le_bytes([a, b, c, d, e, f, g, 0]),
            _ => return LONG,
        };
        Short((letters | (text.len() as u64) << 56).to_le_bytes())
    }

    /// The text; nothing of one that was too long.
    pub fn as_str(&self) -> &str {
        let [letters @ .., length] = &self.0;
        letters.get(..usize::from(*length)).and_then(|letters| core::str::from_utf8(letters).ok()).unwrap_or_default()
    }

    /// Whether it is this code.
    #[inline(always)]
    pub const fn is(self, code: &str) -> bool {
        self.same(Short::of(code))
    }

    /// Whether it is one of these codes of a table, which are not too long.
    pub fn is_among(self, codes: &[Short]) -> bool {
        codes.iter().any(|code| self.same(*code))
    }

    /// Whether both are the same; what is too long is taken for the same as another such text, and no code of a table is.
    #[inline(always)]
    pub const fn same(self, other: Short) -> bool {
        u64::from_le_bytes(self.0) == u64::from_le_bytes(other.0)
    }
}

/// A code of a table: one that is longer does not compile.
pub(crate) const fn code(text: &str) -> Short {
    assert!(text.len() < SIZE);
    Short::of(text)
}

/// Codes of a table.
#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
pub(crate) const fn codes<const N: usize>(texts: [&str; N]) -> [Short; N] {
    let (mut codes, mut index) = ([Short::of(""); N], 0);
    while index < N {
        codes[index] = code(texts[index]);
        index += 1;
    }
    codes
}

impl std::ops::Deref for Short {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl std::fmt::Debug for Short {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.as_str(), out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_the_same_where_they_are() {
        let texts = ["", "0", "00", "01", "A", "C1", "001", "0001", "00001", "110000", "1100000", "\u{0}", "省", "省1", "0\u{0}"];
        for (at, text) in texts.into_iter().enumerate() {
            assert_eq!(Short::of(text).as_str(), text);
            for (other, second) in texts.into_iter().enumerate() {
                assert_eq!(Short::of(text).same(Short::of(second)), at == other, "{text} {second}");
                assert_eq!(Short::of(text).is(second), at == other);
            }
        }
    }

    #[test]
    fn what_is_too_long_is_no_code() {
        let long = Short::of("12345678");
        assert_eq!(long.as_str(), "");
        assert!(!long.is("") && !long.is("1234567") && !long.is("\u{7f}\u{7f}"));
    }
}
