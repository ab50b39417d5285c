//! 公民身份号码, the number of identity document type 111 (GB 11643-1999).
//!
//! Numbers of other documents have no form that is known here.

use std::borrow::Cow;

use super::bytes::pairs;
use super::date::Date;
use super::text;
use crate::spec::dictionary::gender::{FEMALE, MALE};
use crate::spec::dictionary::province;

/// A number with the right shape and a birth date that exists; the check character and the region may still be wrong.
pub struct IdNumber<'a> {
    folded: Cow<'a, str>,
    birth_date: Date,
}

/// What a citizen's number says, without the number.
#[derive(Clone, Copy)]
pub struct Citizen {
    /// The birth date, digits 7–14.
    pub birth_date: Date,
    /// The code of the gender that digit 17 tells.
    pub gender: &'static str,
    /// Whether region and check character are right.
    pub is_valid: bool,
}

impl<'a> IdNumber<'a> {
    /// What the number says.
    pub fn citizen(&self) -> Citizen {
        Citizen { birth_date: self.birth_date, gender: self.gender(), is_valid: self.is_valid() }
    }

    /// Reads a number in any of its spellings: a small x and full-width characters pass.
    pub fn parse(text: &'a str) -> Option<IdNumber<'a>> {
        // Most are canonical.
        let (folded, [century, year, month, day]) = match birth_digits(text) {
            Some(digits) => (Cow::Borrowed(text), digits),
            None => {
                let folded = IdNumber::canonical(text);
                let digits = birth_digits(&folded)?;
                (folded, digits)
            }
        };
        let birth_date = Date::new(u16::from(century) * 100 + u16::from(year), month, day)?;
        Some(IdNumber { folded, birth_date })
    }

    /// The birth date, digits 7–14.
    pub fn birth_date(&self) -> Date {
        self.birth_date
    }

    /// Whether digit 17 is a man's: odd.
    pub fn is_male(&self) -> bool {
        self.folded.as_bytes().get(16).is_some_and(|digit| digit % 2 == 1)
    }

    /// The region where the number was given, digits 1–6.
    pub fn region(&self) -> &str {
        self.folded.get(..6).unwrap_or_default()
    }

    /// The number in its canonical spelling.
    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// The code of the gender that digit 17 tells.
    pub fn gender(&self) -> &'static str {
        if self.is_male() { MALE } else { FEMALE }
    }

    /// Whether the number is right by itself: region and check character. That its day of birth has come is for those who
    /// know the day.
    pub fn is_valid(&self) -> bool {
        self.region_known() && self.check_ok()
    }

    /// Whether the first two digits are a province's, or those of residence permits.
    pub fn region_known(&self) -> bool {
        self.folded.get(..2).is_some_and(province::begins_id_number)
    }

    /// Whether the last character is the check character (ISO 7064 MOD 11-2).
    pub fn check_ok(&self) -> bool {
        let Ok([digits @ .., last]) = <&[u8; 18]>::try_from(self.folded.as_bytes()) else { return false };
        // Seventeen characters do not grow out of the number; what they are more than their digits comes off at the end.
        let sum = digits.iter().fold(0, |sum, byte| sum * 2 + u32::from(*byte)) - (MORE << 17) + MORE;
        let check = if *last == b'X' { 10 } else { u32::from(*last) - MORE };
        (sum * 2 + check) % 11 == 1
    }

    /// Whether the number is spelled as it should be: no small x, no full-width characters.
    pub fn spelled(text: &str) -> bool {
        birth_digits(text).is_some() || !text.chars().any(|character| matches!(character, 'x' | '０'..='９' | 'Ｘ' | 'ｘ'))
    }

    /// The number with half-width characters and a capital X at its end.
    pub fn canonical(text: &str) -> Cow<'_, str> {
        let narrow = text::half_width(text);
        match narrow.strip_suffix('x') {
            Some(front) => {
                let mut folded = String::from(front);
                folded.push('X');
                Cow::Owned(folded)
            }
            None => narrow,
        }
    }
}

/// The digits 7–14, in pairs, of a text that has the shape of a number in its canonical spelling.
fn birth_digits(text: &str) -> Option<[u8; 4]> {
    let bytes: &[u8; 18] = text.as_bytes().try_into().ok()?;
    let (eights, rest) = bytes.as_chunks();
    let ([front, back], [b'0'..=b'9', b'0'..=b'9' | b'X']) = (eights, rest) else { return None };
    let ([_, _, _, century], [year, month, day, _]) = (pairs(*front)?, pairs(*back)?);
    Some([century, year, month, day])
}

/// What the character of a digit is more than the digit.
const MORE: u32 = b'0' as u32;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // The standard's own example, a woman's number; the others are invented from it.
    const EXAMPLE: &str = "11010519491231002X";

    #[test]
    fn the_standards_example_is_right() {
        let number = IdNumber::parse(EXAMPLE).unwrap();
        assert_eq!(number.birth_date().to_wire(), "1949-12-31");
        assert!(!number.is_male());
        assert_eq!((number.region(), number.gender(), number.as_str()), ("110105", "2", EXAMPLE));
        assert!(number.region_known());
        assert!(number.check_ok() && number.is_valid());
        let other = IdNumber::parse("110105194912310011").unwrap();
        assert!(other.is_male() && other.gender() == "1");
    }

    #[test]
    fn one_wrong_digit_or_a_swap_shows() {
        for place in 0..17 {
            for digit in "0123456789".chars() {
                let mut wrong: Vec<char> = EXAMPLE.chars().collect();
                if std::mem::replace(&mut wrong[place], digit) == digit {
                    continue;
                }
                let wrong: String = wrong.into_iter().collect();
                assert!(!IdNumber::parse(&wrong).is_some_and(|number| number.check_ok()), "{wrong}");
            }
        }
        assert!(!IdNumber::parse("110105194912310020").unwrap().check_ok());
        assert!(!IdNumber::parse("11015019491231002X").unwrap().check_ok());
    }

    #[test]
    fn shape_and_birth_date_are_needed() {
        let wrong = [
            "",
            "X",
            "1101051949123100",
            "11010519491231002",
            "11010519491231002XX",
            "110105194912310X2X",
            "11010519491331002X",
            "11010519490229002X",
            "11010518491231002X",
            "320923166523129587",
            "11010519491231002Y",
            "110105 9491231002X",
            "110105491231002",
            "一1010519491231002X",
        ];
        for text in wrong {
            assert!(IdNumber::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_region_is_a_province() {
        let known = |text| IdNumber::parse(text).unwrap().region_known();
        assert!(known("830000199001011234"));
        assert!(known("650000199001011234"));
        assert!(!known("660000199001011234"));
        assert!(!known("000000199001011234"));
        // A right check character does not make a region of 66.
        let nowhere = IdNumber::parse("660000199001011232").unwrap();
        assert!(nowhere.check_ok() && !nowhere.is_valid());
    }

    proptest! {
        #[test]
        fn shape_and_check_character_are_those_of_the_plain_way(text in "[0-9]{6}(19|20)[0-9]{2}(0[1-9]|1[0-9])[0-3][0-9X]{3,4}[0-9xXＸA４]{1,2}") {
            let folded = IdNumber::canonical(&text);
            let is_shaped = folded.len() == 18 && folded.bytes().enumerate().all(|(at, byte)| byte.is_ascii_digit() || at == 17 && byte == b'X');
            let birth_date = folded.get(6..14).filter(|_| is_shaped).and_then(Date::parse);
            let number = IdNumber::parse(&text);
            prop_assert!(number.as_ref().map(IdNumber::birth_date) == birth_date);
            let Some(number) = number else { return Ok(()) };
            let weighted = |(at, digit): (usize, char)| digit.to_digit(10).unwrap_or(10) * (1 << (17 - at));
            prop_assert_eq!(number.check_ok(), number.as_str().chars().enumerate().map(weighted).sum::<u32>() % 11 == 1);
            prop_assert_eq!(IdNumber::spelled(&text), number.as_str() == text);
        }
    }

    #[test]
    fn spellings_fold_to_one() {
        for spelling in ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "1101051949123100２ｘ"] {
            assert!(!IdNumber::spelled(spelling));
            assert_eq!(IdNumber::canonical(spelling), EXAMPLE);
            assert!(IdNumber::parse(spelling).unwrap().check_ok());
        }
        assert!(IdNumber::spelled(EXAMPLE));
        assert!(matches!(IdNumber::canonical(EXAMPLE), Cow::Borrowed(EXAMPLE)));
    }
}
