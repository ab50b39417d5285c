//! Base64, read as forgivingly as browsers read it (`atob`, WHATWG Infra "forgiving-base64 decode").
//!
//! Nothing is written here, and the URL alphabet is not read. Reading R14.

use std::borrow::Cow;

use super::bytes::{ENDS, begins, symbol_run};

/// The bytes of a text that can be decoded, which are decoded where they are asked for.
pub struct Encoded<'a> {
    /// The symbols that stand for them, without white space and padding.
    symbols: Cow<'a, [u8]>,
    length: usize,
}

impl<'a> Encoded<'a> {
    /// The bytes of a text, if it can be decoded; all but the ends of it may be known to be symbols.
    pub fn of(text: &'a str, has_symbols: bool) -> Option<Encoded<'a>> {
        let bytes = text.as_bytes();
        let symbols = match bytes {
            [symbols @ .., b'=', b'='] | [symbols @ .., b'='] => symbols,
            _ => bytes,
        };
        if are_whole(symbols.len(), bytes.len() - symbols.len()) && are_symbols(symbols, has_symbols) {
            return Some(Encoded { symbols: Cow::Borrowed(symbols), length: bytes_of(symbols.len()) });
        }
        let length = length(text)?;
        Some(Encoded { symbols: bytes.iter().copied().filter(|byte| value(*byte).is_some()).collect(), length })
    }

    /// How many there are.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Whether these symbols stand in front.
    pub fn begins(&self, symbols: &str) -> bool {
        begins(&self.symbols, symbols.as_bytes())
    }

    /// So many of them from a place on, if they are there: five at most.
    #[inline]
    pub fn at<const BYTES: usize>(&self, place: usize) -> Option<[u8; BYTES]> {
        const { assert!(BYTES <= 5) }
        self.five(place, BYTES)?.to_be_bytes().first_chunk().copied()
    }

    /// The number that so many bytes from a place on stand for, the first as the highest, if they are there: four at most.
    pub fn number(&self, place: usize, count: usize) -> Option<u32> {
        u32::try_from(self.five(place, count)? >> (64_usize.saturating_sub(8 * count))).ok()
    }

    /// The bytes from a place on, the first at the top, if so many of them are there.
    #[inline(never)]
    fn five(&self, place: usize, count: usize) -> Option<u64> {
        if place.checked_add(count)? > self.length {
            return None;
        }
        // Eight symbols stand for six bytes; before the first that is wanted, up to four bits may stand in its symbol.
        let symbols = self.symbols.get(place + place / 3..)?;
        let bits =
            symbols.first_chunk::<8>().map_or_else(|| bits(symbols.iter().chain([b'A'; 8].iter()).take(8)), |eight| bits(eight.iter()));
        Some(bits << (16 + place % 3 * 2))
    }
}

/// The bits that symbols stand for.
fn bits<'s>(symbols: impl Iterator<Item = &'s u8>) -> u64 {
    symbols.fold(0, |bits, symbol| bits << 6 | u64::from(VALUES.get(usize::from(*symbol)).copied().unwrap_or_default()))
}

/// Whether nothing but symbols stands in a text, of which all but the ends may be known to be such.
fn are_symbols(bytes: &[u8], has_symbols: bool) -> bool {
    if has_symbols && let (Some(first), Some(last)) = (bytes.first_chunk::<ENDS>(), bytes.last_chunk::<ENDS>()) {
        return [first, last].into_iter().all(|end| symbol_run(end) == ENDS);
    }
    // What is no whole block is looked at once more, with what stands before it.
    let left = bytes.len() - symbol_run(bytes);
    let last = bytes.last_chunk::<16>().filter(|last| left < last.len());
    last.is_some_and(|last| symbol_run(last) == last.len()) || bytes.iter().all(|byte| value(*byte).is_some())
}

/// Whether so many symbols stand for whole bytes, with so much padding behind them.
fn are_whole(symbols: usize, padding: usize) -> bool {
    matches!((symbols % 4, padding), (0, 0) | (2, 0 | 2) | (3, 0 | 1))
}

/// How many bytes so many symbols stand for.
fn bytes_of(symbols: usize) -> usize {
    symbols / 4 * 3 + symbols % 4 * 3 / 4
}

/// How many bytes the text stands for, if it can be decoded: ASCII white space is dropped, padding may be missing but not wrong,
/// spare last bits are ignored.
pub fn length(text: &str) -> Option<usize> {
    let run = symbol_run(text.as_bytes());
    let (mut symbols, mut padding) = (run, 0);
    for byte in text.bytes().skip(run).filter(|byte| !byte.is_ascii_whitespace()) {
        match byte {
            b'=' => padding += 1,
            _ if padding == 0 => {
                value(byte)?;
                symbols += 1;
            }
            _ => return None,
        }
    }
    are_whole(symbols, padding).then(|| bytes_of(symbols))
}

/// The bytes, where the text can be decoded.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = vec![0; length(text)?];
    // Whole groups of four first, as far as nothing else stands between them: all of most photos.
    let ((threes, _), (groups, _)) = (bytes.as_chunks_mut::<3>(), text.as_bytes().as_chunks::<4>());
    let places = threes.iter_mut().zip(groups.iter().map_while(group));
    let whole = places.map(|(three, [_, decoded @ ..])| *three = decoded).count();
    bytes.truncate(whole * 3);
    let (mut bits, mut symbols) = (0, 0_usize);
    for value in text.bytes().skip(whole * 4).filter_map(value) {
        bits = bits << 6 | value;
        symbols += 1;
        if symbols.is_multiple_of(4) {
            let [_, first, second, third] = bits.to_be_bytes();
            bytes.extend([first, second, third]);
        }
    }
    match symbols % 4 {
        2 => bytes.push((bits >> 4) as u8),
        3 => bytes.extend([(bits >> 10) as u8, (bits >> 2) as u8]),
        _ => {}
    }
    Some(bytes)
}

/// The three bytes of four symbols, behind an empty one.
#[inline(always)]
fn group(symbols: &[u8; 4]) -> Option<[u8; 4]> {
    let [first, second, third, fourth] = symbols.map(|symbol| u32::from(VALUES.get(usize::from(symbol)).copied().unwrap_or(NONE)));
    // No symbol has a value that sets a bit above the sixth, as what is none does.
    (first | second | third | fourth < 64).then(|| (first << 18 | second << 12 | third << 6 | fourth).to_be_bytes())
}

fn value(byte: u8) -> Option<u32> {
    VALUES.get(usize::from(byte)).filter(|value| **value != NONE).map(|value| u32::from(*value))
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const NONE: u8 = 0xff;
static VALUES: [u8; 256] = values();

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn values() -> [u8; 256] {
    let mut values = [NONE; 256];
    let mut value = 0;
    while value < ALPHABET.len() {
        values[ALPHABET[value] as usize] = value as u8;
        value += 1;
    }
    values
}

#[cfg(test)]
mod tests;
