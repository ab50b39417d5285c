//! The default way of a request: gloo-net builds it, the global `fetch` sends it.
//!
//! gloo-net would send it too, but traps, and leaves a promise that never settles, where `fetch` answers with anything but a
//! `Response`. So the answer is looked at here. (Its builder traps on a header's value that is not visible ASCII: `Request`
//! holds none.)

use gloo_net::http::{Method as HttpMethod, Request as Built, RequestBuilder};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};
use web_sys::{AbortSignal, RequestCache, RequestCredentials, RequestRedirect};

use super::foreign::{awaited, member, response};
use crate::gateway::client::Lost;
use crate::gateway::request::Method;
use crate::gateway::{Request, Response};

/// What must be there before gloo-net is asked for anything.
const GLOBALS: [&str; 6] = ["fetch", "Headers", "Request", "Response", "URL", "URLSearchParams"];

/// With these codes Node says that there was no connection, so that nothing was sent.
const UNCONNECTED: [&str; 6] = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"];

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    fn fetch(request: &web_sys::Request, init: &JsValue) -> Result<JsValue, JsValue>;
}

/// Sends a request.
pub(super) async fn send(request: &Request, signal: &AbortSignal) -> Result<Response, Lost> {
    let global = js_sys::global();
    if !GLOBALS.iter().all(|name| member(&global, name).is_function()) {
        return Err(Lost::Unreachable);
    }
    let built = build(request).map_err(|_| Lost::Unreachable)?;
    let init = Object::new();
    // Not by the builder: a signal of another realm is refused there by an error that traps.
    let is_set = Reflect::set(&init, &"signal".into(), signal);
    let answer = is_set.and_then(|_| fetch(&built.into(), &init)).map_err(|_| Lost::Unreachable)?;
    let answer = awaited(answer).await.map_err(|error| reason(&error))?;
    if answer.is_instance_of::<web_sys::Response>() { response(&answer).await } else { Err(Lost::NoResponse) }
}

/// Redirects are not followed, since the token would go along to whatever host they name. `manual` rather than `error`, because a
/// redirect is then an answer with a status, and can be told from a connection that broke.
fn build(request: &Request) -> Result<Built, gloo_net::Error> {
    let method = match request.method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
    };
    let mut builder = RequestBuilder::new(request.url.as_str())
        .method(method)
        .redirect(RequestRedirect::Manual)
        .credentials(RequestCredentials::SameOrigin)
        .cache(RequestCache::NoStore);
    for (name, value) in request.all_headers() {
        builder = builder.header(name, value);
    }
    match &request.body {
        Some(body) => builder.body(body),
        None => builder.build(),
    }
}

/// Whether a rejection says for certain that there was no connection. Only Node says so; a page is told nothing.
fn reason(error: &JsValue) -> Lost {
    let cause = member(error, "cause");
    let is_unconnected = match member(&cause, "errors").dyn_into::<Array>() {
        // One for each address of a name.
        Ok(errors) if errors.length() > 0 => errors.iter().all(|error| has_code(&error)),
        _ => has_code(&cause),
    };
    if is_unconnected { Lost::Unreachable } else { Lost::Broken }
}

fn has_code(error: &JsValue) -> bool {
    member(error, "code").as_string().is_some_and(|code| UNCONNECTED.contains(&code.as_str()))
}
