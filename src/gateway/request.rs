//! What is to be sent: method, address, headers, body.
//!
//! A request that could not be sent is not made: a header's value that is not visible ASCII makes some senders trap.

use std::fmt;

use super::address::Address;
use super::failure::{Cause, Failure};
use super::secret::Secret;
use crate::spec::Kind;
use crate::spec::endpoints::{CONTENT_TYPE, JSON_TYPE, SYSTEM_HEADER, TOKEN_HEADER, XML_TYPE};

/// The calls of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Call {
    /// 获取接口地址和token.
    Token,
    /// 授权校验.
    Validate,
    /// 获取响应日志.
    Log,
    /// 业务数据归集赋码.
    Submit,
    /// 电子证照数据归集赋码.
    Preview,
    /// The SOAP call of the document's example.
    Soap,
}

impl Call {
    /// All calls, in the document's order.
    pub const ALL: [Call; 6] = [Call::Token, Call::Validate, Call::Log, Call::Submit, Call::Preview, Call::Soap];

    /// The call that submits records of a kind.
    pub const fn of(kind: Kind) -> Call {
        if matches!(kind, Kind::Preview) { Call::Preview } else { Call::Submit }
    }

    /// The call of that name.
    pub fn from_id(id: &str) -> Option<Call> {
        Call::ALL.into_iter().find(|call| call.id() == id)
    }

    /// The name by which options and failures call it.
    pub const fn id(self) -> &'static str {
        match self {
            Call::Token => "token",
            Call::Validate => "validate",
            Call::Log => "log",
            Call::Submit => "submit",
            Call::Preview => "preview",
            Call::Soap => "soap",
        }
    }
}

/// The method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// GET.
    Get,
    /// POST.
    Post,
}

impl Method {
    /// The method's name.
    pub const fn id(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
        }
    }
}

/// By what the gateway knows a caller: its system id and its token.
#[derive(Clone, Debug)]
pub struct Access {
    /// 调用方系统id.
    pub system_id: String,
    /// 接口访问Token.
    pub token: Secret,
}

/// What is to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// Which call it is.
    pub call: Call,
    /// The method.
    pub method: Method,
    /// Where to.
    pub url: Address,
    /// Names and values; the media type stands apart.
    pub headers: Vec<(&'static str, String)>,
    /// The media type of the body.
    pub content_type: Option<&'static str>,
    /// The body.
    pub body: Option<String>,
}

impl Request {
    /// A GET with parameters.
    pub(super) fn get(call: Call, url: &Address, parameters: &[(&str, &str)]) -> Request {
        Request { call, method: Method::Get, url: url.with(parameters), headers: Vec::new(), content_type: None, body: None }
    }

    /// A POST with a body; its media type follows from the call.
    pub(super) fn post(call: Call, url: &Address, body: String) -> Request {
        let content_type = Some(if call == Call::Soap { XML_TYPE } else { JSON_TYPE });
        Request { call, method: Method::Post, url: url.clone(), headers: Vec::new(), content_type, body: Some(body) }
    }

    /// All headers, the media type among them.
    pub fn all_headers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let content_type = self.content_type.map(|media| (CONTENT_TYPE, media));
        self.headers.iter().map(|(name, value)| (*name, value.as_str())).chain(content_type)
    }

    /// The request with the two headers of every call but the first.
    pub(super) fn signed(mut self, access: &Access) -> Result<Request, Failure> {
        for (name, value) in [(TOKEN_HEADER, access.token.expose()), (SYSTEM_HEADER, access.system_id.as_str())] {
            if !is_header_value(value) {
                return Err(Failure::new(self.call, Cause::Header(name)));
            }
            self.headers.push((name, value.to_owned()));
        }
        Ok(self)
    }
}

/// Whether a text can be the value of a header everywhere: visible ASCII, and some of it.
pub(super) fn is_header_value(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}

impl fmt::Debug for Request {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        out.debug_struct("Request")
            .field("call", &self.call)
            .field("method", &self.method)
            .field("url", &self.url)
            .field("headers", &names)
            .field("content_type", &self.content_type)
            .field("body", &self.body.as_ref().map(String::len))
            .finish()
    }
}
