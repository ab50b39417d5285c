//! The lines of NDJSON: where the next one ends, and what can be said of one whose end has not come. `record::entries` reads it.

use super::{Entries, Step};
use crate::record::bytes::line_end;
use crate::record::part::{Form, one_value};

impl<'a> Entries<'a> {
    /// The next line.
    pub(super) fn line(&mut self) -> Step<'a> {
        self.skip_white_space();
        let rest = self.rest();
        match line_end(rest) {
            Some(end) => self.read_whole(rest.get(..end).unwrap_or_default()),
            None if self.part.is_last && !rest.is_empty() => self.read_whole(rest),
            None if rest.len() > self.part.limit => self.read_open(rest),
            None => Step::Stop,
        }
    }

    /// A line without its end, which may be long: what is wrong with it can be told, and then it is passed.
    fn read_open(&mut self, text: &'a [u8]) -> Step<'a> {
        match one_value(text) {
            Ok(end) => self.wait(end),
            Err(fault) if self.part.is_open(fault) => Step::Stop,
            Err(_) => {
                self.part.form = Form::Rest;
                self.read_whole(text)
            }
        }
    }

    /// Goes to the end of the line.
    pub(super) fn pass_line(&mut self) -> Step<'a> {
        self.at += line_end(self.rest()).unwrap_or(self.rest().len());
        if self.peek().is_some() { self.go_on(Form::Lines) } else { Step::Stop }
    }
}
