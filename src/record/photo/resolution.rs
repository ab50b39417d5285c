//! What a picture file says of its resolution: PNG `pHYs`, JPEG JFIF and Exif.
//!
//! Pixels are not read; a file that is damaged before it says anything says nothing. Where the bytes end before that is known,
//! there is no answer: what stands after them may say more. PNG §11.3.4.3, JFIF 1.02, Exif 2.32 §4.6.4.

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

/// Bytes that are read by place; whatever is not there is none.
#[derive(Clone, Copy)]
struct Bytes<'a> {
    bytes: &'a [u8],
    little_endian: bool,
}

impl<'a> Bytes<'a> {
    fn big(bytes: &'a [u8]) -> Bytes<'a> {
        Bytes { bytes, little_endian: false }
    }

    fn at<const N: usize>(self, place: usize) -> Option<[u8; N]> {
        self.bytes.get(place..)?.first_chunk().copied()
    }

    fn u16(self, place: usize) -> Option<u16> {
        let bytes = self.at(place)?;
        Some(if self.little_endian { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn u32(self, place: usize) -> Option<u32> {
        let bytes = self.at(place)?;
        Some(if self.little_endian { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn size(self, place: usize) -> Option<usize> {
        usize::try_from(self.u32(place)?).ok()
    }
}

/// The resolution of a PNG: its chunk `pHYs`, which stands before the picture's data.
pub(super) fn of_png(file: &[u8]) -> Option<Option<Resolution>> {
    let file = Bytes::big(file);
    // Behind the signature: length, name, data and checksum of each chunk.
    let mut chunk = 8_usize;
    loop {
        let length = file.size(chunk)?;
        let data = chunk + 8;
        match &file.at::<4>(chunk + 4)? {
            b"pHYs" => return pixels_per_metre(file, data),
            b"IDAT" | b"IEND" => return Some(None),
            _ => chunk = data.checked_add(length)?.checked_add(4)?,
        }
    }
}

fn pixels_per_metre(file: Bytes, data: usize) -> Option<Option<Resolution>> {
    let [unit] = file.at(data + 8)?;
    let dpi = |place| ratio(u64::from(file.u32(place)?) * 254, 10_000);
    Some(if unit == 1 { Resolution::new(dpi(data), dpi(data + 4)) } else { None })
}

/// The resolution of a JPEG: the first of its segments that says one.
pub(super) fn of_jpeg(file: &[u8]) -> Option<Option<Resolution>> {
    let mut rest = file.get(2..)?;
    loop {
        let [mark, after @ ..] = rest else { return None };
        if *mark != 0xff {
            return Some(None);
        }
        rest = match *after {
            // Fill bytes, and markers that stand alone.
            [0xff, ..] => after,
            [0x01 | 0xd0..=0xd7, ref next @ ..] => next,
            // The picture's data, or the end.
            [0xd9 | 0xda, ..] => return Some(None),
            [marker, ref segment @ ..] => {
                let length = Bytes::big(segment).u16(0)?;
                let data = segment.get(2..usize::from(length))?;
                if let Some(found) = of_segment(marker, data) {
                    return Some(Some(found));
                }
                segment.get(usize::from(length)..)?
            }
            [] => return None,
        };
    }
}

fn of_segment(marker: u8, data: &[u8]) -> Option<Resolution> {
    match marker {
        0xe0 => of_jfif(data.strip_prefix(b"JFIF\0")?),
        0xe1 => of_exif(data.strip_prefix(b"Exif\0\0")?),
        _ => None,
    }
}

/// Two bytes of version, one of unit, two of density each way.
fn of_jfif(data: &[u8]) -> Option<Resolution> {
    let data = Bytes::big(data);
    let (numerator, denominator) = match data.at(2)? {
        [1] => (1, 1),
        [2] => (254, 100),
        _ => return None,
    };
    let dpi = |place| ratio(u64::from(data.u16(place)?) * numerator, denominator);
    Resolution::new(dpi(3), dpi(5))
}

/// A TIFF file: byte order, the number 42, the place of the first directory; the rest of it is not read.
fn of_exif(tiff: &[u8]) -> Option<Resolution> {
    let tiff = match &Bytes::big(tiff).at::<4>(0)? {
        b"II*\0" => Bytes { bytes: tiff, little_endian: true },
        b"MM\0*" => Bytes::big(tiff),
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
