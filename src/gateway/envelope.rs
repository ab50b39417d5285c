//! What stands around an answer: the platform's code and data, a nested `custom`, or nothing.

use serde_json::{Map, Value};

use super::code::ResultCode;
use super::failure::{Cause, Failure};
use super::request::Call;
use super::response::Response;
use super::soap::{self, Answer};
use crate::spec::endpoints::{CUSTOM, ENVELOPE, RETURN_CODE, STATUS};

type Object = Map<String, Value>;

/// How many envelopes may stand in each other before the reply is none of the document's.
const DEPTH: usize = 4;

/// The reply as JSON. Outside 2xx only a refusal that the table knows is read: it says more than the status, and anything
/// else that stands there may be a proxy's.
pub(super) fn opened(call: Call, response: &Response) -> Result<Value, Failure> {
    let json = response.json();
    if !response.is_success() {
        let code = json.ok().and_then(|json| json.as_object().and_then(code));
        let cause = match code {
            Some(code @ ResultCode::Known(_)) if code.number() != 1 => Cause::Code(code),
            _ => Cause::Status(response.status),
        };
        return Err(Failure::new(call, cause));
    }
    json.map_err(|cause| Failure::new(call, cause))
}

/// What a platform's answer carries, where its code is 1.
pub(super) fn data(call: Call, response: &Response) -> Result<Value, Failure> {
    let Value::Object(mut members) = opened(call, response)? else { return Err(Failure::new(call, Cause::Shape)) };
    match code(&members) {
        Some(code) if code.number() == 1 => Ok(inner(&mut members).unwrap_or_default()),
        Some(code) => Err(Failure::new(call, Cause::Code(code))),
        None => Err(Failure::new(call, Cause::Shape)),
    }
}

/// The object that says what became of a submission, out of whatever stands around it.
pub(super) fn submission(mut value: Value) -> Result<Object, Cause> {
    for _ in 0..DEPTH {
        value = match value {
            // Some gateways pass the ministry's answer on as text.
            Value::String(text) => serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| Cause::Json)?,
            Value::Object(members) if members.get(RETURN_CODE).is_some_and(|code| !code.is_null()) => return Ok(members),
            Value::Object(mut members) => match code(&members) {
                Some(code) if code.number() != 1 => return Err(Cause::Code(code)),
                _ => inner(&mut members).ok_or(Cause::Shape)?,
            },
            _ => return Err(Cause::Shape),
        }
    }
    Err(Cause::Shape)
}

/// The platform's refusal in a reply, under whatever status and in whatever envelope, SOAP included.
pub(super) fn refusal(response: &Response) -> Option<ResultCode> {
    let text = response.text().ok()?;
    let answer = if text.starts_with('<') { soap::read(response).ok() } else { None };
    let value = match &answer {
        Some(Answer::Text(words)) => serde_json::from_str(words.as_str()).ok()?,
        Some(Answer::Fault(_)) => return None,
        None => serde_json::from_str(text).ok()?,
    };
    match submission(value) {
        Err(Cause::Code(code)) => Some(code),
        _ => None,
    }
}

fn code(members: &Object) -> Option<ResultCode> {
    let [code, ..] = ENVELOPE;
    members.get(code).or_else(|| members.get(STATUS)?.get(code)).and_then(ResultCode::read)
}

fn inner(members: &mut Object) -> Option<Value> {
    let [.., data] = ENVELOPE;
    [data, CUSTOM].into_iter().filter_map(|name| members.remove(name)).find(|value| !value.is_null())
}
