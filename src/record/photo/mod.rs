//! A photo as base64: whether it can be decoded, what file it is, how large, and of what resolution.
//!
//! The picture itself is not looked at. Reading R14; 照片, 备注 of the document's tables.

mod resolution;

use std::borrow::Cow;

use super::base64::Encoded;
use super::text::saturate;
pub use resolution::Resolution;

/// The most bytes that a photo's file may have: 50 KB.
pub const MAX_BYTES: u32 = 51_200;

/// What can be wrong with a photo, in the order in which it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoFault {
    /// The prefix or the base64 is wrong, or nothing is left.
    Decodable,
    /// The file begins like neither a PNG nor a JPEG.
    Format,
    /// The file is too large.
    Size,
}

/// The kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoFormat {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

/// A photo that can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Photo {
    /// What its first bytes say it is.
    pub format: PhotoFormat,
    /// The size of the file.
    pub bytes: u32,
    /// The resolution, where the file says one.
    pub resolution: Option<Resolution>,
}

/// Reads a photo, or says the first thing that is wrong with it, and the size of the file as far as it is known.
pub fn read(text: &str) -> Result<Photo, (PhotoFault, u32)> {
    read_knowing(text, false)
}

/// The same of a text of which all but the ends may be known to be symbols.
pub(crate) fn read_knowing(text: &str, has_symbols: bool) -> Result<Photo, (PhotoFault, u32)> {
    let (_, data) = split(text);
    let file = Encoded::of(data, has_symbols).filter(|file| file.length() > 0).ok_or((PhotoFault::Decodable, 0))?;
    let bytes = saturate(file.length());
    let chunks = resolution::chunks_of_png(&file);
    let format = match chunks {
        Some(_) => PhotoFormat::Png,
        None if file.at(0) == Some([0xff, 0xd8, 0xff]) => PhotoFormat::Jpeg,
        None => return Err((PhotoFault::Format, bytes)),
    };
    if bytes > MAX_BYTES {
        return Err((PhotoFault::Size, bytes));
    }
    let resolution = chunks.map_or_else(|| resolution::of_jpeg(&file), |chunks| resolution::of_png(&file, chunks));
    Ok(Photo { format, bytes, resolution })
}

/// The base64 alone: without prefix, without white space.
pub fn bare(text: &str) -> Cow<'_, str> {
    let (_, data) = split(text);
    without_white_space(data)
}

/// The photo as it goes on the wire: as given, without white space inside the data.
pub fn wire(text: &str) -> Cow<'_, str> {
    let (prefix, data) = split(text);
    match without_white_space(data) {
        Cow::Borrowed(_) => Cow::Borrowed(text),
        Cow::Owned(data) => Cow::Owned([prefix, data.as_str()].concat()),
    }
}

/// The prefix, with the one space that may end it, and the data.
fn split(text: &str) -> (&str, &str) {
    let data = behind(text, b"data:image/").and_then(|named| {
        let png_or_jpg = behind(named, b"png;base64,").or_else(|| behind(named, b"jpg;base64,"));
        png_or_jpg.or_else(|| behind(named, b"jpeg;base64,"))
    });
    let data = data.map_or(text, |data| data.strip_prefix(' ').unwrap_or(data));
    text.split_at_checked(text.len() - data.len()).unwrap_or(("", text))
}

/// What follows a word with which a text begins.
fn behind<'t, const LENGTH: usize>(text: &'t str, word: &[u8; LENGTH]) -> Option<&'t str> {
    if text.as_bytes().first_chunk() == Some(word) { text.get(LENGTH..) } else { None }
}

fn without_white_space(data: &str) -> Cow<'_, str> {
    let has_space = data.bytes().any(|byte| byte.is_ascii_whitespace());
    if has_space { Cow::Owned(data.split_ascii_whitespace().collect()) } else { Cow::Borrowed(data) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::bytes::ENDS;

    // "\x89PNG\r\n\x1a\n" and "\xff\xd8\xff", with nothing after them.
    const PNG_TEXT: &str = "iVBORw0KGgo=";
    const JPEG_TEXT: &str = "/9j/";

    fn fault(text: &str) -> Option<(PhotoFault, u32)> {
        read(text).err()
    }

    #[test]
    fn prefixes_pass_or_may_be_missing() {
        for prefix in ["", "data:image/png;base64,", "data:image/jpg;base64, ", "data:image/jpeg;base64,  ", "data:image/png;base64,\n"] {
            // The file's own bytes count, whatever the prefix says.
            assert_eq!(read(&[prefix, PNG_TEXT].concat()).map(|photo| photo.format), Ok(PhotoFormat::Png), "{prefix}");
            let jpeg = Photo { format: PhotoFormat::Jpeg, bytes: 3, resolution: None };
            assert_eq!(read(&[prefix, JPEG_TEXT].concat()), Ok(jpeg), "{prefix}");
        }
    }

    #[test]
    fn what_cannot_be_decoded() {
        for text in [
            "",
            " ",
            "data:image/png;base64,",
            "data:image/png;base64, ",
            "data:image/gif;base64,/9j/",
            "data:image/png,/9j/",
            "data:image/png;base64/9j/",
            "data: image/png;base64,/9j/",
            "DATA:image/png;base64,/9j/",
            "/9j/=",
            "/9j/照",
            "照片",
        ] {
            assert_eq!(fault(text), Some((PhotoFault::Decodable, 0)), "{text}");
        }
    }

    #[test]
    fn the_first_fault_speaks() {
        assert_eq!(fault("data:image/png;base64, QEBGRVgwaIiLS6v8B740bK"), Some((PhotoFault::Format, 16)));
        assert_eq!(fault("/9j"), Some((PhotoFault::Format, 2)));
        assert_eq!(fault("iVBORw0KGg"), Some((PhotoFault::Format, 7)));
        let long = "A".repeat(80_000);
        assert_eq!(fault(&long), Some((PhotoFault::Format, 60_000)));
        assert_eq!(fault(&[JPEG_TEXT, &long].concat()), Some((PhotoFault::Size, 60_003)));
        assert_eq!(fault(&[JPEG_TEXT, &long, "*"].concat()), Some((PhotoFault::Decodable, 0)));
    }

    #[test]
    fn what_is_known_is_not_looked_at_again() {
        let long = "iVBORw0KGgoA".repeat(50);
        for (place, odd) in (0..=long.len()).flat_map(|place| ["*", " ", "=", "Zg=="].map(|odd| (place, odd))) {
            let (front, back) = long.split_at(place);
            let text = ["data:image/png;base64,", front, odd, back].concat();
            let is_inside = place + odd.len() + 22 > ENDS && back.len() + odd.len() > ENDS;
            assert_eq!(read_knowing(&text, !is_inside), read(&text), "{odd} at {place}");
        }
    }

    #[test]
    fn what_the_head_does_not_tell_the_rest_does() {
        for nothing in [1_u16, 100, 3000, 30_000] {
            let comment = [&[0xff, 0xfe][..], &(nothing + 2).to_be_bytes(), &vec![0; nothing.into()]].concat();
            let file = [&[0xff, 0xd8][..], &comment, b"\xff\xe0\0\x10JFIF\0\x01\x01\x01\x01\x2c\x01\x2c\0\0"].concat();
            for space in [0, 8, 4096] {
                let text = " ".repeat(space) + &encoded(&file);
                let resolution = Some(Resolution { x: 300, y: 300 });
                let bytes = saturate(file.len());
                assert_eq!(read(&text), Ok(Photo { format: PhotoFormat::Jpeg, bytes, resolution }), "{nothing} {space}");
            }
        }
    }

    pub(super) fn encoded(bytes: &[u8]) -> String {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
        let symbols = (0..bytes.len() * 8).step_by(6).map(|at| (at..at + 6).fold(0, |symbol, at| symbol << 1 | bit(at)));
        symbols.map(|symbol| char::from(ALPHABET[usize::from(symbol)])).collect()
    }

    #[test]
    fn fifty_kilobytes_pass() {
        let data = |bytes: usize| [JPEG_TEXT, &"A".repeat((bytes - 3) / 3 * 4), ["", "AA", "AAA"][(bytes - 3) % 3]].concat();
        assert_eq!(read(&data(51_200)).map(|photo| photo.bytes), Ok(51_200));
        assert_eq!(fault(&data(51_201)), Some((PhotoFault::Size, 51_201)));
    }

    #[test]
    fn white_space_leaves_the_data_only() {
        for (text, on_the_wire, alone) in [
            ("/9j/", "/9j/", "/9j/"),
            ("/9\r\nj/ ", "/9j/", "/9j/"),
            ("data:image/jpg;base64, /9j/", "data:image/jpg;base64, /9j/", "/9j/"),
            ("data:image/jpg;base64,  /9\tj/", "data:image/jpg;base64, /9j/", "/9j/"),
            ("data:image/png;base64,/9 j/=", "data:image/png;base64,/9j/=", "/9j/="),
        ] {
            assert_eq!(wire(text), on_the_wire);
            assert_eq!(bare(text), alone);
        }
        assert!(matches!(wire("data:image/jpg;base64, /9j/"), Cow::Borrowed(_)));
    }
}
