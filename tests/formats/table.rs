//! Every published pattern with its matcher, and with what is computed besides.

use std::sync::LazyLock;

use mohurd_ecert::record::cert_number::CertNumber;
use mohurd_ecert::record::date::Date;
use mohurd_ecert::record::id_number::IdNumber;
use mohurd_ecert::record::licence_id::LicenceId;
use mohurd_ecert::record::{credit_code, record_id, text, url};
use mohurd_ecert::spec::Kind;
use mohurd_ecert::spec::pattern::{self, Pattern};
use regex::Regex;

/// A pattern, the matcher that is held against it, and what else the matcher computes.
pub(crate) struct Format {
    pub(crate) pattern: &'static Pattern,
    pub(crate) matches: fn(&str) -> bool,
    pub(crate) computed: fn(&str) -> bool,
    pub(crate) sample: &'static str,
}

pub(crate) const FORMATS: [Format; 12] = [
    Format { pattern: &pattern::DATE, matches: |text| Date::parse(text).is_some(), computed: |_| true, sample: "2024-02-29" },
    Format {
        pattern: &pattern::ID_NUMBER,
        matches: |text| IdNumber::parse(text).is_some(),
        computed: |text| day_exists(&text::half_width(text)[6..14]),
        sample: "11010519491231002X",
    },
    Format { pattern: &pattern::CREDIT_CODE, matches: credit_code::is_valid, computed: check_fits, sample: "11110000000021135M" },
    Format {
        pattern: &pattern::SAFETY_NUMBER,
        matches: |text| CertNumber::parse(Kind::Safety, text).is_some(),
        computed: |_| true,
        sample: "（鲁）JZ安许证字[2023]087974-1",
    },
    Format {
        pattern: &pattern::SPECIAL_NUMBER,
        matches: |text| CertNumber::parse(Kind::Special, text).is_some(),
        computed: |_| true,
        sample: "京A012012000392",
    },
    Format {
        pattern: &pattern::MANAGER_NUMBER,
        matches: |text| CertNumber::parse(Kind::Manager, text).is_some(),
        computed: |_| true,
        sample: "京建安C3（2021）0022585",
    },
    Format {
        pattern: &pattern::LICENCE_ID,
        matches: |text| LicenceId::parse(text).is_some(),
        computed: |_| true,
        sample: "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
    },
    Format {
        pattern: &pattern::RECORD_ID,
        matches: record_id::is_record_id,
        computed: |_| true,
        sample: "1d766fd8-8378-2330-5310-32bfa7616100",
    },
    Format { pattern: &pattern::ASSIGNMENT, matches: record_id::is_assignment, computed: |_| true, sample: "1100002022000000001" },
    Format {
        pattern: &pattern::CATEGORY_TEXT,
        matches: record_id::is_category_text,
        computed: |_| true,
        sample: "经省级以上住房和城乡建设主管部门认定的其他工种类别（桩机（不含旋挖））",
    },
    Format {
        pattern: &pattern::LONG_ECONOMIC_TYPE,
        matches: record_id::is_long_economic_type,
        computed: |_| true,
        sample: "有限责任公司（非自然人投资或控股的法人独资）",
    },
    Format {
        pattern: &pattern::URL,
        matches: |text| url::is_https(text) && url::has_public_host(text),
        computed: not_localhost,
        sample: "https://例.a-b.cn.:443/x?y#z",
    },
];

fn day_exists(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (year, month, day) = (digits[..4].parse::<u32>().unwrap(), &digits[4..6], digits[6..].parse::<u32>().unwrap());
    let leap = (year % 4 == 0) ^ (year % 100 == 0) ^ (year % 400 == 0);
    let length = match month {
        "02" => 28 + u32::from(leap),
        "04" | "06" | "09" | "11" => 30,
        "01" | "03" | "05" | "07" | "08" | "10" | "12" => 31,
        _ => 0,
    };
    (1900..2200).contains(&year) && (1..=length).contains(&day)
}

/// With the standard's own table of weights; the check character weighs one.
fn check_fits(text: &str) -> bool {
    const WEIGHTS: [usize; 18] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];
    let value = |character| "0123456789ABCDEFGHJKLMNPQRTUWXY".find(character).unwrap();
    text.chars().zip(WEIGHTS).map(|(character, weight)| value(character) * weight).sum::<usize>() % 31 == 0
}

fn not_localhost(text: &str) -> bool {
    static LOCAL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(?i:https://[^/?#]*\.localhost)\.?(?:[:/?#]|$)").unwrap());
    !LOCAL.is_match(text)
}
