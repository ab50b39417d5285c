//! The gateway in `docs/reference.md`: its calls, its result codes, and why a call may have no answer.

use std::net::{IpAddr, Ipv4Addr};

use serde_json::Value;

use super::markdown::{anchor, code, codes, table};
use crate::check::message::Locale;
use crate::gateway::log::{self, LogStatus, LogType, Moment};
use crate::gateway::mask::Masked;
use crate::gateway::request::Method;
use crate::gateway::{Access, Address, Call, Cause, Failure, Request, ResultCode, Secret, preview, soap, submit, token, validate};
use crate::spec::endpoints::{Class, RESULT_CODES, RETURN_CODES, ResultRow};

const OPENING: &str = "\
文档中的接口、返回码，以及调用没有结果的原因。`baseUrl` 是平台的地址，`remoteAddr` 是随 token 返回的接口地址。
The calls and codes of the document, and why a call may have no answer. `baseUrl` is the platform's address, `remoteAddr` the one that comes with the token.
";

const CODES: &str = "\
平台的返回码（ResultCode）。以这些返回码拒绝的提交，记录没有到达住建部的系统（`not-sent`）；不在表中的返回码原样给出，不作推断（`unknown`）。1205 由客户端重新获取 token 并重试一次。
The platform's result codes. A submission that is refused with one of them did not reach the ministry's system (`not-sent`); any other code is given as it is, and nothing is concluded from it (`unknown`). At 1205 the client gets a new token and repeats the call once.
";

const CAUSES: &str = "\
`failure.cause` 的全部取值；`failure.code` 是随之而来的返回码或 HTTP 状态码，下面写作 n。“未收到”指记录确定没有到达住建部的系统，结果为 `not-sent`，否则为 `unknown`；获取 token、校验和日志不带记录，一律算未收到。
Every value of `failure.cause`; `failure.code` is the result code or HTTP status that belongs to it, here n. Not received: the record certainly did not reach the ministry's system and is `not-sent`, else it is `unknown`; the calls `token`, `validate` and `log` carry no record and always count as not received.
";

/// Stand for the two addresses in the requests that are shown.
const BASE: &str = "https://base";
const REMOTE: &str = "https://remote";

/// The section.
pub(super) fn gateway() -> String {
    format!("{}\n## 平台 Gateway\n\n{OPENING}\n{}{}{}{}", anchor("gateway"), calls(), result_codes(), return_codes(), causes())
}

fn both(of: impl Fn(Locale) -> String) -> String {
    [Locale::ZhCn, Locale::En].map(of).join("<br>")
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "是 yes" } else { "否 no" }
}

fn calls() -> String {
    let head = ["调用 Call", "名称 Name", "方法与地址 Method and address", "请求头 Headers", "参数或请求体 Parameters or body"];
    let rows = Call::ALL.into_iter().filter_map(|call| Some(call_row(call, &sample(call)?)));
    format!("{}\n### 接口 Calls\n\n{}\n", anchor("calls"), table(&head, rows))
}

fn call_row(call: Call, request: &Request) -> Vec<String> {
    let (address, _) = request.url.as_str().split_once('?').unwrap_or((request.url.as_str(), ""));
    let address = address.replace(BASE, "baseUrl").replace(REMOTE, "remoteAddr");
    let headers: Vec<_> = request.all_headers().map(|(name, _)| name).collect();
    vec![
        code(call.id()),
        both(|locale| call.title(locale).to_owned()),
        code(&format!("{} {address}", request.method.id())),
        if headers.is_empty() { "–".to_owned() } else { codes(headers) },
        carried(request),
    ]
}

fn carried(request: &Request) -> String {
    match (request.call, &request.body) {
        (Call::Submit | Call::Preview, _) => "[字段 fields](#fields)".to_owned(),
        (Call::Soap, _) => "方法名和参数名由调用方给出（[R17](#reading-R17)）<br>method and parameters are the caller's".to_owned(),
        (_, Some(body)) => match serde_json::from_str(body) {
            Ok(Value::Object(members)) => codes(members.keys().map(String::as_str)),
            _ => String::new(),
        },
        (_, None) => {
            let query = request.url.as_str().split_once('?').map_or("", |(_, query)| query);
            codes(query.split('&').filter_map(|pair| pair.split('=').next()))
        }
    }
}

/// A request of each call, as the client makes it.
fn sample(call: Call) -> Option<Request> {
    let [base, remote] = [Address::parse(BASE).ok()?, Address::parse(REMOTE).ok()?];
    let access = Access { system_id: "id".to_owned(), token: Secret::new("token") };
    let ip = IpAddr::V4(Ipv4Addr::LOCALHOST);
    match call {
        Call::Token => Some(token::request(&base, &access.system_id, &access.token)),
        Call::Validate => validate::request(&base, &access, &access.token, Some(ip)).ok(),
        Call::Log => log::request(&base, &access, &entry(ip, &base)?).ok(),
        Call::Submit => submit::request(&remote, &access, String::new()).ok(),
        Call::Preview => preview::request(&remote, &access, String::new()).ok(),
        Call::Soap => soap::request(&remote, &access, "method", &[]).ok(),
    }
}

fn entry(remote_ip: IpAddr, path: &Address) -> Option<log::Entry> {
    Some(log::Entry {
        interface_id: String::new(),
        log_type: LogType::NORMAL,
        log_id: String::new(),
        method: Method::Get,
        request_time: Moment::in_shanghai(0)?,
        response_time: Moment::in_shanghai(0)?,
        remote_ip,
        status: LogStatus::NORMAL,
        path: path.clone(),
        request_params: Masked::json(b""),
        response_params: Masked::json(b""),
    })
}

fn result_codes() -> String {
    let head = ["返回码 Code", "说明 Text", "类别 Class", "可再试 Retryable", "怎么办 What to do"];
    let rows = RESULT_CODES.iter().map(|row: &ResultRow| {
        let number = format!("{}{}", anchor(&format!("code-{}", row.code)), row.code);
        vec![number, row.text.to_owned(), class(row.class), yes(row.retryable).to_owned(), format!("{}<br>{}", row.zh, row.en)]
    });
    format!("{}\n### 返回码 Result codes\n\n{CODES}\n{}\n", anchor("result-codes"), table(&head, rows))
}

fn class(class: Class) -> String {
    let zh = match class {
        Class::Done => "成功",
        Class::Credentials => "参数或凭证",
        Class::Token => "登录凭证",
        Class::Permission => "权限",
        Class::Service => "服务",
        Class::Hours => "时段",
    };
    format!("{zh} {}", class.id())
}

fn return_codes() -> String {
    let rows = RETURN_CODES.iter().map(|(number, text)| vec![code(&number.to_string()), (*text).to_owned()]);
    let head = "住建部系统对一次提交的答复，数字或字符串均可。\nWhat the ministry's system says of a submission, as a number or a string.";
    format!("{}\n### ReturnCode\n\n{head}\n\n{}\n", anchor("return-codes"), table(&["ReturnCode", "说明 Text"], rows))
}

fn causes() -> String {
    let head = ["原因 Cause", "发生了什么 What happened", "可再试 Retryable", "未收到 Not received", "怎么办 What to do"];
    let rows = Cause::EACH.into_iter().map(|cause| {
        let id = format!("{}{}", anchor(&format!("cause-{}", cause.id())), code(cause.id()));
        let number = if cause.number().is_some() { " n" } else { "" };
        let what = both(|locale| format!("{}{number}", cause.what(locale)));
        vec![id, known_apart(cause, what), retryable(cause), not_received(cause), both(|locale| cause.advice(locale).to_owned())]
    });
    format!("{}\n### 没有结果的原因 Causes\n\n{CAUSES}\n{}\n", anchor("causes"), table(&head, rows))
}

/// What is said of a code is that of one that nobody knows; those of the table have their own rows.
fn known_apart(cause: Cause, what: String) -> String {
    if matches!(cause, Cause::Code(_)) { format!("[表中的返回码 a code of the table](#result-codes)；{what}") } else { what }
}

fn retryable(cause: Cause) -> String {
    let may_be = |cause| Failure::new(Call::Submit, cause).retryable();
    match cause {
        Cause::Status(_) => ranges((0..=999).filter(|status| may_be(Cause::Status(*status)))),
        Cause::Code(_) => format!("[如表 as there](#result-codes)；{}", yes(may_be(cause))),
        _ => yes(may_be(cause)).to_owned(),
    }
}

fn not_received(cause: Cause) -> String {
    let is_so = |cause| Failure::new(Call::Submit, cause).not_received();
    match cause {
        Cause::Code(_) => {
            format!("{}；{}", yes(RESULT_CODES.iter().all(|row| is_so(Cause::Code(ResultCode::Known(row))))), yes(is_so(cause)))
        }
        _ => yes(is_so(cause)).to_owned(),
    }
}

/// `500, 502–504`.
fn ranges(numbers: impl Iterator<Item = u16>) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for number in numbers {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => spans.push((number, number)),
        }
    }
    let spans = spans.into_iter().map(|(first, last)| if first == last { first.to_string() } else { format!("{first}–{last}") });
    spans.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_call_code_and_cause_has_its_row() {
        let text = gateway();
        assert!(Call::ALL.iter().all(|call| text.contains(&format!("| `{}` | {}<br>", call.id(), call.title(Locale::ZhCn)))));
        assert!(RESULT_CODES.iter().all(|row| text.contains(&format!("id=\"code-{}\"", row.code))));
        assert!(Cause::EACH.iter().all(|cause| text.contains(&format!("id=\"cause-{}\"", cause.id()))));
    }

    #[test]
    fn neighbours_are_one_range() {
        assert_eq!(ranges([1, 3, 4, 5, 9].into_iter()), "1, 3–5, 9");
        assert_eq!(ranges([].into_iter()), "");
    }
}
