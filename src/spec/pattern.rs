//! The published patterns of the formats: what the JSON Schema and the reference print.
//!
//! Nothing runs them in the core. `record` has a hand-written matcher for each, and a property test holds the
//! two against each other with the `regex` crate.

/// A format's published pattern.
#[derive(Debug)]
pub struct Pattern {
    /// Its name in the reference.
    pub id: &'static str,
    /// The pattern, in the common ground of ECMA-262 and the `regex` crate, anchored at both ends.
    pub regex: &'static str,
    /// Where the form is laid down.
    pub cite: &'static str,
}

/// How a 安全生产许可证 number is written.
pub const SAFETY_NUMBER_FORM: &str = "（省简称）JZ安许证字[年份4位]序号6位";
/// How a 特种作业 number is written.
pub const SPECIAL_NUMBER_FORM: &str = "省简称+地市字母+工种2位+年份4位+序号6位";
/// How a 安管人员 number is written.
pub const MANAGER_NUMBER_FORM: &str = "省简称建安岗位类别（年份4位）序号7位";

/// The days that exist, with that between year, month and day: those of a common year in any year, and the leap days.
macro_rules! day {
    ($between:literal) => {
        concat!(
            "(?:19|20|21)[0-9]{2}",
            $between,
            "(?:(?:0[13578]|1[02])",
            $between,
            "(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)",
            $between,
            "(?:0[1-9]|[12][0-9]|30)|02",
            $between,
            "(?:0[1-9]|1[0-9]|2[0-8]))|(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)",
            $between,
            "02",
            $between,
            "29"
        )
    };
}

/// A day of the years 1900–2199, in either of the two accepted forms (reading R1).
pub static DATE: Pattern = Pattern { id: "date", regex: concat!("^(?:", day!("-"), "|", day!(""), ")$"), cite: "reading R1" };

/// 公民身份号码 in any of its spellings; the birth date and the check character are computed.
pub static ID_NUMBER: Pattern = Pattern { id: "id-number", regex: r"^[0-9０-９]{17}[0-9０-９XxＸｘ]$", cite: "GB 11643-1999" };

/// 统一社会信用代码; the check character is computed.
pub static CREDIT_CODE: Pattern = Pattern { id: "credit-code", regex: r"^[0-9A-HJ-NPQRTUWXY]{18}$", cite: "GB 32100-2015" };

/// Where spaces may stand in a spelling of a number: the common one, the full-width one, and those that do not break.
macro_rules! gap {
    () => {
        r"[ \u00a0\u2007\u202f\u3000]*"
    };
}
macro_rules! opening {
    () => {
        concat!(r"[（(\[〔【［]", gap!())
    };
}
macro_rules! closing {
    () => {
        concat!(gap!(), r"[）)\]〕】］]")
    };
}
/// A fixed word, letter by letter: spaces may stand before each.
macro_rules! spaced {
    ($($letter:literal)*) => {
        concat!($(gap!(), $letter),*)
    };
}

/// 安全生产许可证 number, canonical or a spelling of it.
pub static SAFETY_NUMBER: Pattern = Pattern {
    id: "cert-number/safety",
    regex: concat!(
        "^",
        opening!(),
        r"[\u4e00-\u9fff]{1,2}",
        closing!(),
        spaced!("J" "Z" "安" "许" "证" "字"),
        gap!(),
        opening!(),
        "[0-9]{4}",
        closing!(),
        gap!(),
        "[0-9]{5,7}(?:",
        gap!(),
        "(?:-",
        gap!(),
        "[0-9]+|延))?$"
    ),
    cite: "电子证照标准（安全生产许可证）附录 A.1",
};

/// 特种作业 number, canonical or with inner spaces.
pub static SPECIAL_NUMBER: Pattern = Pattern {
    id: "cert-number/special",
    regex: concat!(r"^[\u4e00-\u9fff]{1,2}", gap!(), "[A-Z]", gap!(), "[0-9]{2}", gap!(), "[0-9]{4}", gap!(), "[0-9]{6}$"),
    cite: "C 0304-2022 附录 A.1",
};

/// 安管人员 number, canonical or a spelling of it.
pub static MANAGER_NUMBER: Pattern = Pattern {
    id: "cert-number/manager",
    regex: concat!(
        r"^[\u4e00-\u9fff]{1,2}",
        spaced!("建" "安"),
        gap!(),
        "(?:A|B|C1|C2|C3)",
        gap!(),
        opening!(),
        "[0-9]{4}",
        closing!(),
        gap!(),
        "[0-9]{7}$"
    ),
    cite: "C 0317-2022 附录 A.1",
};

/// 证照标识: root, certificate type, issuer, serial, version, check character; the last is computed.
pub static LICENCE_ID: Pattern = Pattern {
    id: "licence-id",
    regex: r"^1\.2\.156\.3005\.2\.[0-9A-Z]{21}\.[0-9A-Z]{18}\.[0-9A-Z]+\.[0-9]{3}\.[0-9A-Z]$",
    cite: "电子证照标准附录 A.2",
};

/// The record's own id: 32 hexadecimal digits, or a UUID with its hyphens (reading R9).
pub static RECORD_ID: Pattern = Pattern {
    id: "record-id",
    regex: r"^(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})$",
    cite: "reading R9",
};

/// A QR assignment: province, year, serial.
pub static ASSIGNMENT: Pattern = Pattern { id: "assignment", regex: r"^[0-9]{19}$", cite: "数据交换接口规范 5.1" };

/// 工种类别描述 beside category 99.
pub static CATEGORY_TEXT: Pattern = Pattern {
    id: "category-description",
    regex: r"^经省级以上住房和城乡建设主管部门认定的其他工种类别（[\s\S]+）$",
    cite: "数据交换接口规范 7.2.3.2",
};

/// The two company types of the register that are longer than 经济类型 allows (reading R21).
pub static LONG_ECONOMIC_TYPE: Pattern =
    Pattern {
        id: "long-economic-type", regex: r"^有限责任公司[（(]非?自然人投资或控股的法人独资[）)]$", cite: "reading R21"
    };

/// What no label of a host name holds: ASCII but letters, digits, hyphen and underscore; spaces; what cannot be seen; what
/// looks like ASCII or like a dot. It stands in a negated class.
macro_rules! no_name {
    () => {
        r"\u0000-,./:-@\[-\^`{-\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000-\u3002\ufeff\uff01-\uff65\ufffe\uffff"
    };
}

/// An https address with a public host name (reading R12); the matcher also refuses names under `localhost`.
pub static URL: Pattern = Pattern {
    id: "url",
    regex: concat!(
        "^[Hh][Tt][Tt][Pp][Ss]://(?:[^",
        no_name!(),
        r"]+\.)+[^0-9",
        no_name!(),
        "][^",
        no_name!(),
        r"]*\.?(?::[0-9]*)?(?:[/?#][\s\S]*)?$"
    ),
    cite: "reading R12",
};

/// Every pattern, for the reference and the tests.
pub static ALL: [&Pattern; 12] = [
    &DATE,
    &ID_NUMBER,
    &CREDIT_CODE,
    &SAFETY_NUMBER,
    &SPECIAL_NUMBER,
    &MANAGER_NUMBER,
    &LICENCE_ID,
    &RECORD_ID,
    &ASSIGNMENT,
    &CATEGORY_TEXT,
    &LONG_ECONOMIC_TYPE,
    &URL,
];
