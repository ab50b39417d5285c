//! A black and white PNG, written and nothing else (PNG specification, third edition; RFC 1950 and 1951, stored blocks).
//!
//! It does not compress: a picture of 300 pixels has 11 KB. A library for the format would be a third of this module's wasm.

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// One bit a pixel, grey; deflate, the standard's filters, not interlaced.
const FORM: [u8; 5] = [1, 0, 0, 0, 0];
/// zlib: deflate with a window of 32 KiB, no dictionary.
const ZLIB: [u8; 2] = [0x78, 0x01];
/// Before each row: not filtered.
const UNFILTERED: u8 = 0;
/// The most bytes of a stored block.
const BLOCK: usize = 65_535;
/// The polynomial of CRC-32, reflected.
const CRC: u32 = 0xedb8_8320;
/// The modulus of Adler-32.
const ADLER: u32 = 65_521;

/// The picture of a square of `side` pixels each way, its rows one after the other in whole bytes, 1 for white.
pub(super) fn written(rows: &[u8], side: usize) -> Option<Vec<u8>> {
    let width = u32::try_from(side).ok()?.to_be_bytes();
    let header: Vec<u8> = width.into_iter().chain(width).chain(FORM).collect();
    let lines: Vec<u8> = rows.chunks(side.div_ceil(8).max(1)).flat_map(|row| [&[UNFILTERED], row].concat()).collect();
    let chunks = [chunk(b"IHDR", &header)?, chunk(b"IDAT", &stored(&lines))?, chunk(b"IEND", &[])?];
    Some([SIGNATURE, &chunks.concat()].concat())
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(data.len()).ok()?.to_be_bytes();
    let named = [name, data].concat();
    Some([&length, &*named, &crc32(&named).to_be_bytes()].concat())
}

/// A zlib stream of stored blocks.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let count = bytes.chunks(BLOCK).len();
    let blocks = bytes.chunks(BLOCK).enumerate().flat_map(|(place, block)| {
        let length = (block.len() as u16).to_le_bytes();
        [&[u8::from(place + 1 == count)], &length[..], &length.map(|byte| !byte), block].concat()
    });
    ZLIB.into_iter().chain(blocks).chain(adler32(bytes).to_be_bytes()).collect()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| crc >> 1 ^ (CRC * (crc & 1))))
}

fn adler32(bytes: &[u8]) -> u32 {
    let (low, high) = bytes.iter().fold((1, 0), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % ADLER;
        (low, (high + low) % ADLER)
    });
    high << 16 | low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_check_values() {
        assert_eq!([crc32(b"123456789"), adler32(b"Wikipedia")], [0xcbf4_3926, 0x11e6_0398]);
    }

    /// Also where its data fills more than one block.
    #[test]
    fn a_decoder_reads_it_back() {
        for side in [1_usize, 8, 9, 300, 1000] {
            let length: usize = side.div_ceil(8) * side;
            let rows: Vec<u8> = (0..length).map(|place| (place * 31 % 251) as u8).collect();
            let bytes = written(&rows, side).unwrap();
            let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
            let mut read = vec![0; reader.output_buffer_size().unwrap()];
            let frame = reader.next_frame(&mut read).unwrap();
            assert_eq!((frame.width as usize, frame.bit_depth, &read), (side, png::BitDepth::One, &rows));
        }
    }
}
