//! A request as it arrives, and what is read from its address and headers.

use percent_encoding::percent_decode_str;

/// A request as it arrives.
pub struct Incoming<'a> {
    /// The method, in capitals.
    pub method: &'a str,
    /// The path with the query, percent-encoded.
    pub target: &'a str,
    /// Names, in any letter case, and values.
    pub headers: &'a [(String, String)],
    /// The body.
    pub body: &'a [u8],
}

impl<'a> Incoming<'a> {
    /// The path, as it was written.
    pub(super) fn path(&self) -> &'a str {
        self.target.split_once('?').map_or(self.target, |(path, _)| path)
    }

    /// A parameter of the address, unless it is empty.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let (_, query) = self.target.split_once('?')?;
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let (_, value) = pairs.find(|(own, _)| decoded(own) == name)?;
        Some(decoded(value)).filter(|value| !value.is_empty())
    }

    /// A header, unless it is empty.
    pub(super) fn header(&self, name: &str) -> Option<&'a str> {
        let (_, value) = self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name))?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }
}

/// As servers read a parameter: a plus is a space, and bytes that are no UTF-8 are marked.
fn decoded(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}
