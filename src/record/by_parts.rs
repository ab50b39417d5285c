//! A batch that is read part by part, for those who have its bytes: what a part leaves open comes again at the beginning of the next
//! one, with more behind it. It keeps no byte and judges nothing. For bytes that come and go, `record::feed` keeps what is open; what an
//! entry is, and where one begins behind a fault, is `record::entries`'s.

use super::entries::{Entries, Entry};
use super::part::Part;
use crate::spec::Kind;

/// How far a batch is read.
pub struct ByParts {
    kind: Kind,
    part: Part,
}

impl ByParts {
    /// The beginning of a batch of records of one kind.
    pub fn new(kind: Kind) -> ByParts {
        ByParts { kind, part: Part::first(usize::MAX) }
    }

    /// Gives the entries that are whole in the next part, until one is answered by false; with how many of its bytes it is done. Where
    /// that is none, more bytes must come than these.
    pub fn each(&mut self, bytes: &[u8], is_last: bool, take: impl FnMut(&Entry) -> bool) -> usize {
        self.part.is_last = is_last;
        let (done, _) = Entries::each(self.kind, bytes, &mut self.part, take);
        done
    }
}
