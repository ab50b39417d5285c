//! The `sandbox` build: the sandbox as one class. JavaScript wraps it; nobody else sees it.
//!
//! Settings, faults, headers and listings cross as JSON text, bodies as bytes. What cannot be read is thrown as JSON text: the
//! member, and what is wrong with it in Chinese and in English.

use serde_json::json;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::gateway::{Address, Call};
use crate::sandbox::{Config, Incoming, Misread, Reply, Sandbox};

/// A sandbox.
#[wasm_bindgen]
pub struct Machine {
    sandbox: Sandbox,
}

#[wasm_bindgen]
impl Machine {
    /// A sandbox with these settings.
    ///
    /// # Errors
    /// What cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str) -> Result<Machine, JsValue> {
        Ok(Machine { sandbox: Sandbox::new(Config::parse(settings).map_err(thrown)?) })
    }

    /// What a request meets with; its headers are a list of pairs.
    ///
    /// # Errors
    /// Headers of another shape: a bug.
    pub fn handle(&mut self, method: &str, target: &str, headers: &str, body: &[u8], now: f64) -> Result<Answer, JsError> {
        let headers: Vec<(String, String)> = serde_json::from_str(headers)?;
        let incoming = Incoming { method, target, headers: &headers, body };
        Ok(Answer { reply: self.sandbox.handle(&incoming, now as u64) })
    }

    /// Plans faults: the call and the list of them.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn plan(&mut self, planned: &str) -> Result<(), JsValue> {
        self.sandbox.plan_json(planned.as_bytes()).map(drop).map_err(thrown)
    }

    /// What it holds.
    pub fn records(&self) -> String {
        self.sandbox.records().to_string()
    }

    /// How many requests of each call came.
    pub fn calls(&self) -> String {
        self.sandbox.calls().to_string()
    }

    /// Its key pair.
    ///
    /// # Errors
    /// That it cannot be drawn: a bug.
    pub fn keys(&self) -> Result<String, JsError> {
        Ok(self.sandbox.keys()?.to_json().to_string())
    }

    /// Forgets everything but the settings.
    pub fn reset(&mut self) {
        self.sandbox.reset();
    }

    /// Moves it to another address.
    ///
    /// # Errors
    /// An address that is none: a bug.
    #[wasm_bindgen(js_name = moveTo)]
    pub fn move_to(&mut self, origin: &str) -> Result<(), JsError> {
        self.sandbox.move_to(&Address::parse(origin).map_err(|_| JsError::new("origin"))?);
        Ok(())
    }
}

/// What a request meets with.
#[wasm_bindgen]
pub struct Answer {
    reply: Reply,
}

#[wasm_bindgen]
impl Answer {
    /// The call that the request was.
    pub fn call(&self) -> Option<String> {
        self.reply.call.map(Call::id).map(str::to_owned)
    }

    /// The fault that it met.
    pub fn fault(&self) -> String {
        self.reply.fault.id().to_owned()
    }

    /// How many milliseconds pass before anything happens.
    pub fn delay(&self) -> f64 {
        self.reply.delay as f64
    }

    /// What happens then. It is not called `then`: an object of such a method is taken for a promise.
    pub fn ends(&self) -> String {
        self.reply.then.id().to_owned()
    }

    /// The HTTP status.
    pub fn status(&self) -> Option<u16> {
        self.reply.then.response().map(|response| response.status)
    }

    /// The media type.
    #[wasm_bindgen(js_name = contentType)]
    pub fn content_type(&self) -> Option<String> {
        self.reply.then.response().and_then(|response| response.content_type.clone())
    }

    /// The code by which the answer says what became of the call.
    pub fn code(&self) -> Option<String> {
        self.reply.code()
    }

    /// The body, as far as it comes.
    pub fn body(self) -> Vec<u8> {
        self.reply.then.into_response().map_or_else(Vec::new, |response| response.body)
    }
}

fn thrown(misread: Misread) -> JsValue {
    let [zh, en] = misread.words();
    json!([misread.member, zh, en]).to_string().into()
}
