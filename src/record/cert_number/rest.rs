//! What is left of a certificate number while it is read, part by part.

use crate::record::bytes::begins;

/// What is left to read. Every part may have spaces before it.
pub(super) struct Rest<'a> {
    text: &'a str,
    /// Whether there were no spaces so far, and no brackets but those that should be.
    is_canonical: bool,
}

impl<'a> Rest<'a> {
    pub(super) fn of(text: &'a str) -> Rest<'a> {
        Rest { text, is_canonical: true }
    }

    fn skip_spaces(&mut self) {
        let text = behind_spaces(self.text);
        self.is_canonical &= text.len() == self.text.len();
        self.text = text;
    }

    /// The next so many bytes.
    fn cut(&mut self, length: usize) -> Option<&'a str> {
        let (part, rest) = self.text.split_at_checked(length)?;
        self.text = rest;
        Some(part)
    }

    /// The next so many characters of ASCII, if each of them is wanted.
    pub(super) fn take(&mut self, count: usize, wanted: fn(&u8) -> bool) -> Option<&'a str> {
        self.skip_spaces();
        self.text.as_bytes().get(..count)?.iter().all(wanted).then(|| self.cut(count))?
    }

    /// So many characters of U+4E00 to U+9FFF.
    pub(super) fn front(&mut self, count: usize) -> Option<&'a str> {
        self.skip_spaces();
        let (characters, _) = self.text.as_bytes().as_chunks();
        let is_front = |character: &[u8; 3]| matches!(character, [0xe4, 0xb8..=0xbf, _] | [0xe5..=0xe9, ..]);
        characters.get(..count)?.iter().all(is_front).then(|| self.cut(3 * count))?
    }

    pub(super) fn digits(&mut self, least: usize, most: usize) -> Option<&'a str> {
        self.skip_spaces();
        let count = self.text.bytes().take_while(u8::is_ascii_digit).count();
        if (least..=most).contains(&count) { self.cut(count) } else { None }
    }

    /// A group of letters that no space divides.
    pub(super) fn group(&mut self) -> Option<&'a str> {
        self.skip_spaces();
        match self.text.as_bytes() {
            [b'A' | b'B', ..] => self.cut(1),
            [b'C', b'1'..=b'3', ..] => self.cut(2),
            _ => None,
        }
    }

    /// A word, whose characters spaces may divide.
    pub(super) fn word(&mut self, word: &str) -> Option<()> {
        if begins(self.text.as_bytes(), word.as_bytes()) {
            return self.cut(word.len()).map(drop);
        }
        let mut rest = Rest { ..*self };
        for character in word.chars() {
            rest.skip_spaces();
            rest.text = rest.text.strip_prefix(character)?;
        }
        *self = rest;
        Some(())
    }

    pub(super) fn opening(&mut self, usual: &str) -> Option<()> {
        self.bracket(usual, |character| matches!(character, '（' | '(' | '[' | '〔' | '【' | '［'))
    }

    pub(super) fn closing(&mut self, usual: &str) -> Option<()> {
        self.bracket(usual, |character| matches!(character, '）' | ')' | ']' | '〕' | '】' | '］'))
    }

    fn bracket(&mut self, usual: &str, is_bracket: fn(char) -> bool) -> Option<()> {
        if begins(self.text.as_bytes(), usual.as_bytes()) {
            return self.cut(usual.len()).map(drop);
        }
        self.skip_spaces();
        let mut rest = self.text.chars();
        let bracket = rest.next().filter(|character| is_bracket(*character))?;
        self.is_canonical &= usual.starts_with(bracket);
        self.text = rest.as_str();
        Some(())
    }

    /// Whether what was read is canonical, if nothing is left.
    pub(super) fn end(&self) -> Option<bool> {
        self.text.is_empty().then_some(self.is_canonical)
    }
}

pub(super) fn behind_spaces(text: &str) -> &str {
    // Each but the first begins with one of three bytes, and few other characters of a number do.
    let may_be_space = matches!(text.as_bytes(), [b' ' | 0xc2 | 0xe2 | 0xe3, ..]);
    if may_be_space { text.trim_start_matches(is_space) } else { text }
}

/// The spaces that are found inside numbers: the common one, the full-width one, and those that do not break.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{3000}' | '\u{a0}' | '\u{2007}' | '\u{202f}')
}
