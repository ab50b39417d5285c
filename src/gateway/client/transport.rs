//! What a client needs of its surroundings: something that sends, a clock, and chance.
//!
//! Time-outs, retries and refusals are the client's; a transport does what it is told once, and drops what it was doing when
//! its future is dropped.

use std::time::Duration;

use super::super::failure::Cause;
use super::super::request::Request;
use super::super::response::Response;
use super::super::token::Token;

/// What a client needs of its surroundings.
pub trait Transport {
    /// Sends a request once, follows no redirect to another host, and gives what came back, whatever its status.
    fn send(&self, request: Request) -> impl Future<Output = Result<Response, Lost>>;

    /// Waits.
    fn sleep(&self, time: Duration) -> impl Future<Output = ()>;

    /// The time now: milliseconds since 1970-01-01 UTC.
    fn now(&self) -> u64;

    /// A number from 0 up to, but not, 1.
    fn random(&self) -> f64;

    /// A token from another source than the platform, where there is such a source; asked for again when one is refused.
    fn provide_token(&self) -> impl Future<Output = Option<Result<Token, Cause>>> {
        std::future::ready(None)
    }
}

/// Why a transport has no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// No connection was made: certainly nothing was received.
    Unreachable,
    /// Something was sent, or may have been.
    Broken,
    /// The reply is longer than what is read.
    TooLong,
    /// What was used to send answered with something else than a response.
    NoResponse,
}

impl Lost {
    /// The cause of the failure that follows.
    pub const fn cause(self) -> Cause {
        match self {
            Lost::Unreachable => Cause::Unreachable,
            Lost::Broken => Cause::Broken,
            Lost::TooLong => Cause::TooLong,
            Lost::NoResponse => Cause::NoResponse,
        }
    }
}
