//! Asking the sandbox itself, below `/sandbox/`: what it holds, how often it was called, which faults come, and a new start.
//!
//! It answers with JSON and tells no system's key, no token and nothing of a record but its id and its codes.

use serde_json::{Map, Value, json};

use super::fault::Fault;
use super::json::{Members, Misread, parsed};
use super::{Keys, Sandbox, fault_json, reply};
use crate::gateway::request::Method;
use crate::gateway::{Call, Response};

/// What the sandbox itself can be asked.
#[derive(Clone, Copy)]
pub(super) enum Control {
    /// What is held.
    Records,
    /// How many requests of each call came.
    Calls,
    /// The key pair that it encrypts assignments for.
    Keys,
    /// To plan faults: `{"call":"submit","faults":["cut"]}`.
    Faults,
    /// To forget everything but the settings.
    Reset,
}

impl Control {
    pub(super) fn find(name: &str) -> Option<Control> {
        match name {
            "records" => Some(Control::Records),
            "calls" => Some(Control::Calls),
            "keys" => Some(Control::Keys),
            "faults" => Some(Control::Faults),
            "reset" => Some(Control::Reset),
            _ => None,
        }
    }

    pub(super) fn method(self) -> Method {
        match self {
            Control::Records | Control::Calls | Control::Keys => Method::Get,
            Control::Faults | Control::Reset => Method::Post,
        }
    }
}

impl Sandbox {
    /// What it holds, as JSON: a list of objects.
    pub fn records(&self) -> Value {
        self.held().iter().map(super::Held::to_json).collect()
    }

    /// How many requests of each call came, as JSON: an object with every call.
    pub fn calls(&self) -> Value {
        Value::Object(Call::ALL.iter().map(|call| (call.id().to_owned(), self.seen(*call).into())).collect::<Map<_, _>>())
    }

    pub(super) fn control(&mut self, control: Control, body: &[u8]) -> Response {
        let answer = match control {
            Control::Records => Ok(self.records()),
            Control::Calls => Ok(self.calls()),
            Control::Keys => self.keys().map(Keys::to_json).map_err(|error| (500, error.to_string())),
            Control::Faults => {
                let planned = self.plan_json(body).map(|planned| json!({"planned": planned}));
                planned.map_err(|misread| (400, misread.to_string()))
            }
            Control::Reset => {
                self.reset();
                Ok(json!({}))
            }
        };
        match answer {
            Ok(value) => reply::json(&value),
            Err((status, error)) => reply::json_under(status, &json!({"error": error})),
        }
    }

    /// Plans the faults of a JSON text, `{"call":"submit","faults":["cut"]}`, all or none; how many there were.
    ///
    /// # Errors
    /// The member that cannot be read, or that is not known.
    pub fn plan_json(&mut self, text: &[u8]) -> Result<usize, Misread> {
        let json = parsed(text)?;
        let members = Members::of(&json, "", &["call", "faults"])?;
        let call = fault_json::call(&members, "call")?;
        let faults = members.list("faults")?.unwrap_or_default();
        let faults = faults.into_iter().map(|(place, fault)| Fault::at(&place, fault)).collect::<Result<Vec<_>, _>>()?;
        let planned = faults.len();
        self.plan(call, faults);
        Ok(planned)
    }
}
