//! The client: it drives the calls through a [`Transport`], with one token for all, time-outs, retries, and for a submission
//! exactly one outcome a record.
//!
//! It opens no connection itself, and spawns nothing: what it does, it does while its futures are polled. Dropping one ends the
//! call; a submission that should still report is ended by its [`Stop`].

mod report;
mod settings;
mod submission;
mod transport;

pub use report::{CallNote, Earlier, Report, Settled};
pub use settings::{Audit, Interface, Retry, Settings, System, Via};
pub use submission::{Progress, Stop, Submission};
pub use transport::{Lost, Transport};

use std::net::IpAddr;

use super::failure::Failure;
use super::log::Entry;
use super::request::Call;
use super::secret::Secret;
use super::soap::Answer;
use super::token::Token;
use crate::check::InputError;
use crate::record::Record;
use crate::spec::Kind;

/// A client of one gateway.
pub struct Client<T> {
    settings: Settings,
    transport: T,
}

impl<T: Transport> Client<T> {
    /// A client with these settings.
    pub fn new(settings: Settings, transport: T) -> Client<T> {
        Client { settings, transport }
    }

    /// The token for submissions, and the address that came with it: the one in hand, or a new one.
    ///
    /// # Errors
    /// A refusal, or no answer.
    pub async fn token(&self) -> Result<Token, Failure> {
        todo!()
    }

    /// Whether a token counts; the client's own unless told.
    ///
    /// # Errors
    /// A refusal, or no answer.
    pub async fn validate_token(&self, token: Option<&Secret>, request_ip: Option<IpAddr>) -> Result<bool, Failure> {
        todo!()
    }

    /// Reports a call to the platform.
    ///
    /// # Errors
    /// A refusal, or no answer.
    pub async fn log(&self, entry: &Entry) -> Result<bool, Failure> {
        todo!()
    }

    /// The SOAP call of the document's example.
    ///
    /// # Errors
    /// A refusal, or no answer. A fault is an answer.
    pub async fn soap(&self, method: &str, parameters: &[(&str, &str)]) -> Result<Answer, Failure> {
        todo!()
    }

    /// Submits records: those without an error, chunk by chunk.
    ///
    /// # Errors
    /// A malformed call: a preview whose certificate the options do not name, an earlier report of other records.
    pub async fn submit(
        &self,
        kind: Kind,
        records: &[Record<'_>],
        submission: Submission<'_>,
        progress: impl FnMut(Progress<'_>),
    ) -> Result<Report, InputError> {
        todo!()
    }

    /// Passes a body on as it is, [`Call::Submit`] or [`Call::Preview`], and gives the text of the reply: the broker's part.
    ///
    /// # Errors
    /// A refusal, or no answer.
    pub async fn relay(&self, call: Call, body: String) -> Result<String, Failure> {
        todo!()
    }
}
