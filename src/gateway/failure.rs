//! Why a call has no answer: what failed, whether it may be repeated, whether it was certainly not received, and what to do.
//!
//! A failure holds no value, key, token or words of the other side, so that it can be logged.

mod words;

use std::fmt;

use super::address::AddressError;
use super::code::ResultCode;
use super::request::Call;
use crate::check::message::Locale;
use crate::spec::endpoints::TOKEN_HEADER;

/// A call without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The call.
    pub call: Call,
    /// Why.
    pub cause: Cause,
}

/// Why a call has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// An address is none.
    Address(AddressError),
    /// The value of that header is empty, or not visible ASCII.
    Header(&'static str),
    /// A method's or parameter's name cannot be the name of an XML element.
    Name,
    /// A parameter holds a character that XML cannot carry.
    Character,
    /// The platform answered with a code that is not 1.
    Code(ResultCode),
    /// The ministry's system answered with a code that the document does not have.
    Return(i32),
    /// An HTTP status outside 2xx, and no answer of the platform's under it.
    Status(u16),
    /// The reply is longer than what is read.
    TooLong,
    /// The reply is empty.
    Empty,
    /// The reply is an HTML page.
    Page,
    /// The reply is not UTF-8.
    Encoding,
    /// The reply is no JSON, for instance because it is cut.
    Json,
    /// The reply is no XML, or XML that nobody needs: with a document type, or with entities.
    Xml,
    /// The reply is readable, and not what the document says.
    Shape,
    /// The answer is a SOAP fault.
    Fault,
    /// No connection was made, so that nothing was sent.
    Unreachable,
    /// The connection ended, or could not be seen to have been made, before there was a reply.
    Broken,
    /// No reply within the time.
    Timeout,
    /// The caller ended the call.
    Aborted,
    /// The caller ended the submission before this call was made.
    Cancelled,
    /// What was used to send answered with something else than a response.
    NoResponse,
    /// Several calls in a row came to nothing: this one was not tried.
    GivenUp,
    /// System id or key is missing, or the address of the interface.
    Settings,
    /// The broker in between did not pass the call on, and says so with this HTTP status.
    Broker(u16),
}

impl Failure {
    /// The failure of a call.
    pub const fn new(call: Call, cause: Cause) -> Failure {
        Failure { call, cause }
    }

    /// Whether the same call can succeed later without anybody changing anything.
    pub fn retryable(&self) -> bool {
        match self.cause {
            Cause::Code(ResultCode::Known(row)) => row.retryable,
            Cause::Status(status) => matches!(status, 408 | 425 | 429 | 500 | 502..=504),
            Cause::Empty | Cause::Json | Cause::Unreachable | Cause::Broken | Cause::Timeout => true,
            Cause::GivenUp | Cause::Cancelled => true,
            _ => false,
        }
    }

    /// Whether the ministry's system certainly never saw a record: the call carries none, it was not sent, or the platform
    /// refused to pass it on. An HTTP status proves nothing, since whatever stands behind the platform may have set it.
    pub fn not_received(&self) -> bool {
        if matches!(self.call, Call::Token | Call::Validate | Call::Log) {
            return true;
        }
        match self.cause {
            Cause::Code(code) => matches!(code, ResultCode::Known(_)),
            Cause::Address(_) | Cause::Header(_) | Cause::Name | Cause::Character | Cause::Settings => true,
            Cause::Unreachable | Cause::GivenUp | Cause::Cancelled | Cause::Broker(_) => true,
            _ => false,
        }
    }
}

impl Cause {
    /// A stable name of the cause.
    pub const fn id(self) -> &'static str {
        match self {
            Cause::Address(_) => "address",
            Cause::Header(_) => "header",
            Cause::Name => "name",
            Cause::Character => "character",
            Cause::Code(_) => "code",
            Cause::Return(_) => "return-code",
            Cause::Status(_) => "status",
            Cause::TooLong => "too-long",
            Cause::Empty => "empty",
            Cause::Page => "page",
            Cause::Encoding => "encoding",
            Cause::Json => "json",
            Cause::Xml => "xml",
            Cause::Shape => "shape",
            Cause::Fault => "fault",
            Cause::Unreachable => "unreachable",
            Cause::Broken => "broken",
            Cause::Timeout => "timeout",
            Cause::Aborted => "aborted",
            Cause::Cancelled => "cancelled",
            Cause::NoResponse => "no-response",
            Cause::GivenUp => "given-up",
            Cause::Settings => "settings",
            Cause::Broker(_) => "broker",
        }
    }

    /// The cause of that name, with the number that belongs to it: what a broker's answer or a stored report tells.
    pub fn from_id(id: &str, number: Option<i32>) -> Option<Cause> {
        let status = || number.and_then(|number| u16::try_from(number).ok());
        Some(match Cause::EACH.into_iter().find(|cause| cause.id() == id)? {
            Cause::Code(_) => Cause::Code(ResultCode::of(number?)),
            Cause::Return(_) => Cause::Return(number?),
            Cause::Status(_) => Cause::Status(status()?),
            Cause::Broker(_) => Cause::Broker(status()?),
            plain => plain,
        })
    }

    /// The code or status that belongs to the cause.
    pub fn number(self) -> Option<i32> {
        match self {
            Cause::Code(code) => Some(code.number()),
            Cause::Return(number) => Some(number),
            Cause::Status(status) | Cause::Broker(status) => Some(i32::from(status)),
            _ => None,
        }
    }

    /// One of each name. What else belongs to one, a number or a header, stands for any.
    pub const EACH: [Cause; 24] = [
        Cause::Settings,
        Cause::Address(AddressError::NoOrigin),
        Cause::Header(TOKEN_HEADER),
        Cause::Name,
        Cause::Character,
        Cause::Unreachable,
        Cause::GivenUp,
        Cause::Cancelled,
        Cause::Broker(0),
        Cause::Code(ResultCode::Unknown(0)),
        Cause::Timeout,
        Cause::Broken,
        Cause::Aborted,
        Cause::NoResponse,
        Cause::Status(0),
        Cause::Page,
        Cause::Empty,
        Cause::TooLong,
        Cause::Encoding,
        Cause::Json,
        Cause::Xml,
        Cause::Shape,
        Cause::Return(0),
        Cause::Fault,
    ];
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.call.id(), self.cause.id())?;
        match self.cause {
            Cause::Header(name) => write!(out, " {name}")?,
            cause => cause.number().map_or(Ok(()), |number| write!(out, " {number}"))?,
        }
        write!(out, "，{} ({})", self.advice(Locale::ZhCn), self.advice(Locale::En))
    }
}

impl std::error::Error for Failure {}
