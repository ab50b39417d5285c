//! 授权校验 (`validateToken`): whether a token still counts.

use std::net::IpAddr;

use serde_json::Value;

use super::address::Address;
use super::envelope;
use super::failure::{Cause, Failure};
use super::request::{Access, Call, Request};
use super::response::Response;
use super::secret::Secret;
use crate::spec::endpoints::{REQUEST_IP, SYSTEM_ID, TOKEN, VALIDATE_PATH};

/// The request: whether that token, given by whoever calls from `request_ip`, counts. The caller's own token may be asked about.
///
/// # Errors
/// A token or system id that no header can carry.
pub fn request(base: &Address, access: &Access, token: &Secret, request_ip: Option<IpAddr>) -> Result<Request, Failure> {
    let ip = request_ip.map(|ip| ip.to_string());
    let mut parameters = vec![(SYSTEM_ID, access.system_id.as_str()), (TOKEN, token.expose())];
    parameters.extend(ip.as_deref().map(|ip| (REQUEST_IP, ip)));
    Request::get(Call::Validate, &base.join(VALIDATE_PATH), &parameters).signed(access)
}

/// The answer.
///
/// # Errors
/// A refusal, or a reply that cannot be read.
pub fn read(response: &Response) -> Result<bool, Failure> {
    truth(Call::Validate, response)
}

/// The data of an answer that is true or false, be it written as a string.
pub(super) fn truth(call: Call, response: &Response) -> Result<bool, Failure> {
    match envelope::data(call, response)? {
        Value::Bool(truth) => Ok(truth),
        Value::String(text) => text.trim().parse().map_err(|_| Failure::new(call, Cause::Shape)),
        _ => Err(Failure::new(call, Cause::Shape)),
    }
}
