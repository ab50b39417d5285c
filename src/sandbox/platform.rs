//! 省应用支撑平台: its three interfaces, and the form of its answers.

use serde_json::{Value, json};

use super::config::Style;
use super::{Incoming, Sandbox, reply, soap};
use crate::gateway::code::ResultCode;
use crate::gateway::log::{LogStatus, LogType, Moment};
use crate::gateway::{Call, Response, Words};
use crate::spec::endpoints::{CONTROLS, CUSTOM, ENVELOPE, KEY, LOG_MEMBERS, REMOTE_ADDRESS, STATUS, SYSTEM_ID, TOKEN};

/// 操作成功.
const DONE: u16 = 1;
/// 非法请求参数.
const BAD_PARAMETERS: u16 = 1000;
/// 没有接口访问权限.
pub(super) const NO_PERMISSION: u16 = 1200;
/// 该秘钥与系统不匹配.
pub(super) const MISMATCH: u16 = 1202;
/// 无效token.
pub(super) const INVALID_TOKEN: u16 = 1205;

/// An answer of the platform.
fn envelope(code: u16, carried: Value) -> Value {
    let [of_code, of_message, of_data] = ENVELOPE;
    let text = match ResultCode::of(i32::from(code)) {
        ResultCode::Known(row) => row.text,
        ResultCode::Unknown(_) => "",
    };
    json!({of_code: code, of_message: text, of_data: carried})
}

/// A refusal.
pub(super) fn refusal(code: u16) -> Value {
    envelope(code, Value::Null)
}

/// The ministry's reply, in what stands around it.
pub(super) fn styled(style: Style, reply: Value) -> Value {
    let [code, ..] = ENVELOPE;
    match style {
        Style::Bare => reply,
        Style::Enveloped => envelope(DONE, reply),
        Style::Custom => json!({CONTROLS: [], CUSTOM: reply, STATUS: {code: DONE.to_string()}}),
    }
}

/// An answer on its way: what was asked by SOAP is answered by SOAP.
pub(super) fn dressed(call: Call, answer: &Value) -> Response {
    if call == Call::Soap { soap::answer(answer) } else { reply::json(answer) }
}

impl Sandbox {
    /// 获取接口地址和token.
    pub(super) fn token(&mut self, incoming: &Incoming, now: u64) -> Value {
        let (Some(id), Some(key)) = (incoming.parameter(SYSTEM_ID), incoming.parameter(KEY)) else {
            return refusal(BAD_PARAMETERS);
        };
        let mut systems = self.config.systems.iter().enumerate();
        let Some((place, system)) = systems.find(|(_, system)| system.id == id && system.key.expose() == key) else {
            return refusal(MISMATCH);
        };
        let address = self.config.remote_address(system);
        envelope(DONE, json!({TOKEN: self.access.give(&self.config, place, now), REMOTE_ADDRESS: address}))
    }

    /// 授权校验.
    pub(super) fn validate(&mut self, incoming: &Incoming, now: u64) -> Value {
        if let Err(code) = self.admit(Call::Validate, incoming, now) {
            return refusal(code);
        }
        match (incoming.parameter(SYSTEM_ID), incoming.parameter(TOKEN)) {
            (Some(id), Some(token)) => envelope(DONE, self.access.counts(&self.config, &id, &token, now).into()),
            _ => refusal(BAD_PARAMETERS),
        }
    }

    /// 获取响应日志.
    pub(super) fn log(&mut self, incoming: &Incoming, now: u64) -> Value {
        if let Err(code) = self.admit(Call::Log, incoming, now) {
            return refusal(code);
        }
        match serde_json::from_slice::<Value>(incoming.body) {
            Ok(entry) if is_log_entry(&entry) => {
                self.logged.push(Words::new(entry.to_string()));
                envelope(DONE, true.into())
            }
            _ => refusal(BAD_PARAMETERS),
        }
    }

    /// Who calls an interface, if they may.
    ///
    /// # Errors
    /// The result code that refuses it.
    pub(super) fn admit(&mut self, interface: Call, incoming: &Incoming, now: u64) -> Result<(), u16> {
        let system = self.access.admit(&self.config, incoming, now)?;
        if system.may_call(interface) { Ok(()) } else { Err(NO_PERMISSION) }
    }
}

/// Whether its type, times and status are of the document's form (reading R18); what else it says is free.
fn is_log_entry(entry: &Value) -> bool {
    let [_, log_type, _, _, asked, answered, _, status, ..] = LOG_MEMBERS;
    let text = |name: &str| entry.get(name).and_then(Value::as_str);
    let is_moment = |name| text(name).and_then(Moment::parse).is_some();
    text(log_type).and_then(LogType::parse).is_some()
        && is_moment(asked)
        && is_moment(answered)
        && text(status).and_then(LogStatus::parse).is_some()
}
