//! 证书状态与操作类型关系表 (数据交换接口规范 7.1.3.4, 7.2.3.5, 7.3.3.8). The tables themselves are not public: the pairs are
//! those that production systems send, the rest is inferred. So a pair outside them is never more than a warning.

use crate::spec::Kind;
use crate::spec::short::{Short, code, codes};

/// Per 操作类型, the 证书状态 that go with it.
pub type Relation = &'static [(Short, &'static [Short])];

static TWO_FIRST: Relation = &[
    (code("01"), &codes(["01"])),
    (code("02"), &codes(["01"])),
    (code("03"), &codes(["02"])),
    (code("04"), &codes(["06"])),
    (code("05"), &codes(["03", "04", "05"])),
    (code("06"), &codes(["01"])),
    (code("07"), &codes(["99", "01"])),
    (code("08"), &codes(["01"])),
];

static MANAGER: Relation = &[
    (code("01"), &codes(["01"])),
    (code("02"), &codes(["01"])),
    (code("03"), &codes(["02"])),
    (code("04"), &codes(["05"])),
    (code("05"), &codes(["03", "04", "06", "07"])),
    (code("06"), &codes(["01"])),
    (code("07"), &codes(["99", "01"])),
    (code("08"), &codes(["01"])),
    (code("09"), &codes(["01"])),
    (code("10"), &codes(["01"])),
];

/// The relation of a kind; the preview has neither field.
pub fn of(kind: Kind) -> Relation {
    match kind {
        Kind::Safety | Kind::Special => TWO_FIRST,
        Kind::Manager => MANAGER,
        Kind::Preview => &[],
    }
}

static TWO_FIRST_RENEW: [Short; 2] = codes(["02", "08"]);
static MANAGERS_RENEW: [Short; 3] = codes(["02", "08", "09"]);

/// The operations after which the licence id of the replaced certificate is expected: renewals, changes, and for a manager
/// the arrival from another province.
pub fn renews(kind: Kind) -> &'static [Short] {
    match kind {
        Kind::Safety | Kind::Special => &TWO_FIRST_RENEW,
        Kind::Manager => &MANAGERS_RENEW,
        Kind::Preview => &[],
    }
}
