//! 证书编号, in its canonical form and in the spellings that are in use.
//!
//! Whether a number agrees with the other fields of its record is for the rules. Appendix A.1 of the three certificate
//! standards (C 0304-2022, C 0317-2022 and the one of 安全生产许可证).

mod rest;

use crate::spec::Kind;
use crate::spec::dictionary::province;
use rest::{Rest, behind_spaces};

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
    is_canonical: bool,
}

const NO_SUFFIX: [&str; 2] = ["", ""];

impl<'a> CertNumber<'a> {
    /// Reads a number of that kind, canonical or a spelling of it. A preview has none.
    pub fn parse(kind: Kind, text: &'a str) -> Option<CertNumber<'a>> {
        if behind_spaces(text).len() < text.len() {
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
        let mut rest = Rest::of(text);
        rest.opening("（")?;
        let front = rest.front(2).or_else(|| rest.front(1))?;
        rest.closing("）")?;
        rest.word("JZ安许证字")?;
        rest.opening("[")?;
        let year = rest.digits(4, 4)?;
        rest.closing("]")?;
        let serial = rest.digits(5, 7)?;
        let suffix = if rest.word("-").is_some() {
            ["-", rest.digits(1, usize::MAX)?]
        } else if rest.word("延").is_some() {
            ["延", ""]
        } else {
            NO_SUFFIX
        };
        let is_canonical = rest.end()?;
        Some(CertNumber { kind: Kind::Safety, front, city: "", group: None, year, serial, suffix, is_canonical })
    }

    fn special(text: &'a str) -> Option<CertNumber<'a>> {
        let mut rest = Rest::of(text);
        let front = rest.front(2).or_else(|| rest.front(1))?;
        let city = rest.take(1, u8::is_ascii_uppercase)?;
        // The digits may stand in one run, so that each part takes its own number of them.
        let group = Some(rest.take(2, u8::is_ascii_digit)?);
        let year = rest.take(4, u8::is_ascii_digit)?;
        let serial = rest.take(6, u8::is_ascii_digit)?;
        let is_canonical = rest.end()?;
        Some(CertNumber { kind: Kind::Special, front, city, group, year, serial, suffix: NO_SUFFIX, is_canonical })
    }

    fn manager(text: &'a str, front: usize) -> Option<CertNumber<'a>> {
        let mut rest = Rest::of(text);
        let front = rest.front(front)?;
        rest.word("建安")?;
        let group = Some(rest.group()?);
        rest.opening("（")?;
        let year = rest.digits(4, 4)?;
        rest.closing("）")?;
        let serial = rest.take(7, u8::is_ascii_digit)?;
        let is_canonical = rest.end()?;
        Some(CertNumber { kind: Kind::Manager, front, city: "", group, year, serial, suffix: NO_SUFFIX, is_canonical })
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

    /// Whether it was written as it should be.
    pub fn is_canonical(&self) -> bool {
        self.is_canonical
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

#[cfg(test)]
mod tests;
