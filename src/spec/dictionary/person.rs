//! 职务, 技术职称 and 文化程度 of a manager.

use super::Confidence::{Confirmed, Single};
use super::{Dictionary, Openness, Shape, code, words};
use crate::spec::Severity;
use crate::spec::short::{self, Short, codes};

/// 职务.
pub static APPOINTMENTS: Dictionary = Dictionary {
    id: "appointment",
    title: words("职务"),
    cite: words("数据交换接口规范 7.3.3.3"),
    openness: Openness::Open { strict: Severity::Error },
    shape: Shape::Digits(2),
    rows: &[
        code("01", "法定代表人", Single),
        code("02", "总经理（总裁）", Single),
        code("03", "分管安全生产的副总经理（副总裁）", Confirmed),
        code("04", "分管生产经营的副总经理（副总裁）", Single),
        code("05", "技术负责人", Single),
        code("06", "安全总监", Single),
        code("07", "项目负责人（项目经理）", Confirmed),
        code("08", "专职安全生产管理人员", Single),
        code("99", "其他", Single),
    ],
};

/// Which 职务 go with a 岗位类别; one production system derives them so.
pub static APPOINTMENTS_OF: [(Short, &[Short]); 5] = [
    (short::code("A"), &codes(["01", "02", "03", "04", "05", "06", "99"])),
    (short::code("B"), &codes(["07"])),
    (short::code("C1"), &codes(["08"])),
    (short::code("C2"), &codes(["08"])),
    (short::code("C3"), &codes(["08"])),
];

/// 技术职称. Whether there is a code for none or other is not known, so an unlisted one is never an error.
pub static TITLES: Dictionary = Dictionary {
    id: "technicalTitle",
    title: words("技术职称"),
    cite: words("数据交换接口规范 7.3.3.4"),
    openness: Openness::Open { strict: Severity::Warning },
    shape: Shape::Digits(2),
    rows: &[
        code("01", "正高级工程师", Single),
        code("02", "高级工程师", Single),
        code("03", "工程师", Single),
        code("04", "助理工程师", Single),
        code("05", "技术员", Single),
    ],
};

/// 文化程度.
pub static DEGREES: Dictionary = Dictionary {
    id: "educationDegree",
    title: words("文化程度"),
    cite: words("数据交换接口规范 7.3.3.5"),
    openness: Openness::Open { strict: Severity::Error },
    shape: Shape::Digits(2),
    rows: &[
        code("01", "博士研究生", Single),
        code("02", "硕士研究生", Single),
        code("03", "大学本科", Single),
        code("04", "大学专科", Single),
        code("05", "中专", Single),
        code("06", "高中", Single),
        code("07", "初中及以下", Single),
        code("99", "其他", Single),
    ],
};
