//! How the document is read where it is silent or at odds with itself: numbered, so that an issue can cite it.

/// One reading.
#[derive(Debug)]
pub struct Reading {
    /// Its number: an issue cites it as `reading R5`.
    pub number: u8,
    /// What the document says, or leaves open.
    pub document: &'static str,
    /// How it is read, in Chinese.
    pub zh: &'static str,
    /// How it is read, in English.
    pub en: &'static str,
}

/// Every reading, by number.
pub static ALL: [Reading; 0] = [];
