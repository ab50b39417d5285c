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
