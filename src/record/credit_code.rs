//! 统一社会信用代码 (GB 32100-2015).
//!
//! Whether the parts of a code name a registry, a region or a company that exists is not looked at.

use std::borrow::Cow;

use super::text;

/// The digits and letters of a code, in the order of their values; I, O, S, V and Z are left out.
const ALPHABET: [u8; MODULUS] = *b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const MODULUS: usize = 31;
const CHECKED: usize = 17;

/// A code by its parts, whatever its check character.
pub struct CreditCode<'a> {
    /// 登记管理部门: the department that registered the body, one character.
    pub department: &'a str,
    /// 机构类别: its class at that department, one character.
    pub class: &'a str,
    /// 登记管理机关行政区划码: the region of the registry, six characters.
    pub region: &'a str,
    /// 主体标识码: the body itself, nine characters.
    pub body: &'a str,
    /// The check character as given.
    pub check: &'a str,
    /// The check character that belongs to the others.
    pub expected: char,
}

impl<'a> CreditCode<'a> {
    /// Reads 18 characters of the alphabet.
    pub fn parse(text: &'a str) -> Option<CreditCode<'a>> {
        let (front, check) = text.split_at_checked(CHECKED)?;
        let expected = check_character(front)?;
        let known = matches!(*check.as_bytes(), [last] if value(last).is_some());
        let part = |range| front.get(range).filter(|_| known);
        Some(CreditCode { department: part(0..1)?, class: part(1..2)?, region: part(2..8)?, body: part(8..CHECKED)?, check, expected })
    }

    /// Whether the check character is the one that belongs to the others.
    pub fn check_ok(&self) -> bool {
        self.check.chars().eq([self.expected])
    }
}

/// Whether the text is 18 characters of the alphabet, the last one the check character.
pub fn is_valid(text: &str) -> bool {
    <&[u8; CHECKED + 1]>::try_from(text.as_bytes()).is_ok_and(|[front @ .., check]| {
        weighted(front).zip(value(*check)).is_some_and(|(sum, check)| (sum + u32::from(check)).is_multiple_of(MODULUS as u32))
    })
}

/// The check character that follows these 17 characters.
pub fn check_character(front: &str) -> Option<char> {
    let sum = weighted(front.as_bytes().try_into().ok()?)?;
    let place = (MODULUS - sum as usize % MODULUS) % MODULUS;
    ALPHABET.get(place).copied().map(char::from)
}

/// The sum of all values, each weighted with a power of 3, if all have one.
fn weighted(front: &[u8; CHECKED]) -> Option<u32> {
    // All are added up before anything is asked: what has no value sets every bit, which values do not. The sum of values has less
    // than 32 bits.
    let values = front.iter().rev().map(|character| VALUES.get(usize::from(*character)).copied().unwrap_or(NONE));
    let (sum, all) = values.fold((0_u64, 0), |(sum, all), value| (sum * 3 + u64::from(value), all | value));
    (all != NONE).then_some(sum as u32)
}

fn value(character: u8) -> Option<u8> {
    VALUES.get(usize::from(character)).copied().filter(|value| *value != NONE)
}

const NONE: u8 = 0xff;
/// The place in the alphabet of each byte.
static VALUES: [u8; 256] = values();

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn values() -> [u8; 256] {
    let mut values = [NONE; 256];
    let mut value = 0;
    while value < MODULUS {
        values[ALPHABET[value] as usize] = value as u8;
        value += 1;
    }
    values
}

/// The code in half-width capitals.
pub fn canonical(text: &str) -> Cow<'_, str> {
    text::capitals(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_of_public_bodies_are_right() {
        for code in ["11110000000021135M", "113700000045030270", "11430000006122244L", "11220000013544541J", "11100000000013338W"] {
            assert!(is_valid(code), "{code}");
        }
        assert!(is_valid("11500000MB19461215"));
    }

    #[test]
    fn the_documents_wrong_codes_have_another_check_character() {
        assert_eq!(check_character("93361211MA396LXN9"), Some('2'));
        assert_eq!(check_character("91360200MA396LLK1"), Some('Y'));
        assert!(!is_valid("93361211MA396LXN9X"));
        assert!(!is_valid("91360200MA396LLK17"));
    }

    #[test]
    fn parts_are_given() {
        let code = CreditCode::parse("113700000045030271").unwrap();
        let parts = [code.department, code.class, code.region, code.body, code.check];
        assert_eq!(parts, ["1", "1", "370000", "004503027", "1"]);
        assert_eq!((code.expected, code.check_ok()), ('0', false));
        for wrong in ["", "11370000004503027", "11370000004503027I", "1137000000450302700", "一137000000450302700", "11370000004503027０"]
        {
            assert!(CreditCode::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn one_wrong_character_shows() {
        const CODE: &str = "11110000000021135M";
        for place in 0..18 {
            for other in ALPHABET.map(char::from) {
                let mut wrong: Vec<char> = CODE.chars().collect();
                if std::mem::replace(&mut wrong[place], other) != other {
                    assert!(!is_valid(&wrong.into_iter().collect::<String>()), "{other} at {place}");
                }
            }
        }
    }

    /// The plain way: weights, and the alphabet searched for each character.
    fn plain_check(front: &str) -> Option<char> {
        let sum = front.bytes().enumerate().try_fold(0, |sum, (place, character)| {
            let value = ALPHABET.iter().position(|other| *other == character)?;
            Some((sum + value * (0..place).fold(1, |weight, _| weight * 3 % MODULUS)) % MODULUS)
        })?;
        (front.len() == CHECKED).then(|| char::from(ALPHABET[(MODULUS - sum) % MODULUS]))
    }

    proptest! {
        #[test]
        fn the_check_character_is_that_of_the_plain_way(code in "[0-9A-HJ-NP-RTUW-Y]{17}", wrong in "[0-9A-HJ-NP-RTUW-Y]{15,18}[A-Za安]?") {
            let right = plain_check(&code);
            prop_assert_eq!(check_character(&code), right);
            prop_assert_eq!(check_character(&wrong), plain_check(&wrong));
            for last in ('\0'..='\u{ff}').chain(right) {
                prop_assert_eq!(is_valid(&format!("{code}{last}")), Some(last) == right);
            }
        }
    }

    #[test]
    fn shape_comes_first() {
        for wrong in
            ["", "M", "11110000000021135", "11110000000021135MM", "1111000000002113OM", "11110000000021135m", "１1110000000021135M"]
        {
            assert!(!is_valid(wrong), "{wrong}");
        }
        for wrong in ["", "1111000000002113", "1111000000002113I", "一111000000002113", "111100000000211351"] {
            assert_eq!(check_character(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn spellings_fold_to_one() {
        assert_eq!(canonical("１１１１0000000021135ｍ"), "11110000000021135M");
        assert_eq!(canonical("11110000000021135m"), "11110000000021135M");
        assert!(matches!(canonical("11110000000021135M"), Cow::Borrowed(_)));
    }
}
