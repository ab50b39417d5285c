//! Licence ids, certificate numbers, credit codes and identity numbers as values: what is composed reads back, what follows is
//! right, and no text at all brings the readers down. Oracles compute the check characters a second time.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "values/oracles.rs"]
mod oracles;

use mohurd_ecert::Kind;
use mohurd_ecert::record::cert_number::CertNumber;
use mohurd_ecert::record::credit_code::{self, CreditCode};
use mohurd_ecert::record::id_number::IdNumber;
use mohurd_ecert::record::licence_id::{ComposeError, LicenceId};
use mohurd_ecert::spec::dictionary::province::MARKS;
use oracles::{CODE_DIGITS, code, mod_11, mod_31, mod_37_36, number};
use proptest::prelude::*;

const ISSUER: &str = "11110000000021135M";

fn check_of(id: &LicenceId) -> char {
    mod_37_36(&[id.type_code, id.issuer, id.serial, id.version].concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_composed_reads_back((kind, spelled, _, serial) in number(), issuer in code(), version in 1..=999_u32) {
        let text = LicenceId::compose(kind, &issuer, &spelled, version).unwrap();
        let id = LicenceId::parse(&text).unwrap();
        prop_assert_eq!(id.kind(), Some(kind));
        prop_assert_eq!((id.issuer, id.serial, id.version_number()), (issuer.as_str(), serial.as_str(), version));
        prop_assert_eq!(id.check, check_of(&id).to_string());
        prop_assert!(id.check_ok());
    }

    #[test]
    fn the_next_differs_in_version_and_check((kind, spelled, _, _) in number(), issuer in code(), version in 1..=999_u32) {
        let text = LicenceId::compose(kind, &issuer, &spelled, version).unwrap();
        let id = LicenceId::parse(&text).unwrap();
        if version == 999 {
            prop_assert_eq!(id.next(), Err(ComposeError::LastVersion));
            return Ok(());
        }
        let next = id.next().unwrap();
        prop_assert_eq!(&LicenceId::compose(kind, &issuer, &spelled, version + 1).unwrap(), &next);
        let next = LicenceId::parse(&next).unwrap();
        prop_assert_eq!((next.type_code, next.issuer, next.serial), (id.type_code, id.issuer, id.serial));
        prop_assert_eq!(next.version_number(), version + 1);
        prop_assert_eq!(next.check, check_of(&next).to_string());
    }

    #[test]
    fn a_number_says_its_kind_and_its_canonical_spelling((kind, spelled, canonical, serial) in number()) {
        let number = CertNumber::parse_any(&spelled).unwrap();
        prop_assert_eq!(number.kind(), kind);
        prop_assert_eq!(number.serial_digits(), serial);
        prop_assert_eq!([number.year(), number.serial()].concat(), number.serial_digits());
        let province = number.province().unwrap();
        prop_assert!(MARKS.iter().any(|(code, marks)| *code == province && marks.contains(number.front())));
        prop_assert_eq!(number.canonical(), canonical.as_str());
        prop_assert!(Kind::CERTIFICATES.iter().all(|other| CertNumber::parse(*other, &canonical).is_some() == (*other == kind)));
    }

    #[test]
    fn a_code_expects_its_check_character(text in code(), last in proptest::sample::select(CODE_DIGITS)) {
        let other = text[..17].to_owned() + &char::from(last).to_string();
        for text in [&text, &other] {
            let code = CreditCode::parse(text).unwrap();
            prop_assert_eq!([code.department, code.class, code.region, code.body, code.check].concat(), text.as_str());
            prop_assert_eq!(code.expected, mod_31(&text[..17]));
            prop_assert_eq!(code.check_ok(), text.ends_with(code.expected));
            prop_assert_eq!(code.check_ok(), credit_code::is_valid(text));
        }
    }

    #[test]
    fn an_identity_number_says_birth_gender_and_region(
        (place, province) in ("[0-9]{4}", proptest::sample::select(MARKS.as_slice())),
        (year, month, day) in (1900..2200_u32, 1..=12_u32, 1..=28_u32),
        order in "[0-9]{3}",
    ) {
        let region = province.0[..2].to_owned() + &place;
        let front = format!("{region}{year}{month:02}{day:02}{order}");
        let text = format!("{front}{}", mod_11(&front));
        let number = IdNumber::parse(&text).unwrap();
        prop_assert!(number.is_valid());
        prop_assert_eq!(number.region(), region);
        prop_assert_eq!(number.birth_date().to_wire(), format!("{year}-{month:02}-{day:02}"));
        let odd = order.ends_with(['1', '3', '5', '7', '9']);
        prop_assert_eq!(number.gender(), if odd { "1" } else { "2" });
        prop_assert_eq!(number.as_str(), text.as_str());
    }

    #[test]
    fn no_text_brings_a_reader_down(text in any::<String>(), issuer in any::<String>(), version in any::<u32>()) {
        read_all(&text, &issuer, version)?;
    }

    #[test]
    fn no_nearly_right_text_does(text in "[0-9A-Z.（）()\\[\\]建安许证字京JZ延 -]{0,80}", issuer in "[0-9A-Z１Ｘ一]{17,19}", version in any::<u32>()) {
        read_all(&text, &issuer, version)?;
    }

    #[test]
    fn no_damaged_id_does((kind, spelled, _, _) in number(), issuer in code(), at in any::<prop::sample::Index>(), character in any::<char>()) {
        let text = LicenceId::compose(kind, &issuer, &spelled, 1).unwrap();
        let mut characters: Vec<char> = text.chars().collect();
        let place = at.index(characters.len());
        characters[place] = character;
        let damaged: String = characters.into_iter().collect();
        prop_assert!(damaged == text || LicenceId::next_of(&damaged).is_err() || LicenceId::canonical(&damaged) == text);
        read_all(&damaged, &issuer, 1)?;
    }
}

/// Reads a text as each of the values.
fn read_all(text: &str, issuer: &str, version: u32) -> Result<(), TestCaseError> {
    for kind in Kind::ALL {
        if let Ok(id) = LicenceId::compose(kind, issuer, text, version) {
            prop_assert!(LicenceId::parse(&id).is_some_and(|id| id.check_ok()));
        }
    }
    if let Ok(id) = LicenceId::next_of(text) {
        prop_assert!(LicenceId::parse(&id).is_some_and(|id| id.check_ok()));
    }
    if let Some(number) = CertNumber::parse_any(text) {
        let canonical = number.canonical();
        prop_assert_eq!(CertNumber::parse_any(&canonical).unwrap().canonical(), canonical.as_str());
    }
    if let Some(code) = CreditCode::parse(issuer) {
        prop_assert!(!code.check_ok() || credit_code::is_valid(issuer));
    }
    if let Some(number) = IdNumber::parse(text) {
        prop_assert!(IdNumber::parse(number.as_str()).is_some());
    }
    Ok(())
}

#[test]
fn published_ids_follow_each_other() {
    let id = |tail: &str| format!("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.{tail}");
    assert_eq!(LicenceId::next_of(&id("001.U")).unwrap(), id("002.S"));
    assert_eq!(LicenceId::next_of(&format!("\u{feff} {} ", id("001.u"))).unwrap(), id("002.S"));
    assert_eq!(LicenceId::next_of(&id("001.V")), Err(ComposeError::CheckCharacter));
    assert_eq!(LicenceId::next_of(&id("01.U")), Err(ComposeError::Unreadable));
    assert_eq!(LicenceId::next_of(""), Err(ComposeError::Unreadable));
}

#[test]
fn the_documents_skeleton_is_read_and_has_no_next() {
    let skeleton = "1.2.156.3005.2.11100000000013338W050.XXXXXXXXXXXXXXXXXX.ANNNNNNN.001.X";
    let id = LicenceId::parse(skeleton).unwrap();
    assert_eq!((id.kind(), id.check_ok(), check_of(&id)), (Some(Kind::Safety), false, 'H'));
    assert_eq!(id.next(), Err(ComposeError::CheckCharacter));
    let manager = LicenceId::parse("1.2.156.3005.2.11100000000013338W099.11430000006122244L.20230000403.001.U").unwrap();
    assert_eq!(manager.kind(), None);
}

#[test]
fn ids_are_composed_for_each_kind() {
    for (kind, issuer, number, expected) in [
        (Kind::Safety, "113700000045030270", "（鲁）JZ安许证字[2023]087974", "W050.113700000045030270.2023087974.001.E"),
        (Kind::Safety, "113700000045030270", "(鲁)JZ 安许证字[2023]087974延", "W050.113700000045030270.2023087974.001.E"),
        (Kind::Special, ISSUER, "京A012012000392", "W032.11110000000021135M.2012000392.001.0"),
        (Kind::Manager, ISSUER, "京建安C3（2021）0022585", "W011.11110000000021135M.20210022585.001.W"),
        (Kind::Manager, " 11110000000021135ｍ", "京建安 C3(2021)0022585 ", "W011.11110000000021135M.20210022585.001.W"),
    ] {
        let id = LicenceId::compose(kind, issuer, number, 1).unwrap();
        assert_eq!(id.strip_prefix("1.2.156.3005.2.11100000000013338"), Some(expected));
    }
}

#[test]
fn what_no_id_can_be_made_of_is_refused() {
    const NUMBER: &str = "京建安C3（2021）0022585";
    let refused = |kind, issuer, number, version| LicenceId::compose(kind, issuer, number, version).unwrap_err();
    assert_eq!(refused(Kind::Preview, ISSUER, NUMBER, 1), ComposeError::Kind);
    // The document's own issuer, with a wrong check character.
    assert_eq!(refused(Kind::Manager, "93361211MA396LXN9X", NUMBER, 1), ComposeError::Issuer);
    assert_eq!(refused(Kind::Manager, "", NUMBER, 1), ComposeError::Issuer);
    assert_eq!(refused(Kind::Special, ISSUER, NUMBER, 1), ComposeError::CertNumber);
    assert_eq!(refused(Kind::Manager, ISSUER, "", 1), ComposeError::CertNumber);
    for version in [0, 1000, u32::MAX] {
        assert_eq!(refused(Kind::Manager, ISSUER, NUMBER, version), ComposeError::Version);
    }
}

#[test]
fn an_error_has_a_name_and_sentences_of_its_own() {
    const ALL: [ComposeError; 7] = [
        ComposeError::Kind,
        ComposeError::Issuer,
        ComposeError::CertNumber,
        ComposeError::Version,
        ComposeError::Unreadable,
        ComposeError::CheckCharacter,
        ComposeError::LastVersion,
    ];
    let mut told: Vec<&str> = ALL.iter().flat_map(|error| [error.id(), error.words()[0], error.words()[1]]).collect();
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), 21);
    assert!(ALL.iter().all(|error| error.words().join(" ") == error.to_string()));
}

#[test]
fn a_front_that_is_no_provinces_is_read() {
    let number = CertNumber::parse_any("（兵团）JZ安许证字[2023]087974-12").unwrap();
    assert_eq!((number.front(), number.province(), number.suffix()), ("兵团", None, ["-", "12"]));
    let special = CertNumber::parse_any("鲁A 01 2008 000001").unwrap();
    assert_eq!((special.province(), special.city(), special.group()), (Some("370000"), "A", Some("01")));
    assert!(CertNumber::parse_any("湘建安C（2015）0000002").is_none());
}
