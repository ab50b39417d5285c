//! What a broker between browser and gateway answers where it has no reply to pass on: the failure of its own call, or that it
//! did not make one.
//!
//! The form is this project's own: `{"failure":{"call":"token","cause":"code","code":1202}}`, under a status outside 2xx.

use serde_json::Value;

use super::super::failure::{Cause, Failure};
use super::super::request::Call;
use super::super::response::Response;

/// The failure in a broker's answer.
pub(super) fn failure(call: Call, response: &Response) -> Option<Failure> {
    if response.is_success() {
        return None;
    }
    let json = response.json().ok()?;
    let told = json.get("failure")?;
    let number = told.get("code").and_then(Value::as_i64).and_then(|number| i32::try_from(number).ok());
    let cause = Cause::from_id(told.get("cause")?.as_str()?, number)?;
    let call = told.get("call").and_then(Value::as_str).and_then(Call::from_id).unwrap_or(call);
    Some(Failure::new(call, cause))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gateway::ResultCode;

    fn read(status: u16, body: &str) -> Option<Failure> {
        failure(Call::Submit, &Response { status, content_type: None, body: body.into() })
    }

    #[test]
    fn a_brokers_failure_is_the_gateways_again() {
        let told = read(502, r#"{"failure":{"call":"token","cause":"code","code":1202}}"#);
        assert_eq!(told, Some(Failure::new(Call::Token, Cause::Code(ResultCode::of(1202)))));
        let told = read(403, r#"{"failure":{"call":null,"cause":"broker","code":403}}"#);
        assert_eq!(told, Some(Failure::new(Call::Submit, Cause::Broker(403))));
        assert!(told.is_some_and(|failure| failure.not_received()));
    }

    #[test]
    fn anything_else_is_no_brokers_failure() {
        for (status, body) in [
            (200, r#"{"failure":{"call":"token","cause":"timeout"}}"#),
            (502, "<html>"),
            (502, r#"{"failure":{"cause":"other"}}"#),
            (502, r#"{"failure":{"cause":"code"}}"#),
            (502, r#"{"failure":"timeout"}"#),
        ] {
            assert_eq!(read(status, body), None, "{body}");
        }
    }
}
