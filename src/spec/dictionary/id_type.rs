//! 身份证件号码类型, GB/T 36903-2018 附录 A.

use super::Confidence::Confirmed;
use super::{Dictionary, Openness, Shape, code, words};
use crate::spec::Severity;
use crate::spec::short::{Short, codes};

/// 公民身份号码: the type whose numbers carry a birth date, a gender and a check character.
pub const CITIZEN: &str = "111";
/// The types that are for organisations, not for persons.
pub static ORGANISATIONS: [Short; 2] = codes(["001", "099"]);

/// 身份证件号码类型.
pub static ID_TYPES: Dictionary = Dictionary {
    id: "identityCardType",
    title: words("身份证件号码类型"),
    cite: words("GB/T 36903-2018 附录 A"),
    openness: Openness::Open { strict: Severity::Error },
    shape: Shape::Digits(3),
    rows: &[
        code("001", "统一社会信用代码", Confirmed),
        code("099", "其他法人或其他组织有效证件代码", Confirmed),
        code(CITIZEN, "公民身份号码", Confirmed),
        code("114", "中国人民解放军军官证编号", Confirmed),
        code("115", "中国人民武装警察部队警官证编号", Confirmed),
        code("118", "中国人民解放军士兵证编号", Confirmed),
        code("119", "中国人民武装警察部队士兵证编号", Confirmed),
        code("120", "中国人民解放军文职人员证编号", Confirmed),
        code("122", "中国人民武装警察部队文职人员证编号", Confirmed),
        code("411", "外交护照护照号", Confirmed),
        code("412", "公务护照护照号", Confirmed),
        code("413", "公务普通护照护照号", Confirmed),
        code("414", "普通护照护照号", Confirmed),
        code("511", "台湾居民来往大陆通行证号码", Confirmed),
        code("516", "港澳居民来往内地通行证号码", Confirmed),
        code("999", "其他自然人有效证件代码", Confirmed),
    ],
};
