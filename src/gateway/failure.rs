//! Why a call has no answer: what failed, whether it may be repeated, whether it was certainly not received, and what to do.
//!
//! A failure holds no value, key, token or words of the other side, so that it can be logged.

use std::fmt;

use super::address::AddressError;
use super::code::ResultCode;
use super::request::Call;
use crate::check::message::Locale;

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
            Cause::Empty | Cause::Json | Cause::Unreachable | Cause::Broken | Cause::Timeout | Cause::GivenUp => true,
            _ => false,
        }
    }

    /// Whether the ministry's system certainly never saw the call: it was not sent, or the platform refused to pass it on. An
    /// HTTP status proves nothing, since whatever stands behind the platform may have set it.
    pub fn not_received(&self) -> bool {
        match self.cause {
            Cause::Code(code) => matches!(code, ResultCode::Known(_)),
            Cause::Address(_) | Cause::Header(_) | Cause::Name | Cause::Character | Cause::Settings => true,
            Cause::Unreachable | Cause::GivenUp | Cause::Broker(_) => true,
            _ => false,
        }
    }

    /// What to do.
    pub fn advice(&self, locale: Locale) -> &'static str {
        let (zh, en) = self.cause.advice();
        if locale == Locale::En { en } else { zh }
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
            Cause::NoResponse => "no-response",
            Cause::GivenUp => "given-up",
            Cause::Settings => "settings",
            Cause::Broker(_) => "broker",
        }
    }

    fn advice(self) -> (&'static str, &'static str) {
        match self {
            Cause::Code(ResultCode::Known(row)) => (row.zh, row.en),
            Cause::Code(_) | Cause::Return(_) => {
                ("接口文档没有这个返回码，请向平台查询其含义", "the document does not have this code: ask the platform what it means")
            }
            Cause::Address(_) => {
                ("填写完整的 http 或 https 地址，不含用户名和密码", "give a whole http or https address without credentials")
            }
            Cause::Header(_) => {
                ("系统 id 和 token 须为可见的 ASCII 字符且不带换行", "system id and token must be visible ASCII on one line")
            }
            Cause::Name => ("方法名和参数名须能作 XML 元素名", "the names of method and parameters must be names of XML elements"),
            Cause::Character => ("去掉参数中的控制字符", "remove the control characters from the parameters"),
            Cause::Status(_) | Cause::Page => {
                ("核对接口地址，并确认中间的代理没有拦截", "check the address, and that no proxy on the way answered instead")
            }
            Cause::TooLong => ("减少每次提交的记录数", "send fewer records at a time"),
            Cause::Empty | Cause::Json => (
                "应答为空或不完整，先查询记录是否已归集再决定是否重发",
                "the reply is empty or incomplete: find out what was received before sending again",
            ),
            Cause::Encoding | Cause::Xml | Cause::Shape => {
                ("应答与接口文档不符，核对接口地址并联系平台", "the reply is not the document's: check the address and ask the platform")
            }
            Cause::Fault => ("对方系统报告 SOAP 错误，核对方法名和参数名", "a SOAP fault: check the names of method and parameters"),
            Cause::Unreachable => {
                ("未能建立连接，检查网络与接口地址后再发", "no connection was made: check network and address, then send again")
            }
            Cause::Broken | Cause::Timeout => {
                ("没有收到应答，先查询记录是否已归集再决定是否重发", "there was no reply: find out what was received before sending again")
            }
            Cause::Aborted => (
                "调用已被中止，先查询记录是否已归集再决定是否重发",
                "the call was ended by its caller: find out what was received before sending again",
            ),
            Cause::NoResponse => (
                "发送函数返回的不是标准的 Response，请改用全局 fetch 或给出 transport",
                "what sent the request answered with no Response: use the global fetch, or give a transport",
            ),
            Cause::GivenUp => (
                "连续多次调用未成功，其余记录没有发送，恢复后以本次报告继续",
                "several calls in a row came to nothing, so the rest was not sent: hand the report back later to go on",
            ),
            Cause::Settings => ("补全系统 id、密钥和接口地址的设置", "complete the settings: system id, key, and the interface's address"),
            Cause::Broker(_) => {
                ("中转服务没有转发，查看其状态码与设置", "the broker did not pass the call on: see its status and its settings")
            }
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.call.id(), self.cause.id())?;
        match self.cause {
            Cause::Code(code) => write!(out, " {}", code.number())?,
            Cause::Return(number) => write!(out, " {number}")?,
            Cause::Status(status) | Cause::Broker(status) => write!(out, " {status}")?,
            Cause::Header(name) => write!(out, " {name}")?,
            _ => {}
        }
        let (zh, en) = self.cause.advice();
        write!(out, "，{zh} ({en})")
    }
}

impl std::error::Error for Failure {}
