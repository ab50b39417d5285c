//! The check characters a second time, as their standards word them, and numbers and codes that are right.

use mohurd_ecert::Kind;
use mohurd_ecert::spec::dictionary::province::MARKS;
use proptest::prelude::*;

/// The credit codes' digits; those of ids are all 36.
pub(crate) const CODE_DIGITS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// MOD 37,36 as ISO 7064 words it: the one character with which the whole is congruent to 1.
pub(crate) fn mod_37_36(text: &str) -> char {
    let value = |character: char| character.to_digit(36).unwrap();
    let sum_after = |sum: u32, value: u32| match (sum + value) % 36 {
        0 => 36 * 2 % 37,
        sum => sum * 2 % 37,
    };
    let sum = text.chars().map(value).fold(36, sum_after);
    let fitting = (0..36).find(|last| (sum + last) % 36 == 1).unwrap();
    char::from_digit(fitting, 36).unwrap().to_ascii_uppercase()
}

/// GB 32100 by its table of weights.
pub(crate) fn mod_31(front: &str) -> char {
    const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    let value = |byte| CODE_DIGITS.iter().position(|digit| *digit == byte).unwrap();
    let sum: usize = front.bytes().zip(WEIGHTS).map(|(byte, weight)| value(byte) * weight).sum();
    char::from(CODE_DIGITS[(31 - sum % 31) % 31])
}

/// GB 11643 by its table of weights.
pub(crate) fn mod_11(front: &str) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = front.bytes().zip(WEIGHTS).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
    char::from(b"10X98765432"[(sum % 11) as usize])
}

/// A valid credit code.
pub(crate) fn code() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(CODE_DIGITS), 17).prop_map(|front| {
        let front = String::from_utf8(front).unwrap();
        let last = mod_31(&front);
        front + &last.to_string()
    })
}

/// A kind, a number of it in some spelling, its canonical spelling, and the serial of its licence id.
pub(crate) fn number() -> impl Strategy<Value = (Kind, String, String, String)> {
    let mark = proptest::sample::select(MARKS.iter().flat_map(|(_, marks)| marks.chars()).collect::<Vec<_>>());
    let group = proptest::sample::select(vec!["A", "B", "C1", "C2", "C3"]);
    (0..3_usize, mark, group, "[0-9]{4}", "[0-9]{7}", "[A-Z]", "[0-9]{2}", any::<bool>()).prop_map(
        |(kind, mark, group, year, serial, city, trade, odd)| match kind {
            0 => {
                let serial = &serial[..6];
                let canonical = format!("（{mark}）JZ安许证字[{year}]{serial}");
                let spelled = if odd { format!("({mark})JZ 安许证字〔{year}〕{serial}") } else { canonical.clone() };
                (Kind::Safety, spelled, canonical, format!("{year}{serial}"))
            }
            1 => {
                let serial = &serial[..6];
                let canonical = format!("{mark}{city}{trade}{year}{serial}");
                let spelled = if odd { format!("{mark} {city} {trade} {year} {serial}") } else { canonical.clone() };
                (Kind::Special, spelled, canonical, format!("{year}{serial}"))
            }
            _ => {
                let canonical = format!("{mark}建安{group}（{year}）{serial}");
                let spelled = if odd { format!("{mark}建安 {group}({year}) {serial}") } else { canonical.clone() };
                (Kind::Manager, spelled, canonical, format!("{year}{serial}"))
            }
        },
    )
}
