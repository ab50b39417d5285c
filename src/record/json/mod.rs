//! A strict reader of JSON text (RFC 8259): it is pulled value by value and builds nothing.
//!
//! Only in one thing it is milder than the RFC's advice: half of a surrogate pair, escaped, is read as U+FFFD and told in
//! [`Text::ill_formed`](super::text::Text), so that it can be reported at its field and the record is not lost.

mod escape;
mod quick;
mod reader;
mod scan;

pub(super) use escape::Characters;
pub(super) use quick::{Quick, QuickItems};
pub use reader::{List, MAX_DEPTH, Reader};

/// The kinds of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum JsonType {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl JsonType {
    /// Every type, in the order of its number.
    pub const ALL: [JsonType; 6] =
        [JsonType::Null, JsonType::Boolean, JsonType::Number, JsonType::String, JsonType::Array, JsonType::Object];

    /// Its name.
    pub const fn id(self) -> &'static str {
        match self {
            JsonType::Null => "null",
            JsonType::Boolean => "boolean",
            JsonType::Number => "number",
            JsonType::String => "string",
            JsonType::Array => "array",
            JsonType::Object => "object",
        }
    }
}

/// Where a text stops being JSON, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Syntax {
    /// The place, in bytes.
    pub at: u32,
    /// The reason.
    pub reason: Reason,
}

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Reason {
    /// The text ends too early.
    End,
    /// A character that cannot stand here.
    Unexpected,
    /// A backslash, and no escape after it.
    Escape,
    /// A control character in a string.
    ControlCharacter,
    /// A number that is written otherwise than JSON's.
    Number,
    /// Bytes that are not UTF-8.
    Utf8,
    /// Lists in lists beyond [`MAX_DEPTH`].
    Depth,
    /// Something after the end of the value.
    Trailing,
}

impl Reason {
    /// Every reason, in the order of its number.
    pub const ALL: [Reason; 8] = [
        Reason::End,
        Reason::Unexpected,
        Reason::Escape,
        Reason::ControlCharacter,
        Reason::Number,
        Reason::Utf8,
        Reason::Depth,
        Reason::Trailing,
    ];

    /// Its name.
    pub const fn id(self) -> &'static str {
        match self {
            Reason::End => "end",
            Reason::Unexpected => "unexpected",
            Reason::Escape => "escape",
            Reason::ControlCharacter => "control-character",
            Reason::Number => "number",
            Reason::Utf8 => "utf8",
            Reason::Depth => "depth",
            Reason::Trailing => "trailing",
        }
    }
}

#[cfg(test)]
mod tests;
