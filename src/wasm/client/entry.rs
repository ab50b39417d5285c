//! A log entry as JavaScript hands it over: texts, of which each is read as the document writes it (reading R18).

use serde::Deserialize;
use wasm_bindgen::prelude::JsValue;

use crate::gateway::Address;
use crate::gateway::log::{Entry, LogStatus, LogType, Moment};
use crate::gateway::mask::Masked;
use crate::gateway::request::Method;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Given {
    interface_id: String,
    log_type: String,
    log_id: String,
    method: String,
    request_time: String,
    response_time: String,
    remote_ip: String,
    status: String,
    path: String,
    request_params: String,
    response_params: String,
}

/// The entry; or the member that cannot be read.
pub(super) fn read(entry: JsValue) -> Result<Result<Entry, &'static str>, JsValue> {
    let given: Given = serde_wasm_bindgen::from_value(entry)?;
    Ok(typed(given))
}

fn typed(given: Given) -> Result<Entry, &'static str> {
    let method = [Method::Get, Method::Post].into_iter().find(|method| method.id() == given.method);
    Ok(Entry {
        log_type: LogType::parse(&given.log_type).ok_or("logType")?,
        method: method.ok_or("method")?,
        request_time: Moment::parse(&given.request_time).ok_or("requestTime")?,
        response_time: Moment::parse(&given.response_time).ok_or("responseTime")?,
        remote_ip: given.remote_ip.parse().map_err(|_| "remoteIp")?,
        status: LogStatus::parse(&given.status).ok_or("status")?,
        path: Address::parse(&given.path).map_err(|_| "path")?,
        request_params: Masked::json(given.request_params.as_bytes()),
        response_params: Masked::json(given.response_params.as_bytes()),
        interface_id: given.interface_id,
        log_id: given.log_id,
    })
}
