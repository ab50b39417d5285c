//! 证照标识: the id of an electronic licence, `root.type.issuer.serial.version.check`.
//!
//! Whether type and serial are those of the record is for the rules. Appendix A.2 of the certificate standards; the check
//! character is GB/T 17710 (ISO 7064) MOD 37,36.

/// What every licence id begins with.
pub const ROOT: &str = "1.2.156.3005.2";

/// The digits and letters, in the order of their values.
const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// A licence id by its parts.
pub struct LicenceId<'a> {
    /// The type of the certificate, 21 characters.
    pub type_code: &'a str,
    /// The issuer's 统一社会信用代码, 18 characters.
    pub issuer: &'a str,
    /// The serial, made of the certificate number.
    pub serial: &'a str,
    /// The version, three digits.
    pub version: &'a str,
    /// The check character as given.
    pub check: &'a str,
}

impl<'a> LicenceId<'a> {
    /// Reads an id of the right shape, whatever its check character.
    pub fn parse(text: &'a str) -> Option<LicenceId<'a>> {
        let mut parts = text.strip_prefix(ROOT)?.strip_prefix('.')?.split('.');
        let mut part = || parts.next().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()));
        let id = LicenceId { type_code: part()?, issuer: part()?, serial: part()?, version: part()?, check: part()? };
        let lengths = id.type_code.len() == 21 && id.issuer.len() == 18 && id.version.len() == 3 && id.check.len() == 1;
        let version = id.version.bytes().all(|byte| byte.is_ascii_digit());
        (lengths && version && !id.serial.is_empty() && parts.next().is_none()).then_some(id)
    }

    /// Whether the last character is the check character of what stands between root and it.
    pub fn check_ok(&self) -> bool {
        let checked = [self.type_code, self.issuer, self.serial, self.version];
        check_character(checked.into_iter().flat_map(str::chars)).is_some_and(|right| self.check.starts_with(right))
    }
}

/// The check character of these digits and capital letters.
pub fn check_character(characters: impl Iterator<Item = char>) -> Option<char> {
    let mut product = 36;
    for character in characters {
        let sum = (product + ALPHABET.find(character)?) % 36;
        // The standard's remainder runs from 1 to 36.
        product = if sum == 0 { 36 } else { sum } * 2 % 37;
    }
    ALPHABET.chars().nth((37 - product) % 36)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Published examples, and ids computed by another implementation for the kinds that have none.
    const RIGHT: [&str; 8] = [
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S",
        "1.2.156.3005.2.11100000000013338W011.11110000000021135M.20230329701.003.Y",
        "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
        "1.2.156.3005.2.11100000000013338W050.113700000045030270.2023087974.001.E",
        "1.2.156.3005.2.11100000000013338W032.11110000000021135M.2012000392.001.0",
        "1.2.156.3005.2.11100000000013338W011.11110000000021135M.20210022585.001.W",
        "1.2.156.3005.2.11100000000013338W050.91610800064834709T.2023000001.001.2",
    ];

    #[test]
    fn examples_are_right() {
        for text in RIGHT {
            assert!(LicenceId::parse(text).is_some_and(|id| id.check_ok()), "{text}");
        }
    }

    #[test]
    fn parts_are_given() {
        let id = LicenceId::parse(RIGHT[0]).unwrap();
        assert_eq!(
            [id.type_code, id.issuer, id.serial, id.version, id.check],
            ["11100000000013338W011", "11430000006122244L", "20230000403", "001", "U"]
        );
    }

    #[test]
    fn one_wrong_character_shows() {
        for place in ROOT.len() + 1..RIGHT[0].len() {
            for other in ALPHABET.chars() {
                let mut wrong: Vec<char> = RIGHT[0].chars().collect();
                if std::mem::replace(&mut wrong[place], other) != other {
                    let wrong: String = wrong.into_iter().collect();
                    assert!(!LicenceId::parse(&wrong).is_some_and(|id| id.check_ok()), "{wrong}");
                }
            }
        }
    }

    #[test]
    fn the_documents_skeleton_has_the_shape_but_not_the_check() {
        let id = LicenceId::parse("1.2.156.3005.2.11100000000013338W050.XXXXXXXXXXXXXXXXXX.ANNNNNNN.001.X").unwrap();
        assert!(!id.check_ok());
        let front = [id.type_code, id.issuer, id.serial, id.version].concat();
        assert_eq!(check_character(front.chars()), Some('H'));
    }

    #[test]
    fn other_texts_are_no_ids() {
        for wrong in [
            "",
            "1.2.156.3005.2",
            "1.2.156.3005.2.",
            "1.2.156.3005.3.11100000000013338W011.11430000006122244L.20230000403.001.U",
            "1.2.156.3005.2.11100000000013338W01.11430000006122244L.20230000403.001.U",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244.20230000403.001.U",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244L..001.U",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.01.U",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.00A.U",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U.",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.u",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244l.20230000403.001.U",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244L.2023000０403.001.U",
            " 1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
        ] {
            assert!(LicenceId::parse(wrong).is_none(), "{wrong}");
        }
        assert_eq!(check_character("11100a".chars()), None);
    }
}
