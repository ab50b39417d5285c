//! 操作类型: three tables. 08 is a change for two kinds and an arrival from another province for a manager.

use super::Confidence::{Seed, Single};
use super::{Dictionary, Openness, Shape, code, words};
use crate::spec::Severity;

/// 办理新发电子证照.
pub const NEW: &str = "01";
/// 办理延续.
pub const RENEWAL: &str = "02";

/// 操作类型 of a 安全生产许可证.
pub static SAFETY: Dictionary = Dictionary {
    id: "safety.operateType",
    title: words("操作类型（安全生产许可证）"),
    cite: words("数据交换接口规范 7.1.3.3"),
    openness: Openness::Open { strict: Severity::Error },
    shape: Shape::Digits(2),
    rows: &[
        code(NEW, "办理新发电子证照", Seed),
        code(RENEWAL, "办理延续", Single),
        code("03", "办理暂扣", Single),
        code("04", "办理过期失效", Single),
        code("05", "办理注销（撤销、吊销）", Single),
        code("06", "办理暂扣发还", Single),
        code("07", "办理其他业务", Single),
        code("08", "办理变更", Single),
    ],
};

/// 操作类型 of a 特种作业操作资格证书.
pub static SPECIAL: Dictionary = Dictionary {
    id: "special.operateType",
    title: words("操作类型（特种作业）"),
    cite: words("数据交换接口规范 7.2.3.4"),
    openness: Openness::Open { strict: Severity::Error },
    shape: Shape::Digits(2),
    rows: &[
        code(NEW, "办理新发电子证照", Single),
        code(RENEWAL, "办理延续", Single),
        code("03", "办理暂扣", Single),
        code("04", "办理过期失效", Single),
        code("05", "办理注销（撤销、吊销）", Single),
        code("06", "办理暂扣发还", Single),
        code("07", "办理其他业务", Single),
        code("08", "办理变更", Single),
    ],
};

/// 操作类型 of a 安管人员考核合格证书, in its present edition.
pub static MANAGER: Dictionary = Dictionary {
    id: "manager.operateType",
    title: words("操作类型（安管人员）"),
    cite: words("数据交换接口规范 7.3.3.7"),
    openness: Openness::Open { strict: Severity::Error },
    shape: Shape::Digits(2),
    rows: &[
        code(NEW, "办理新发电子证照", Single),
        code(RENEWAL, "办理延续", Single),
        code("03", "办理暂扣", Single),
        code("04", "办理过期失效", Single),
        code("05", "办理注销（撤销、吊销、办理转出）", Single),
        code("06", "办理暂扣发还", Single),
        code("07", "办理其他业务", Single),
        code("08", "办理转入", Single),
        code("09", "办理变更", Single),
        code("10", "取消办理转出", Single),
    ],
};
