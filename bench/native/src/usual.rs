//! What a program without the library would take: chrono for days, base64 for photos, regex for forms, and by hand what no crate
//! knows, which is check characters and the head of a picture. The published patterns and the codes are data, and the library's.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{Datelike, NaiveDate};
use mohurd_ecert::Kind;
use mohurd_ecert::spec::dictionary::province;
use mohurd_ecert::spec::pattern;
use regex::Regex;

use crate::readers::{Citizen, Licence, Number, Readers};

/// Who reads with them.
#[derive(Debug, Default)]
pub(crate) struct Usual;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a regular expression")
}

static CITIZEN: LazyLock<Regex> = LazyLock::new(|| regex("^[0-9]{17}[0-9X]$"));
static RECORD_ID: LazyLock<Regex> = LazyLock::new(|| regex(pattern::RECORD_ID.regex));
static TRADE: LazyLock<Regex> = LazyLock::new(|| regex(pattern::CATEGORY_TEXT.regex));
static LONG_TYPE: LazyLock<Regex> = LazyLock::new(|| regex(pattern::LONG_ECONOMIC_TYPE.regex));
/// Type, serial and check character; what is checked is all before the last dot but the root.
static LICENCE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\.[0-9A-Z]{18}\.([0-9A-Z]+)\.[0-9]{3}\.([0-9A-Z])$"));
static SAFETY: LazyLock<Regex> = LazyLock::new(|| regex(r"^（([一-鿿])[一-鿿]?）JZ安许证字\[(?<year>[0-9]{4})\](?<serial>[0-9]{5,7})$"));
static SPECIAL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^([一-鿿])[一-鿿]?[A-Z](?<group>[0-9]{2})(?<year>[0-9]{4})(?<serial>[0-9]{6})$"));
static MANAGER: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^([一-鿿])[一-鿿]?建安(?<group>A|B|C[123])（(?<year>[0-9]{4})）(?<serial>[0-9]{7})$"));

impl Readers for Usual {
    type Date = NaiveDate;

    fn date(text: &str) -> Option<NaiveDate> {
        let form = match text.len() {
            10 => "%Y-%m-%d",
            8 => "%Y%m%d",
            _ => return None,
        };
        // chrono takes signs and spaces.
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let date = NaiveDate::parse_from_str(text, form).ok().filter(|_| is_plain)?;
        (1900..=2199).contains(&date.year()).then_some(date)
    }

    fn citizen(text: &str) -> Option<Citizen<NaiveDate>> {
        if !CITIZEN.is_match(text) {
            return None;
        }
        let birth = Usual::date(&text[6..14])?;
        let value = |byte: u8| if byte == b'X' { 10 } else { u32::from(byte - b'0') };
        let sum = text.bytes().fold(0, |sum, byte| (sum * 2 + value(byte)) % 11);
        let is_known = province::begins_id_number(&text[..2]);
        Some(Citizen { birth, is_male: text.as_bytes()[16] % 2 == 1, is_valid: sum == 1 && is_known })
    }

    fn number(kind: Kind, text: &str) -> Option<Number<'_>> {
        let form = match kind {
            Kind::Safety => &SAFETY,
            Kind::Special => &SPECIAL,
            _ => &MANAGER,
        };
        let parts = form.captures(text)?;
        let part = |name| parts.name(name).map(|part| part.as_str());
        let mark = parts.get(1)?.as_str().chars().next()?;
        Some(Number { mark, group: part("group"), year: part("year")?, serial: part("serial")? })
    }

    fn licence(text: &str) -> Option<Licence<'_>> {
        let parts = LICENCE.captures(text)?;
        let (type_code, serial, check) = (parts.get(1)?, parts.get(2)?, parts.get(3)?);
        let is_right = licence_check(&text[type_code.start()..check.start()]) == check.as_str().chars().next();
        is_right.then(|| Licence { type_code: type_code.as_str(), serial: serial.as_str() })
    }

    fn is_record_id(text: &str) -> bool {
        RECORD_ID.is_match(text)
    }

    fn is_credit_code(text: &str) -> bool {
        const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
        let value = |byte| ALPHABET.iter().position(|each| *each == byte);
        let Some((last, front)) = text.as_bytes().split_last().filter(|(_, front)| front.len() == 17) else { return false };
        let sum = front.iter().try_fold((0, 1), |(sum, weight), byte| Some((sum + value(*byte)? * weight, weight * 3 % 31)));
        sum.is_some_and(|(sum, _)| ALPHABET[(31 - sum % 31) % 31] == *last)
    }

    fn is_photo(text: &str) -> bool {
        const PREFIXES: [&str; 3] = ["data:image/png;base64,", "data:image/jpg;base64,", "data:image/jpeg;base64,"];
        let bare = PREFIXES.iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
        STANDARD.decode(bare).is_ok_and(|file| file.len() <= 51_200 && resolution(&file).is_some_and(is_sharp))
    }

    fn is_trade(text: &str) -> bool {
        TRADE.is_match(text)
    }

    fn is_long_type(text: &str) -> bool {
        LONG_TYPE.is_match(text)
    }
}

/// The check character of a licence id's parts (MOD 37,36).
fn licence_check(parts: &str) -> Option<char> {
    let product = parts.chars().filter_map(|character| character.to_digit(36)).fold(36, |product, value| {
        let sum = (product + value) % 36;
        if sum == 0 { 36 * 2 % 37 } else { sum * 2 % 37 }
    });
    char::from_digit((37 - product) % 36, 36).map(|character| character.to_ascii_uppercase())
}

fn is_sharp(resolution: [u32; 2]) -> bool {
    resolution.iter().all(|dpi| (200..=300).contains(dpi))
}

/// Dots an inch of a PNG or a JPEG, by what stands in its head.
fn resolution(file: &[u8]) -> Option<[u32; 2]> {
    let number = |at: usize, length: usize| Some(file.get(at..at + length)?.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)));
    if !file.starts_with(b"\x89PNG\r\n\x1a\n") {
        let is_jfif = file.starts_with(&[0xff, 0xd8, 0xff, 0xe0]) && file.get(6..11) == Some(b"JFIF\0") && file.get(13) == Some(&1);
        return if is_jfif { Some([number(14, 2)?, number(16, 2)?]) } else { None };
    }
    let mut at = 8;
    loop {
        match file.get(at + 4..at + 8)? {
            b"pHYs" => break,
            b"IDAT" => return None,
            _ => at += 12 + number(at, 4)? as usize,
        }
    }
    let dpi = |at| Some((f64::from(number(at, 4)?) * 0.0254).round() as u32);
    if file.get(at + 16) == Some(&1) { Some([dpi(at + 8)?, dpi(at + 12)?]) } else { None }
}
