//! 性别 (specialCertParameter 11, managerCertParameter 12).

use super::Confidence::Seed;
use super::{Dictionary, Openness, Shape, code, words};

/// 男.
pub const MALE: &str = "1";
/// 女.
pub const FEMALE: &str = "2";

/// 性别.
pub static GENDERS: Dictionary = Dictionary {
    id: "gender",
    title: words("性别"),
    cite: words("specialCertParameter 11"),
    openness: Openness::Closed { tolerated: &[] },
    shape: Shape::Listed,
    rows: &[code(MALE, "男", Seed), code(FEMALE, "女", Seed)],
};
