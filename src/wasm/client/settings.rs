//! The settings as JavaScript hands them over, checked there. What is not given is the client's default.

use std::net::IpAddr;
use std::time::Duration;

use serde::Deserialize;
use wasm_bindgen::prelude::JsValue;

use super::answer::malformed;
use super::shapes::Shapes;
use crate::gateway::client::{self, Settings, Via};
use crate::gateway::{Address, Call, Secret};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Given {
    base: String,
    system: Option<System>,
    remote: Option<String>,
    submit: Interface,
    preview: Interface,
    timeout_ms: Option<u32>,
    retry: Retry,
    audit: Option<Audit>,
    english: bool,
}

#[derive(Deserialize)]
struct System {
    id: String,
    key: Option<String>,
}

#[derive(Deserialize)]
struct Interface {
    system: Option<System>,
    url: Option<String>,
    soap: Option<Soap>,
}

#[derive(Deserialize)]
struct Soap {
    method: String,
    param: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Retry {
    attempts: Option<u32>,
    base_ms: Option<u32>,
    max_ms: Option<u32>,
    budget: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Audit {
    remote_ip: String,
    interface_ids: Vec<(String, String)>,
}

/// The settings, and how results are put.
pub(super) fn read(settings: JsValue) -> Result<(Settings, Shapes), JsValue> {
    let given: Given = serde_wasm_bindgen::from_value(settings)?;
    let shapes = Shapes { english: given.english };
    let defaults = Settings::new(address(&given.base)?);
    let settings = Settings {
        system: given.system.map(system),
        remote: given.remote.as_deref().map(address).transpose()?,
        submit: interface(given.submit)?,
        preview: interface(given.preview)?,
        timeout: given.timeout_ms.map_or(defaults.timeout, milliseconds),
        retry: retry(&given.retry, defaults.retry),
        audit: given.audit.map(audit).transpose()?,
        ..defaults
    };
    Ok((settings, shapes))
}

fn address(text: &str) -> Result<Address, JsValue> {
    Address::parse(text).map_err(|_| malformed("address"))
}

fn milliseconds(number: u32) -> Duration {
    Duration::from_millis(u64::from(number))
}

fn system(given: System) -> client::System {
    client::System { id: given.id, key: given.key.map(Secret::new) }
}

fn interface(given: Interface) -> Result<client::Interface, JsValue> {
    Ok(client::Interface {
        system: given.system.map(system),
        url: given.url.as_deref().map(address).transpose()?,
        via: given.soap.map_or(Via::Json, |Soap { method, param }| Via::Soap { method, param }),
    })
}

fn retry(given: &Retry, defaults: client::Retry) -> client::Retry {
    client::Retry {
        attempts: given.attempts.unwrap_or(defaults.attempts),
        base: given.base_ms.map_or(defaults.base, milliseconds),
        most: given.max_ms.map_or(defaults.most, milliseconds),
        budget: given.budget.unwrap_or(defaults.budget),
    }
}

fn audit(given: Audit) -> Result<client::Audit, JsValue> {
    let interfaces = given.interface_ids.into_iter().filter_map(|(call, id)| Some((Call::from_id(&call)?, id)));
    let remote_ip = given.remote_ip.parse::<IpAddr>().map_err(malformed)?;
    Ok(client::Audit { interfaces: interfaces.collect(), remote_ip })
}
