//! 证书编号, in its canonical form and in the spellings that are in use.
//!
//! Whether a number agrees with the other fields of its record is for the rules. Appendix A.1 of the three certificate
//! standards (C 0304-2022, C 0317-2022 and the one of 安全生产许可证).

use super::bytes::begins;
use crate::spec::Kind;
use crate::spec::dictionary::province;

/// A certificate number by its parts, as given.
pub struct CertNumber<'a> {
    kind: Kind,
    front: &'a str,
    /// The letter of the city (特种作业).
    city: &'a str,
    /// The trade (特种作业) or the letter group (安管人员).
    group: Option<&'a str>,
    year: &'a str,
    serial: &'a str,
    /// What may follow the serial of a 安全生产许可证: a mark, and a number after it.
    suffix: [&'a str; 2],
}

const NO_SUFFIX: [&str; 2] = ["", ""];

const OPENING: &str = "（([〔【［";
const CLOSING: &str = "）)]〕】］";
/// The longer names first, since the shorter are how they begin.
const GROUPS: [&str; 5] = ["C1", "C2", "C3", "A", "B"];

impl<'a> CertNumber<'a> {
    /// Reads a number of that kind, canonical or a spelling of it. A preview has none.
    pub fn parse(kind: Kind, text: &'a str) -> Option<CertNumber<'a>> {
        if text.starts_with(is_space) {
            return None;
        }
        match kind {
            Kind::Safety => CertNumber::safety(text),
            Kind::Special => CertNumber::special(text),
            Kind::Manager => {
                // A character of the front may be 建 itself, so the shorter front is tried first.
                CertNumber::manager(text, 1).or_else(|| CertNumber::manager(text, 2))
            }
            Kind::Preview => None,
        }
    }

    /// Reads a number of any kind: no text is a number of two.
    pub fn parse_any(text: &'a str) -> Option<CertNumber<'a>> {
        Kind::CERTIFICATES.into_iter().find_map(|kind| CertNumber::parse(kind, text))
    }

    fn safety(text: &'a str) -> Option<CertNumber<'a>> {
        let mut rest = Rest(text);
        rest.one_of(OPENING)?;
        let front = rest.front(2).or_else(|| rest.front(1))?;
        rest.one_of(CLOSING)?;
        rest.word("JZ安许证字")?;
        let year = rest.bracketed_year()?;
        let serial = rest.digits(5, 7)?;
        let suffix = match rest.one_of("-延") {
            Some('-') => ["-", rest.digits(1, usize::MAX)?],
            Some(_) => ["延", ""],
            None => NO_SUFFIX,
        };
        rest.end(CertNumber { kind: Kind::Safety, front, city: "", group: None, year, serial, suffix })
    }

    fn special(text: &'a str) -> Option<CertNumber<'a>> {
        let mut rest = Rest(text);
        let front = rest.front(2).or_else(|| rest.front(1))?;
        let city = rest.take(1, |character| character.is_ascii_uppercase())?;
        // The digits may stand in one run, so that each part takes its own number of them.
        let group = Some(rest.take(2, is_digit)?);
        let year = rest.take(4, is_digit)?;
        let serial = rest.take(6, is_digit)?;
        rest.end(CertNumber { kind: Kind::Special, front, city, group, year, serial, suffix: NO_SUFFIX })
    }

    fn manager(text: &'a str, front: usize) -> Option<CertNumber<'a>> {
        let mut rest = Rest(text);
        let front = rest.front(front)?;
        rest.word("建安")?;
        let group = Some(GROUPS.into_iter().find(|group| rest.skip(group).is_some())?);
        let year = rest.bracketed_year()?;
        let serial = rest.take(7, is_digit)?;
        rest.end(CertNumber { kind: Kind::Manager, front, city: "", group, year, serial, suffix: NO_SUFFIX })
    }

    /// The one or two characters in front: the province's, as a rule.
    pub fn front(&self) -> &'a str {
        self.front
    }

    /// The kind of certificate that has it.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The code of the province that the front stands for, where it is known.
    pub fn province(&self) -> Option<&'static str> {
        province::of_mark(self.front.chars().next()?)
    }

    /// The letter of the city, in a number of 特种作业; empty in others.
    pub fn city(&self) -> &'a str {
        self.city
    }

    /// The year.
    pub fn year(&self) -> &'a str {
        self.year
    }

    /// The serial.
    pub fn serial(&self) -> &'a str {
        self.serial
    }

    /// What follows the serial of a 安全生产许可证: `-` and a number, 延 and nothing, or twice nothing.
    pub fn suffix(&self) -> [&'a str; 2] {
        self.suffix
    }

    /// The letter group of a manager (A, B, C1, C2, C3) or the two digits of a trade.
    pub fn group(&self) -> Option<&'a str> {
        self.group
    }

    /// What the serial of the licence id is made of: year and serial.
    pub fn serial_digits(&self) -> String {
        [self.year, self.serial].concat()
    }

    /// The number as it should be written; serial and what follows it stay as given.
    pub fn canonical(&self) -> String {
        self.parts().concat()
    }

    /// Whether the text is the number as it should be written.
    pub fn is_canonical(&self, text: &str) -> bool {
        self.parts().iter().try_fold(text, |rest, part| behind(rest, part)) == Some("")
    }

    fn parts(&self) -> [&'a str; 8] {
        let [mark, number] = self.suffix;
        let group = self.group.unwrap_or_default();
        match self.kind {
            Kind::Safety => ["（", self.front, "）JZ安许证字[", self.year, "]", self.serial, mark, number],
            Kind::Manager => [self.front, "建安", group, "（", self.year, "）", self.serial, ""],
            Kind::Special | Kind::Preview => [self.front, self.city, group, self.year, self.serial, "", "", ""],
        }
    }
}

/// What is left to read. Every part may have spaces before it.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    fn behind_spaces(&self) -> &'a str {
        // Each but the first begins with one of three bytes, and few other characters of a number do.
        let may_be_space = matches!(self.0.as_bytes(), [b' ' | 0xc2 | 0xe2 | 0xe3, ..]);
        if may_be_space { self.0.trim_start_matches(is_space) } else { self.0 }
    }

    /// The next so many characters, if each of them is wanted.
    fn take(&mut self, count: usize, wanted: impl Fn(char) -> bool) -> Option<&'a str> {
        let text = self.behind_spaces();
        let mut rest = text.chars();
        for _ in 0..count {
            rest.next().filter(|character| wanted(*character))?;
        }
        self.0 = rest.as_str();
        text.strip_suffix(rest.as_str())
    }

    fn front(&mut self, count: usize) -> Option<&'a str> {
        self.take(count, |character| matches!(character, '\u{4e00}'..='\u{9fff}'))
    }

    fn digits(&mut self, least: usize, most: usize) -> Option<&'a str> {
        let count = self.behind_spaces().bytes().take_while(u8::is_ascii_digit).count();
        if (least..=most).contains(&count) { self.take(count, is_digit) } else { None }
    }

    fn one_of(&mut self, characters: &str) -> Option<char> {
        let mut rest = self.behind_spaces().chars();
        let character = rest.next().filter(|character| characters.chars().any(|other| other == *character))?;
        self.0 = rest.as_str();
        Some(character)
    }

    /// A group of letters that no space divides.
    fn skip(&mut self, group: &str) -> Option<()> {
        self.0 = behind(self.behind_spaces(), group)?;
        Some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        word.chars().try_for_each(|wanted| self.take(1, |character| character == wanted).map(drop))
    }

    fn bracketed_year(&mut self) -> Option<&'a str> {
        self.one_of(OPENING)?;
        let year = self.digits(4, 4)?;
        self.one_of(CLOSING)?;
        Some(year)
    }

    fn end(&self, number: CertNumber<'a>) -> Option<CertNumber<'a>> {
        self.0.is_empty().then_some(number)
    }
}

/// What follows a short word.
#[inline]
fn behind<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    if begins(text.as_bytes(), word.as_bytes()) { text.get(word.len()..) } else { None }
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// The spaces that are found inside numbers: the common one, the full-width one, and those that do not break.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{3000}' | '\u{a0}' | '\u{2007}' | '\u{202f}')
}

#[cfg(test)]
mod tests;
