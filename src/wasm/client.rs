//! The `client` build: the gateway's client as one class, and the reading of a reply alone. JavaScript wraps the class; nobody
//! else sees it.
//!
//! Every promise resolves to an object with one member that says what it is: `ok`, `failure`, or `input` for a malformed call.
//! A rejection is a bug. What a call needs is taken or cloned before the first wait, so that calls may overlap and nest.

mod answer;
mod entry;
mod fetch;
mod foreign;
mod own;
mod resume;
mod settings;
mod shapes;
mod submission;
mod transport;

use std::net::IpAddr;
use std::pin::pin;
use std::rc::Rc;

use futures_util::future::{Either, select};
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::future_to_promise;

use crate::gateway::client::Stop;
use crate::gateway::{Call, Cause, Client, Failure, Secret};
use answer::{as_answer, malformed, settled};
use shapes::Shapes;
use transport::Web;

/// A client of one gateway.
#[wasm_bindgen]
pub struct Handle {
    client: Rc<Client<Web>>,
    shapes: Shapes,
}

#[wasm_bindgen]
impl Handle {
    /// A client with settings that were checked before; `send` and `token` are the caller's own transport and token provider.
    ///
    /// # Errors
    /// Settings of another shape: a bug.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: JsValue, send: Option<Function>, token: Option<Function>) -> Result<Handle, JsValue> {
        let (settings, shapes) = settings::read(settings)?;
        Ok(Handle { client: Rc::new(Client::new(settings, Web::new(send, token))), shapes })
    }

    /// The token for submissions, and the address that came with it.
    pub fn token(&self) -> Promise {
        let (client, shapes) = self.parts();
        future_to_promise(async move { settled(shapes, client.token().await, |token| shapes::token(&token)) })
    }

    /// Whether a token counts; the client's own unless told.
    #[wasm_bindgen(js_name = validateToken)]
    pub fn validate_token(&self, token: Option<String>, request_ip: Option<String>) -> Promise {
        let (client, shapes) = self.parts();
        future_to_promise(async move {
            let ip = request_ip.map(|text| text.parse::<IpAddr>()).transpose().map_err(malformed)?;
            let token = token.map(Secret::new);
            settled(shapes, client.validate_token(token.as_ref(), ip).await, Into::into)
        })
    }

    /// Reports a call to the platform; `input` names the member of the entry that cannot be read.
    pub fn log(&self, entry: JsValue) -> Promise {
        let (client, shapes) = self.parts();
        future_to_promise(async move {
            match entry::read(entry)? {
                Ok(entry) => settled(shapes, client.log(&entry).await, Into::into),
                Err(member) => as_answer("input", member.into()),
            }
        })
    }

    /// The SOAP call of the document's example; the parameters are pairs of name and value.
    pub fn soap(&self, method: String, parameters: JsValue) -> Promise {
        let (client, shapes) = self.parts();
        future_to_promise(async move {
            let owned: Vec<(String, String)> = serde_wasm_bindgen::from_value(parameters)?;
            let parameters: Vec<(&str, &str)> = owned.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            settled(shapes, client.soap(&method, &parameters).await, |answer| shapes::soap(&answer))
        })
    }

    /// Submits packed records.
    pub fn submit(&self, kind: u32, records: Array, how: JsValue, stopper: &Stopper, progress: Option<Function>) -> Promise {
        let (client, stop) = (Rc::clone(&self.client), stopper.stop.clone());
        future_to_promise(async move { submission::run(&client, kind, &records, how, stop, progress).await })
    }

    /// Passes a body on as it is: the broker's part.
    pub fn relay(&self, call: String, body: String, stopper: &Stopper) -> Promise {
        let ((client, shapes), stop) = (self.parts(), stopper.stop.clone());
        future_to_promise(async move {
            let call = Call::from_id(&call).ok_or_else(|| malformed("call"))?;
            let came = match select(pin!(stop.stopped()), pin!(client.relay(call, &body))).await {
                Either::Left(_) => Err(Failure::new(call, Cause::Aborted)),
                Either::Right((came, _)) => came,
            };
            settled(shapes, came, Into::into)
        })
    }

    fn parts(&self) -> (Rc<Client<Web>>, Shapes) {
        (Rc::clone(&self.client), self.shapes)
    }
}

/// By what a submission, or a body that is passed on, is ended from outside.
#[wasm_bindgen]
#[derive(Default)]
pub struct Stopper {
    stop: Stop,
}

#[wasm_bindgen]
impl Stopper {
    /// One that has not been used.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Stopper {
        Stopper::default()
    }

    /// Ends what has it.
    pub fn stop(&self) {
        self.stop.stop();
    }
}

/// What became of packed records, by the text of a reply: the report of a submission.
///
/// # Errors
/// Arguments of another shape: a bug.
#[wasm_bindgen(js_name = parseReply)]
pub fn parse_reply(kind: u32, text: &str, records: &Array, english: bool) -> Result<JsValue, JsValue> {
    submission::parse(kind, text, records, Shapes { english })
}
