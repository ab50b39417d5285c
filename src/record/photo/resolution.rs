//! What a picture file says of its resolution: PNG `pHYs`, JPEG JFIF and Exif.
//!
//! Pixels are not read; a file that is damaged before it says anything says nothing. PNG §11.3.4.3, JFIF 1.02, Exif 2.32 §4.6.4.

use crate::record::base64::Encoded;

/// Dots per inch, to the nearest whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Across.
    pub x: u32,
    /// Down.
    pub y: u32,
}

impl Resolution {
    fn new(x: Option<u32>, y: Option<u32>) -> Option<Resolution> {
        Some(Resolution { x: x?, y: y? })
    }
}

/// The nearest whole number; a density of nothing, or by nothing, is none.
fn ratio(numerator: u64, denominator: u64) -> Option<u32> {
    let twice = denominator.checked_mul(2).filter(|twice| *twice > 0 && numerator > 0)?;
    u32::try_from((numerator * 2 + denominator) / twice).ok()
}

/// Bytes of a file that are read by place; whatever is not there is none.
#[derive(Clone, Copy)]
struct Bytes<'a> {
    file: &'a Encoded<'a>,
    start: usize,
    end: usize,
    little_endian: bool,
}

impl<'a> Bytes<'a> {
    fn all(file: &'a Encoded<'a>) -> Bytes<'a> {
        Bytes { file, start: 0, end: file.length(), little_endian: false }
    }

    /// Those of them from one place to another.
    fn part(self, from: usize, to: usize) -> Option<Bytes<'a>> {
        let (start, end) = (self.start.checked_add(from)?, self.start.checked_add(to)?);
        (start <= end && end <= self.end).then_some(Bytes { start, end, ..self })
    }

    fn at<const N: usize>(self, place: usize) -> Option<[u8; N]> {
        self.file.at(self.place(place, N)?)
    }

    /// The place in the file, if so many bytes are there.
    fn place(self, place: usize, count: usize) -> Option<usize> {
        let place = self.start.checked_add(place)?;
        (place.checked_add(count)? <= self.end).then_some(place)
    }

    /// What follows a name with which they begin.
    fn behind<const N: usize>(self, name: &[u8; N]) -> Option<Bytes<'a>> {
        (self.at(0)? == *name).then_some(Bytes { start: self.start + N, ..self })
    }

    /// The number that so many bytes stand for, two or four.
    fn number(self, place: usize, count: usize) -> Option<u32> {
        let number = self.file.number(self.place(place, count)?, count)?;
        Some(if self.little_endian { number.swap_bytes() >> (u32::BITS as usize - 8 * count) } else { number })
    }

    fn u16(self, place: usize) -> Option<u16> {
        self.number(place, 2).map(|number| number as u16)
    }

    fn u32(self, place: usize) -> Option<u32> {
        self.number(place, 4)
    }

    fn size(self, place: usize) -> Option<usize> {
        usize::try_from(self.u32(place)?).ok()
    }
}

/// How nearly every PNG begins, as base64: the signature, then length and name of the chunk `IHDR`, whose place is the first.
const USUAL_PNG: &str = "iVBORw0KGgoAAAANSUhEUg";

/// Where the chunks of a PNG begin that may tell something, if the file begins like one.
pub(super) fn chunks_of_png(file: &Encoded) -> Option<usize> {
    if file.begins(USUAL_PNG) {
        return Some(33);
    }
    (file.at(0)? == *b"\x89PNG" && file.at(4)? == *b"\r\n\x1a\n").then_some(8)
}

/// The resolution of a PNG: its chunk `pHYs`, which stands before the picture's data. Each chunk has length, name, data and checksum.
pub(super) fn of_png(file: &Encoded, mut chunk: usize) -> Option<Resolution> {
    let file = Bytes::all(file);
    loop {
        let data = chunk.checked_add(8)?;
        match &file.at(chunk + 4)? {
            b"pHYs" => return pixels_per_metre(file, data),
            b"IDAT" | b"IEND" => return None,
            _ => chunk = data.checked_add(file.size(chunk)?)?.checked_add(4)?,
        }
    }
}

fn pixels_per_metre(file: Bytes, data: usize) -> Option<Resolution> {
    let [y @ .., unit] = file.at::<5>(data + 4)?;
    let dpi = |density: u32| ratio(u64::from(density) * 254, 10_000);
    if unit == 1 { Resolution::new(dpi(file.u32(data)?), dpi(u32::from_be_bytes(y))) } else { None }
}

/// The resolution of a JPEG: the first of its segments that says one.
pub(super) fn of_jpeg(file: &Encoded) -> Option<Resolution> {
    let file = Bytes::all(file);
    let mut at = 2_usize;
    // What is no such four bytes is the end of all segments.
    while let [0xff, marker, length @ ..] = file.at::<4>(at)? {
        at = match marker {
            // Fill bytes, and markers that stand alone.
            0xff => at + 1,
            0x01 | 0xd0..=0xd7 => at + 2,
            // The picture's data, or the end.
            0xd9 | 0xda => return None,
            _ => {
                let end = at + 2 + usize::from(u16::from_be_bytes(length));
                if let Some(found) = of_segment(marker, file.part(at + 4, end)?) {
                    return Some(found);
                }
                end
            }
        };
    }
    None
}

fn of_segment(marker: u8, data: Bytes) -> Option<Resolution> {
    match marker {
        0xe0 => of_jfif(data.behind(b"JFIF\0")?),
        0xe1 => of_exif(data.behind(b"Exif")?.behind(b"\0\0")?),
        _ => None,
    }
}

/// Two bytes of version, one of unit, two of density each way.
fn of_jfif(data: Bytes) -> Option<Resolution> {
    let [unit, x, x_low, y, y_low] = data.at(2)?;
    let (numerator, denominator) = match unit {
        1 => (1, 1),
        2 => (254, 100),
        _ => return None,
    };
    let dpi = |density: [u8; 2]| ratio(u64::from(u16::from_be_bytes(density)) * numerator, denominator);
    Resolution::new(dpi([x, x_low]), dpi([y, y_low]))
}

/// A TIFF file: byte order, the number 42, the place of the first directory; the rest of it is not read.
fn of_exif(tiff: Bytes) -> Option<Resolution> {
    let tiff = match &tiff.at(0)? {
        b"II*\0" => Bytes { little_endian: true, ..tiff },
        b"MM\0*" => tiff,
        _ => return None,
    };
    let directory = tiff.size(4)?;
    // The value of a tag, or its place; inches are the standard's default.
    let unit = match entry(tiff, directory, 0x0128, 3) {
        Some(place) => tiff.u16(place)?,
        None => 2,
    };
    let (numerator, denominator) = match unit {
        2 => (1, 1),
        3 => (254, 100),
        _ => return None,
    };
    let dpi = |tag| {
        let place = tiff.size(entry(tiff, directory, tag, 5)?)?;
        ratio(u64::from(tiff.u32(place)?) * numerator, u64::from(tiff.u32(place.checked_add(4)?)?) * denominator)
    };
    Resolution::new(dpi(0x011a), dpi(0x011b))
}

/// Where the value of a tag of that type stands in the directory. Entries have twelve bytes: tag, type, count, value.
fn entry(tiff: Bytes, directory: usize, tag: u16, kind: u16) -> Option<usize> {
    let first = directory.checked_add(2)?;
    let count = usize::from(tiff.u16(directory)?);
    (0..count)
        .map_while(|index| first.checked_add(index * 12).filter(|place| tiff.u16(*place).is_some()))
        .find(|place| tiff.u16(*place) == Some(tag) && tiff.u16(*place + 2) == Some(kind))
        .map(|place| place + 8)
}

#[cfg(test)]
mod tests;
