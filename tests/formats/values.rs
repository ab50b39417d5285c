//! Base64, photos and texts on anything.

use std::borrow::Cow;

use mohurd_ecert::record::id_number::IdNumber;
use mohurd_ecert::record::{base64, credit_code, photo, text};
use proptest::prelude::*;
use proptest::sample::Index;

fn encode(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let mut text: String = bits
        .chunks(6)
        .map(|six| char::from(ALPHABET[(0..6).fold(0, |value, bit| value << 1 | *six.get(bit).unwrap_or(&0) as usize)]))
        .collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn base64_reads_what_was_encoded(bytes: Vec<u8>, spaces in proptest::collection::vec((any::<Index>(), 0..5_usize), 0..9)) {
        let mut encoded = encode(&bytes);
        for (place, space) in spaces {
            encoded.insert(place.index(encoded.len() + 1), [' ', '\t', '\n', '\u{c}', '\r'][space]);
        }
        prop_assert_eq!(base64::decode(&encoded), Some(bytes.clone()));
        prop_assert_eq!(base64::decode(&encoded.replace('=', "")), Some(bytes.clone()));
        prop_assert_eq!(base64::decode(&format!("{encoded}*")), None);
        let whole = encode(&bytes);
        let prefixed = format!("data:image/png;base64, {encoded}");
        prop_assert_eq!(&*photo::bare(&prefixed), &*whole);
        prop_assert_eq!(&*photo::wire(&encoded), &*whole);
    }

    #[test]
    fn photos_of_any_bytes_do_no_harm(bytes: Vec<u8>, head in 0..6_usize) {
        let heads: [&[u8]; 6] = [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\x01\0Exif\0\0II*\0", b"\xff\xd8\xff\xe1\x01\0Exif\0\0MM\0*", b"\xff\xd8\xff\xe0\0\x10JFIF\0"];
        let file = [heads[head], &bytes].concat();
        if let Ok(photo) = photo::read(&encode(&file)) {
            prop_assert_eq!(photo.bytes as usize, file.len());
        }
    }

    #[test]
    fn any_text_is_read(text: String, units: Vec<u16>) {
        let _ = (photo::read(&text), text::nearest(&text, ["certNum", "ID"].into_iter()), IdNumber::canonical(&text), credit_code::canonical(&text));
        let trimmed = text::trim(&text);
        prop_assert_eq!(text::trim(trimmed), trimmed);
        prop_assert!(matches!(text::half_width(&text::half_width(&text)), Cow::Borrowed(_)));
        let bytes: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let read = text::from_utf16(&bytes);
        prop_assert_eq!(&*read.text, String::from_utf16_lossy(&units));
        prop_assert_eq!(read.ill_formed, String::from_utf16(&units).is_err());
    }
}
