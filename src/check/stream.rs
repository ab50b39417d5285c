//! A batch of any size, checked piece by piece: it finds what `validate_batch` finds in the whole, and holds neither the input
//! nor what was found. What it keeps is the entry that is still open, and a few bytes for each record's id and certificate number.

use super::checker::Progress;
use super::issue::{Report, Root};
use super::options::Options;
use super::repetitions::Together;
use crate::record::feed::Feed;
use crate::spec::Kind;

/// The most bytes that a record of a stream may have: a photo of ten million bytes as base64, and more than all else. White space
/// between records does not count.
pub const LONGEST_RECORD: usize = 1 << 24;

/// With so many issues the caller is told of them before more are looked for.
const MANY: usize = 4096;

/// What comes after what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Turn {
    /// More bytes, or nothing where they have ended.
    Bytes = 0,
    /// More is to be found in the bytes that are here.
    Again = 1,
    /// Nothing: the next record has more bytes than [`LONGEST_RECORD`].
    TooLarge = 2,
}

/// A batch under way.
pub struct Stream {
    options: Options,
    feed: Feed,
    progress: Progress,
}

impl Stream {
    /// A batch of records of one kind.
    pub fn new(kind: Kind, options: Options) -> Stream {
        Stream::with_longest(kind, options, LONGEST_RECORD)
    }

    /// A batch of records of which none has more bytes than that.
    pub fn with_longest(kind: Kind, options: Options, longest: usize) -> Stream {
        Stream { options, feed: Feed::new(kind, longest), progress: Progress::new(kind, Together::Batch) }
    }

    /// Takes the bytes that come next.
    pub fn push(&mut self, bytes: &[u8]) {
        self.feed.push(bytes);
    }

    /// No more bytes come.
    pub fn end(&mut self) {
        self.feed.end();
    }

    /// Checks the records that are whole. The report has the counts of all so far, and the issues that were not told before.
    pub fn check(&mut self) -> (Report, Turn) {
        let mut checker = self.progress.with(&self.options);
        let is_all = self.feed.each(|entry| {
            checker.entry(entry);
            checker.progress.found.issues.len() < MANY
        });
        let report = checker.tell(Root::Batch);
        let turn = match is_all {
            _ if self.feed.is_too_large() => Turn::TooLarge,
            true => Turn::Bytes,
            false => Turn::Again,
        };
        (report, turn)
    }
}
