//! How far the bytes of a batch are known to be UTF-8: they are looked at by windows, so that no string has to be looked at by
//! itself. What is wrong, and where, is for the reader to say.

use simdutf8::basic::from_utf8;

/// How many bytes are looked at at once: few enough that they are still at hand when they are read.
const WINDOW: usize = 1 << 17;

/// A window over the bytes.
#[derive(Default)]
pub(super) struct Known<'a> {
    text: &'a str,
    start: usize,
    /// From where on the next window is looked at.
    renew: usize,
    /// Whether something was wrong: a window is no more looked at as a whole then, which would come again behind each fault.
    is_faulty: bool,
}

impl<'a> Known<'a> {
    /// A text with which the bytes go on from there; it may be short. The places asked for never fall.
    pub(super) fn from(&mut self, bytes: &'a [u8], at: usize) -> &'a str {
        if at >= self.renew {
            let window = bytes.get(at..bytes.len().min(at + WINDOW)).unwrap_or_default();
            (self.text, self.start) = (if self.is_faulty { before_fault(window) } else { beginning(window) }, at);
            self.is_faulty |= self.text.len() + 4 <= window.len();
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
    from_utf8(bytes.get(..bytes.len() - edge).unwrap_or_default()).unwrap_or_else(|_| before_fault(bytes))
}

/// The same, where it is known that something is wrong: it ends there.
#[cold]
fn before_fault(bytes: &[u8]) -> &str {
    let length = core::str::from_utf8(bytes).map_or_else(|fault| fault.valid_up_to(), str::len);
    from_utf8(bytes.get(..length).unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is known along the bytes, looked for in steps of that size: always what stands there.
    fn known(bytes: &[u8], step: usize) -> usize {
        let mut known = Known::default();
        let mut covered = 0;
        for at in (0..bytes.len()).step_by(step) {
            let text = known.from(bytes, at);
            assert!(bytes[at..].starts_with(text.as_bytes()), "{at}");
            covered += usize::from(text.len() >= step.min(bytes.len() - at));
        }
        covered
    }

    #[test]
    fn what_is_known_stands_there() {
        for piece in ["a", "安", "𠮷"] {
            let bytes = piece.repeat(3 * WINDOW / piece.len() + 7).into_bytes();
            let steps = bytes.len().div_ceil(12);
            // All of it but the last character, and a step that ends beyond a window's edge is begun before it.
            assert!(known(&bytes, 12) > steps - 8, "{piece}");
            // In bytes of a character there is nothing that begins.
            known(&bytes, 7);
        }
    }

    #[test]
    fn behind_bytes_that_are_wrong_it_goes_on() {
        for place in [0, 11, WINDOW - 13, WINDOW - 1, WINDOW, WINDOW + 1, 2 * WINDOW] {
            for wrong in [&b"\xff"[..], b"\xe5\xae", b"\x80"] {
                let mut bytes = "安".repeat(WINDOW).into_bytes();
                bytes.splice(place..place, wrong.iter().copied());
                bytes.truncate(3 * WINDOW);
                // Of three places one begins a character.
                assert!(known(&bytes, 1) + 64 > bytes.len() / 3, "{place}");
            }
        }
    }

    #[test]
    fn a_beginning_is_that_of_the_standard_library() {
        for bytes in [&b""[..], b"a", b"\xe5", b"a\xe5\xae", b"\xff", b"ab\xffc", b"\xf0\xa0\xae\xb7", b"\xf0\xa0\xae\xb7a"] {
            let valid = core::str::from_utf8(bytes).map_or_else(|fault| fault.valid_up_to(), <str>::len);
            let text = beginning(bytes);
            assert!(bytes.starts_with(text.as_bytes()) && text.len() <= valid && text.len() + 4 > valid);
        }
    }
}
