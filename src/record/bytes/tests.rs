//! Both sizes of blocks against the plain way of saying it.

use super::eight::Eight;
use super::*;

/// Every byte in every place of two blocks and a rest, among bytes that mean nothing.
fn each(test: impl Fn(&[u8], u8, usize)) {
    for filler in [b' ', b'a', b'~', b'!', b'#', b'[', b']', 0x7e, 0x7f, 0x80, 0xff] {
        for byte in 0..=255 {
            for place in 0..35 {
                let mut bytes = [filler; 35];
                bytes[place] = byte;
                test(&bytes, byte, place);
            }
        }
    }
}

/// The same in every place of more than five blocks of the widest, for bytes that each ask something else, behind one that asks for more.
fn each_of_long(test: impl Fn(&[u8])) {
    for (filler, first) in [(b'a', b'a'), (b'a', 0x7f), (b'z', 0xe5), (b'+', 0x80), (b'a', b'\n')] {
        for byte in *b"\"\\\x1f\n\x7f\x80a +=" {
            for place in 1..90 {
                let mut bytes = [filler; 90];
                bytes[place] = byte;
                bytes[place / 2] = if place % 2 == 0 { first } else { filler };
                test(&bytes);
            }
        }
    }
}

#[test]
fn long_runs_are_as_short_ones() {
    each_of_long(|bytes| {
        assert_eq!(run(bytes), expected(bytes), "{bytes:x?}");
        let symbols = bytes.iter().take_while(|byte| is_symbol(byte)).count();
        assert_eq!(symbols_of::<Eight, _>(bytes), symbols.min(88) / 8 * 8, "{bytes:x?}");
        assert!(symbols - symbol_run(bytes) < 16 || symbols > 80, "{bytes:x?}");
    });
}

fn is_symbol(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

/// Whether what is known of a text is so.
fn is_true(letters: Letters, bytes: &[u8]) -> bool {
    let inside = bytes.get(ENDS..bytes.len().saturating_sub(ENDS)).unwrap_or_default();
    let is_printable = bytes.iter().all(|byte| matches!(byte, 0x20..0x7f));
    is_printable == (letters != Letters::Any) && (letters != Letters::Symbols || inside.iter().all(is_symbol))
}

#[test]
fn what_is_known_of_a_long_text_is_so() {
    let photo = |symbols: usize, end: &str| ["data:image/jpeg;base64, ", &"iVBORw0KGgoA".repeat(80)[..symbols], end].concat();
    for symbols in 330..460 {
        for end in ["", "=", "=="] {
            let (text, read) = (photo(symbols, end), photo(symbols, end) + "\"" + &photo(300, "*"));
            for run in [plain_run(read.as_bytes()), run_of::<Eight, _>(read.as_bytes())] {
                assert_eq!(run, Run { length: text.len(), letters: Letters::Symbols });
            }
            assert_eq!(letters_of(&text), Letters::Symbols);
        }
    }
    let text = photo(400, "==");
    for (place, byte) in (0..text.len()).flat_map(|place| b"a* =-\x7f\n".iter().map(move |byte| (place, *byte))) {
        let mut bytes = text.clone().into_bytes();
        bytes[place] = byte;
        assert!(is_true(letters_of(str::from_utf8(&bytes).unwrap()), &bytes), "{byte:x} at {place}");
        bytes.extend([b'"'; 70]);
        for run in [plain_run(&bytes), run_of::<Eight, _>(&bytes)] {
            assert!(is_true(run.letters, &bytes[..run.length]), "{byte:x} at {place}");
        }
    }
    assert!(is_true(letters_of(&"安".repeat(200)), "安".as_bytes()));
}

/// What one of either size of block answers.
fn either<T: PartialEq + std::fmt::Debug>(widest: T, eight: T) -> T {
    assert_eq!(widest, eight);
    eight
}

fn run(bytes: &[u8]) -> Run {
    either(plain_run(bytes), run_of::<Eight, _>(bytes))
}

fn expected(bytes: &[u8]) -> Run {
    let length = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)).unwrap_or(bytes.len());
    Run { length, letters: Letters::printable(bytes[..length].iter().all(|byte| *byte < 0x7f)) }
}

#[test]
fn the_first_end_of_a_run_is_found() {
    each(|bytes, byte, place| assert_eq!(run(bytes), expected(bytes), "{byte:x} at {place}"));
    for ends in [b"aaaa\"\"\\\n", b"aaaa\n!\"#", b"aaaa\\]\x1f\""] {
        assert_eq!(run(ends), Run { length: 4, letters: Letters::Printable });
    }
    assert_eq!(run(b""), Run { length: 0, letters: Letters::Printable });
}

#[test]
fn pairs_of_bytes_beside_each_other_are_told_apart() {
    for first in 0..=255 {
        for second in 0..=255 {
            let bytes: Vec<u8> = [b"aaaa", &[first, second][..], b"aaaaaaaaaaaaaaaa\"\xe5\xae\x89"].concat();
            assert_eq!(run(&bytes), expected(&bytes), "{first:x} {second:x}");
        }
    }
}

#[test]
fn a_line_ends_at_its_first_line_feed() {
    each(|bytes, _, _| {
        let expected = bytes.iter().position(|byte| *byte == b'\n');
        assert_eq!(either(line_end(bytes), line_end_of::<Eight, _>(bytes)), expected, "{bytes:x?}");
    });
    let lines = b"aaaaaaaaaaaaaaa\x0b\n\x0b\n\x0baaaaaaaaaaaaaa\n";
    assert_eq!(either(line_end(lines), line_end_of::<Eight, _>(lines)), Some(16));
    assert_eq!(line_end(b""), None);
}

#[test]
fn symbols_are_those_of_base64() {
    for filler in [0, b'A', b'z', b'/', b'{', 0x80, 0xff] {
        for (byte, place) in (0..=255).flat_map(|byte| (0..33).map(move |place| (byte, place))) {
            let mut bytes = [filler; 33];
            bytes[place] = byte;
            let count = bytes.iter().take_while(|byte| is_symbol(byte)).count().min(32);
            assert_eq!(symbols_of::<Eight, _>(&bytes), count / 8 * 8, "{bytes:x?}");
            let widest = symbol_run(&bytes);
            assert!(widest == count / 8 * 8 || widest == count / 16 * 16, "{bytes:x?}");
        }
    }
}

#[test]
fn printable_is_what_stands_from_space_to_tilde() {
    each(|bytes, _, place| {
        for bytes in (0..3).flat_map(|front| [1, 4, 7, 8, 9, 15, 16, 17, 31, 32].map(|length| &bytes[front..front + length])) {
            if let Ok(text) = str::from_utf8(bytes) {
                let expected = bytes.iter().all(|byte| matches!(byte, 0x20..0x7f));
                assert_eq!(is_printable_ascii(text.as_bytes()), expected, "{bytes:x?} at {place}");
                assert!(none::<Eight, _>(bytes, Block::unprintable).is_none_or(|answer| answer == expected));
            }
        }
    });
    assert!(is_printable_ascii(b""));
    assert!(!is_printable_ascii("安全生产许可证".as_bytes()));
}

#[test]
fn uncommon_bytes_are_found_in_any_text() {
    let is_uncommon = |byte: &u8| matches!(byte, 0..0x20 | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef);
    let characters = (0..0x3100).chain(0xfe00..0x1_0000).filter_map(char::from_u32);
    for character in characters {
        for text in [0, 1, 5, 7, 12, 15, 31].map(|front| "a".repeat(front) + &String::from(character) + "安z") {
            let expected = !text.bytes().any(|byte| is_uncommon(&byte));
            assert_eq!(is_plain(&text), expected, "{text}");
            assert!(none::<Eight, _>(text.as_bytes(), Block::uncommon).is_none_or(|answer| answer == expected), "{text}");
        }
    }
}

#[test]
fn a_head_is_all_that_must_be_there() {
    let head: [u8; HEAD_ROOM] = std::array::from_fn(|place| b'a' + place as u8 % 26);
    for length in 0..=HEAD_ROOM {
        for place in 0..HEAD_ROOM {
            let mut bytes = head;
            bytes[place] ^= 0x80 >> (place % 8);
            assert_eq!(either(begins_as(&bytes, &head, length), begins_as_by::<Eight, _>(&bytes, &head, length)), place >= length);
        }
        assert!(either(begins_as(&head, &head, length), begins_as_by::<Eight, _>(&head, &head, length)));
    }
}

#[test]
fn a_name_stands_at_the_beginning_or_the_end() {
    let bytes = b"associatedZzeCertID";
    for length in 0..=bytes.len() {
        assert!(begins(bytes, &bytes[..length]) && ends(bytes, &bytes[length..]));
        assert!(length == 0 || !begins(&bytes[1..], &bytes[..length]));
    }
    assert!(!begins(b"abc", b"abcd") && !ends(b"abc", b"xabc") && !ends(b"abc", b"ab"));
}

#[test]
fn pairs_are_of_digits() {
    assert_eq!(pairs(*b"20240229"), Some([20, 24, 2, 29]));
    assert_eq!(pairs(*b"99999999"), Some([99; 4]));
    for place in 0..8 {
        for byte in (0..=255_u8).filter(|byte| !byte.is_ascii_digit()) {
            for filler in *b"09" {
                let mut digits = [filler; 8];
                digits[place] = byte;
                assert_eq!(pairs(digits), None, "{byte:x} at {place}");
            }
        }
    }
}
