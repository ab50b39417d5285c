//! The client: one token for all, time-outs and retries without waiting, and exactly one outcome a record whatever happens.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]
#![cfg(feature = "gateway")]

#[path = "client/audit.rs"]
mod audit;
#[path = "client/calls.rs"]
mod calls;
#[cfg(feature = "sandbox")]
#[path = "client/matrix.rs"]
mod matrix;
#[path = "client/resume.rs"]
mod resume;
#[cfg(feature = "sandbox")]
#[path = "client/sandboxed.rs"]
mod sandboxed;
#[cfg(feature = "sandbox")]
#[path = "client/schedules.rs"]
mod schedules;
#[path = "client/submit.rs"]
mod submit;
#[path = "client/world.rs"]
mod world;

use mohurd_ecert::gateway::client::{Settings, Submission};
use mohurd_ecert::gateway::log::{Entry as LogEntry, LogStatus, LogType, Moment};
use mohurd_ecert::gateway::mask::Masked;
use mohurd_ecert::gateway::request::Method;
use mohurd_ecert::gateway::{Address, Request, Secret};
use mohurd_ecert::record::entries::{Entries, Entry};
use mohurd_ecert::spec::Role;
use mohurd_ecert::{Kind, Options, Record};
use serde_json::{Value, json};
use world::Act;

fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

fn settings() -> Settings {
    Settings::platform(address("http://127.0.0.1:1/base"), "system-1", Secret::new("key-planted"))
}

/// The token reply of that number.
fn token(number: usize) -> Act {
    let data = json!({"token": format!("token-{number}"), "remoteAddr": "http://127.0.0.1:1/remote"});
    Act::Answer(200, json!({"code": 1, "message": "操作成功", "data": data}).to_string())
}

fn code(code: u16) -> Act {
    Act::Answer(200, json!({"code": code, "message": "", "data": null}).to_string())
}

fn accepted() -> Act {
    Act::Answer(200, json!({"ReturnCode": "1", "ReturnMsg": "上传成功"}).to_string())
}

fn header(request: &Request) -> String {
    request.headers.iter().find(|(name, _)| *name == "G-I-Access-Token").map(|(_, value)| value.clone()).unwrap_or_default()
}

/// As many safety licences, each with an id of its own, as JSON.
fn licences(count: usize) -> String {
    spoilt_licences(count, usize::MAX)
}

/// The same, and every so manieth has an error.
fn spoilt_licences(count: usize, every: usize) -> String {
    let example = mohurd_ecert::build_request(Kind::Safety, &[Record::example(Kind::Safety)], &Options::default()).unwrap();
    let body: Value = serde_json::from_str(&example).unwrap();
    let table = Kind::Safety.table();
    let id = table.fields[table.with_role(Role::RecordId).unwrap()].name;
    let number = table.fields[table.with_role(Role::CertNumber).unwrap()].name;
    let records = (0..count).map(|index| {
        let mut record = body[table.block][table.list_key][0].clone();
        record[id] = format!("{index:032x}").into();
        record[number] = format!("（闽）JZ安许证字[2024]{index:06}").into();
        if (index + 1) % every == 0 {
            record[number] = "".into();
        }
        record
    });
    records.collect::<Value>().to_string()
}

fn entries(json: &str) -> Vec<Entry<'_>> {
    Entries::new(Kind::Safety, json.as_bytes()).collect()
}

fn submission(options: &Options) -> Submission<'_> {
    Submission::new(options)
}

/// An entry for the platform's log.
fn entry() -> LogEntry {
    LogEntry {
        interface_id: "interface".to_owned(),
        log_type: LogType::NORMAL,
        log_id: "1".to_owned(),
        method: Method::Get,
        request_time: Moment::parse("2024-06-01 08:00:00").unwrap(),
        response_time: Moment::parse("2024-06-01 08:00:01").unwrap(),
        remote_ip: [127, 0, 0, 1].into(),
        status: LogStatus::NORMAL,
        path: address("http://127.0.0.1:1/"),
        request_params: Masked::json(b"{}"),
        response_params: Masked::json(b"{}"),
    }
}
