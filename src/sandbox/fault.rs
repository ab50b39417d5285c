//! What goes wrong on demand. Faults are planned per call and used up one a request.
//!
//! Where a fault's name does not say whether the call was carried out: what stands in the platform's place (`Code`) comes
//! instead of the call; so does `Refuse`, in the ministry's place; what harms the answer (`Cut`, `Empty`, `NotUtf8`, `Bom`, `TooLong`, `Text`) comes after it.

use serde_json::Value;

use super::platform;
use super::reply::{self, Reply, Then};
use crate::gateway::response::MAX_REPLY;
use crate::gateway::{Call, Response, Words};
use crate::spec::endpoints::{ENVELOPE, TOKEN};

/// What goes wrong with one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing: this request is let through.
    None,
    /// The answer comes so many milliseconds later.
    Delay(u64),
    /// There is never an answer.
    Silence {
        /// Whether the call was carried out before.
        taken: bool,
    },
    /// The connection is closed without an answer.
    Close {
        /// Whether the call was carried out before.
        taken: bool,
    },
    /// The connection ends in the middle of the answer.
    Cut,
    /// An HTML page comes in place of the answer.
    Html {
        /// The HTTP status of the page.
        status: u16,
        /// Whether the call was carried out before.
        taken: bool,
    },
    /// An HTTP status comes in place of the answer, and no body.
    Status {
        /// The HTTP status.
        status: u16,
        /// Whether the call was carried out before.
        taken: bool,
    },
    /// The platform refuses the call with this result code.
    Code(u16),
    /// The ministry's system refuses every record of a submission with these words. It changes no other call.
    Refuse(Words),
    /// The answer has no body.
    Empty,
    /// The answer is not UTF-8.
    NotUtf8,
    /// The answer has a byte order mark in front.
    Bom,
    /// The answer is longer than what the client reads.
    TooLong,
    /// This text comes in place of the answer.
    Text(Words),
    /// The token in the answer ends with a line break. It changes no other call.
    TokenWithLineBreak,
}

impl Fault {
    /// Whether the call is carried out.
    pub(super) fn reaches(&self) -> bool {
        match self {
            Fault::Silence { taken } | Fault::Close { taken } | Fault::Html { taken, .. } | Fault::Status { taken, .. } => *taken,
            Fault::Code(_) => false,
            _ => true,
        }
    }

    /// What becomes of the usual answer.
    pub(super) fn apply(&self, call: Call, usual: Response) -> Reply {
        let delay = if let Fault::Delay(delay) = self { *delay } else { 0 };
        let then = match self {
            Fault::Silence { .. } => Then::Silence,
            Fault::Close { .. } => Then::Close,
            Fault::Cut => Then::Cut(Response { body: usual.body.iter().take(usual.body.len() / 2).copied().collect(), ..usual }),
            Fault::Html { status, .. } => Then::Answer(reply::page(*status)),
            Fault::Status { status, .. } => Then::Answer(reply::bare(*status)),
            Fault::Code(code) => Then::Answer(platform::dressed(call, &platform::refusal(*code))),
            _ => Then::Answer(Response { body: self.harmed(usual.body), ..usual }),
        };
        Reply { call: Some(call), fault: self.clone(), delay, then }
    }

    fn harmed(&self, mut body: Vec<u8>) -> Vec<u8> {
        match self {
            Fault::Empty => body.clear(),
            // No UTF-8 has this byte.
            Fault::NotUtf8 => body.push(0xff),
            Fault::Bom => drop(body.splice(..0, *b"\xEF\xBB\xBF")),
            Fault::TooLong => body.resize(MAX_REPLY + 1, b' '),
            Fault::Text(text) => body = text.as_str().as_bytes().to_vec(),
            Fault::TokenWithLineBreak => body = with_line_break(body),
            _ => {}
        }
        body
    }
}

fn with_line_break(body: Vec<u8>) -> Vec<u8> {
    let [.., data] = ENVELOPE;
    let Ok(mut json) = serde_json::from_slice::<Value>(&body) else { return body };
    match json.get_mut(data).and_then(|data| data.get_mut(TOKEN)) {
        Some(Value::String(token)) => token.push('\n'),
        _ => return body,
    }
    json.to_string().into_bytes()
}
