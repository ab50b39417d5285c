//! 行政区划代码 of the provinces, and the characters that stand for them in certificate numbers.

use super::Confidence::Confirmed;
use super::{Code, Confidence, Dictionary, Openness, Shape, words};
use crate::spec::short::{self, Short};

/// 所属省份.
pub static PROVINCES: Dictionary = Dictionary {
    id: "provinceNum",
    title: words("所属省份"),
    cite: words("民政部《2020年中华人民共和国行政区划代码》"),
    // 660000 is what e-government systems give the 新疆生产建设兵团, which takes part and has no row in the ministry's list.
    openness: Openness::Closed { tolerated: &["660000"] },
    shape: Shape::Listed,
    rows: &ROWS,
};

/// The rules read the names of the provinces, so these stay in every build.
const fn code(code: &'static str, name: &'static str, confidence: Confidence) -> Code {
    Code { code: short::code(code), name, confidence }
}

static ROWS: [Code; 34] = [
    code("110000", "北京市", Confirmed),
    code("120000", "天津市", Confirmed),
    code("130000", "河北省", Confirmed),
    code("140000", "山西省", Confirmed),
    code("150000", "内蒙古自治区", Confirmed),
    code("210000", "辽宁省", Confirmed),
    code("220000", "吉林省", Confirmed),
    code("230000", "黑龙江省", Confirmed),
    code("310000", "上海市", Confirmed),
    code("320000", "江苏省", Confirmed),
    code("330000", "浙江省", Confirmed),
    code("340000", "安徽省", Confirmed),
    code("350000", "福建省", Confirmed),
    code("360000", "江西省", Confirmed),
    code("370000", "山东省", Confirmed),
    code("410000", "河南省", Confirmed),
    code("420000", "湖北省", Confirmed),
    code("430000", "湖南省", Confirmed),
    code("440000", "广东省", Confirmed),
    code("450000", "广西壮族自治区", Confirmed),
    code("460000", "海南省", Confirmed),
    code("500000", "重庆市", Confirmed),
    code("510000", "四川省", Confirmed),
    code("520000", "贵州省", Confirmed),
    code("530000", "云南省", Confirmed),
    code("540000", "西藏自治区", Confirmed),
    code("610000", "陕西省", Confirmed),
    code("620000", "甘肃省", Confirmed),
    code("630000", "青海省", Confirmed),
    code("640000", "宁夏回族自治区", Confirmed),
    code("650000", "新疆维吾尔自治区", Confirmed),
    code("710000", "台湾省", Confirmed),
    code("810000", "香港特别行政区", Confirmed),
    code("820000", "澳门特别行政区", Confirmed),
];

/// The characters that stand for a province in front of a certificate number, by province code; some have two in use.
pub static MARKS: [(&str, &str); 34] = [
    ("110000", "京"),
    ("120000", "津"),
    ("130000", "冀"),
    ("140000", "晋"),
    ("150000", "蒙"),
    ("210000", "辽"),
    ("220000", "吉"),
    ("230000", "黑"),
    ("310000", "沪"),
    ("320000", "苏"),
    ("330000", "浙"),
    ("340000", "皖"),
    ("350000", "闽"),
    ("360000", "赣"),
    ("370000", "鲁"),
    ("410000", "豫"),
    ("420000", "鄂"),
    ("430000", "湘"),
    ("440000", "粤"),
    ("450000", "桂"),
    ("460000", "琼"),
    ("500000", "渝"),
    ("510000", "川蜀"),
    ("520000", "贵黔"),
    ("530000", "云滇"),
    ("540000", "藏"),
    ("610000", "陕秦"),
    ("620000", "甘陇"),
    ("630000", "青"),
    ("640000", "宁"),
    ("650000", "新"),
    ("710000", "台"),
    ("810000", "港"),
    ("820000", "澳"),
];

/// The place among them of the province whose code begins with these two digits, for each such number; no place for others.
static PLACES: [u8; 100] = places();

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn places() -> [u8; 100] {
    let mut places = [u8::MAX; 100];
    let mut place = 0;
    while place < MARKS.len() {
        let code = MARKS[place].0.as_bytes();
        places[((code[0] - b'0') * 10 + code[1] - b'0') as usize] = place as u8;
        place += 1;
    }
    places
}

fn beginning(digits: &[u8]) -> Option<&'static (&'static str, &'static str)> {
    let [tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] = digits else { return None };
    let place = PLACES.get(usize::from((tens - b'0') * 10 + ones - b'0'))?;
    MARKS.get(usize::from(*place))
}

/// The characters of a province, where they are known.
pub fn marks(code: Short) -> Option<&'static str> {
    let (_, marks) = beginning(code.as_str().as_bytes()).filter(|(province, _)| code.is(province))?;
    Some(marks)
}

/// The province that a character stands for, where it is known.
pub fn of_mark(mark: char) -> Option<&'static str> {
    MARKS.iter().find(|(_, marks)| marks.chars().any(|other| other == mark)).map(|(province, _)| *province)
}

/// Whether an identity number may begin with these two digits: a province, or 83 (residence permits of 台湾 residents).
pub fn begins_id_number(digits: &str) -> bool {
    digits == "83" || digits.len() == 2 && beginning(digits.as_bytes()).is_some()
}

/// How the names begin: with two characters, which differ.
static HEADS: [u64; 34] = heads();

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn heads() -> [u64; 34] {
    let mut heads = [0; 34];
    let mut place = 0;
    while place < heads.len() {
        heads[place] = match ROWS[place].name.as_bytes().first_chunk() {
            Some(head) => head_of(head),
            None => 0,
        };
        place += 1;
    }
    heads
}

const fn head_of(bytes: &[u8; 6]) -> u64 {
    let [first, second, third, fourth, fifth, sixth] = *bytes;
    u64::from_le_bytes([first, second, third, fourth, fifth, sixth, 0, 0])
}

/// The name of the province that begins with the two characters with which this text does.
pub fn name_like(text: &[u8]) -> Option<&'static str> {
    let head = head_of(text.first_chunk()?);
    HEADS.iter().position(|other| *other == head).and_then(|place| ROWS.get(place)).map(|row| row.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_tell_the_province() {
        for number in 0..100 {
            let digits = format!("{number:02}");
            let marks_of = MARKS.iter().find(|(province, _)| province.starts_with(&digits)).map(|(_, marks)| *marks);
            assert_eq!(marks(Short::of(&(digits.clone() + "0000"))), marks_of);
            assert_eq!(begins_id_number(&digits), marks_of.is_some() || number == 83);
        }
        for wrong in ["", "1", "11", "110001", "11000", "1100000", "1a0000", "省"] {
            assert_eq!(marks(Short::of(wrong)), None);
        }
        assert!(!begins_id_number("") && !begins_id_number("1") && !begins_id_number("110") && !begins_id_number("京"));
    }

    #[test]
    fn two_characters_tell_the_name() {
        for row in &ROWS {
            assert_eq!(name_like(row.name.as_bytes()), Some(row.name));
            assert_eq!(name_like(&row.name.as_bytes()[..6]), Some(row.name));
            assert_eq!(name_like(&row.name.as_bytes()[1..]), None);
        }
        assert_eq!(name_like("山".as_bytes()), None);
        assert_eq!(name_like("济南市".as_bytes()), None);
    }
}
