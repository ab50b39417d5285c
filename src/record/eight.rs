//! Bytes looked at eight at a time, for the questions that are asked of every byte of a batch.
//!
//! A word tells only whether any of its bytes is wanted, or where the first one stands; what is wanted is said here, what is
//! wrong with it is for the callers to say.

/// A byte in all eight places.
const fn all(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The top bit of each byte.
const TOPS: u64 = all(0x80);

/// Whether the text is made of the printable characters of ASCII alone, in which nothing can be forbidden.
pub fn is_printable_ascii(text: &str) -> bool {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    // A byte below 0x20 borrows its top bit, and 0x7f grows into it. What a carry spoils stands above a byte that was found.
    let odd = |word: u64| (word | word.wrapping_add(all(1)) | word.wrapping_sub(all(0x20))) & TOPS;
    words.iter().fold(0, |found, word| found | odd(u64::from_le_bytes(*word))) == 0 && rest.iter().all(|byte| matches!(byte, 0x20..0x7f))
}

/// What follows these first bytes.
pub(super) fn strip<'b>(bytes: &'b [u8], first: &[u8]) -> Option<&'b [u8]> {
    let (head, rest) = bytes.split_at_checked(first.len())?;
    let ((words, ends), (wanted, wanted_ends)) = (head.as_chunks::<8>(), first.as_chunks::<8>());
    let same = words.iter().zip(wanted).all(|(word, wanted)| u64::from_le_bytes(*word) == u64::from_le_bytes(*wanted))
        && ends.iter().zip(wanted_ends).all(|(byte, wanted)| byte == wanted);
    same.then_some(rest)
}

/// How many bytes stand before the first that ends a run of plain characters in a JSON string: a quotation mark, a backslash
/// or a control character.
pub(super) fn plain_run(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        // Most words are ASCII without an end in it. In such a one nothing borrows, and no top bit is set.
        let less = |word: u64, byte: u8| word.wrapping_sub(all(byte));
        if (less(word ^ all(b'"'), 1) | less(word ^ all(b'\\'), 1) | less(word, 0x20) | word) & TOPS == 0 {
            continue;
        }
        let is_zero = |word: u64| word.wrapping_sub(all(1)) & !word;
        let ends = (is_zero(word ^ all(b'"')) | is_zero(word ^ all(b'\\')) | word.wrapping_sub(all(0x20)) & !word) & TOPS;
        if ends != 0 {
            // The lowest one found is right; only above it may a borrow have spoilt a byte.
            return index * 8 + ends.trailing_zeros() as usize / 8;
        }
    }
    words.len() * 8 + rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)).unwrap_or(rest.len())
}

/// With how many symbols of base64 the bytes begin, in whole words.
pub(super) fn symbol_run(bytes: &[u8]) -> usize {
    let (words, _) = bytes.as_chunks::<8>();
    words.iter().take_while(|word| are_symbols(u64::from_le_bytes(**word))).count() * 8
}

fn are_symbols(word: u64) -> bool {
    // Right for bytes of ASCII, which carry nothing into their neighbour; others are left out at the end.
    let within = |word: u64, first: u8, last: u8| word.wrapping_add(all(0x80 - first)) & !word.wrapping_add(all(0x7f - last));
    let letters = within(word | all(0x20), b'a', b'z');
    (letters | within(word, b'/', b'9') | within(word, b'+', b'+')) & !word & TOPS == TOPS
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every byte in every place of two words and a rest, among bytes that mean nothing.
    fn each(test: impl Fn(&[u8], u8, usize)) {
        for filler in [b' ', b'a', b'~', b'!', b'#', b'[', b']', 0x80, 0xff] {
            for byte in 0..=255 {
                for place in 0..19 {
                    let mut bytes = [filler; 19];
                    bytes[place] = byte;
                    test(&bytes, byte, place);
                }
            }
        }
    }

    #[test]
    fn what_follows_is_found_whatever_the_length() {
        let bytes = b"associatedZzeCertID and more";
        for length in 0..bytes.len() {
            assert_eq!(strip(bytes, &bytes[..length]), Some(&bytes[length..]));
            for at in 0..length {
                let mut other = bytes[..length].to_vec();
                other[at] ^= 1;
                assert_eq!(strip(bytes, &other), None, "{length} {at}");
            }
        }
        assert_eq!(strip(b"abc", b"abcd"), None);
    }

    #[test]
    fn the_first_end_of_a_run_is_found() {
        each(|bytes, byte, place| {
            let expected = if matches!(byte, b'"' | b'\\' | 0..0x20) { place } else { bytes.len() };
            assert_eq!(plain_run(bytes), expected, "{byte:x} at {place}");
        });
        for ends in [b"aaaa\"\"\\\n", b"aaaa\n!\"#", b"aaaa\\]\x1f\""] {
            assert_eq!(plain_run(ends), 4);
        }
        assert_eq!(plain_run(b""), 0);
    }

    #[test]
    fn symbols_are_those_of_base64() {
        let is_symbol = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
        for filler in [0, b'A', b'z', b'/', b'{', 0x80, 0xff] {
            for (byte, place) in (0..=255).flat_map(|byte| (0..17).map(move |place| (byte, place))) {
                let mut bytes = [filler; 17];
                bytes[place] = byte;
                let expected = bytes.iter().take_while(|byte| is_symbol(byte)).count().min(16) / 8 * 8;
                assert_eq!(symbol_run(&bytes), expected, "{bytes:x?}");
            }
        }
    }

    #[test]
    fn printable_is_what_stands_from_space_to_tilde() {
        each(|bytes, _, place| {
            if let Ok(text) = str::from_utf8(bytes) {
                let expected = bytes.iter().all(|byte| matches!(byte, 0x20..0x7f));
                assert_eq!(is_printable_ascii(text), expected, "{bytes:x?} at {place}");
            }
        });
        assert!(is_printable_ascii(""));
        assert!(!is_printable_ascii("安全生产许可证"));
    }
}
