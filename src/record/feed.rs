//! A batch that comes piece by piece: what a piece leaves open is kept until the next one, and nothing else.
//!
//! `record::entries` reads what is here as it reads a whole batch. What it could not end is read again once there is twice as
//! much, so that no chunking makes it slow, and a line when it is whole. Of white space behind an entry one byte is kept.

use super::bytes::line_end;
use super::entries::{Entries, Entry};
use super::part::{Form, Gap, Part, white_space};
use crate::spec::Kind;

/// Takes the bytes of a batch, and gives its entries.
pub(crate) struct Feed {
    kind: Kind,
    open: Vec<u8>,
    /// How many of them are done with; they go when others come.
    done: usize,
    part: Part,
    /// With how many open bytes it is worth the while to read on.
    due: usize,
}

impl Feed {
    /// A batch of records of one kind, of which none has more bytes than that.
    pub(crate) fn new(kind: Kind, limit: usize) -> Feed {
        Feed { kind, open: Vec::new(), done: 0, part: Part::first(limit), due: 0 }
    }

    /// Takes the bytes that come next.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        let bytes = self.without_blank(bytes);
        self.open.drain(..self.done.min(self.open.len()));
        self.done = 0;
        let all = self.open.len() + bytes.len();
        if all > self.open.capacity() {
            // Twice what is needed, but not beyond what an entry may have: that would be as much again for nothing.
            let room = all.max((2 * all).min(self.part.limit.saturating_add(bytes.len())));
            if self.open.try_reserve_exact(room - self.open.len()).is_err() {
                self.part.too_large = true;
                return;
            }
        }
        self.open.extend_from_slice(bytes);
        if self.part.form == Form::Lines && line_end(bytes).is_some() {
            self.due = 0;
        }
    }

    /// The bytes without the white space at their beginning, where there is some before them that stands for it.
    fn without_blank<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        if self.part.blank == 0 {
            return bytes;
        }
        let (blank, rest) = bytes.split_at_checked(white_space(bytes)).unwrap_or_default();
        let breaks = blank.contains(&b'\n');
        self.take_out(blank.len(), breaks);
        if !rest.is_empty() || (breaks && self.part.form == Form::Lines) {
            self.due = 0;
        }
        rest
    }

    /// Takes out all of the white space behind what is left open but one byte.
    fn squeeze(&mut self) {
        let more = self.part.blank.saturating_sub(1);
        let end = self.open.len() - more;
        let breaks = self.open.get(end..).is_some_and(|blank| blank.contains(&b'\n'));
        self.open.truncate(end);
        self.part.blank -= more;
        self.take_out(more, breaks);
    }

    /// So much white space is not there any more, but stood behind what is left open; that it breaks a line is kept.
    fn take_out(&mut self, length: usize, breaks: bool) {
        if length > 0 {
            self.part.gap = Gap { at: self.open.len() - self.done, length: self.part.gap.length + length as u64 };
        }
        if let (Some(last), true) = (self.open.last_mut(), breaks) {
            *last = b'\n';
        }
    }

    /// No more bytes come.
    pub(crate) fn end(&mut self) {
        self.part.is_last = true;
        self.due = 0;
    }

    /// Whether the entry that comes next has too many bytes: there are no more entries then.
    pub(crate) fn is_too_large(&self) -> bool {
        self.part.too_large
    }

    /// Gives the entries that are whole, until one is answered by false; whether all were given.
    pub(crate) fn each(&mut self, take: impl FnMut(&Entry) -> bool) -> bool {
        let open = self.open.get(self.done..).unwrap_or_default();
        if open.len() < self.due || self.part.too_large {
            return true;
        }
        let (done, is_all) = Entries::each(self.kind, open, &mut self.part, take);
        self.done += done;
        self.squeeze();
        let (open, limit) = (self.open.len() - self.done, self.part.limit);
        self.part.too_large |= is_all && !self.part.is_last && open - self.part.blank > limit;
        self.due = match self.part.form {
            _ if !is_all || self.part.is_last => 0,
            // More of that changes nothing.
            _ if self.part.blank > 0 => usize::MAX,
            Form::Lines if open > 0 => limit.saturating_add(1),
            _ => (2 * open).clamp(1, limit.saturating_add(1)),
        };
        is_all
    }
}
