//! 证书状态与操作类型关系表 (数据交换接口规范 7.1.3.4, 7.2.3.5, 7.3.3.8). The tables themselves are not public: the pairs are
//! those that production systems send, the rest is inferred. So a pair outside them is never more than a warning.

use crate::spec::Kind;

/// Per 操作类型, the 证书状态 that go with it.
pub type Relation = &'static [(&'static str, &'static [&'static str])];

static TWO_FIRST: Relation = &[
    ("01", &["01"]),
    ("02", &["01"]),
    ("03", &["02"]),
    ("04", &["06"]),
    ("05", &["03", "04", "05"]),
    ("06", &["01"]),
    ("07", &["99", "01"]),
    ("08", &["01"]),
];

static MANAGER: Relation = &[
    ("01", &["01"]),
    ("02", &["01"]),
    ("03", &["02"]),
    ("04", &["05"]),
    ("05", &["03", "04", "06", "07"]),
    ("06", &["01"]),
    ("07", &["99", "01"]),
    ("08", &["01"]),
    ("09", &["01"]),
    ("10", &["01"]),
];

/// The relation of a kind; the preview has neither field.
pub fn of(kind: Kind) -> Relation {
    match kind {
        Kind::Safety | Kind::Special => TWO_FIRST,
        Kind::Manager => MANAGER,
        Kind::Preview => &[],
    }
}

/// The operations after which the licence id of the replaced certificate is expected: renewals, changes, and for a manager
/// the arrival from another province.
pub fn renews(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Safety | Kind::Special => &["02", "08"],
        Kind::Manager => &["02", "08", "09"],
        Kind::Preview => &[],
    }
}
