//! Every reply of `tests/replies` reads as `expected.json` has it, and every call has one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use mohurd_ecert::Kind;
use mohurd_ecert::gateway::outcome::{Assignment, Note, Outcome};
use mohurd_ecert::gateway::{Call, Failure, Outcomes, Response, log, preview, soap, submit, token, validate};
use serde_json::{Map, Value, json};

use super::{chunk, response};

fn folder(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn expected() -> Map<String, Value> {
    serde_json::from_str(&fs::read_to_string(folder("tests/replies/expected.json")).unwrap()).unwrap()
}

/// The failure without its advice.
fn told(failure: &Failure) -> Value {
    failure.to_string().split('，').next().unwrap().into()
}

fn notes(kind: Kind, notes: &[Note]) -> Value {
    let name = |note: &Note| note.field.map(|place| kind.table().fields[place].name);
    notes.iter().map(|note| json!([note.text.as_str(), name(note)])).collect()
}

fn assignment(pair: &Assignment) -> Value {
    let text = |words: &Option<mohurd_ecert::gateway::Words>| words.as_ref().map(|words| words.as_str().to_owned());
    json!({"certId": text(&pair.cert_id), "key": text(&pair.key)})
}

fn record(kind: Kind, outcome: &Outcome) -> Value {
    let mut shown = json!({"state": outcome.state.id()});
    if !outcome.replies.is_empty() {
        shown["replies"] = notes(kind, &outcome.replies);
    }
    if let Some(pair) = &outcome.assignment {
        shown["assignment"] = assignment(pair);
    }
    if let Some(failure) = &outcome.failure {
        shown["failure"] = told(failure);
    }
    shown
}

fn outcomes(kind: Kind, outcomes: &Outcomes) -> Value {
    let records: Value = outcomes.records.iter().map(|outcome| record(kind, outcome)).collect();
    let mut shown = json!({"records": records});
    if let Some(message) = &outcomes.message {
        shown["message"] = message.as_str().into();
    }
    if !outcomes.notes.is_empty() {
        shown["notes"] = notes(kind, &outcomes.notes);
    }
    if !outcomes.unassigned.is_empty() {
        shown["unassigned"] = outcomes.unassigned.iter().map(assignment).collect();
    }
    assert!(outcomes.records.iter().enumerate().all(|(place, outcome)| outcome.index == place));
    shown
}

fn result<T>(read: Result<T, Failure>, show: impl Fn(T) -> Value) -> Value {
    read.map_or_else(|failure| json!({"failure": told(&failure)}), show)
}

fn read(call: Call, sent: &Value, reply: &Response) -> Value {
    let texts: Vec<&str> = sent.as_array().map(|sent| sent.iter().map(|id| id.as_str().unwrap()).collect()).unwrap_or_default();
    let kind = texts.first().and_then(|id| Kind::from_id(id)).unwrap_or(Kind::Safety);
    let chunk = chunk(kind, texts.get(1..).unwrap_or_default());
    match call {
        Call::Token => result(
            token::read(reply),
            |token| json!({"token": token.token.expose(), "address": token.remote_address.map(|address| address.as_str().to_owned())}),
        ),
        Call::Validate => result(validate::read(reply), |data| json!({ "data": data })),
        Call::Log => result(log::read(reply), |data| json!({ "data": data })),
        Call::Submit => outcomes(kind, &submit::read(&chunk, reply)),
        Call::Preview => outcomes(kind, &preview::read(&chunk, reply)),
        Call::Soap => outcomes(kind, &soap::outcomes(&chunk, reply)),
    }
}

#[test]
fn every_reply_reads_as_expected() {
    for (name, case) in expected() {
        let call = Call::ALL.into_iter().find(|call| name.starts_with(&format!("{}-", call.id()))).expect(&name);
        let body = fs::read(folder("tests/replies").join(&name)).expect(&name);
        let reply = response(case["status"].as_u64().map_or(200, |status| status.try_into().unwrap()), body);
        let also = case["also"].as_array().cloned().unwrap_or_default();
        for case in also.iter().chain([&case]) {
            assert_eq!(read(call, &case["sent"], &reply), case["expect"], "{name}");
        }
    }
}

#[test]
fn every_file_is_expected_and_every_call_has_files() {
    let names: BTreeSet<String> =
        fs::read_dir(folder("tests/replies")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let listed: BTreeSet<String> = expected().keys().cloned().chain(["expected.json".to_owned()]).collect();
    assert_eq!(names, listed);
    for call in Call::ALL {
        assert!(names.iter().any(|name| name.starts_with(&format!("{}-", call.id()))), "{} has no reply", call.id());
    }
}

#[test]
fn every_file_with_a_request_is_a_call() {
    let mut files: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder("src/gateway")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() && fs::read_to_string(&path).unwrap().contains("\npub fn request(") {
            files.push(path.file_stem().unwrap().to_string_lossy().into_owned());
        }
    }
    files.sort();
    let mut calls: Vec<&str> = Call::ALL.iter().map(|call| call.id()).collect();
    calls.sort_unstable();
    assert_eq!(files, calls);
}
