use super::nearest::distance;
use super::*;
use proptest::prelude::*;

#[test]
fn the_ends_are_white_space_of_any_kind() {
    assert_eq!(trim("\u{feff}\u{3000} \t安 全\u{a0}\u{200b}\r\n\u{85}\u{2028}"), "安 全");
    assert_eq!(trim("\u{200b}\u{feff}"), "");
    // U+180E and U+200C are no white space.
    assert_eq!(trim("\u{180e}a\u{200c}"), "\u{180e}a\u{200c}");
}

#[test]
fn white_space_is_that_of_unicode_and_two_more() {
    for character in '\0'..=char::MAX {
        let is_space = character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}');
        assert_eq!(trim(&format!("a{character}")) == "a", is_space, "{character:?}");
    }
}

#[test]
fn a_character_is_a_scalar_value() {
    assert_eq!(length(""), 0);
    assert_eq!(length("建筑施工"), 4);
    assert_eq!(length("𠮷a\u{301}"), 3);
    let text = "a建𠮷é".repeat(9);
    for (end, _) in text.char_indices() {
        assert_eq!(length(&text[..end]) as usize, text[..end].chars().count());
    }
}

#[test]
fn forbidden_characters_are_those_of_xml() {
    let wrong = |number: u32| matches!(number, 0..=8 | 0xb | 0xc | 0xe..=0x1f | 0xfffe | 0xffff);
    for character in (0..=0x11_0000).filter_map(char::from_u32) {
        assert_eq!(oddities(&String::from(character)).forbidden.is_some(), wrong(character.into()), "{:x}", u32::from(character));
    }
    assert_eq!(oddities("安全\u{1}\u{2}").forbidden, Some(2));
    assert_eq!(oddities("\t\n\r 全\u{fffd}").forbidden, None);
}

#[test]
fn line_breaks_are_controls_and_bidi_marks() {
    let wrong = [0x9, 0xa, 0xd, 0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069];
    for number in 0..=0xffff_u32 {
        let Some(character) = char::from_u32(number) else { continue };
        let expected = wrong.contains(&number) || (0x7f..=0x9f).contains(&number);
        assert_eq!(oddities(&String::from(character)).line_break.is_some(), expected, "{number:x}");
    }
    assert_eq!(oddities("𠮷\u{202e}").line_break, Some(1));
}

#[test]
fn full_width_digits_and_letters_become_half() {
    assert_eq!(half_width("０９ＡＺａｚＸ"), "09AZazX");
    assert!(matches!(half_width("（安）／：［09az"), Cow::Borrowed("（安）／：［09az")));
}

#[test]
fn utf16_is_read_in_pairs() {
    let units = |units: &[u16]| from_utf16(&units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>());
    let whole = units(&[0x5b89, 0xd842, 0xdfb7]);
    assert_eq!((whole.text.as_ref(), whole.ill_formed), ("安𠮷", false));
    for broken in [&[0xd842, 0x61][..], &[0xdfb7, 0x61]] {
        let broken = units(broken);
        assert_eq!((broken.text.as_ref(), broken.ill_formed), ("\u{fffd}a", true));
    }
    assert!(units(&[0x61, 0xd800]).ill_formed);
    assert_eq!(from_utf16(&[0x61, 0, 0x62]).text, "a");
}

#[test]
fn the_nearest_name_is_found() {
    let names = ["certNum", "creditCode", "identityCard", "identityCardType", "ID"];
    let find = |name| nearest(name, names.into_iter());
    assert_eq!(find("certnum"), Some("certNum"));
    assert_eq!(find("cretNum"), Some("certNum"));
    assert_eq!(find("certNumber"), Some("certNum"));
    assert_eq!(find("identiyCardTyp"), Some("identityCardType"));
    assert_eq!(find("identityCardd"), Some("identityCard"));
    assert_eq!(find("Id"), Some("ID"));
    assert_eq!(find("certxyz"), None);
    assert_eq!(find("xy"), None);
    assert_eq!(find("phone"), None);
    assert_eq!(find(""), None);
    assert_eq!(find("证书编号"), None);
    assert_eq!(find(&"certNum".repeat(10)), None);
}

#[test]
fn distance_counts_edits() {
    for (from, to, count) in
        [("", "", 0), ("", "abc", 3), ("abc", "", 3), ("ab", "BA", 1), ("abcd", "acbd", 1), ("kitten", "sitting", 3), ("ca", "abc", 3)]
    {
        for below in 0..9 {
            let expected = Some(count).filter(|count| *count < below);
            assert_eq!(distance(from.as_bytes(), to.as_bytes(), below), expected, "{from} {to}");
            assert_eq!(distance(to.as_bytes(), from.as_bytes(), below), expected, "{to} {from}");
        }
    }
}

/// The plain way: the edits of each letter from the end on.
fn all_edits(from: &[u8], to: &[u8]) -> usize {
    let ([front @ .., letter], [head @ .., other]) = (from, to) else { return from.len() + to.len() };
    let same = letter.eq_ignore_ascii_case(other);
    let edits = (all_edits(front, head) + usize::from(!same)).min(all_edits(front, to) + 1).min(all_edits(from, head) + 1);
    match (front, head) {
        ([front @ .., second], [head @ .., first]) if second.eq_ignore_ascii_case(other) && letter.eq_ignore_ascii_case(first) => {
            edits.min(all_edits(front, head) + 1)
        }
        _ => edits,
    }
}

proptest! {
    #[test]
    fn distance_is_that_of_all_edits(from in "[abAc]{0,6}", to in "[abAc]{0,6}", below in 0..9_usize) {
        let edits = all_edits(from.as_bytes(), to.as_bytes());
        prop_assert_eq!(distance(from.as_bytes(), to.as_bytes(), below), Some(edits).filter(|edits| *edits < below));
    }

    #[test]
    fn the_nearest_is_the_first_of_the_closest(name in "[abc]{0,6}", names in proptest::collection::vec("[abc]{0,6}", 0..6)) {
        let edits = |other: &str| all_edits(name.as_bytes(), other.as_bytes());
        let is_close = |other: &&str| edits(other) <= (name.len() / 3).max(2) && edits(other) < name.len().max(other.len());
        let expected = names.iter().map(String::as_str).filter(is_close).min_by_key(|other| edits(other));
        prop_assert_eq!(nearest(&name, names.iter().map(String::as_str)), expected);
    }
}
