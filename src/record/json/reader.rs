//! The reader: the order of values, and how deep they stand in each other.

use super::{Characters, JsonType, Reason, Syntax};
use crate::record::bytes::begins;
use crate::record::text::Text;
use crate::spec::Field;

/// How many arrays and objects may stand in each other.
pub const MAX_DEPTH: u32 = 127;

/// An array or object that is being read.
pub struct List {
    close: u8,
    pub(super) begun: bool,
}

/// The reader: the text, and how far it is read. After a fault there is no more to read.
pub struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    /// What is known to be UTF-8 of it: a beginning. Behind that, each string is looked at by itself.
    pub(super) known: &'a str,
    pub(super) at: usize,
    depth: u32,
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of a text; a byte order mark is for the caller to take off.
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader::knowing(bytes, "")
    }

    /// A reader at the beginning of what is known to be text.
    pub(in crate::record) fn of(text: &'a str) -> Reader<'a> {
        Reader::knowing(text.as_bytes(), text)
    }

    /// A reader of bytes that are this text as far as both go.
    pub(in crate::record) fn knowing(bytes: &'a [u8], known: &'a str) -> Reader<'a> {
        Reader { bytes, known, at: 0, depth: 0 }
    }

    /// How far the text is read, in bytes.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The kind of the value that comes next, by its first character.
    #[inline(never)]
    pub fn peek(&mut self) -> Result<JsonType, Syntax> {
        self.skip_white_space();
        match self.byte() {
            Some(b'n') => Ok(JsonType::Null),
            Some(b't' | b'f') => Ok(JsonType::Boolean),
            Some(b'-' | b'0'..=b'9') => Ok(JsonType::Number),
            Some(b'"') => Ok(JsonType::String),
            Some(b'[') => Ok(JsonType::Array),
            Some(b'{') => Ok(JsonType::Object),
            _ => Err(self.unexpected()),
        }
    }

    /// Reads a string; it is borrowed where no escape stands in it.
    pub fn string(&mut self) -> Result<Text<'a>, Syntax> {
        let body = self.string_parts()?;
        if !body.escaped {
            return Ok(Text::of_run(body.text, body.run));
        }
        Ok(Text::from_characters(Characters::of(body.text).map(|character| character.ok()), body.text.len()))
    }

    /// Reads one whole value, whatever it is, and gives its text.
    pub fn skip(&mut self) -> Result<&'a [u8], Syntax> {
        self.skip_white_space();
        let start = self.at;
        let mut open = Vec::new();
        self.value(&mut open)?;
        while let Some(list) = open.last_mut() {
            if self.next(list)? {
                self.value(&mut open)?;
            } else {
                open.pop();
            }
        }
        Ok(self.bytes.get(start..self.at).unwrap_or_default())
    }

    /// The same, as the text that it is: what stands outside strings is ASCII, and these were looked at.
    pub(in crate::record) fn skip_text(&mut self) -> Result<&'a str, Syntax> {
        self.skip_white_space();
        let start = self.at;
        self.skip()?;
        self.text(start)
    }

    /// Reads a value, or the beginning of one that holds others.
    fn value(&mut self, open: &mut Vec<List>) -> Result<(), Syntax> {
        match self.peek()? {
            JsonType::Array => open.push(self.begin_array()?),
            JsonType::Object => open.push(self.begin_object()?),
            JsonType::String => {
                self.string_body()?;
            }
            JsonType::Number => self.number()?,
            JsonType::Null => self.word(b"null")?,
            JsonType::Boolean if self.byte() == Some(b't') => self.word(b"true")?,
            JsonType::Boolean => self.word(b"false")?,
        }
        Ok(())
    }

    /// Goes to the next entry of a list, over the name of a member too; false at the end of the list.
    fn next(&mut self, list: &mut List) -> Result<bool, Syntax> {
        if list.close == b'}' { Ok(self.next_name(list)?.is_some()) } else { self.next_element(list) }
    }

    /// Begins to read an array.
    pub fn begin_array(&mut self) -> Result<List, Syntax> {
        self.begin(b'[', b']')
    }

    /// Begins to read an object.
    pub fn begin_object(&mut self) -> Result<List, Syntax> {
        self.begin(b'{', b'}')
    }

    #[inline(never)]
    fn begin(&mut self, open: u8, close: u8) -> Result<List, Syntax> {
        self.skip_white_space();
        if self.byte() == Some(open) && self.depth == MAX_DEPTH {
            return Err(self.fault(Reason::Depth));
        }
        self.expect(open)?;
        self.depth += 1;
        Ok(List { close, begun: false })
    }

    /// Goes to the next element of the array; false at its end.
    #[inline(never)]
    pub fn next_element(&mut self, list: &mut List) -> Result<bool, Syntax> {
        self.skip_white_space();
        if self.byte() == Some(list.close) {
            self.at += 1;
            self.depth = self.depth.saturating_sub(1);
            return Ok(false);
        }
        if list.begun {
            self.expect(b',')?;
        }
        list.begun = true;
        // What follows a comma is an element: the next read would find a bracket there and refuse it, but not all callers read.
        self.skip_white_space();
        match self.byte() {
            Some(byte) if byte != list.close => Ok(true),
            _ => Err(self.unexpected()),
        }
    }

    /// Goes to the value of the next member of the object and gives its name; nothing at its end.
    pub fn next_member(&mut self, list: &mut List) -> Result<Option<Text<'a>>, Syntax> {
        if !self.next_element(list)? {
            return Ok(None);
        }
        self.name().map(Some)
    }

    /// Reads the name at which the reader stands, and its colon.
    pub(in crate::record) fn name(&mut self) -> Result<Text<'a>, Syntax> {
        let name = self.string()?;
        self.colon()?;
        Ok(name)
    }

    /// Goes over a name and its colon where it is that of one of these fields, the expected one or one that follows it in turn.
    pub(in crate::record) fn pass_name(&mut self, fields: &[Field], expected: usize) -> Result<Option<usize>, Syntax> {
        let Some([b'"', rest @ ..]) = self.bytes.get(self.at..) else { return Ok(None) };
        let is_next = |field: &Field| begins(rest, field.name.as_bytes()) && rest.get(field.name.len()) == Some(&b'"');
        let (before, behind) = fields.split_at_checked(expected).unwrap_or_default();
        let found = (expected..).zip(behind).chain((0..).zip(before)).find(|(_, field)| is_next(field));
        let Some((index, field)) = found else { return Ok(None) };
        self.at += field.name.len() + 2;
        self.colon()?;
        Ok(Some(index))
    }

    fn next_name(&mut self, list: &mut List) -> Result<Option<&'a str>, Syntax> {
        if !self.next_element(list)? {
            return Ok(None);
        }
        let name = self.string_body()?;
        self.colon()?;
        Ok(Some(name))
    }

    #[inline]
    fn colon(&mut self) -> Result<(), Syntax> {
        self.skip_white_space();
        self.expect(b':')
    }

    /// Makes sure that nothing but white space is left.
    pub fn end(&mut self) -> Result<(), Syntax> {
        self.skip_white_space();
        if self.byte().is_none() { Ok(()) } else { Err(self.fault(Reason::Trailing)) }
    }
}
