//! Values that are not ours: what a `fetch`, a transport or a token provider answers. Nothing of them is believed.
//!
//! Each member is asked for in a way that catches whatever it throws: an exception that went through the wasm would leave the
//! caller's promise unsettled.

use js_sys::{Function, JsString, Object, Promise, Uint8Array};
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use crate::gateway::Response;
use crate::gateway::client::Lost;
use crate::gateway::response::MAX_REPLY;

#[wasm_bindgen]
extern "C" {
    type Stream;
    #[wasm_bindgen(method, catch, js_name = getReader)]
    fn get_reader(this: &Stream) -> Result<Reader, JsValue>;

    type Reader;
    #[wasm_bindgen(method, catch)]
    fn read(this: &Reader) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn cancel(this: &Reader) -> Result<JsValue, JsValue>;

    type Named;
    #[wasm_bindgen(method, catch)]
    fn get(this: &Named, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(extends = Uint8Array)]
    type Bytes;
    #[wasm_bindgen(constructor, catch, js_class = "Uint8Array")]
    fn new(buffer: &JsValue, offset: &JsValue, length: &JsValue) -> Result<Bytes, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn tag(value: &JsValue) -> Result<JsString, JsValue>;
}

/// Waits for a value, be it a promise, something like one, or none.
pub(super) fn awaited(value: JsValue) -> JsFuture {
    let settle = &mut |resolve: Function, _: Function| drop(resolve.call1(&JsValue::UNDEFINED, &value));
    JsFuture::from(Promise::new(settle))
}

/// A member; undefined where it cannot be had.
pub(super) fn member(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// What came back, read from anything that is shaped like a response.
pub(super) async fn response(answer: &JsValue) -> Result<Response, Lost> {
    // A page may not see where a redirect goes, nor its status: that it was one is a status that is none of success.
    let is_redirect = member(answer, "type") == "opaqueredirect";
    let status = status(answer).or(is_redirect.then_some(0)).ok_or(Lost::NoResponse)?;
    let headers = member(answer, "headers");
    let announced = header(&headers, "content-length").and_then(|length| length.trim().parse().ok());
    if announced.is_some_and(|length: usize| length > MAX_REPLY) {
        return Err(Lost::TooLong);
    }
    let body = body(&member(answer, "body")).await?;
    Ok(Response { status, content_type: header(&headers, "content-type"), body })
}

fn status(answer: &JsValue) -> Option<u16> {
    let number = member(answer, "status").as_f64().filter(|number| number.fract() == 0.0)?;
    (100.0..600.0).contains(&number).then_some(number as u16)
}

/// From headers that are asked by name, or a plain object.
fn header(headers: &JsValue, name: &str) -> Option<String> {
    if member(headers, "get").is_function() {
        return headers.unchecked_ref::<Named>().get(name).ok()?.as_string();
    }
    let object = headers.dyn_ref::<Object>()?;
    let keys = js_sys::Reflect::own_keys(object).ok()?;
    let key = keys.iter().filter_map(|key| key.as_string()).find(|key| key.eq_ignore_ascii_case(name))?;
    member(object, &key).as_string()
}

async fn body(body: &JsValue) -> Result<Vec<u8>, Lost> {
    if body.is_null() {
        return Ok(Vec::new());
    }
    if let Some(text) = body.dyn_ref::<JsString>() {
        // A unit is a byte at least.
        return if text.length() as usize > MAX_REPLY { Err(Lost::TooLong) } else { Ok(String::from(text).into_bytes()) };
    }
    if member(body, "getReader").is_function() {
        let reader = body.unchecked_ref::<Stream>().get_reader().map_err(|_| Lost::Broken)?;
        return stream(&reader).await;
    }
    let mut bytes = Vec::new();
    add(&mut bytes, body)?;
    Ok(bytes)
}

/// Chunk by chunk, so that a reply without an end has one here.
async fn stream(reader: &Reader) -> Result<Vec<u8>, Lost> {
    let mut bytes = Vec::new();
    loop {
        let step = awaited(reader.read().map_err(|_| Lost::Broken)?).await.map_err(|_| Lost::Broken)?;
        if !step.is_object() {
            return Err(Lost::Broken);
        }
        if member(&step, "done").is_truthy() {
            return Ok(bytes);
        }
        if let Err(lost) = add(&mut bytes, &member(&step, "value")) {
            // Whether that works is nobody's concern any more, but a rejection must have somebody who waits for it.
            drop(reader.cancel().map(awaited));
            return Err(lost);
        }
    }
}

fn add(bytes: &mut Vec<u8>, chunk: &JsValue) -> Result<(), Lost> {
    let chunk = view(chunk).ok_or(Lost::NoResponse)?;
    let start = bytes.len();
    let end = start + chunk.length() as usize;
    if end > MAX_REPLY {
        return Err(Lost::TooLong);
    }
    bytes.extend(chunk.to_vec());
    Ok(())
}

/// The bytes of a buffer or of a view, of any realm.
fn view(value: &JsValue) -> Option<Bytes> {
    if js_sys::ArrayBuffer::is_view(value) {
        return Bytes::new(&member(value, "buffer"), &member(value, "byteOffset"), &member(value, "byteLength")).ok();
    }
    // By its tag, not by instanceof: what comes from another realm, as in test runners, is as good.
    let is_buffer = tag(value).is_ok_and(|tag| tag == "[object ArrayBuffer]");
    is_buffer.then(|| Bytes::new(value, &JsValue::UNDEFINED, &JsValue::UNDEFINED).ok())?
}
