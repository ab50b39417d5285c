//! 获取响应日志 (`requestResponseLog`): one call, reported to the platform in the document's form.
//!
//! An entry is made of typed values with checks of their own (reading R18), and holds neither secret nor record: parameters
//! come masked, the address ends before its query, and the token's own member holds the mask.

use std::net::IpAddr;

use super::address::Address;
use super::failure::Failure;
use super::mask::{MASK, Masked};
use super::request::{Access, Call, Method, Request};
use super::response::Response;
use super::validate::truth;
use crate::record::compact::quote;
use crate::record::date::Date;
use crate::spec::endpoints::{LOG_MEMBERS, LOG_PATH, LOG_STATES, LOG_TYPES};

/// The seconds of a day, and how many China is ahead of UTC.
const DAY: u64 = 86_400;
const SHANGHAI: u64 = 8 * 3600;

/// 日志类型.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogType(u8);

impl LogType {
    /// 正常日志.
    pub const NORMAL: LogType = LogType(1);
    /// 熔断日志.
    pub const BROKEN: LogType = LogType(2);
    /// 异常日志: accepted, though the document gives it no number of its own.
    pub const ABNORMAL: LogType = LogType(3);

    /// The type of that code, where there is one.
    pub fn parse(code: &str) -> Option<LogType> {
        LOG_TYPES.iter().find(|(number, _)| number.to_string() == code).map(|(number, _)| LogType(*number))
    }
}

/// 响应状态码: three digits, 200 or 500 by the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogStatus(u16);

impl LogStatus {
    /// 正常.
    pub const NORMAL: LogStatus = LogStatus(200);
    /// 异常.
    pub const ABNORMAL: LogStatus = LogStatus(500);

    /// The status of that code; any number of up to three digits, since the document's own sample has a third one.
    pub fn parse(code: &str) -> Option<LogStatus> {
        let is_number = (1..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
        code.parse().ok().filter(|_| is_number).map(LogStatus)
    }
}

/// A time of day on a day, `yyyy-MM-dd HH:mm:ss`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(String);

impl Moment {
    /// The moment of that text, if it is written so and exists.
    pub fn parse(text: &str) -> Option<Moment> {
        let (day, time) = text.split_once(' ')?;
        let is_day = day.len() == 10 && Date::parse(day).is_some();
        let [h0, h1, b':', m0, m1, b':', s0, s1] = time.as_bytes() else { return None };
        let below = |tens: &u8, ones: &u8, limit: u8| {
            tens.is_ascii_digit() && ones.is_ascii_digit() && (*tens - b'0') * 10 + (*ones - b'0') < limit
        };
        let is_time = below(h0, h1, 24) && below(m0, m1, 60) && below(s0, s1, 60);
        (is_day && is_time).then(|| Moment(text.to_owned()))
    }

    /// The moment in China, of milliseconds since 1970-01-01 UTC. China keeps one time all year.
    pub fn in_shanghai(milliseconds: u64) -> Option<Moment> {
        let seconds = milliseconds / 1000 + SHANGHAI;
        let day = Date::from_days(i32::try_from(seconds / DAY).ok()?)?;
        let second = seconds % DAY;
        Some(Moment(format!("{} {:02}:{:02}:{:02}", day.to_wire(), second / 3600, second / 60 % 60, second % 60)))
    }
}

/// One call, as it is reported.
#[derive(Clone, Debug)]
pub struct Entry {
    /// 接口id.
    pub interface_id: String,
    /// 日志类型.
    pub log_type: LogType,
    /// 日志id.
    pub log_id: String,
    /// 请求方法.
    pub method: Method,
    /// 请求时间.
    pub request_time: Moment,
    /// 应答时间.
    pub response_time: Moment,
    /// 请求第三方ip地址.
    pub remote_ip: IpAddr,
    /// 响应状态码.
    pub status: LogStatus,
    /// 请求地址; its query is left out.
    pub path: Address,
    /// 请求参数.
    pub request_params: Masked,
    /// 应答参数.
    pub response_params: Masked,
}

/// What is odd about an entry; it may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The status is neither 200 nor 500.
    StatusUnlisted,
    /// The answer came before the question.
    AnsweredBeforeAsked,
}

impl Entry {
    /// What is odd about it.
    pub fn doubts(&self) -> Vec<Doubt> {
        let listed = LOG_STATES.iter().any(|(status, _)| *status == self.status.0);
        let unlisted = (!listed).then_some(Doubt::StatusUnlisted);
        let reversed = (self.response_time < self.request_time).then_some(Doubt::AnsweredBeforeAsked);
        unlisted.into_iter().chain(reversed).collect()
    }

    fn values(&self, access: &Access) -> [String; LOG_MEMBERS.len()] {
        // The caller's own texts may hold the token, for instance an address.
        let own = |text: &str| text.replace(access.token.expose(), MASK);
        [
            own(&self.interface_id),
            self.log_type.0.to_string(),
            own(&self.log_id),
            self.method.id().to_owned(),
            self.request_time.0.clone(),
            self.response_time.0.clone(),
            self.remote_ip.to_string(),
            self.status.0.to_string(),
            own(self.path.split().0),
            self.request_params.as_str().to_owned(),
            self.response_params.as_str().to_owned(),
            access.system_id.clone(),
            MASK.to_owned(),
        ]
    }

    fn body(&self, access: &Access) -> String {
        let mut body = String::from("{");
        for (name, value) in LOG_MEMBERS.iter().zip(self.values(access)) {
            if body.len() > 1 {
                body.push(',');
            }
            quote(name, &mut body);
            body.push(':');
            quote(&value, &mut body);
        }
        body.push('}');
        body
    }
}

/// The request.
///
/// # Errors
/// A token or system id that no header can carry.
pub fn request(base: &Address, access: &Access, entry: &Entry) -> Result<Request, Failure> {
    Request::post(Call::Log, &base.join(LOG_PATH), String::new())
        .signed(access)
        .map(|request| Request { body: Some(entry.body(access)), ..request })
}

/// Whether the platform took the entry.
///
/// # Errors
/// A refusal, or a reply that cannot be read.
pub fn read(response: &Response) -> Result<bool, Failure> {
    truth(Call::Log, response)
}
