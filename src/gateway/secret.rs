//! Texts that may be handed on, and never shown: keys and tokens, and what the other side says of a record.

use std::fmt;

/// A key or a token. It has no `Display`, and its `Debug` does not tell it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The secret of that text.
    pub fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// The text, for the wire.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(***)")
    }
}

/// The other side's words. They may name a person, so that they reach the caller as data and no log: `Debug` gives their length.
#[derive(Clone, PartialEq, Eq)]
pub struct Words(String);

impl Words {
    /// These words.
    pub fn new(text: impl Into<String>) -> Words {
        Words(text.into())
    }

    /// The words, for people who may see the record.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Words({} characters)", self.0.chars().count())
    }
}
