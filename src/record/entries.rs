//! The entries of a batch: one big JSON array, or NDJSON with a record a line.
//!
//! A fault costs the entry in which it stands and no other. In NDJSON the next line is the next entry. In an array the next
//! entry is looked for behind the fault: where the brackets close, or where an object begins with a name of the table,
//! whichever comes first (after a lost quotation mark the brackets say nothing). Every byte is looked at a bounded number of
//! times, whatever the input. A whole request body is `check::request`'s.

use super::Record;
use super::json::{Reader, Reason, Syntax};
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
    form: Form,
    next_record: Option<usize>,
}

enum Form {
    Lines,
    OneObject,
    /// An array; whether an entry may stand here, and whether one stood before it.
    Array {
        first: bool,
    },
    Done,
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

impl<'a> Entries<'a> {
    /// The entries of these bytes.
    pub fn new(kind: Kind, bytes: &'a [u8]) -> Entries<'a> {
        let at = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
        let mut entries = Entries { kind, bytes, at, form: Form::Lines, next_record: Some(0) };
        entries.skip_white_space();
        match entries.peek() {
            Some(b'[') => {
                entries.at += 1;
                entries.form = Form::Array { first: true };
            }
            Some(_) if entries.is_one_value() => entries.form = Form::OneObject,
            Some(_) => {}
            None => entries.form = Form::Done,
        }
        entries
    }

    /// One object over several lines is a batch of one, not many broken lines.
    fn is_one_value(&self) -> bool {
        let mut reader = Reader::new(self.rest());
        reader.skip().is_ok() && reader.end().is_ok()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_white_space(&mut self) {
        self.at += self.rest().iter().take_while(|byte| is_white_space(**byte)).count();
    }

    fn fault(&self, reason: Reason) -> Syntax {
        Syntax { at: offset(self.at), reason }
    }

    fn next_line(&mut self) -> Option<Entry<'a>> {
        self.skip_white_space();
        let rest = self.rest();
        if rest.is_empty() {
            return None;
        }
        let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        let entry = self.read_whole(rest.get(..end).unwrap_or_default());
        self.at += end;
        Some(entry)
    }

    fn read_whole(&self, text: &'a [u8]) -> Entry<'a> {
        let mut reader = Reader::new(text);
        match Record::read(self.kind, &mut reader).and_then(|record| reader.end().map(|()| record)) {
            Ok(record) => entry(record),
            Err(syntax) => Entry::Broken(Syntax { at: offset(self.at).saturating_add(syntax.at), reason: syntax.reason }),
        }
    }

    fn next_element(&mut self, first: bool) -> Option<Entry<'a>> {
        self.skip_white_space();
        match self.peek() {
            None => return self.close(Some(Reason::End)),
            Some(b']') if first => return self.end_array(),
            Some(_) => self.form = Form::Array { first: false },
        }
        let start = self.at;
        let mut reader = Reader::new(self.rest());
        let read = Record::read(self.kind, &mut reader);
        let fault = match &read {
            Ok(_) => None,
            Err(syntax) => Some(Syntax { at: offset(start).saturating_add(syntax.at), reason: syntax.reason }),
        };
        self.at += reader.position();
        let fault = fault.or_else(|| self.pass_separator());
        if let Some(syntax) = fault {
            self.recover(start);
            return Some(Entry::Broken(syntax));
        }
        read.ok().map(entry)
    }

    /// Goes past the comma or stands before what ends the array; anything else is a fault of the entry before it.
    fn pass_separator(&mut self) -> Option<Syntax> {
        self.skip_white_space();
        match self.peek() {
            Some(b',') => self.at += 1,
            Some(b']') => self.form = Form::Array { first: true },
            None => {}
            Some(_) => return Some(self.fault(Reason::Unexpected)),
        }
        None
    }

    fn end_array(&mut self) -> Option<Entry<'a>> {
        self.at += 1;
        self.skip_white_space();
        let reason = self.peek().map(|_| Reason::Trailing);
        self.close(reason)
    }

    /// Ends the batch, with a last entry for what is wrong at its end.
    fn close(&mut self, reason: Option<Reason>) -> Option<Entry<'a>> {
        self.form = Form::Done;
        reason.map(|reason| Entry::Broken(self.fault(reason)))
    }

    /// Stands at the next entry, or at the end of the array, after a fault in the entry that began at `start`.
    fn recover(&mut self, start: usize) {
        let known = self.find_record(start + 1);
        let end = known.unwrap_or(self.bytes.len());
        match self.find_close(start, end) {
            Some(comma) if self.bytes.get(comma) == Some(&b',') => self.at = comma + 1,
            Some(bracket) => {
                self.at = bracket;
                self.form = Form::Array { first: true };
            }
            None => match known {
                Some(comma) => self.at = comma + 1,
                None => self.form = Form::Done,
            },
        }
    }

    /// The comma before the next object whose first name stands in the table. It is remembered, so that no stretch of the
    /// input is searched twice.
    fn find_record(&mut self, from: usize) -> Option<usize> {
        if self.next_record.is_some_and(|found| found >= from) {
            return self.next_record;
        }
        self.next_record?;
        let rest = self.bytes.get(from..).unwrap_or_default();
        let found = rest.iter().enumerate().filter(|(_, byte)| **byte == b',').map(|(index, _)| from + index);
        let (bytes, kind) = (self.bytes, self.kind);
        self.next_record = found.into_iter().find(|comma| begins_record(kind, bytes.get(comma + 1..).unwrap_or_default()));
        self.next_record
    }

    /// Where the entry that begins at `start` closes by its brackets: a comma, or the bracket that ends the input.
    fn find_close(&self, start: usize, end: usize) -> Option<usize> {
        let (mut depth, mut in_string, mut escaped) = (0_u32, false, false);
        for (index, byte) in self.bytes.get(start..end)?.iter().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => in_string = !in_string,
                _ if in_string => {}
                b'{' | b'[' => depth += 1,
                b',' if depth == 0 => return Some(start + index),
                b']' if depth == 0 && self.is_last(start + index) => return Some(start + index),
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        None
    }

    fn is_last(&self, at: usize) -> bool {
        self.bytes.get(at + 1..).unwrap_or_default().iter().all(|byte| is_white_space(*byte))
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        match self.form {
            Form::Lines => self.next_line(),
            Form::OneObject => {
                self.form = Form::Done;
                Some(self.read_whole(self.rest()))
            }
            Form::Array { first } => self.next_element(first),
            Form::Done => None,
        }
    }
}

fn entry(record: Option<Box<Record>>) -> Entry {
    record.map_or(Entry::NotAnObject, Entry::Record)
}

fn is_white_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn begins_record(kind: Kind, bytes: &[u8]) -> bool {
    let Some(rest) = bytes.trim_ascii_start().strip_prefix(b"{") else { return false };
    let Some(rest) = rest.trim_ascii_start().strip_prefix(b"\"") else { return false };
    kind.table().fields.iter().any(|field| rest.strip_prefix(field.name.as_bytes()).is_some_and(|rest| rest.starts_with(b"\"")))
}

#[cfg(test)]
#[path = "entries_tests.rs"]
mod tests;
