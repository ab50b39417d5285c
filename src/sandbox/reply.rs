//! What a request is answered with, and what happens to that answer on its way.

use serde_json::Value;

use crate::gateway::Response;
use crate::spec::endpoints::JSON_TYPE;

/// What a request meets with. Its `Debug` tells no body.
#[derive(Clone, Debug)]
pub struct Reply {
    /// How many milliseconds pass before anything happens.
    pub delay: u64,
    /// What happens then.
    pub then: Then,
}

/// What happens to a request.
#[derive(Clone, Debug)]
pub enum Then {
    /// It is answered.
    Answer(Response),
    /// The connection ends before the body is complete; this much of it arrives.
    Cut(Response),
    /// The connection is closed without an answer.
    Close,
    /// It is never answered.
    Silence,
}

impl Reply {
    /// An answer at once.
    pub(super) fn now(response: Response) -> Reply {
        Reply { delay: 0, then: Then::Answer(response) }
    }
}

/// JSON under status 200.
pub(super) fn json(value: &Value) -> Response {
    json_under(200, value)
}

/// JSON under a status.
pub(super) fn json_under(status: u16, value: &Value) -> Response {
    Response { status, content_type: Some(JSON_TYPE.to_owned()), body: value.to_string().into_bytes() }
}

/// The page that a web server shows with a status.
pub(super) fn page(status: u16) -> Response {
    let body = format!("<!DOCTYPE html>\n<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>\n");
    Response { status, content_type: Some("text/html; charset=utf-8".to_owned()), body: body.into_bytes() }
}

/// A status and nothing else.
pub(super) fn bare(status: u16) -> Response {
    Response { status, content_type: None, body: Vec::new() }
}
