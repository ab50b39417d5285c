//! The client: it drives the calls through a [`Transport`], with one token for all, time-outs, retries, and for a submission
//! exactly one outcome a record.
//!
//! It opens no connection itself, and spawns nothing: what it does, it does while its futures are polled. Dropping one ends the
//! call; a submission that should still report is ended by its [`Stop`].

mod attempt;
mod audit;
mod book;
mod broker;
mod exchange;
mod relay;
mod report;
mod run;
mod session;
mod settings;
mod submission;
mod transport;

pub use report::{CallNote, Report, Settled};
pub use settings::{Audit, Interface, Retry, Settings, System, Via};
pub use submission::{Progress, Stop, Submission};
pub use transport::{Lost, Transport};

use std::net::IpAddr;

use super::failure::{Cause, Failure};
use super::log::{self, Entry};
use super::request::{Access, Call};
use super::secret::Secret;
use super::soap::{self, Answer};
use super::token::Token;
use super::validate;
use attempt::Budget;
use audit::Traces;
use session::Session;

/// A client of one gateway.
pub struct Client<T> {
    settings: Settings,
    transport: T,
    /// The common session, and those of interfaces that have a system of their own.
    session: Option<Session>,
    submit: Option<Session>,
    preview: Option<Session>,
    budget: Budget,
    traces: Traces,
}

impl<T: Transport> Client<T> {
    /// A client with these settings.
    pub fn new(settings: Settings, transport: T) -> Client<T> {
        let [session, submit, preview] =
            [&settings.system, &settings.submit.system, &settings.preview.system].map(|system| system.clone().map(Session::new));
        let budget = Budget::new(&settings.retry);
        Client { settings, transport, session, submit, preview, budget, traces: Traces::default() }
    }

    /// The token for submissions, and the address that came with it: the one in hand, or a new one.
    ///
    /// # Errors
    /// A refusal, or no answer.
    pub async fn token(&self) -> Result<Token, Failure> {
        let session = self.session(Call::Token).ok_or(Failure::new(Call::Token, Cause::Settings))?;
        let token = self.fetch(session, None).await;
        self.report_traces().await;
        token.map(|numbered| numbered.token)
    }

    /// Whether a token counts; the client's own unless told.
    ///
    /// # Errors
    /// A refusal, or no answer.
    pub async fn validate_token(&self, token: Option<&Secret>, request_ip: Option<IpAddr>) -> Result<bool, Failure> {
        let base = &self.settings.base;
        let make = |access: &Access, _: &Token| validate::request(base, access, token.unwrap_or(&access.token), request_ip);
        let counts = self.signed(Call::Validate, make, |response| validate::read(&response)).await;
        self.report_traces().await;
        counts
    }

    /// Reports a call to the platform; whether it took the entry.
    ///
    /// # Errors
    /// A refusal, or no answer.
    pub async fn log(&self, entry: &Entry) -> Result<bool, Failure> {
        let base = &self.settings.base;
        self.signed(Call::Log, |access, _| log::request(base, access, entry), |response| log::read(&response)).await
    }

    /// The SOAP call of the document's example, to the address that came with the token.
    ///
    /// # Errors
    /// A refusal, or no answer. A fault is an answer.
    pub async fn soap(&self, method: &str, parameters: &[(&str, &str)]) -> Result<Answer, Failure> {
        let make = |access: &Access, token: &Token| {
            let address = self.settings.remote.as_ref().or(token.remote_address.as_ref());
            soap::request(address.ok_or(Failure::new(Call::Soap, Cause::Settings))?, access, method, parameters)
        };
        let answer = self.signed(Call::Soap, make, |response| soap::read(&response)).await;
        self.report_traces().await;
        answer
    }

    /// How many calls could not be reported to the platform, where they should have been.
    pub fn unreported(&self) -> u32 {
        self.traces.unreported()
    }
}
