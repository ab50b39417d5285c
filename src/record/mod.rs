//! One record, typed by its table: what stands at each of its fields, and what stands beside them.
//!
//! Reading loses nothing and judges nothing: a value of another JSON type, a name the table does not have and a name given
//! twice are kept for `check` to report. The modules below are the value types: each text is parsed once and trusted then.

pub mod base64;
pub mod by_parts;
pub(crate) mod bytes;
pub mod cert_number;
pub mod compact;
pub mod credit_code;
pub mod date;
pub mod entries;
pub(crate) mod feed;
pub mod id_number;
pub mod info;
pub mod json;
pub mod licence_id;
pub mod names;
mod part;
pub mod photo;
mod read;
pub mod record_id;
mod recovery;
mod sample;
pub mod text;
pub mod url;
pub(crate) mod utf8;

use std::borrow::Cow;

use crate::spec::{Kind, MAX_FIELDS};
#[cfg(any(feature = "core", feature = "client"))]
use bytes::Letters;
use json::{JsonType, Reader, Syntax};
use text::Text;

/// What stands at a field.
#[derive(Default)]
pub enum Given<'a> {
    /// Nothing, or `null`.
    #[default]
    Absent,
    /// A string.
    Text(Text<'a>),
    /// An array, as JSON text: only 业务信息 may hold one.
    Array(Cow<'a, str>),
    /// Something else.
    Other(Found),
}

impl<'a> Given<'a> {
    /// Becomes that text, which has no memory of its own, where nothing stands: to ask whether anything is to be taken apart would take as
    /// long again.
    #[inline(always)]
    fn fill(&mut self, text: Text<'a>) {
        std::mem::forget(std::mem::replace(self, Given::Text(text)));
    }

    /// Whether it has memory of its own.
    fn owns(&self) -> bool {
        matches!(self, Given::Text(Text { text: Cow::Owned(_), .. }) | Given::Array(Cow::Owned(_)))
    }
}

/// A JSON value that no field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A value of this type.
    Json(JsonType),
    /// A value that could not be read, for instance because its getter threw.
    Unreadable,
}

impl Found {
    /// The names of all, by [`Found::index`].
    pub const NAMES: [&'static str; 7] = ["null", "boolean", "number", "string", "array", "object", "unreadable"];

    /// The number that stands for it in an issue.
    pub const fn index(self) -> u32 {
        match self {
            Found::Json(JsonType::Null) => 0,
            Found::Json(JsonType::Boolean) => 1,
            Found::Json(JsonType::Number) => 2,
            Found::Json(JsonType::String) => 3,
            Found::Json(JsonType::Array) => 4,
            Found::Json(JsonType::Object) => 5,
            Found::Unreadable => 6,
        }
    }
}

/// A member that the table does not have.
pub struct Other<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Its value as JSON text, where it was read.
    pub json: Option<Cow<'a, [u8]>>,
}

/// One record as it was given.
pub struct Record<'a> {
    kind: Kind,
    given: [Given<'a>; MAX_FIELDS],
    /// Whether nothing that is given has memory of its own, so that there is nothing to take apart.
    borrows: bool,
    /// The members that the table does not have, in their order.
    pub others: Vec<Other<'a>>,
    /// The names that stood more than once, as often as they were repeated.
    pub repeated: Vec<Cow<'a, str>>,
}

impl<'a> Record<'a> {
    /// A record without any member.
    #[inline]
    pub fn new(kind: Kind) -> Record<'a> {
        // A constant repeated would be made elsewhere and copied, which in wasm takes a call of the engine.
        let given = std::array::from_fn(|_| Given::Absent);
        Record { kind, given, borrows: true, others: Vec::new(), repeated: Vec::new() }
    }

    /// The kind whose table types it.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// What stands at a field, by its place in the table.
    pub fn at(&self, index: usize) -> &Given<'a> {
        self.given.get(index).unwrap_or(&Given::Absent)
    }

    /// What stands at each field, in the table's order.
    pub fn all(&self) -> &[Given<'a>; MAX_FIELDS] {
        &self.given
    }

    /// Puts a value at a field, by its place in the table.
    pub fn put(&mut self, index: usize, given: Given<'a>) {
        if let Some(slot) = self.given.get_mut(index) {
            self.borrows &= !given.owns();
            *slot = given;
        }
    }

    /// Puts a text that is whole at a field where nothing stands, with what is known of it.
    #[cfg(any(feature = "core", feature = "client"))]
    #[inline(always)]
    pub(crate) fn put_first(&mut self, index: usize, text: &'a str, letters: Letters) {
        if let Some(slot) = self.given.get_mut(index) {
            slot.fill(Text { text: Cow::Borrowed(text), ill_formed: false, letters });
        }
    }

    /// Takes out all that was given, so that the record can be read anew.
    fn clear(&mut self) {
        for given in &mut self.given {
            let given = std::mem::take(given);
            if self.borrows {
                // To ask each whether it is to be taken apart would cost more than to empty it.
                std::mem::forget(given);
            }
        }
        self.borrows = true;
        self.others.clear();
        self.repeated.clear();
    }

    /// Lets go of the record. To drop it, each of its fields would be asked for memory of its own, which most have not.
    #[cfg(feature = "core")]
    pub(crate) fn let_go(self) {
        if self.borrows && self.others.capacity() == 0 && self.repeated.capacity() == 0 {
            std::mem::forget(self);
        }
    }

    /// A record from names and texts, for native callers that have no JSON.
    pub fn from_pairs(kind: Kind, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Record<'a> {
        let mut record = Record::new(kind);
        for (name, text) in pairs {
            match kind.table().index_of(name) {
                Some(index) => record.put(index, Given::Text(Text::whole(Cow::Borrowed(text)))),
                None => record.others.push(Other { name: Cow::Borrowed(name), json: None }),
            }
        }
        record
    }

    /// A record from the JSON text of one object.
    ///
    /// # Errors
    /// [`ReadError::NotAnObject`] for another JSON value, [`ReadError::Syntax`] for text that is no JSON.
    pub fn from_json(kind: Kind, json: &'a [u8]) -> Result<Record<'a>, ReadError> {
        let mut reader = Reader::new(json);
        let record = Record::read(kind, &mut reader)?;
        reader.end()?;
        record.map(|record| *record).ok_or(ReadError::NotAnObject)
    }
}

/// Why one record could not be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The text is no JSON.
    Syntax(Syntax),
    /// The JSON value is no object.
    NotAnObject,
}

impl From<Syntax> for ReadError {
    fn from(syntax: Syntax) -> ReadError {
        ReadError::Syntax(syntax)
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ReadError::Syntax(syntax) => {
                write!(out, "不是合法的 JSON，第 {} 字节处出错 (not JSON: fault at byte {})", syntax.at, syntax.at)
            }
            ReadError::NotAnObject => out.write_str("记录必须是一个 JSON 对象 (a record must be a JSON object)"),
        }
    }
}

impl std::error::Error for ReadError {}
