use super::*;
use proptest::prelude::*;

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
        for other in ('0'..='9').chain('A'..='Z') {
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
    assert_eq!(check_character(&[id.type_code, id.issuer, id.serial, id.version]), Some('H'));
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
    assert_eq!(check_character(&["111", "00a"]), None);
}

/// The plain way: remainders and parts between dots.
fn plain_check(parts: &[&str]) -> Option<char> {
    let product = parts.concat().chars().try_fold(36, |product, character| {
        let value = character.to_digit(36).filter(|_| !character.is_ascii_lowercase())?;
        let sum = (product + value) % 36;
        Some(if sum == 0 { 36 } else { sum } * 2 % 37)
    })?;
    char::from_digit((37 - product) % 36, 36).map(|character| character.to_ascii_uppercase())
}

fn plain_parts(text: &str) -> Option<[&str; 5]> {
    let parts: Vec<&str> = text.strip_prefix("1.2.156.3005.2.")?.split('.').collect();
    let parts: [&str; 5] = parts.try_into().ok()?;
    let lengths = parts.map(str::len);
    let known = parts.concat().chars().all(|character| character.is_ascii_digit() || character.is_ascii_uppercase());
    let version = parts[3].chars().all(|character| character.is_ascii_digit());
    (matches!(lengths, [21, 18, 1..=usize::MAX, 3, 1]) && known && version).then_some(parts)
}

proptest! {
    #[test]
    fn the_check_character_is_that_of_the_plain_way(parts in proptest::collection::vec("[0-9A-Z]{0,60}", 0..4), wrong in "[0-9a-zA-Z.]{0,3}") {
        let mut parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        prop_assert_eq!(check_character(&parts), plain_check(&parts));
        parts.push(&wrong);
        prop_assert_eq!(check_character(&parts), plain_check(&parts));
    }

    #[test]
    fn parts_are_those_between_dots(id in 0..RIGHT.len(), changes in proptest::collection::vec((0..80_usize, "[0A.a安]?"), 0..3)) {
        let mut text = String::from(RIGHT[id]);
        for (at, change) in changes {
            if at < text.len() && text.is_char_boundary(at) && text.is_char_boundary(at + 1) {
                text.replace_range(at..=at, &change);
            }
        }
        let parts = LicenceId::parse(&text).map(|id| [id.type_code, id.issuer, id.serial, id.version, id.check]);
        prop_assert_eq!(parts, plain_parts(&text), "{}", &text);
    }
}
