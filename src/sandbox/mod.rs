//! A stand-in for a provincial gateway and the ministry's platform behind it, since nobody can call the real ones without an
//! approval.
//!
//! It is a state machine: a request and the time in, a reply out. It opens no connection and knows no clock; what it draws, it
//! draws from a seed. It shows what the document says, and where the document is silent, what [`Config`] says; it proves
//! nothing of the real ones. Source: the interface document; readings R15, R17, R18 and R19.

mod access;
mod answer;
mod chance;
mod config;
mod config_json;
mod control;
mod fault;
mod fault_json;
mod incoming;
mod json;
mod ministry;
mod platform;
mod reply;
mod route;
mod seal;
mod soap;
mod store;
mod submission;
mod wording;

pub use config::{Assigns, Config, INTERFACES, Pairs, Partial, Repeated, Style, SystemConfig, UnknownAssignment};
pub use fault::Fault;
pub use incoming::Incoming;
pub use json::Misread;
pub use reply::{Reply, Then};
pub use seal::Keys;
pub use store::Held;

use std::collections::{BTreeMap, VecDeque};
use std::fmt;

use access::Access;
use route::Route;
use seal::Seal;
use store::Store;
use submission::Submission;

use crate::gateway::{Address, Call, Response, Words};
use crate::qr::QrError;

/// A gateway that is none.
pub struct Sandbox {
    config: Config,
    access: Access,
    seal: Seal,
    store: Store,
    logged: Vec<Words>,
    planned: BTreeMap<Call, VecDeque<Fault>>,
    seen: BTreeMap<Call, usize>,
}

impl Sandbox {
    /// A sandbox that holds nothing yet.
    pub fn new(config: Config) -> Sandbox {
        let (access, seal) = (Access::new(config.seed), Seal::new(config.seed));
        Sandbox { config, access, seal, store: Store::default(), logged: Vec::new(), planned: BTreeMap::new(), seen: BTreeMap::new() }
    }

    /// The reply to a request that arrives now, in milliseconds since 1970-01-01 UTC.
    pub fn handle(&mut self, incoming: &Incoming<'_>, now: u64) -> Reply {
        match route::find(incoming) {
            Route::Call(call) => self.call(call, incoming, now),
            Route::Control(control) => Reply::now(self.control(control, incoming.body)),
            Route::WrongMethod => Reply::now(reply::page(405)),
            Route::Nowhere => Reply::now(reply::page(404)),
        }
    }

    /// Plans what goes wrong with the next requests of a call, one fault a request, after what is planned already.
    pub fn plan(&mut self, call: Call, faults: impl IntoIterator<Item = Fault>) {
        self.planned.entry(call).or_default().extend(faults);
    }

    /// What it holds, in the order in which it came.
    pub fn held(&self) -> &[Held] {
        &self.store.held
    }

    /// The entries that were reported to 获取响应日志, as JSON.
    pub fn logged(&self) -> &[Words] {
        &self.logged
    }

    /// The key pair of its seed: what it assigns is encrypted for it, and decrypted with its private half.
    ///
    /// # Errors
    /// That it cannot be drawn, which no seed is known to do.
    pub fn keys(&self) -> Result<&Keys, QrError> {
        self.seal.keys()
    }

    /// How many requests of a call arrived, whatever became of them.
    pub fn seen(&self, call: Call) -> usize {
        self.seen.get(&call).copied().unwrap_or_default()
    }

    /// Moves it to another address: tokens given from now on come with that one.
    pub fn move_to(&mut self, origin: &Address) {
        self.config.origin = origin.as_str().to_owned();
    }

    /// Forgets everything but the settings.
    pub fn reset(&mut self) {
        let fresh = Sandbox::new(self.config.clone());
        // Drawn anew, the keys would be the same.
        let seal = std::mem::replace(&mut self.seal, Seal::new(self.config.seed));
        *self = Sandbox { seal, ..fresh };
    }

    fn call(&mut self, path: Call, incoming: &Incoming<'_>, now: u64) -> Reply {
        let submission = matches!(path, Call::Submit | Call::Preview).then(|| Submission::read(incoming, path, &self.config.options()));
        let call = submission.as_ref().map_or(path, Submission::call);
        *self.seen.entry(call).or_default() += 1;
        let fault = self.planned.get_mut(&call).and_then(VecDeque::pop_front).unwrap_or(Fault::None);
        let usual = match (fault.reaches(), submission) {
            (false, _) => reply::bare(200),
            (true, Some(submission)) => self.submit(&submission, incoming, &fault, now),
            (true, None) => reply::json(&match call {
                Call::Token => self.token(incoming, now),
                Call::Validate => self.validate(incoming, now),
                _ => self.log(incoming, now),
            }),
        };
        fault.apply(call, usual)
    }

    fn submit(&mut self, submission: &Submission, incoming: &Incoming<'_>, fault: &Fault, now: u64) -> Response {
        let admitted = self.admit(submission.interface, incoming, now);
        let answer = match (admitted, &submission.body) {
            (Err(code), _) => platform::refusal(code),
            (Ok(()), Err(refused)) => return soap::fault(*refused),
            (Ok(()), Ok((json, report))) => {
                let reply = match fault {
                    Fault::Refuse(words) => ministry::refuse(&self.config, json, report, words),
                    _ => ministry::take(&mut self.store, &self.config, &self.seal, json, report, now),
                };
                platform::styled(self.config.style, reply)
            }
        };
        platform::dressed(submission.call(), &answer)
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Sandbox").field("config", &self.config).field("held", &self.store.held.len()).finish_non_exhaustive()
    }
}
