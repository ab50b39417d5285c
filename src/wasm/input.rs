//! The input buffer of the core: the page writes a packed record to it, or bytes.

use super::pack::Packed;
use crate::record::Record;

/// The largest input that is taken, in bytes.
const LIMIT: usize = 1 << 30;

/// The buffer that the page writes to.
pub(super) struct Input(Vec<u8>);

impl Input {
    /// No room yet.
    pub(super) const NEW: Input = Input(Vec::new());

    /// Makes room for that many bytes; where the buffer stands, or 0 where there is no such room.
    pub(super) fn reserve(&mut self, bytes: usize) -> usize {
        if bytes > self.0.len() {
            if bytes > LIMIT || self.0.try_reserve_exact(bytes - self.0.len()).is_err() {
                return 0;
            }
            self.0.resize(bytes, 0);
        }
        self.0.as_mut_ptr() as usize
    }

    /// The first bytes of the buffer.
    pub(super) fn bytes(&self, len: usize) -> &[u8] {
        self.0.get(..len).unwrap_or_default()
    }

    /// Puts the packed record into an empty one.
    pub(super) fn unpack<'i>(&'i self, packed: Packed, record: &mut Record<'i>) {
        packed.unpack(&self.0, record);
    }
}
