//! Sixteen bytes in one register, where the target has such throughout: SSE2 of x86-64, and simd128 in wasm that is built with it.
//! `record::bytes` says what is wanted of them.

use super::{Block, UNCOMMON};
use wide::u8x16;

/// Sixteen bytes.
#[derive(Clone, Copy)]
pub(super) struct Sixteen(u8x16);

fn all(byte: u8) -> u8x16 {
    u8x16::new([byte; 16])
}

fn equal(lanes: u8x16, byte: u8) -> u8x16 {
    lanes.simd_eq(all(byte))
}

fn at_most(lanes: u8x16, byte: u8) -> u8x16 {
    lanes.min(all(byte)).simd_eq(lanes)
}

fn within(lanes: u8x16, first: u8, last: u8) -> u8x16 {
    at_most(lanes - all(first), last - first)
}

impl Block<16> for Sixteen {
    const UNIT: u32 = 1;

    fn of(bytes: &[u8; 16]) -> Sixteen {
        Sixteen(u8x16::new(*bytes))
    }

    fn or(self, other: Sixteen) -> Sixteen {
        Sixteen(self.0 | other.0)
    }

    fn differ(self, other: Sixteen) -> Sixteen {
        Sixteen(!self.0.simd_eq(other.0))
    }

    fn is_empty(self) -> bool {
        self.0 == all(0)
    }

    fn places(self) -> u64 {
        u64::from(self.0.to_bitmask())
    }

    fn ends(self) -> Sixteen {
        // With its second bit turned, the quotation mark comes right behind the control characters, and nothing else does.
        Sixteen(at_most(self.0 ^ all(2), b'"' ^ 2) | equal(self.0, b'\\'))
    }

    fn unprintable(self) -> Sixteen {
        Sixteen(!within(self.0, b' ', b'~'))
    }

    fn uncommon(self) -> Sixteen {
        Sixteen(UNCOMMON.into_iter().fold(equal(self.0, 0x7f) | at_most(self.0, 0x1f), |found, byte| found | equal(self.0, byte)))
    }

    fn line_feeds(self) -> Sixteen {
        Sixteen(equal(self.0, b'\n'))
    }

    fn no_symbols(self) -> Sixteen {
        // Each is 0 within its range; so is the least of them for a symbol.
        let beyond = |lanes: u8x16, first: u8, last: u8| (lanes - all(first)).saturating_sub(all(last - first));
        let letters = beyond(self.0 | all(0x20), b'a', b'z');
        Sixteen(letters.min(beyond(self.0, b'/', b'9')).min(self.0 ^ all(b'+')))
    }
}
