//! Calls reported to the platform (获取响应日志), where the settings say so: when, where to, and what, masked.
//!
//! A report that fails fails nothing else, is not tried for long, and is counted. What is kept until then is masked already.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use percent_encoding::percent_decode_str;

use super::super::address::Address;
use super::super::log::{self, Entry, LogStatus, LogType, Moment};
use super::super::mask::Masked;
use super::super::request::{Access, Call, Method, Request};
use super::super::response::Response;
use super::Client;
use super::attempt::attempts;
use super::transport::Transport;

/// The calls that are still to be reported, and how many could not be.
#[derive(Default)]
pub(super) struct Traces {
    kept: Mutex<Vec<Trace>>,
    unreported: AtomicU32,
}

impl Traces {
    pub(super) fn unreported(&self) -> u32 {
        self.unreported.load(Ordering::Relaxed)
    }
}

/// What is reported of a call; nothing where calls are not reported.
pub(super) struct Trace(Option<Seen>);

struct Seen {
    call: Call,
    method: Method,
    url: Address,
    asked: u64,
    answered: u64,
    request: Masked,
    response: Mutex<Masked>,
    is_normal: bool,
}

impl Trace {
    /// Notes a response, masked.
    pub(super) fn answered(&self, response: &Response) {
        if let Some(seen) = &self.0 {
            *seen.response.lock().unwrap_or_else(PoisonError::into_inner) = Masked::json(&response.body);
        }
    }
}

impl<T: Transport> Client<T> {
    /// The beginning of a trace. The reports themselves are not reported.
    pub(super) fn trace(&self, request: &Request) -> Trace {
        if self.settings.audit.is_none() || request.call == Call::Log {
            return Trace(None);
        }
        let masked = request.body.as_ref().map_or_else(|| parameters(&request.url), |body| Masked::json(body.as_bytes()));
        let asked = self.transport.now();
        Trace(Some(Seen {
            call: request.call,
            method: request.method,
            url: request.url.clone(),
            asked,
            answered: asked,
            request: masked,
            response: Mutex::new(Masked::json(b"")),
            is_normal: false,
        }))
    }

    /// Keeps a trace until the next occasion to report it.
    pub(super) fn keep(&self, trace: Trace, is_normal: bool) {
        if let Some(seen) = trace.0 {
            let trace = Trace(Some(Seen { answered: self.transport.now(), is_normal, ..seen }));
            self.traces.kept.lock().unwrap_or_else(PoisonError::into_inner).push(trace);
        }
    }

    /// Reports what was kept, with the tokens in hand.
    pub(super) async fn report_traces(&self) {
        let kept = std::mem::take(&mut *self.traces.kept.lock().unwrap_or_else(PoisonError::into_inner));
        for seen in kept.into_iter().filter_map(|Trace(seen)| seen) {
            if !self.report_trace(seen).await {
                self.traces.unreported.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    async fn report_trace(&self, seen: Seen) -> bool {
        let Some(session) = self.session(seen.call) else { return false };
        let (Some(token), Some(entry)) = (session.in_hand().await, self.entry(seen)) else { return false };
        let access = Access { system_id: session.system.id.clone(), token: token.token };
        let Ok(request) = log::request(&self.settings.base, &access, &entry) else { return false };
        attempts(&self.sender(), &request, |response| log::read(&response)).await.is_ok_and(|taken| taken)
    }

    fn entry(&self, seen: Seen) -> Option<Entry> {
        let audit = self.settings.audit.as_ref()?;
        let own = audit.interfaces.iter().find(|(call, _)| *call == seen.call);
        Some(Entry {
            interface_id: own.map_or(seen.call.id(), |(_, id)| id).to_owned(),
            log_type: if seen.is_normal { LogType::NORMAL } else { LogType::ABNORMAL },
            log_id: self.log_id(),
            method: seen.method,
            request_time: Moment::in_shanghai(seen.asked)?,
            response_time: Moment::in_shanghai(seen.answered)?,
            remote_ip: audit.remote_ip,
            status: if seen.is_normal { LogStatus::NORMAL } else { LogStatus::ABNORMAL },
            path: seen.url,
            request_params: seen.request,
            response_params: seen.response.into_inner().unwrap_or_else(PoisonError::into_inner),
        })
    }

    /// 32 hexadecimal digits, drawn at random.
    fn log_id(&self) -> String {
        (0..4).map(|_| format!("{:08x}", (self.transport.random() * f64::from(u32::MAX)) as u32)).collect()
    }
}

/// The parameters of an address, masked.
fn parameters(url: &Address) -> Masked {
    let (_, query) = url.split();
    let pairs = query.unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
    let decoded: Vec<_> = pairs.map(|(name, value)| [name, value].map(|text| percent_decode_str(text).decode_utf8_lossy())).collect();
    let pairs: Vec<(&str, &str)> = decoded.iter().map(|[name, value]| (&**name, &**value)).collect();
    Masked::parameters(&pairs)
}
