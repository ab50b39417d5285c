//! How far the bytes of a batch are known to be UTF-8: they are looked at by windows, so that no string has to be looked at by
//! itself. What is wrong, and where, is for the reader to say.

use simdutf8::compat::from_utf8;

/// How many bytes are looked at at once: few enough that they are still at hand when they are read.
const WINDOW: usize = 1 << 17;

/// A window over the bytes.
#[derive(Default)]
pub(super) struct Known<'a> {
    text: &'a str,
    start: usize,
    /// From where on the next window is looked at.
    renew: usize,
}

impl<'a> Known<'a> {
    /// A text with which the bytes go on from there; it may be short. The places asked for never fall.
    pub(super) fn from(&mut self, bytes: &'a [u8], at: usize) -> &'a str {
        if at >= self.renew {
            let window = bytes.get(at..bytes.len().min(at + WINDOW)).unwrap_or_default();
            (self.text, self.start) = (beginning(window), at);
            // Behind bytes that are wrong it goes on. Else the windows overlap, since an entry may lie across their edge.
            let overlap = if self.text.len() + 4 > WINDOW { WINDOW / 8 } else { 0 };
            self.renew = at + self.text.len() + 1 - overlap;
        }
        self.text.get(at - self.start..).unwrap_or_default()
    }
}

/// The text with which the bytes begin.
pub(crate) fn beginning(bytes: &[u8]) -> &str {
    // A character across the edge is left to the next window.
    let edge = bytes.iter().rev().take(3).position(|byte| *byte >= 0xc0).map_or(0, |behind| behind + 1);
    let whole = from_utf8(bytes.get(..bytes.len() - edge).unwrap_or_default());
    whole.or_else(|fault| from_utf8(bytes.get(..fault.valid_up_to()).unwrap_or_default())).unwrap_or_default()
}
