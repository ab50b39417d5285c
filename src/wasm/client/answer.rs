//! How results go out: under the one member that says what they are.

use std::fmt::Display;

use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::JsValue;

use super::shapes::Shapes;
use crate::gateway::Failure;

/// A value under its member.
pub(super) fn as_answer(member: &str, value: Value) -> Result<JsValue, JsValue> {
    as_js(&Value::Object([(member.to_owned(), value)].into_iter().collect()))
}

/// What a call came to.
pub(super) fn settled<T>(shapes: Shapes, result: Result<T, Failure>, shape: impl FnOnce(T) -> Value) -> Result<JsValue, JsValue> {
    match result {
        Ok(value) => as_answer("ok", shape(value)),
        Err(failure) => as_answer("failure", shapes.failure(&failure)),
    }
}

/// Plain objects, as JSON would have them.
pub(super) fn as_js(value: &Value) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// What our own JavaScript handed over is not what it should be.
pub(super) fn malformed(what: impl Display) -> JsValue {
    js_sys::Error::new(&format!("mohurd-ecert: {what}")).into()
}
