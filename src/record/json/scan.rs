//! The reader's scanning of characters: white space, words, numbers and strings.

use std::borrow::Cow;

use super::{Reader, Reason, Syntax};
use crate::record::bytes::{Run, plain_run};
use crate::record::text::{Text, saturate};

/// Goes over plain characters, where there are not so many runs that it should stand in each place.
#[inline(never)]
pub(super) fn run_of(bytes: &[u8]) -> Run {
    plain_run(bytes)
}

/// What stands between a string's quotation marks.
pub(super) struct Body<'a> {
    pub(super) text: &'a str,
    /// Whether escapes stand in it.
    pub(super) escaped: bool,
    /// What is known of it where there are none.
    pub(super) run: Run,
}

impl<'a> Text<'a> {
    /// A text without escapes, which is a run.
    #[inline(always)]
    pub(super) fn of_run(text: &'a str, run: Run) -> Text<'a> {
        Text { text: Cow::Borrowed(text), ill_formed: false, letters: run.letters }
    }
}

impl<'a> Reader<'a> {
    /// Reads a string and gives what stands between its quotation marks, escapes and all.
    pub(in crate::record) fn string_body(&mut self) -> Result<&'a str, Syntax> {
        Ok(self.string_parts()?.text)
    }

    /// Reads a string.
    pub(super) fn string_parts(&mut self) -> Result<Body<'a>, Syntax> {
        self.skip_white_space();
        self.expect(b'"')?;
        let (start, run) = (self.at, run_of(self.bytes.get(self.at..).unwrap_or_default()));
        self.at += run.length;
        let escaped = self.byte() != Some(b'"');
        if escaped {
            self.rest_of_string()?;
        }
        let text = self.text(start)?;
        self.at += 1;
        Ok(Body { text, escaped, run })
    }

    /// Goes to the quotation mark that ends a string.
    fn rest_of_string(&mut self) -> Result<(), Syntax> {
        loop {
            match self.byte() {
                Some(b'"') => return Ok(()),
                Some(b'\\') => self.escape()?,
                Some(0..0x20) => return Err(self.fault(Reason::ControlCharacter)),
                Some(_) => self.at += run_of(self.bytes.get(self.at..).unwrap_or_default()).length,
                None => return Err(self.fault(Reason::End)),
            }
        }
    }

    /// What stands from there up to the reader.
    pub(super) fn text(&self, start: usize) -> Result<&'a str, Syntax> {
        if let Some(text) = self.known.get(start..self.at) {
            return Ok(text);
        }
        let text = core::str::from_utf8(self.bytes.get(start..self.at).unwrap_or_default());
        text.map_err(|fault| Syntax { at: saturate(start + fault.valid_up_to()), reason: Reason::Utf8 })
    }

    /// Goes over an escape; a fault stands at its backslash.
    fn escape(&mut self) -> Result<(), Syntax> {
        let length = match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
            Some(b'u') => 6,
            Some(_) => return Err(self.fault(Reason::Escape)),
            None => return Err(self.ended()),
        };
        let digits = self.bytes.iter().skip(self.at + 2).take(length - 2);
        if !digits.clone().all(u8::is_ascii_hexdigit) {
            return Err(self.fault(Reason::Escape));
        }
        if digits.count() < length - 2 {
            return Err(self.ended());
        }
        self.at += length;
        Ok(())
    }

    pub(super) fn number(&mut self) -> Result<(), Syntax> {
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte() == Some(b'0') {
            self.at += 1;
            if self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(self.fault(Reason::Number));
            }
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    /// Goes over one digit or more.
    fn digits(&mut self) -> Result<(), Syntax> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        match self.byte() {
            _ if self.at > start => Ok(()),
            Some(_) => Err(self.fault(Reason::Number)),
            None => Err(self.fault(Reason::End)),
        }
    }

    pub(super) fn word(&mut self, word: &[u8]) -> Result<(), Syntax> {
        word.iter().try_for_each(|byte| self.expect(*byte))
    }

    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Syntax> {
        if self.byte() != Some(byte) {
            return Err(self.unexpected());
        }
        self.at += 1;
        Ok(())
    }

    /// The next byte.
    pub(in crate::record) fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Goes over the next byte.
    pub(in crate::record) fn step(&mut self) {
        self.at = self.bytes.len().min(self.at + 1);
    }

    pub(super) fn skip_white_space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn ended(&self) -> Syntax {
        Syntax { at: saturate(self.bytes.len()), reason: Reason::End }
    }

    pub(super) fn unexpected(&self) -> Syntax {
        self.fault(if self.byte().is_some() { Reason::Unexpected } else { Reason::End })
    }

    pub(super) fn fault(&self, reason: Reason) -> Syntax {
        Syntax { at: saturate(self.at), reason }
    }
}
