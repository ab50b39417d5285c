//! Each hand-written matcher against its published pattern, on texts made from the pattern, on such texts with a character
//! changed, and on anything. What is computed and stands in no pattern is computed here once more, in another way.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "formats/table.rs"]
mod table;
#[path = "formats/values.rs"]
mod values;

use mohurd_ecert::record::cert_number::CertNumber;
use mohurd_ecert::record::credit_code;
use mohurd_ecert::spec::Kind;
use mohurd_ecert::spec::pattern::{self, Pattern};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::string::string_regex;
use regex::Regex;
use table::{FORMATS, Format};

/// The body of a pattern, which proptest takes without anchors.
fn body(pattern: &Pattern) -> &'static str {
    pattern.regex.strip_prefix('^').unwrap().strip_suffix('$').unwrap()
}

/// Characters that patterns turn on: those of the samples, their look-alikes, spaces, controls.
fn tricky() -> Vec<char> {
    let odd = "０９ＡＺａＸｘ－／．。｡：＠ aAzZxXgGiIoOsSvV-_.:/?#@[]()%\\+\"'<>^`{|}~\u{3000}\u{a0}\u{2007}\u{202f}\u{2009}\u{200b}\u{ad}\u{feff}\
               \0\t\n\r\u{1}\u{7f}\u{80}\u{85}\u{a0}\u{a1}\u{1680}\u{180e}\u{2000}\u{2010}\u{2027}\u{2028}\u{2030}\u{205e}\u{205f}\u{2070}\u{2fff}\u{3003}\
               \u{33ff}\u{3400}\u{4dff}\u{4e00}\u{9fff}\u{a000}\u{fefe}\u{ff00}\u{ff01}\u{ff65}\u{ff66}\u{fffd}\u{fffe}\u{ffff}\u{10000}\u{10ffff}𠮷";
    let mut all: Vec<char> = odd.chars().chain(FORMATS.iter().flat_map(|format| format.sample.chars())).collect();
    all.extend("（([〔【［）)]〕】］延建安-C123localhost://".chars());
    all.sort_unstable();
    all.dedup();
    all
}

fn agree(format: &Format, regex: &Regex, text: &str) -> Result<(), TestCaseError> {
    let expected = regex.is_match(text) && (format.computed)(text);
    prop_assert_eq!((format.matches)(text), expected, "{}: {:?}", format.pattern.id, text);
    Ok(())
}

fn run(format: &Format, texts: impl Strategy<Value = String>, made: bool) {
    let regex = Regex::new(format.pattern.regex).unwrap();
    let config = ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() };
    let result = proptest::test_runner::TestRunner::new(config).run(&texts, |text| {
        prop_assert!(!made || regex.is_match(&text), "{}: {:?}", format.pattern.id, text);
        agree(format, &regex, &text)
    });
    result.unwrap_or_else(|fault| panic!("{fault}"));
}

/// One change: nothing, a character replaced, put in or taken out, or two swapped.
fn change(text: &str, kind: u8, place: Index, character: char) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let place = place.index(characters.len());
    match kind {
        0 => characters[place] = character,
        1 => characters.insert(place, character),
        2 => characters.insert(characters.len() - place, character),
        3 => drop(characters.remove(place)),
        _ => characters.swap(place, 0),
    }
    characters.into_iter().collect()
}

#[test]
fn every_pattern_is_held_against_its_matcher() {
    let held: Vec<&str> = FORMATS.iter().map(|format| format.pattern.id).collect();
    let published: Vec<&str> = pattern::ALL.iter().map(|pattern| pattern.id).collect();
    assert_eq!(held, published);
}

#[test]
fn samples_match() {
    for format in FORMATS {
        assert!(Regex::new(format.pattern.regex).unwrap().is_match(format.sample), "{}", format.pattern.id);
        assert!((format.computed)(format.sample) && (format.matches)(format.sample), "{}", format.pattern.id);
    }
}

#[test]
fn texts_made_from_the_pattern() {
    for format in &FORMATS {
        run(format, string_regex(body(format.pattern)).unwrap(), true);
    }
}

#[test]
fn texts_with_a_change() {
    for format in &FORMATS {
        let made = prop_oneof![string_regex(body(format.pattern)).unwrap(), Just(format.sample.to_owned())];
        let changes = (made, 0..5_u8, any::<Index>(), proptest::sample::select(tricky()));
        run(format, changes.prop_map(|(text, kind, place, character)| change(&text, kind, place, character)), false);
    }
}

#[test]
fn samples_with_every_change() {
    let tricky = tricky();
    for format in &FORMATS {
        let regex = Regex::new(format.pattern.regex).unwrap();
        let sample: Vec<char> = format.sample.chars().collect();
        for place in 0..=sample.len() {
            for &character in &tricky {
                let put_in: String = sample[..place].iter().chain([&character]).chain(&sample[place..]).collect();
                agree(format, &regex, &put_in).unwrap();
                let rest = sample.get(place + 1..).unwrap_or_default();
                let replaced: String = sample[..place].iter().chain([&character]).chain(rest).collect();
                agree(format, &regex, &replaced).unwrap();
                let taken_out: String = sample[..place].iter().chain(rest).collect();
                agree(format, &regex, &taken_out).unwrap();
            }
        }
    }
}

#[test]
fn any_text() {
    for format in &FORMATS {
        run(format, any::<String>(), false);
        run(format, proptest::collection::vec(proptest::sample::select(tricky()), 0..24).prop_map(String::from_iter), false);
    }
}

/// What holds for a code with a right check character, of which chance makes few.
#[test]
fn codes_with_their_check_character() {
    let format = &FORMATS[2];
    let codes = string_regex("[0-9A-HJ-NPQRTUWXY]{17}").unwrap();
    run(format, codes.prop_map(|front| format!("{front}{}", credit_code::check_character(&front).unwrap())), true);
}

/// The ground that the two dialects share: ECMA-262 with the flag `u` knows no other escapes of these.
#[test]
fn patterns_keep_to_common_ground() {
    let escapes = Regex::new(r"\\(?:u[0-9a-f]{4}|[sS.\[\]^]|(.?))").unwrap();
    for pattern in pattern::ALL {
        for found in escapes.captures_iter(pattern.regex) {
            assert!(found.get(1).is_none(), "{}: {}", pattern.id, &found[0]);
        }
        for group in pattern.regex.split("(?").skip(1) {
            assert!(group.starts_with(':'), "{}: (?{group}", pattern.id);
        }
    }
}

#[test]
fn hosts_under_localhost() {
    for host in
        ["localhost", "a.localhost", "a.LOCALHOST.", "a.localhost:80", "a.localhost?x", "a.localhost.cn", "localhost.cn/a.localhost"]
    {
        agree(&FORMATS[11], &Regex::new(pattern::URL.regex).unwrap(), &format!("https://{host}")).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn canonical_numbers_stay_canonical(
        safety in string_regex(body(&pattern::SAFETY_NUMBER)).unwrap(),
        special in string_regex(body(&pattern::SPECIAL_NUMBER)).unwrap(),
        manager in string_regex(body(&pattern::MANAGER_NUMBER)).unwrap(),
    ) {
        for (kind, text) in [(Kind::Safety, safety), (Kind::Special, special), (Kind::Manager, manager)] {
            let number = CertNumber::parse(kind, &text).unwrap();
            let canonical = number.canonical();
            let again = CertNumber::parse(kind, &canonical).unwrap();
            prop_assert_eq!(again.canonical(), &*canonical);
            prop_assert_eq!((again.front(), again.group(), again.serial_digits()), (number.front(), number.group(), number.serial_digits()));
            // Nothing is lost but spaces and the style of brackets.
            let kept = |text: &str| text.chars().filter(|character| character.is_alphanumeric() || *character == '-').collect::<String>();
            prop_assert_eq!(kept(&text), kept(&canonical));
        }
    }
}
