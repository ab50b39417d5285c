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

/// The characters of a province, where they are known.
pub fn marks(code: Short) -> Option<&'static str> {
    // Both tables have the provinces in the same order.
    let (_, marks) = MARKS.get(ROWS.iter().position(|row| row.code.same(code))?)?;
    Some(marks)
}

/// The province that a character stands for, where it is known.
pub fn of_mark(mark: char) -> Option<&'static str> {
    MARKS.iter().find(|(_, marks)| marks.chars().any(|other| other == mark)).map(|(province, _)| *province)
}

/// Whether an identity number may begin with these two digits: a province, or 83 (residence permits of 台湾 residents).
pub fn begins_id_number(digits: &str) -> bool {
    digits == "83" || MARKS.iter().any(|(province, _)| province.starts_with(digits))
}
