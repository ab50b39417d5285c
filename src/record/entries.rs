//! The entries of a batch: one big JSON array, or NDJSON with a record a line.
//!
//! A fault costs the entry in which it stands and no other. In NDJSON the next line is the next entry. In an array the next
//! entry is looked for behind the fault: where the brackets close, or where an object begins with a name of the table,
//! whichever comes first (after a lost quotation mark the brackets say nothing). Every byte is looked at a bounded number of
//! times, whatever the input. The bytes may be a part of a longer input: then what the part leaves open is left to the next one
//! (`record::feed`). A whole request body is `check::request`'s.

mod lines;

use super::Record;
use super::json::{Reader, Reason, Syntax};
use super::part::{Form, Part, one_value, separator, white_space};
use super::recovery::{Brackets, begins_record};
use super::utf8::Known;
use crate::spec::Kind;

/// One entry.
pub enum Entry<'a> {
    /// An object.
    Record(Box<Record<'a>>),
    /// Another JSON value.
    NotAnObject,
    /// Text that is no JSON; the offset counts from the start of the batch.
    Broken(Syntax),
}

/// Reads the entries of a batch one after the other.
pub struct Entries<'a> {
    kind: Kind,
    bytes: &'a [u8],
    at: usize,
    part: Part,
    known: Known<'a>,
    /// A record that was given and came back.
    spare: Option<Box<Record<'a>>>,
}

/// What one step of reading comes to.
enum Step<'a> {
    Entry(Entry<'a>),
    On,
    /// All is read, or the next part is needed.
    Stop,
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

impl<'a> Entries<'a> {
    /// The entries of these bytes.
    pub fn new(kind: Kind, bytes: &'a [u8]) -> Entries<'a> {
        Entries::of(kind, bytes, Part { is_last: true, ..Part::first(usize::MAX) })
    }

    /// The entries of a part.
    pub(super) fn of(kind: Kind, bytes: &'a [u8], part: Part) -> Entries<'a> {
        Entries { kind, bytes, at: 0, part: Part { blank: 0, ..part }, known: Known::default(), spare: None }
    }

    /// Gives the entries of a part that are whole, until one is answered by false: with how many of the bytes it is done, and whether
    /// all were given. The part is left as the next one begins.
    pub(super) fn each(kind: Kind, bytes: &'a [u8], part: &mut Part, mut take: impl FnMut(&Entry) -> bool) -> (usize, bool) {
        let mut entries = Entries::of(kind, bytes, *part);
        let mut goes_on = true;
        while goes_on && let Some(entry) = entries.next() {
            goes_on = take(&entry);
            entries.reuse(entry);
        }
        *part = entries.part.without(entries.at);
        (entries.at, goes_on)
    }

    /// Takes back an entry that is done with, so that the next one needs no room of its own.
    pub fn reuse(&mut self, entry: Entry<'a>) {
        if let Entry::Record(mut record) = entry {
            record.clear();
            self.spare = Some(record);
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_white_space(&mut self) {
        self.at += white_space(self.rest());
    }

    /// Waits for more than these bytes, and white space behind them, which does not count.
    fn wait(&mut self, length: usize) -> Step<'a> {
        let behind = self.rest().get(length..).unwrap_or_default();
        self.part.blank = if white_space(behind) == behind.len() { behind.len() } else { 0 };
        Step::Stop
    }

    /// A fault of the text that begins there, with its place in the input.
    fn broken(&self, start: usize, fault: Syntax) -> Entry<'a> {
        Entry::Broken(Syntax { at: self.part.place(start + fault.at as usize), ..fault })
    }

    fn go_on(&mut self, form: Form) -> Step<'a> {
        self.part.form = form;
        Step::On
    }

    /// Whether an entry of that length is refused.
    fn refuses(&mut self, length: usize) -> bool {
        self.part.too_large |= length > self.part.limit;
        self.part.too_large
    }

    fn mark(&mut self) -> Step<'a> {
        if self.bytes.len() < BOM.len() && BOM.starts_with(self.bytes) && !self.part.is_last {
            return Step::Stop;
        }
        self.at += if self.bytes.starts_with(BOM) { BOM.len() } else { 0 };
        self.go_on(Form::First)
    }

    fn first(&mut self) -> Step<'a> {
        self.skip_white_space();
        match self.peek() {
            None => Step::Stop,
            Some(b'[') => {
                self.at += 1;
                self.go_on(Form::Element { may_end: true })
            }
            // One object over several lines is a batch of one, not many broken lines.
            Some(_) => match one_value(self.rest()) {
                Ok(_) if self.part.is_last => self.go_on(Form::Whole),
                Ok(end) => self.wait(end),
                Err(fault) if self.part.is_open(fault) => Step::Stop,
                Err(_) => self.go_on(Form::Lines),
            },
        }
    }

    fn read_whole(&mut self, text: &'a [u8]) -> Step<'a> {
        let mut reader = Reader::knowing(text, self.known.from(self.bytes, self.at));
        let read = Record::read_into(&mut self.spare, self.kind, &mut reader);
        let length = reader.position();
        let read = read.and_then(|record| reader.end().map(|()| record));
        let is_cut = matches!(&read, Err(Syntax { reason: Reason::End, .. }));
        if self.refuses(if is_cut { text.len() } else { length }) {
            return Step::Stop;
        }
        let start = self.at;
        self.at += text.len();
        Step::Entry(match read {
            Ok(record) => entry(record),
            Err(fault) => self.broken(start, fault),
        })
    }

    fn element(&mut self, may_end: bool) -> Step<'a> {
        self.skip_white_space();
        match self.peek() {
            None if self.part.is_last => return self.close(Reason::End),
            None => return Step::Stop,
            Some(b']') if may_end => {
                self.at += 1;
                return self.go_on(Form::Closed);
            }
            Some(_) => {}
        }
        let mut reader = Reader::knowing(self.rest(), self.known.from(self.bytes, self.at));
        let read = Record::read_into(&mut self.spare, self.kind, &mut reader);
        let length = reader.position();
        let behind = if read.is_ok() { length } else { self.rest().len() };
        let read = read.and_then(|record| Ok((record, separator(self.rest(), length, self.part.is_last)?)));
        match read {
            Err(fault) if self.part.is_open(fault) => self.wait(behind),
            _ if self.refuses(length) => Step::Stop,
            Err(fault) => {
                self.part.form = Form::Fault(Brackets::default());
                Step::Entry(self.broken(self.at, fault))
            }
            Ok((record, (length, form))) => {
                self.at += length;
                self.part.form = form;
                Step::Entry(entry(record))
            }
        }
    }

    /// Goes to the next entry, or before the end of the array, after a fault.
    fn recover(&mut self, mut brackets: Brackets) -> Step<'a> {
        while let Some(byte) = self.peek() {
            let behind = self.bytes.get(self.at + 1..).unwrap_or_default();
            let known = if byte == b',' && !brackets.are_closed() { begins_record(self.kind, behind) } else { Some(byte == b',') };
            if known.is_none() && !self.part.is_last {
                self.part.form = Form::Fault(brackets);
                return self.wait(1);
            }
            self.at += 1;
            if known == Some(true) {
                return self.go_on(Form::Element { may_end: false });
            }
            brackets.pass(byte);
        }
        self.part.form = if self.part.is_last { Form::Done } else { Form::Fault(brackets) };
        Step::Stop
    }

    fn closed(&mut self) -> Step<'a> {
        self.skip_white_space();
        if self.peek().is_some() { self.close(Reason::Trailing) } else { Step::Stop }
    }

    /// Ends the batch, with a last entry for what is wrong at its end.
    fn close(&mut self, reason: Reason) -> Step<'a> {
        self.part.form = Form::Done;
        Step::Entry(self.broken(self.at, Syntax { at: 0, reason }))
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        loop {
            let step = match self.part.form {
                Form::Mark => self.mark(),
                Form::First => self.first(),
                Form::Lines => self.line(),
                Form::Rest => self.pass_line(),
                Form::Whole => {
                    self.part.form = Form::Done;
                    self.read_whole(self.rest())
                }
                Form::Element { may_end } => self.element(may_end),
                Form::Fault(brackets) => self.recover(brackets),
                Form::Closed => self.closed(),
                Form::Done => {
                    self.at = self.bytes.len();
                    Step::Stop
                }
            };
            match step {
                Step::Entry(entry) => return Some(entry),
                Step::On => {}
                Step::Stop => return None,
            }
        }
    }
}

fn entry(record: Option<Box<Record>>) -> Entry {
    record.map_or(Entry::NotAnObject, Entry::Record)
}

#[cfg(test)]
#[path = "entries_tests.rs"]
mod tests;
