//! 证书状态: three tables. 03 to 06 mean different things for a manager than for the other two, so they are never shared.

use super::Confidence::{Inferred, Seed, Single};
use super::{Dictionary, Openness, Shape, code, words};
use crate::spec::Severity;

/// 有效.
pub const VALID: &str = "01";
/// 其他: needs a description.
pub const OTHER: &str = "99";
/// What a manager's description must say at 99, in full (managerCertParameter 24, reading R5).
pub const MANAGER_SENTENCE: &str = "持证人正在办理跨企业变更业务，办理完成前本证书暂不可用。";

/// Whether a text is that sentence but for its final stop: production systems send it so.
pub fn lacks_stop(text: &str) -> bool {
    MANAGER_SENTENCE.strip_suffix('。') == Some(text)
}

/// 证书状态 of a 安全生产许可证.
pub static SAFETY: Dictionary = Dictionary {
    id: "safety.certState",
    title: words("证书状态（安全生产许可证）"),
    cite: words("数据交换接口规范 7.1.3.1"),
    // The names between 有效 and 其他 are inferred for the most part: an unlisted code is never an error.
    openness: Openness::Open { strict: Severity::Warning },
    shape: Shape::Digits(2),
    rows: &[
        code(VALID, "有效", Seed),
        code("02", "暂扣", Inferred),
        code("03", "吊销", Inferred),
        code("04", "撤销", Inferred),
        code("05", "注销", Single),
        code("06", "失效", Inferred),
        code(OTHER, "其他", Seed),
    ],
};

/// 证书状态 of a 特种作业操作资格证书.
pub static SPECIAL: Dictionary = Dictionary {
    id: "special.certState",
    title: words("证书状态（特种作业）"),
    cite: words("数据交换接口规范 7.2.3.1"),
    openness: Openness::Open { strict: Severity::Error },
    shape: Shape::Digits(2),
    rows: &[
        code(VALID, "有效", Single),
        code("02", "暂扣", Single),
        code("03", "吊销", Single),
        code("04", "撤销", Single),
        code("05", "注销", Single),
        code("06", "失效", Single),
        code(OTHER, "其他", Seed),
    ],
};

/// 证书状态 of a 安管人员考核合格证书.
pub static MANAGER: Dictionary = Dictionary {
    id: "manager.certState",
    title: words("证书状态（安管人员）"),
    cite: words("数据交换接口规范 7.3.3.1"),
    openness: Openness::Open { strict: Severity::Error },
    shape: Shape::Digits(2),
    rows: &[
        code(VALID, "有效", Single),
        code("02", "暂扣", Single),
        code("03", "撤销", Single),
        code("04", "注销", Single),
        code("05", "失效", Single),
        code("06", "办理转出", Single),
        code("07", "吊销", Single),
        code(OTHER, "其他", Seed),
    ],
};
