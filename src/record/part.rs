//! How far the reading of a batch has come, where its bytes are a part of it, and what stands around an entry. `record::entries`
//! reads.

use super::json::{Reader, Reason, Syntax};
use super::recovery::Brackets;
use super::text::saturate;

/// What part of an input the bytes are, and what was read before them.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) form: Form,
    /// The bytes of the input before these.
    pub(super) before: u64,
    /// Whether the input ends with these bytes.
    pub(super) is_last: bool,
    /// The most bytes that an entry may have.
    pub(super) limit: usize,
    /// An entry has more: there is no more to read.
    pub(super) too_large: bool,
    /// How many of the bytes that are left open, at their end, are white space behind an entry: they do not count.
    pub(super) blank: usize,
    /// What was taken out of that.
    pub(super) gap: Gap,
}

/// So many bytes stood before the byte at that place.
#[derive(Clone, Copy, Default)]
pub(super) struct Gap {
    pub(super) at: usize,
    pub(super) length: u64,
}

/// What may stand next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A byte order mark, or what follows it.
    Mark,
    /// What tells lines, an array and one value apart.
    First,
    Lines,
    /// What is left of a line that is done with.
    Rest,
    /// One value over several lines.
    Whole,
    /// An entry of the array; or, at its beginning and behind an entry, its end.
    Element {
        may_end: bool,
    },
    /// What follows a fault in an array.
    Fault(Brackets),
    /// Nothing, behind the array.
    Closed,
    Done,
}

impl Part {
    /// The beginning of an input.
    pub(super) fn first(limit: usize) -> Part {
        Part { form: Form::Mark, before: 0, is_last: false, limit, too_large: false, blank: 0, gap: Gap::default() }
    }

    /// The same when so many of the bytes are done with.
    pub(super) fn without(self, done: usize) -> Part {
        let gap = if done < self.gap.at { Gap { at: self.gap.at - done, ..self.gap } } else { Gap::default() };
        Part { before: self.before + done as u64 + self.gap.length - gap.length, gap, ..self }
    }

    /// Whether a fault is only that the rest of the input has not come yet.
    pub(super) fn is_open(&self, fault: Syntax) -> bool {
        fault.reason == Reason::End && !self.is_last
    }

    /// A place, counted from the start of the input.
    pub(super) fn place(&self, at: usize) -> u32 {
        let gap = if at < self.gap.at { 0 } else { self.gap.length };
        u32::try_from(self.before + at as u64 + gap).unwrap_or(u32::MAX)
    }
}

/// Where the value ends, if the text is one JSON value.
pub(super) fn one_value(text: &[u8]) -> Result<usize, Syntax> {
    let mut reader = Reader::new(text);
    reader.skip()?;
    let end = reader.position();
    reader.end().map(|()| end)
}

/// The length of an entry with what stands between it and the next one, and what may follow; anything but a comma and the end of
/// the array is a fault of the entry.
pub(super) fn separator(text: &[u8], length: usize, is_last: bool) -> Result<(usize, Form), Syntax> {
    let at = length + white_space(text.get(length..).unwrap_or_default());
    match text.get(at) {
        Some(b',') => Ok((at + 1, Form::Element { may_end: false })),
        Some(b']') => Ok((at, Form::Element { may_end: true })),
        Some(_) => Err(Syntax { at: saturate(at), reason: Reason::Unexpected }),
        // At the end of the input that is for the next step to say.
        None if is_last => Ok((at, Form::Element { may_end: false })),
        None => Err(Syntax { at: saturate(at), reason: Reason::End }),
    }
}

/// How much white space there is.
pub(super) fn white_space(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count()
}
