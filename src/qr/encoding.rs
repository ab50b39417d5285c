//! Hexadecimal digits and base64, as the platform writes them: upper case, with padding.

use super::error::{Part, QrError, Reason};
use crate::record::base64;
use zeroize::Zeroizing;

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The bytes of hexadecimal digits of either case; white space is dropped.
pub(super) fn from_hex(text: &str, part: Part) -> Result<Vec<u8>, QrError> {
    let digits = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).map(|byte| char::from(byte).to_digit(16));
    let digits: Vec<u8> = digits
        .map(|digit| digit.and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()
        .ok_or(QrError::new(part, Reason::Hex))?;
    let (pairs, rest) = digits.as_chunks::<2>();
    if rest.is_empty() { Ok(pairs.iter().map(|[high, low]| high << 4 | low).collect()) } else { Err(QrError::new(part, Reason::Length)) }
}

/// The upper-case hexadecimal digits of bytes.
pub(super) fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| letter(DIGITS, digit)).collect()
}

/// The bytes of base64, as R16 has it: without its white space, with or without padding.
pub(super) fn from_base64(text: &str, part: Part) -> Result<Zeroizing<Vec<u8>>, QrError> {
    base64::decode(text).map(Zeroizing::new).ok_or(QrError::new(part, Reason::Base64))
}

/// The base64 of bytes, with padding.
pub(super) fn to_base64(bytes: &[u8]) -> String {
    bytes.chunks(3).flat_map(group).collect()
}

fn group(bytes: &[u8]) -> [char; 4] {
    let at = |place: usize| bytes.get(place).copied().unwrap_or_default();
    let (first, second, third) = (at(0), at(1), at(2));
    let symbols = [first >> 2, (first & 3) << 4 | second >> 4, (second & 15) << 2 | third >> 6, third & 63];
    let mut letters = symbols.map(|symbol| letter(ALPHABET, symbol));
    letters.iter_mut().skip(bytes.len() + 1).for_each(|letter| *letter = '=');
    letters
}

fn letter(alphabet: &[u8], place: u8) -> char {
    alphabet.get(usize::from(place)).copied().map_or('=', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back() {
        for length in 0..70_u8 {
            let bytes: Vec<u8> = (0..length).map(|place| place.wrapping_mul(37)).collect();
            assert_eq!(*from_base64(&to_base64(&bytes), Part::Key).unwrap(), bytes);
            assert_eq!(from_hex(&to_hex(&bytes), Part::Certid).unwrap(), bytes);
        }
        assert_eq!([to_base64(b"f"), to_base64(b"fo"), to_base64(b"foo")], ["Zg==", "Zm8=", "Zm9v"]);
    }

    #[test]
    fn white_space_and_small_letters_are_read() {
        assert_eq!(from_hex(" e9\n41 ", Part::Certid).unwrap(), [0xe9, 0x41]);
        assert_eq!(from_hex("e94", Part::Certid).unwrap_err().reason, Reason::Length);
        assert_eq!(from_hex("eg", Part::Certid).unwrap_err().reason, Reason::Hex);
        assert_eq!(from_base64("Zm\n8 ", Part::Key).unwrap().as_slice(), b"fo");
        assert_eq!(from_base64("Z", Part::Key).unwrap_err().reason, Reason::Base64);
    }
}
