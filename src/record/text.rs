//! Text as it arrives: its ends, its length, the characters it may not hold, and its nearest known name.
//!
//! Nothing here knows a field. Readings R2 and R22; the characters are those of XML 1.0 §2.2, since the gateway speaks SOAP.

mod nearest;

use std::borrow::Cow;

pub use nearest::nearest;

use super::bytes::{Letters, begins, is_plain, letters_of};

/// A text that was read, and what is known of it.
#[derive(Clone)]
pub struct Text<'a> {
    /// The characters; U+FFFD stands for each half of a surrogate pair that stood alone.
    pub text: Cow<'a, str>,
    /// Whether there was such a half.
    pub ill_formed: bool,
    /// What is known of the characters.
    pub(crate) letters: Letters,
}

impl<'a> Text<'a> {
    /// A text that is whole.
    #[inline]
    pub fn whole(text: Cow<'a, str>) -> Text<'a> {
        Text { letters: letters_of(&text), text, ill_formed: false }
    }

    /// The same of a text that had to be written anew, which takes so long that a call does not count.
    #[inline(never)]
    fn anew(text: String) -> Text<'a> {
        Text::whole(Cow::Owned(text))
    }

    /// A text from its characters, of which a half of a surrogate pair is none.
    pub(super) fn from_characters(characters: impl Iterator<Item = Option<char>>, room: usize) -> Text<'a> {
        let mut text = String::with_capacity(room);
        let mut ill_formed = false;
        for character in characters {
            ill_formed |= character.is_none();
            text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        Text { ill_formed, ..Text::anew(text) }
    }
}

impl Text<'_> {
    /// Whether there is nothing to look for in it: it is not blank, no white space stands at its ends, and no character in it that a
    /// text should not hold. Some such texts are not told.
    #[inline]
    pub(crate) fn is_bare(&self) -> bool {
        let bytes = self.text.as_bytes();
        if self.letters.are_printable() { !matches!(bytes, [] | [b' ', ..] | [.., b' ']) } else { self.is_bare_beyond_ascii() }
    }

    #[inline(never)]
    fn is_bare_beyond_ascii(&self) -> bool {
        !self.ill_formed && has_letters_at_ends(self.text.as_bytes()) && is_plain(&self.text)
    }
}

/// The text without white space at its ends (reading R22).
pub fn trim(text: &str) -> &str {
    if has_letters_at_ends(text.as_bytes()) {
        return text;
    }
    text.trim_matches(is_space)
}

/// White space as Unicode has it, and two characters that are as invisible.
fn is_space(character: char) -> bool {
    let is_narrow = matches!(character, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}');
    is_narrow
        || matches!(
            character,
            '\u{1680}' | '\u{2000}'..='\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}'
        )
}

/// Whether a text begins and ends with a letter, as most do: of ASCII, or of U+4000 to U+9FFF, which are those of three bytes with such
/// a first one.
#[inline]
fn has_letters_at_ends(bytes: &[u8]) -> bool {
    let begins = matches!(bytes, [b'!'..=b'~' | 0xe4..=0xe9, ..]);
    begins && matches!(bytes, [.., b'!'..=b'~'] | [.., 0xe4..=0xe9, _, _])
}

/// The length in characters: Unicode scalar values (reading R2).
#[inline(never)]
pub fn length(text: &str) -> u32 {
    // Of a character only the first byte is none that goes on with one, which are 0b10xxxxxx.
    const ONES: u64 = 0x0101_0101_0101_0101;
    let (words, rest) = text.as_bytes().as_chunks();
    let go_on = |word: &[u8; 8]| {
        let word = u64::from_le_bytes(*word);
        (word >> 7 & !(word >> 6) & ONES).wrapping_mul(ONES) >> 56
    };
    let others = words.iter().map(go_on).sum::<u64>() as usize + rest.iter().filter(|byte| **byte & 0xc0 == 0x80).count();
    saturate(text.len() - others)
}

/// Characters that a text should not hold, by the places of the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Oddities {
    /// One that XML 1.0 cannot carry.
    pub forbidden: Option<u32>,
    /// One that breaks a line or turns its direction.
    pub line_break: Option<u32>,
}

/// Looks for characters that a text should not hold.
pub fn oddities(text: &str) -> Oddities {
    // Only where one may begin with some byte of the text are its characters looked at, which most texts are spared.
    if is_plain(text) {
        return Oddities::default();
    }
    let signs = text.bytes().fold(0, |signs, byte| signs | SIGNS.get(usize::from(byte)).copied().unwrap_or_default());
    let may_be_forbidden = signs & CONTROL != 0 || signs & LAST_BLOCK == LAST_BLOCK;
    Oddities {
        forbidden: if may_be_forbidden { first(text, is_forbidden) } else { None },
        line_break: if signs & (CONTROL | LINE_BREAK) != 0 { first(text, breaks_line) } else { None },
    }
}

#[inline(never)]
fn first(text: &str, wanted: fn(char) -> bool) -> Option<u32> {
    text.chars().position(wanted).map(saturate)
}

fn is_forbidden(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

fn breaks_line(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{7f}'..='\u{9f}')
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What a byte tells of a text that holds it: a control character;
const CONTROL: u8 = 1;
/// perhaps a character that breaks a line;
const LINE_BREAK: u8 = 2;
/// and, with both bits, perhaps U+FFFE or U+FFFF, whose first two bytes are 0xef 0xbf.
const LAST_BLOCK: u8 = 4 | 8;

static SIGNS: [u8; 256] = signs();

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn signs() -> [u8; 256] {
    let mut signs = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        signs[byte] = match byte {
            0..0x20 => CONTROL,
            0x7f | 0xc2 | 0xd8 | 0xe2 => LINE_BREAK,
            0xef => 4,
            0xbf => 8,
            _ => 0,
        };
        byte += 1;
    }
    signs
}

/// What stands before the first place of a word, and after it. (The search of `str` is made for long words, and in wasm costs
/// more than the rest of a page's checks.)
pub fn cut<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let first = *word.as_bytes().first()?;
    text.bytes().enumerate().filter(|(_, byte)| *byte == first).find_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at).filter(|(_, rest)| begins(rest.as_bytes(), word.as_bytes()))?;
        Some((before, rest.get(word.len()..)?))
    })
}

/// A count as the boundary carries it.
pub(super) fn saturate(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The text with full-width digits and Latin letters in their ASCII form.
pub fn half_width(text: &str) -> Cow<'_, str> {
    // All these forms begin with this byte.
    if text.bytes().all(|byte| byte != 0xef) {
        return Cow::Borrowed(text);
    }
    let narrowed: String = text.chars().map(narrow).collect();
    if narrowed == text { Cow::Borrowed(text) } else { Cow::Owned(narrowed) }
}

/// The text in half-width capitals.
#[inline(never)]
pub(super) fn capitals(text: &str) -> Cow<'_, str> {
    let narrow = half_width(text);
    if narrow.bytes().any(|byte| byte.is_ascii_lowercase()) { Cow::Owned(narrow.to_ascii_uppercase()) } else { narrow }
}

fn narrow(character: char) -> char {
    match character {
        // The full-width forms stand in the order of ASCII, this far above it.
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        _ => character,
    }
}

/// A text from UTF-16 units, each of two bytes, the lower first; an odd byte at the end is no unit.
pub fn from_utf16(units: &[u8]) -> Text<'static> {
    let (pairs, _) = units.as_chunks::<2>();
    if pairs.iter().all(|pair| matches!(pair, [0..0x80, 0])) {
        return Text::anew(pairs.iter().map(|[low, _]| char::from(*low)).collect());
    }
    Text::from_characters(char::decode_utf16(pairs.iter().map(|pair| u16::from_le_bytes(*pair))).map(Result::ok), pairs.len())
}

#[cfg(test)]
mod tests;
