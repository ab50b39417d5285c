use super::*;
use crate::record::photo::tests::encoded;

fn of_png(file: &[u8]) -> Option<Resolution> {
    let text = encoded(file);
    let file = Encoded::of(&text, false)?;
    let found = super::of_png(&file, chunks_of_png(&file)?);
    assert!(found == super::of_png(&file, 8));
    found
}

fn of_jpeg(file: &[u8]) -> Option<Resolution> {
    super::of_jpeg(&Encoded::of(&encoded(file), false)?)
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&(data.len() as u32).to_be_bytes()[..], name, data, &[0; 4]].concat()
}

fn density(x: u32, y: u32, unit: u8) -> Vec<u8> {
    chunk(b"pHYs", &[&x.to_be_bytes()[..], &y.to_be_bytes(), &[unit]].concat())
}

fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &[0; 13]), chunks.concat(), chunk(b"IDAT", &[1, 2, 3])].concat()
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &(data.len() as u16 + 2).to_be_bytes(), data].concat()
}

fn jpeg(segments: &[Vec<u8>]) -> Vec<u8> {
    [vec![0xff, 0xd8], segments.concat(), segment(0xda, &[0; 10]), vec![0xff, 0xd9]].concat()
}

fn jfif(unit: u8, x: u16, y: u16) -> Vec<u8> {
    segment(0xe0, &[&b"JFIF\0\x01\x02"[..], &[unit], &x.to_be_bytes(), &y.to_be_bytes(), &[0, 0]].concat())
}

/// An Exif segment of three tags; the two ratios stand behind the directory.
fn exif(little: bool, x: (u32, u32), y: (u32, u32), unit: Option<u16>) -> Vec<u8> {
    let short = |number: u16| if little { number.to_le_bytes() } else { number.to_be_bytes() };
    let long = |number: u32| if little { number.to_le_bytes() } else { number.to_be_bytes() };
    let entry = |tag, kind, value: [u8; 4]| [&short(tag)[..], &short(kind), &long(1), &value].concat();
    let unit = unit.map(|unit| entry(0x128, 3, [short(unit), [0, 0]].concat().try_into().unwrap()));
    let count = 3 + u16::from(unit.is_some());
    let ratios = 8 + 2 + 12 * u32::from(count) + 4;
    let mut tiff = if little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
    tiff.extend(long(8));
    tiff.extend(short(count));
    tiff.extend(entry(0x10f, 2, *b"abc\0"));
    tiff.extend(entry(0x11a, 5, long(ratios)));
    tiff.extend(entry(0x11b, 5, long(ratios + 8)));
    tiff.extend(unit.unwrap_or_default());
    tiff.extend(long(0));
    for number in [x.0, x.1, y.0, y.1] {
        tiff.extend(long(number));
    }
    segment(0xe1, &[b"Exif\0\0".to_vec(), tiff].concat())
}

fn found(x: u32, y: u32) -> Option<Resolution> {
    Some(Resolution { x, y })
}

#[test]
fn png_says_pixels_per_metre() {
    assert_eq!(of_png(&png(&[density(11_811, 11_811, 1)])), found(300, 300));
    assert_eq!(of_png(&png(&[chunk(b"gAMA", &[0; 4]), density(7874, 3937, 1)])), found(200, 100));
    // 199.49 and 199.51.
    assert_eq!(of_png(&png(&[density(7854, 7855, 1)])), found(199, 200));
    assert_eq!(of_png(&png(&[density(u32::MAX, 1, 1)])), found(109_092_169, 0));
}

#[test]
fn png_says_nothing() {
    assert_eq!(of_png(&png(&[])), None);
    assert_eq!(of_png(&png(&[density(11_811, 11_811, 0)])), None);
    assert_eq!(of_png(&png(&[density(0, 11_811, 1)])), None);
    assert_eq!(of_png(&[png(&[]), density(11_811, 11_811, 1)].concat()), None);
    assert_eq!(of_png(&png(&[vec![0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4], density(11_811, 11_811, 1)])), None);
}

#[test]
fn jfif_says_dots_per_inch_or_centimetre() {
    assert_eq!(of_jpeg(&jpeg(&[jfif(1, 300, 200)])), found(300, 200));
    assert_eq!(of_jpeg(&jpeg(&[jfif(2, 118, 79)])), found(300, 201));
    assert_eq!(of_jpeg(&jpeg(&[jfif(0, 1, 1)])), None);
    assert_eq!(of_jpeg(&jpeg(&[jfif(3, 300, 300)])), None);
    assert_eq!(of_jpeg(&jpeg(&[jfif(1, 0, 300)])), None);
    assert_eq!(of_jpeg(&jpeg(&[])), None);
}

#[test]
fn exif_speaks_in_both_byte_orders() {
    for little in [false, true] {
        assert_eq!(of_jpeg(&jpeg(&[exif(little, (300, 1), (2500, 10), Some(2))])), found(300, 250));
        assert_eq!(of_jpeg(&jpeg(&[exif(little, (11811, 100), (118, 1), Some(3))])), found(300, 300));
        assert_eq!(of_jpeg(&jpeg(&[exif(little, (240, 1), (240, 1), None)])), found(240, 240));
        for wrong in [Some(1), Some(4)] {
            assert_eq!(of_jpeg(&jpeg(&[exif(little, (300, 1), (300, 1), wrong)])), None);
        }
        assert_eq!(of_jpeg(&jpeg(&[exif(little, (300, 0), (300, 1), Some(2))])), None);
        assert_eq!(of_jpeg(&jpeg(&[exif(little, (u32::MAX, 1), (u32::MAX, 1), Some(3))])), None);
    }
}

#[test]
fn the_first_segment_that_says_one_counts() {
    let exif = || exif(true, (240, 1), (240, 1), Some(2));
    assert_eq!(of_jpeg(&jpeg(&[jfif(1, 300, 300), exif()])), found(300, 300));
    assert_eq!(of_jpeg(&jpeg(&[jfif(0, 1, 1), exif()])), found(240, 240));
    let (other, fill) = (segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0"), vec![0xff, 0xff]);
    assert_eq!(of_jpeg(&jpeg(&[fill, other, vec![0xff, 0x01], exif()])), found(240, 240));
    assert_eq!(of_jpeg(&jpeg(&[segment(0xda, &[]), exif()])), None);
}

#[test]
fn damage_says_nothing_and_does_no_harm() {
    let whole = [
        png(&[density(11_811, 11_811, 1)]),
        jpeg(&[jfif(1, 300, 300)]),
        jpeg(&[exif(true, (300, 1), (300, 1), Some(2))]),
        jpeg(&[exif(false, (300, 1), (300, 1), Some(3))]),
    ];
    for file in whole {
        for place in 0..file.len() {
            for value in [0, 1, 0x7f, 0x80, 0xfe, 0xff] {
                let mut damaged = file.clone();
                damaged[place] = value;
                let _ = (of_png(&damaged), of_jpeg(&damaged));
            }
            let _ = (of_png(&file[..place]), of_jpeg(&file[..place]));
        }
    }
    assert_eq!(of_jpeg(&[0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 1]), None);
    assert_eq!(of_jpeg(&[0xff, 0xd8, 0xff]), None);
    assert_eq!((of_png(&[]), of_jpeg(&[])), (None, None));
}

#[test]
fn a_beginning_says_the_same_or_nothing() {
    let check = |file: &[u8], read: fn(&[u8]) -> Option<Resolution>| {
        let (whole, mut beginnings) = (read(file), (0..file.len()).filter_map(|end| read(&file[..end])));
        assert!(beginnings.all(|beginning| Some(beginning) == whole));
    };
    let pngs = [png(&[density(11_811, 11_811, 1)]), png(&[density(7, 7, 0)]), png(&[chunk(b"gAMA", &[0; 40])])];
    let jpegs =
        [jpeg(&[jfif(0, 1, 1), jfif(2, 100, 100)]), jpeg(&[exif(true, (300, 1), (300, 1), Some(2))]), jpeg(&[]), vec![0xff, 0xd8, 7]];
    pngs.iter().for_each(|file| check(file, of_png));
    jpegs.iter().for_each(|file| check(file, of_jpeg));
}
