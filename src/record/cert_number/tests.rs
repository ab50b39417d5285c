use super::*;
use proptest::prelude::*;

fn canonical(kind: Kind, text: &str) -> Option<String> {
    CertNumber::parse(kind, text).map(|number| number.canonical())
}

#[test]
fn canonical_numbers_stay_as_they_are() {
    for (kind, text) in [
        (Kind::Safety, "（鲁）JZ安许证字[2023]087974"),
        (Kind::Safety, "（兵团）JZ安许证字[2023]08797"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]0879745-12"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]087974延"),
        (Kind::Special, "京A012012000392"),
        (Kind::Special, "兵团A012012000392"),
        (Kind::Manager, "京建安C3（2021）0022585"),
        (Kind::Manager, "川建安B（2021）1052428"),
        (Kind::Manager, "建建安A（2004）0004960"),
        (Kind::Manager, "建建建安A（2004）0004960"),
    ] {
        assert_eq!(canonical(kind, text).as_deref(), Some(text));
        assert!(CertNumber::parse(kind, text).unwrap().is_canonical());
    }
}

#[test]
fn spellings_in_use_become_canonical() {
    for (kind, text, expected) in [
        (Kind::Safety, "(鄂)JZ安许证字[2019]031585", "（鄂）JZ安许证字[2019]031585"),
        (Kind::Safety, "（湘）JZ 安许证字[2021]110029", "（湘）JZ安许证字[2021]110029"),
        (Kind::Safety, "〔沪〕JZ安许证字〔2019〕040975", "（沪）JZ安许证字[2019]040975"),
        (Kind::Safety, "【沪]J Z\u{3000}安许\u{a0}证字 （2019］ 040975 - 3", "（沪）JZ安许证字[2019]040975-3"),
        (Kind::Safety, "（沪）JZ安许证字[2019]040975 延", "（沪）JZ安许证字[2019]040975延"),
        (Kind::Special, "鲁 A 01 2008 000001", "鲁A012008000001"),
        (Kind::Manager, "湘建安 A（2015）0000002", "湘建安A（2015）0000002"),
        (Kind::Manager, "京建安A(2004)0004960", "京建安A（2004）0004960"),
        (Kind::Manager, "京\u{202f}建 安\u{2007}C1 [2015〕 0000001", "京建安C1（2015）0000001"),
    ] {
        assert_eq!(canonical(kind, text).as_deref(), Some(expected));
        assert_eq!(CertNumber::parse(kind, text).unwrap().is_canonical(), text == expected);
    }
}

#[test]
fn parts_are_given() {
    let safety = CertNumber::parse(Kind::Safety, "（鲁）JZ安许证字[2023]087974延").unwrap();
    assert_eq!((safety.front(), safety.group(), safety.serial_digits().as_str()), ("鲁", None, "2023087974"));
    let special = CertNumber::parse(Kind::Special, "京A 012012000392").unwrap();
    assert_eq!((special.front(), special.group(), special.serial_digits().as_str()), ("京", Some("01"), "2012000392"));
    let manager = CertNumber::parse(Kind::Manager, "京 建安C3（2021）0022585").unwrap();
    assert_eq!((manager.front(), manager.group(), manager.serial_digits().as_str()), ("京", Some("C3"), "20210022585"));
}

#[test]
fn other_texts_are_no_numbers() {
    for (kind, text) in [
        (Kind::Safety, ""),
        (Kind::Safety, " （鲁）JZ安许证字[2023]087974"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]087974 "),
        (Kind::Safety, "（鲁山东）JZ安许证字[2023]087974"),
        (Kind::Safety, "（）JZ安许证字[2023]087974"),
        (Kind::Safety, "鲁JZ安许证字[2023]087974"),
        (Kind::Safety, "（鲁）jz安许证字[2023]087974"),
        (Kind::Safety, "（鲁）JZ安许证字[202]087974"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]0879"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]08797412"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]087974-"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]087974延延"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]０87974"),
        (Kind::Safety, "（鲁）JZ\t安许证字[2023]087974"),
        (Kind::Special, "京a012012000392"),
        (Kind::Special, "京A01201200039"),
        (Kind::Special, "京A0120120003921"),
        (Kind::Special, "A012012000392"),
        (Kind::Special, "京建A 0 12012000392"),
        (Kind::Special, "京建安A012012000392"),
        (Kind::Manager, "京建安C（2021）0022585"),
        (Kind::Manager, "京建安C 3（2021）0022585"),
        (Kind::Manager, "京建安C4（2021）0022585"),
        (Kind::Manager, "建安C3（2021）0022585"),
        (Kind::Manager, "京建安C3（2021）002258"),
        (Kind::Manager, "京建安C3（2021）00225851"),
        (Kind::Manager, "京建安C32021 0022585"),
        (Kind::Manager, "㐀建安C3（2021）0022585"),
        (Kind::Preview, "京A012012000392"),
    ] {
        assert!(canonical(kind, text).is_none(), "{text}");
    }
}

/// The plain way: the form that a pattern tells, with any brackets.
const PATTERNS: [(Kind, &str); 3] = [
    (Kind::Safety, "^<[一-鿿]{1,2}>JZ安许证字<[0-9]{4}>[0-9]{5,7}(-[0-9]+|延)?$"),
    (Kind::Special, "^[一-鿿]{1,2}[A-Z][0-9]{12}$"),
    (Kind::Manager, "^[一-鿿]{1,2}建安(A|B|C[123])<[0-9]{4}>[0-9]{7}$"),
];

const NUMBERS: [[&str; 9]; 3] = [
    ["（", "京", "）", "JZ安许证字", "", "[", "2023", "]", "012345"],
    ["", "兵团", "", "", "A01", "", "2023", "", "012345"],
    ["", "建建", "", "建安", "C3", "（", "2023", "）", "0123456"],
];

/// What may stand instead of their parts.
const OTHERS: [&[&str]; 9] = [
    &["", "(", "［", "）"],
    &["京", "建", "㐀", "京京", "京京京", "", "\u{a000}"],
    &["", "]", "】", "("],
    &["建安", "", "建", "Z"],
    &["A", "C", "C4", "B", "A01", "Z99", "AA01"],
    &["", "[", "(", "）"],
    &["2023", "202", "２023"],
    &["", "）", ")", "（"],
    &["12345", "1234567", "123456", "12345678", "012345-1", "012345延", "012345-", "012345延1", "012345-延1"],
];

proptest! {
    #[test]
    fn numbers_have_the_form_of_a_pattern(
        number in 0..3_usize,
        others in proptest::collection::vec((0..9_usize, 0..30_usize), 0..4),
    ) {
        let mut parts = NUMBERS[number];
        others.into_iter().for_each(|(at, other)| parts[at] = OTHERS[at][other % OTHERS[at].len()]);
        let text = parts.concat();
        for (kind, pattern) in PATTERNS {
            let pattern = pattern.replace('<', "[（(［〔【\\[]").replace('>', "[）)］〕】\\]]");
            let number = CertNumber::parse(kind, &text);
            prop_assert_eq!(number.is_some(), regex::Regex::new(&pattern).unwrap().is_match(&text), "{}", &text);
            if let Some(number) = number {
                prop_assert_eq!(number.is_canonical(), number.canonical() == text);
                let spaced = text.replacen(number.year(), &["\u{3000}", number.year()].concat(), 1);
                let spaced = CertNumber::parse(kind, &spaced).unwrap();
                prop_assert!(spaced.canonical() == number.canonical() && !spaced.is_canonical());
            }
        }
    }
}

/// Numbers of every kind, and what one change makes of them.
#[test]
fn one_change_is_seen() {
    for (kind, text) in [
        (Kind::Safety, "（鲁）JZ安许证字[2023]0879745-12"),
        (Kind::Special, "兵团A012012000392"),
        (Kind::Manager, "建建安C3（2004）0004960"),
    ] {
        for (at, old) in text.char_indices() {
            for new in "（([）)]京建㐀\u{a000}A1a ０\u{3000}".chars() {
                let (front, back) = (&text[..at], &text[at + old.len_utf8()..]);
                let changed = [front, new.encode_utf8(&mut [0; 4]), back].concat();
                if let Some(number) = CertNumber::parse(kind, &changed) {
                    assert_eq!(number.is_canonical(), number.canonical() == changed, "{changed}");
                }
            }
        }
    }
}
