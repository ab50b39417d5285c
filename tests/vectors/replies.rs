//! Vectors of reading: the replies of `tests/replies`, in the package's names.

use std::fs;

use mohurd_ecert::gateway::Call;
use serde_json::{Map, Value, json};

use super::unique;

/// A vector a reply, and one more for each other set of records that it may answer.
pub(crate) fn replies() -> Vec<Value> {
    let read = |name: &str| fs::read_to_string(format!("tests/replies/{name}")).unwrap();
    let expected: Map<String, Value> = serde_json::from_str(&read("expected.json")).unwrap();
    let vectors = expected.iter().flat_map(|(file, case)| {
        let also = case["also"].as_array().into_iter().flatten();
        let (text, cases) = (read(file), [case].into_iter().chain(also));
        cases.enumerate().map(|(place, case)| vector(file, place, case, &expected[file], &text)).collect::<Vec<_>>()
    });
    unique(vectors.collect())
}

fn vector(file: &str, place: usize, case: &Value, first: &Value, text: &str) -> Value {
    let name = file.split('.').next().unwrap();
    let call = Call::ALL.into_iter().find(|call| name.starts_with(call.id())).unwrap();
    let number = if place == 0 { String::new() } else { format!(" ({})", place + 1) };
    let mut vector = json!({"id": format!("{name}: {}{number}", first["cite"].as_str().unwrap()), "call": call.id()});
    let sent = case["sent"].as_array();
    if let Some([kind, ids @ ..]) = sent.map(Vec::as_slice) {
        vector["kind"] = kind.clone();
        vector["sent"] = json!(ids);
    }
    vector["status"] = first.get("status").cloned().unwrap_or_else(|| json!(200));
    vector["text"] = json!(text);
    let expect = case["expect"].as_object().unwrap();
    if sent.is_some() {
        vector.as_object_mut().unwrap().extend(outcomes(expect));
    } else {
        vector["result"] = expect.iter().map(|(name, value)| result(name, value)).collect::<Map<_, _>>().into();
    }
    vector
}

fn result(name: &str, value: &Value) -> (String, Value) {
    match name {
        "failure" => (name.to_owned(), failure(value)),
        "address" => ("remoteAddr".to_owned(), value.clone()),
        _ => (name.to_owned(), value.clone()),
    }
}

fn outcomes(expect: &Map<String, Value>) -> Map<String, Value> {
    let all = |value: Option<&Value>, each: fn(&Value) -> Value| {
        value.and_then(Value::as_array).into_iter().flatten().map(each).collect::<Value>()
    };
    let members = [
        ("outcomes", all(expect.get("records"), outcome)),
        ("message", expect.get("message").cloned().unwrap_or_default()),
        ("replies", all(expect.get("notes"), note)),
        ("unassigned", all(expect.get("unassigned"), assignment)),
    ];
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn outcome(record: &Value) -> Value {
    let mut outcome = json!({"state": record["state"]});
    outcome["replies"] = record["replies"].as_array().into_iter().flatten().map(note).collect();
    if let Some(pair) = record.get("assignment") {
        outcome.as_object_mut().unwrap().extend(assignment(pair).as_object().unwrap().clone());
    }
    if let Some(told) = record.get("failure") {
        outcome["failure"] = failure(told);
    }
    outcome
}

fn note(note: &Value) -> Value {
    json!({"text": note[0], "field": note[1]})
}

fn assignment(pair: &Value) -> Value {
    let names = [("certId", "encryCertid"), ("key", "encryKey")];
    let given = names.into_iter().filter(|(own, _)| !pair[*own].is_null());
    given.map(|(own, name)| (name.to_owned(), pair[own].clone())).collect::<Map<_, _>>().into()
}

/// From `submit: code 1205`.
fn failure(told: &Value) -> Value {
    let (call, cause) = told.as_str().unwrap().split_once(": ").unwrap();
    let (cause, code) = cause.split_once(' ').unwrap_or((cause, ""));
    json!({"call": call, "cause": cause, "code": code.parse::<i32>().ok()})
}
