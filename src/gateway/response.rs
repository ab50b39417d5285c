//! What came back: status, media type and bytes, and the first step of reading them.

use std::fmt;

use serde_json::Value;

use super::failure::Cause;

/// The longest reply that is read, in bytes.
pub const MAX_REPLY: usize = 8 * 1024 * 1024;

/// What came back. `Debug` does not tell the body.
#[derive(Clone)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The media type, where one was given.
    pub content_type: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// Whether the status says that the call was carried out.
    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The body as text, without a byte order mark and the white space around it.
    pub(super) fn text(&self) -> Result<&str, Cause> {
        if self.body.len() > MAX_REPLY {
            return Err(Cause::TooLong);
        }
        let text = str::from_utf8(&self.body).map_err(|_| Cause::Encoding)?;
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() { Err(Cause::Empty) } else { Ok(text) }
    }

    /// The body as JSON. What the media type says does not matter, since gateways label JSON as text; only text that is no
    /// JSON at all is told apart by it.
    pub(super) fn json(&self) -> Result<Value, Cause> {
        let text = self.text()?;
        serde_json::from_str(text).map_err(|_| if self.is_page(text) { Cause::Page } else { Cause::Json })
    }

    fn is_page(&self, text: &str) -> bool {
        let labelled = self.content_type.as_deref().is_some_and(|label| label.to_ascii_lowercase().contains("html"));
        text.starts_with('<') || labelled && !text.starts_with(['{', '['])
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Response").field("status", &self.status).field("body", &self.body.len()).finish()
    }
}
