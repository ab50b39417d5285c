//! The characters that the body of a string stands for.

use std::str::Chars;

/// The characters of a body that was read before, its escapes resolved; a half of a surrogate pair is an error with its
/// unit.
pub(in crate::record) struct Characters<'a>(Chars<'a>);

impl<'a> Characters<'a> {
    pub(in crate::record) fn of(body: &'a str) -> Characters<'a> {
        Characters(body.chars())
    }

    /// What `\u` stands for, together with a second one where the two are a pair.
    fn unicode(&mut self) -> Result<char, u16> {
        let first = unit(&mut self.0);
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first.into()).ok_or(first);
        }
        let mut ahead = self.0.clone();
        if ahead.next() != Some('\\') || ahead.next() != Some('u') {
            return Err(first);
        }
        let second = unit(&mut ahead);
        let character = char::decode_utf16([first, second]).next().and_then(Result::ok).ok_or(first)?;
        self.0 = ahead;
        Ok(character)
    }
}

impl Iterator for Characters<'_> {
    type Item = Result<char, u16>;

    fn next(&mut self) -> Option<Self::Item> {
        let character = self.0.next()?;
        if character != '\\' {
            return Some(Ok(character));
        }
        let character = match self.0.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return Some(self.unicode()),
            itself => itself,
        };
        Some(Ok(character))
    }
}

/// Four hexadecimal digits.
fn unit(digits: &mut Chars) -> u16 {
    digits.take(4).filter_map(|digit| digit.to_digit(16)).fold(0, |unit, digit| unit << 4 | digit as u16)
}
