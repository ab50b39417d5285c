//! What is said of each cause: what happened, and what to do; Chinese and English, without a value, a key or a token.
//!
//! What a result code means and asks for stands in the document's table (`spec::endpoints`), and is taken from there.

use super::{Cause, Failure};
use crate::check::message::Locale;
use crate::gateway::code::ResultCode;
use crate::gateway::request::Call;

/// What happened, and what to do.
struct Words {
    what: [&'static str; 2],
    advice: [&'static str; 2],
}

const FIND_OUT: [&str; 2] = ["先查询记录是否已归集，再决定是否重发", "find out what was received before sending again"];
const ASK: [&str; 2] = ["核对接口地址并联系平台", "check the address and ask the platform"];
const PROXY: [&str; 2] = ["核对接口地址，并确认中间的代理没有拦截", "check the address, and that no proxy on the way answered instead"];

const fn words(what: [&'static str; 2], advice: [&'static str; 2]) -> Words {
    Words { what, advice }
}

fn of([zh, en]: [&'static str; 2], locale: Locale) -> &'static str {
    if locale == Locale::En { en } else { zh }
}

impl Failure {
    /// What happened and what to do, in one sentence.
    pub fn message(&self, locale: Locale) -> String {
        let number = self.cause.number().map_or_else(String::new, |number| format!(" {number}"));
        let (title, what, advice) = (self.call.title(locale), self.cause.what(locale), self.advice(locale));
        match locale {
            Locale::ZhCn => format!("{title}：{what}{number}。{advice}。"),
            Locale::En => format!("{title}: {what}{number}. What to do: {advice}."),
        }
    }

    /// What to do.
    pub fn advice(&self, locale: Locale) -> &'static str {
        self.cause.advice(locale)
    }
}

impl Call {
    /// The document's name of the call, or ours.
    pub const fn title(self, locale: Locale) -> &'static str {
        let [zh, en] = match self {
            Call::Token => ["获取接口地址和token", "getting the token"],
            Call::Validate => ["授权校验", "validating the token"],
            Call::Log => ["获取响应日志", "reporting a call"],
            Call::Submit => ["业务数据归集赋码", "submitting records"],
            Call::Preview => ["电子证照数据归集赋码", "submitting preview addresses"],
            Call::Soap => ["SOAP 调用", "the SOAP call"],
        };
        if matches!(locale, Locale::En) { en } else { zh }
    }
}

impl Cause {
    /// What happened. The number that belongs to the cause goes behind it.
    pub fn what(self, locale: Locale) -> &'static str {
        of(self.words().what, locale)
    }

    /// What to do.
    pub fn advice(self, locale: Locale) -> &'static str {
        of(self.words().advice, locale)
    }

    /// A table of words, a row a cause.
    const fn words(self) -> Words {
        match self {
            Cause::Code(ResultCode::Known(row)) => words([row.text, "the platform refused, code"], [row.zh, row.en]),
            Cause::Code(_) => words(
                ["平台返回了文档没有的返回码", "the platform answered with a code that the document does not have:"],
                ["向平台查询该返回码的含义", "ask the platform what the code means"],
            ),
            Cause::Return(_) => words(
                ["ReturnCode 不是文档中的值", "ReturnCode is none of the document's:"],
                ["向平台查询该返回码的含义", "ask the platform what the code means"],
            ),
            Cause::Address(_) => words(
                ["接口地址不可用", "an address cannot be used"],
                ["填写完整的 http 或 https 地址，不含用户名和密码", "give a whole http or https address without credentials"],
            ),
            Cause::Header(_) => words(
                ["系统 id 或 token 不能放进请求头", "system id or token cannot stand in a header"],
                ["系统 id 和 token 须为可见的 ASCII 字符且不带换行", "system id and token must be visible ASCII on one line"],
            ),
            Cause::Name => words(
                ["方法名或参数名不可用", "the name of a method or parameter cannot be used"],
                ["方法名和参数名须能作 XML 元素名", "the names of method and parameters must be names of XML elements"],
            ),
            Cause::Character => words(
                ["参数中有 XML 不能携带的字符", "a parameter holds a character that XML cannot carry"],
                ["去掉参数中的控制字符", "remove the control characters from the parameters"],
            ),
            Cause::Status(_) => words(["对方返回 HTTP 状态码", "the other side answered with HTTP status"], PROXY),
            Cause::Page => words(["返回的是网页，不是接口应答", "a web page came back, not an answer"], PROXY),
            Cause::TooLong => words(["应答过长", "the reply is too long"], ["减少每次提交的记录数", "send fewer records at a time"]),
            Cause::Empty => words(["应答为空", "the reply is empty"], FIND_OUT),
            Cause::Json => words(["应答不是完整的 JSON", "the reply is no whole JSON"], FIND_OUT),
            Cause::Encoding => words(["应答不是 UTF-8", "the reply is not UTF-8"], ASK),
            Cause::Xml => words(["应答不是可用的 XML", "the reply is no usable XML"], ASK),
            Cause::Shape => words(["应答与接口文档不符", "the reply is not the document's"], ASK),
            Cause::Fault => words(
                ["对方报告 SOAP 错误", "the other side reports a SOAP fault"],
                ["核对方法名和参数名", "check the names of method and parameters"],
            ),
            _ => self.unanswered(),
        }
    }

    /// The rows of calls that have no reply at all.
    const fn unanswered(self) -> Words {
        match self {
            Cause::Unreachable => words(
                ["没有建立连接，什么也没有发出", "no connection was made, nothing was sent"],
                ["检查网络与接口地址后再发", "check network and address, then send again"],
            ),
            Cause::Timeout => words(["在规定时间内没有应答", "there was no reply in time"], FIND_OUT),
            Cause::Aborted => words(["调用被调用方中止", "the caller ended the call"], FIND_OUT),
            Cause::Cancelled => words(
                ["提交被调用方中止，本次没有发送", "the caller ended the submission before this call"],
                ["需要时以本次报告继续提交", "hand the report back to go on"],
            ),
            Cause::NoResponse => words(
                ["发送请求的函数返回的不是 Response", "what sent the request answered with no Response"],
                ["使用全局 fetch，或设置 transport", "use the global fetch, or set a transport"],
            ),
            Cause::GivenUp => words(
                ["此前连续多次调用没有结果，本次没有发送", "several calls in a row came to nothing, so this one was not sent"],
                ["排除故障后以本次报告继续提交", "mend the cause, then hand the report back to go on"],
            ),
            Cause::Settings => words(
                ["设置不完整", "the settings are incomplete"],
                ["补全系统 id、密钥和接口地址", "complete system id, key, and the interface's address"],
            ),
            Cause::Broker(_) => words(
                ["中转服务没有转发，状态码", "the broker did not pass the call on, status"],
                ["核对中转服务允许的来源、路径与大小", "check which origins, paths and sizes the broker allows"],
            ),
            _ => words(["连接中断，没有收到应答", "the connection ended before there was a reply"], FIND_OUT),
        }
    }
}
