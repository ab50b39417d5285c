//! What stands behind a fault in an array: where the faulty entry may end. `record::entries` goes on from there.

use crate::spec::Kind;

/// Which brackets are open since the faulty entry began, as far as quotation marks can be trusted.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Brackets {
    depth: u32,
    in_string: bool,
    escaped: bool,
}

impl Brackets {
    /// Goes over a byte.
    pub(super) fn pass(&mut self, byte: u8) {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_string => self.escaped = true,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    /// Whether all are closed.
    pub(super) fn are_closed(self) -> bool {
        self.depth == 0 && !self.in_string
    }
}

/// Whether an object whose first name stands in the table begins here; nothing where the bytes end before that can be said.
pub(super) fn begins_record(kind: Kind, bytes: &[u8]) -> Option<bool> {
    let mut rest = bytes;
    for mark in [b'{', b'"'] {
        rest = rest.trim_ascii_start();
        match rest.split_first() {
            Some((first, behind)) if *first == mark => rest = behind,
            found => return found.map(|_| false),
        }
    }
    let mut may_begin = false;
    for field in kind.table().fields {
        let name = field.name.as_bytes();
        match rest.strip_prefix(name) {
            Some([b'"', ..]) => return Some(true),
            Some(behind) => may_begin |= behind.is_empty(),
            None => may_begin |= name.starts_with(rest),
        }
    }
    (!may_begin).then_some(false)
}
