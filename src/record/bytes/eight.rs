//! Eight bytes as one number, on any machine. `record::bytes` says what is wanted of them.

use super::{Block, UNCOMMON};

/// A byte in all eight places.
const fn all(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The top bit of each byte, which is the one that says whether it is wanted.
const TOPS: u64 = all(0x80);

/// Eight bytes, the first the lowest.
#[derive(Clone, Copy)]
pub(super) struct Eight(u64);

impl Eight {
    /// Where the byte stands, by the top bits.
    fn equal(self, byte: u8) -> u64 {
        // A byte that is zero borrows its top bit without having had it.
        let others = self.0 ^ all(byte);
        others.wrapping_sub(all(1)) & !others
    }
}

impl Block<8> for Eight {
    const UNIT: u32 = 8;

    fn of(bytes: &[u8; 8]) -> Eight {
        Eight(u64::from_le_bytes(*bytes))
    }

    fn or(self, other: Eight) -> Eight {
        Eight(self.0 | other.0)
    }

    fn differ(self, other: Eight) -> Eight {
        Eight(self.0 ^ other.0)
    }

    fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn places(self) -> u64 {
        self.0
    }

    fn ends(self) -> Eight {
        // What is less borrows its top bit, unless the byte has one of its own. What a borrow spoils stands above a byte that was found.
        let less = |word: u64, byte: u8| word.wrapping_sub(all(byte));
        // With its second bit turned, the quotation mark comes right behind the control characters.
        let ends = less(self.0 ^ all(2), 0x21) | less(self.0 ^ all(b'\\'), 1);
        Eight(ends & !self.0 & TOPS)
    }

    fn unprintable(self) -> Eight {
        // 0x7f grows into its top bit. What a carry spoils stands above a byte that was found, as with borrows.
        Eight((self.0 | self.0.wrapping_add(all(1)) | self.0.wrapping_sub(all(0x20))) & TOPS)
    }

    fn uncommon(self) -> Eight {
        let begins = UNCOMMON.into_iter().fold(self.equal(0x7f), |found, byte| found | self.equal(byte));
        Eight((begins | self.0.wrapping_sub(all(0x20)) & !self.0) & TOPS)
    }

    fn line_feeds(self) -> Eight {
        Eight(self.equal(b'\n') & TOPS)
    }

    fn no_symbols(self) -> Eight {
        // Right for bytes of ASCII, which carry nothing into their neighbour; others are left out at the end.
        let within = |word: u64, first: u8, last: u8| word.wrapping_add(all(0x80 - first)) & !word.wrapping_add(all(0x7f - last));
        let letters = within(self.0 | all(0x20), b'a', b'z');
        Eight(!((letters | within(self.0, b'/', b'9') | within(self.0, b'+', b'+')) & !self.0) & TOPS)
    }
}

/// Four numbers of two digits each.
pub(super) fn pairs(digits: [u8; 8]) -> Option<[u8; 4]> {
    let word = u64::from_le_bytes(digits);
    // A digit stays in its row of the table of ASCII even with 6 more.
    if word & all(0xf0) != all(b'0') || word.wrapping_add(all(6)) & all(0xf0) != all(b'0') {
        return None;
    }
    let digits = word & all(0x0f);
    let [first, _, second, _, third, _, fourth, _] = (digits * 10 + (digits >> 8)).to_le_bytes();
    Some([first, second, third, fourth])
}
