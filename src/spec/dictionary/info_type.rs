//! 扩展信息类型: only the samples' codes are known, and the manager's look like a copy of the first kind's.

use super::Confidence::{Inferred, Seed};
use super::{Dictionary, Openness, Shape, code, words};
use crate::spec::Severity;

/// 扩展信息类型 of a 安全生产许可证.
pub static SAFETY: Dictionary = Dictionary {
    id: "safety.infoType",
    title: words("扩展信息类型（安全生产许可证）"),
    cite: words("数据交换接口规范 7.1.3.2"),
    openness: Openness::Open { strict: Severity::Warning },
    shape: Shape::Digits(2),
    rows: &[code("01", "持证企业的资质信息", Seed), code("02", "证书处罚处置信息", Seed)],
};

/// 扩展信息类型 of a 特种作业操作资格证书.
pub static SPECIAL: Dictionary = Dictionary {
    id: "special.infoType",
    title: words("扩展信息类型（特种作业）"),
    cite: words("数据交换接口规范 7.2.3.3"),
    openness: Openness::Open { strict: Severity::Warning },
    shape: Shape::Digits(2),
    rows: &[code("01", "持证人培训信息", Seed), code("02", "持证人培训实名进场信息", Seed)],
};

/// 扩展信息类型 of a 安管人员考核合格证书.
pub static MANAGER: Dictionary = Dictionary {
    id: "manager.infoType",
    title: words("扩展信息类型（安管人员）"),
    cite: words("数据交换接口规范 7.3.3.6"),
    openness: Openness::Open { strict: Severity::Warning },
    shape: Shape::Digits(2),
    rows: &[code("01", "持证企业的资质信息", Inferred), code("02", "证书处罚处置信息", Inferred)],
};
