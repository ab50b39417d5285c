//! The wire: what is asked of the gateway and what it answers, as values, one file a call; and the [`client`] that drives them.
//!
//! Nothing here opens a connection or knows a clock: a [`Request`] says what to send, a [`Response`] what came back, and reading
//! one gives a typed value or a [`Failure`]; what sends, waits and tells the time is a [`client::Transport`]. A key, a token and a record's value stand in no `Debug`, no `Display` and no log
//! entry. Source: the interface document, 接口列表.

pub mod address;
pub mod chunk;
pub mod client;
pub mod code;
mod envelope;
pub mod failure;
pub mod log;
pub mod mask;
#[cfg(feature = "native")]
pub mod native;
pub mod outcome;
pub mod preview;
pub mod reply;
pub mod request;
pub mod response;
pub mod secret;
pub mod soap;
pub mod submit;
pub mod token;
pub mod validate;
mod xml;

pub use address::Address;
pub use chunk::Chunk;
pub use client::Client;
pub use code::ResultCode;
pub use failure::{Cause, Failure};
pub use outcome::{Outcome, Outcomes, State};
pub use request::{Access, Call, Request};
pub use response::Response;
pub use secret::{Secret, Words};
