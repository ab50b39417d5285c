//! Where a call goes: a base with or without a path and a trailing slash, and the percent-encoded parameters behind it.
//!
//! It resolves no names and judges no host. A user's name and password in an address are refused: browsers refuse them too.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but the characters that RFC 3986 calls unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// An http or https address. Its `Debug` and `Display` end at the host: path and query may hold a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(String);

/// Why a text is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// It does not begin with `http://` or `https://` and a host.
    NoOrigin,
    /// It holds a user's name or password.
    Credentials,
    /// It holds a character that no address holds: white space, a control, a quote or a letter beyond ASCII.
    Character,
    /// It holds a fragment, which is never sent.
    Fragment,
}

impl fmt::Display for AddressError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            AddressError::NoOrigin => "地址须以 http:// 或 https:// 和主机名开头 (an address begins with http:// or https:// and a host)",
            AddressError::Credentials => "地址里不能有用户名和密码 (an address holds no user name and no password)",
            AddressError::Character => "地址里有不能出现的字符，须先百分号编码 (an address holds a character that must be percent-encoded)",
            AddressError::Fragment => "地址里不能有 # (an address holds no #)",
        })
    }
}

impl std::error::Error for AddressError {}

impl Address {
    /// The address of that text.
    ///
    /// # Errors
    /// What makes it none.
    pub fn parse(text: &str) -> Result<Address, AddressError> {
        let authority = authority(text).ok_or(AddressError::NoOrigin)?;
        if text.bytes().any(|byte| !byte.is_ascii_graphic() || b"\"<>\\^`{|}".contains(&byte)) {
            return Err(AddressError::Character);
        }
        if authority.contains('@') {
            return Err(AddressError::Credentials);
        }
        if authority.is_empty() || authority.starts_with(':') {
            return Err(AddressError::NoOrigin);
        }
        if text.contains('#') {
            return Err(AddressError::Fragment);
        }
        Ok(Address(text.to_owned()))
    }

    /// The whole address, for the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Scheme and host.
    pub fn origin(&self) -> &str {
        let rest = authority(&self.0).map_or(0, str::len);
        let start = self.0.find("://").map_or(0, |at| at + 3);
        self.0.get(..start + rest).unwrap_or_default()
    }

    /// The address of a path below this one; a query of the base stays behind it.
    #[must_use]
    pub fn join(&self, path: &str) -> Address {
        let (base, query) = self.split();
        let joined = format!("{}/{}", base.trim_end_matches('/'), path.trim_start_matches('/'));
        Address(match query {
            Some(query) => format!("{joined}?{query}"),
            None => joined,
        })
    }

    /// The address with these parameters added.
    #[must_use]
    pub fn with(&self, parameters: &[(&str, &str)]) -> Address {
        let mut text = self.0.clone();
        for (name, value) in parameters {
            let ends_open = text.ends_with(['?', '&']);
            text.push_str(if ends_open {
                ""
            } else if text.contains('?') {
                "&"
            } else {
                "?"
            });
            text.extend(utf8_percent_encode(name, RESERVED));
            text.push('=');
            text.extend(utf8_percent_encode(value, RESERVED));
        }
        Address(text)
    }

    /// Everything before the query, and the query.
    pub(super) fn split(&self) -> (&str, Option<&str>) {
        match self.0.split_once('?') {
            Some((base, query)) => (base, Some(query)),
            None => (&self.0, None),
        }
    }
}

/// What stands between the scheme and the path.
fn authority(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    known.then(|| rest.split(['/', '?', '#']).next().unwrap_or_default())
}

impl fmt::Debug for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Address({self})")
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/***", self.origin())
    }
}
