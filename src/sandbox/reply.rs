//! What a request is answered with, and what happens to that answer on its way.

use serde_json::Value;

use super::fault::Fault;
use crate::gateway::code::ResultCode;
use crate::gateway::soap::{self, Answer};
use crate::gateway::{Call, Response};
use crate::spec::endpoints::{CUSTOM, ENVELOPE, JSON_TYPE, RETURN_CODE, STATUS};

/// What a request meets with. Its `Debug` tells no body.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The call that the request was; nothing where it asked the sandbox itself, or came to no path.
    pub call: Option<Call>,
    /// What goes wrong with it.
    pub fault: Fault,
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
        Reply { call: None, fault: Fault::None, delay: 0, then: Then::Answer(response) }
    }

    /// The code by which a complete answer says what became of the call, behind the name of its member: what a log tells.
    pub fn code(&self) -> Option<String> {
        let Then::Answer(response) = &self.then else { return None };
        let json = match soap::read(response) {
            Ok(Answer::Text(text)) => serde_json::from_str(text.as_str()),
            _ => serde_json::from_slice(&response.body),
        };
        json.ok().as_ref().and_then(code)
    }
}

impl Then {
    /// What happens, in a word.
    pub const fn id(&self) -> &'static str {
        match self {
            Then::Answer(_) => "answer",
            Then::Cut(_) => "cut",
            Then::Close => "close",
            Then::Silence => "silence",
        }
    }

    /// What is answered, be it in part.
    pub const fn response(&self) -> Option<&Response> {
        match self {
            Then::Answer(response) | Then::Cut(response) => Some(response),
            Then::Close | Then::Silence => None,
        }
    }

    /// What is answered, be it in part.
    pub fn into_response(self) -> Option<Response> {
        match self {
            Then::Answer(response) | Then::Cut(response) => Some(response),
            Then::Close | Then::Silence => None,
        }
    }
}

/// The ministry's code, in whatever stands around it; else the platform's.
fn code(json: &Value) -> Option<String> {
    let [own, _, data] = ENVELOPE;
    let named = |value: &Value, name: &str| Some(format!("{name} {}", ResultCode::read(value.get(name)?)?.number()));
    let inner = [Some(json), json.get(data), json.get(CUSTOM)];
    let ministry = inner.into_iter().flatten().find_map(|value| named(value, RETURN_CODE));
    ministry.or_else(|| named(json, own)).or_else(|| named(json.get(STATUS)?, own))
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
