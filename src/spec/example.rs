//! One valid, invented record of each kind: no name, number or address in it belongs to anybody.

use super::Kind;

/// What a field of the example holds.
#[derive(Clone, Copy, Debug)]
pub enum Sample {
    /// A text.
    Text(&'static str),
    /// The entries of 业务信息: type and text.
    Items(&'static [(&'static str, &'static str)]),
}

/// The example of a kind: field names and what they hold, in the table's order.
pub fn of(kind: Kind) -> &'static [(&'static str, Sample)] {
    match kind {
        Kind::Safety => &[],
        Kind::Special => &[],
        Kind::Manager => &[],
        Kind::Preview => &[],
    }
}
