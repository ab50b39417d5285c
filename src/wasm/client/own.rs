//! The caller's own way: a transport that sends, and a provider of tokens. Either may answer late, with nonsense, or never.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::JsValue;
use web_sys::AbortSignal;

use super::foreign::{awaited, member, response};
use crate::gateway::client::Lost;
use crate::gateway::token::Token;
use crate::gateway::{Cause, Request, Response};
use crate::spec::endpoints::{REMOTE_ADDRESS, TOKEN};

/// Sends a request by the caller's transport.
pub(super) async fn send(transport: &Function, request: &Request, signal: &AbortSignal) -> Result<Response, Lost> {
    let asked = asked(request, signal).map_err(|_| Lost::Unreachable)?;
    let answer = transport.call1(&JsValue::UNDEFINED, &asked).map_err(|error| reason(&error))?;
    let answer = awaited(answer).await.map_err(|error| reason(&error))?;
    response(&answer).await
}

/// What the transport is given.
fn asked(request: &Request, signal: &AbortSignal) -> Result<Object, JsValue> {
    let headers = Object::new();
    for (name, value) in request.all_headers() {
        Reflect::set(&headers, &name.into(), &value.into())?;
    }
    let asked = Object::new();
    let members: [(&str, JsValue); 6] = [
        ("call", request.call.id().into()),
        ("method", request.method.id().into()),
        ("url", request.url.as_str().into()),
        ("headers", headers.into()),
        ("body", request.body.as_deref().map_or(JsValue::NULL, JsValue::from)),
        ("signal", signal.into()),
    ];
    for (name, value) in members {
        Reflect::set(&asked, &name.into(), &value)?;
    }
    Ok(asked)
}

/// Only the transport knows whether anything was sent.
fn reason(error: &JsValue) -> Lost {
    if member(error, "notReceived") == true { Lost::Unreachable } else { Lost::Broken }
}

/// A token by the caller's provider: the token alone, or with the address that belongs to it.
pub(super) async fn token(provider: &Function) -> Result<Token, Cause> {
    let answer = provider.call0(&JsValue::UNDEFINED).map_err(|error| reason(&error).cause())?;
    let answer = awaited(answer).await.map_err(|error| reason(&error).cause())?;
    if let Some(token) = answer.as_string() {
        return Token::new(&token, None);
    }
    let token = member(&answer, TOKEN).as_string().ok_or(Cause::Shape)?;
    Token::new(&token, member(&answer, REMOTE_ADDRESS).as_string().as_deref())
}
