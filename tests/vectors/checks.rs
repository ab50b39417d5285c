//! Vectors of checking: single records, batches and requests, each with its issues.

use mohurd_ecert::check::{Issue, Step};
use mohurd_ecert::emit::Reach;
use mohurd_ecert::spec::Format;
use mohurd_ecert::{Kind, Report, Severity};
use serde_json::{Map, Value, json};

use super::{Given, id, named, unique};
use crate::rules_support::{Case, Input};

/// A file a kind, and those of batches and requests.
pub(crate) fn files(cases: &[Given]) -> Vec<(&'static str, Vec<Value>)> {
    let of = |wanted: &dyn Fn(&Case, &Input) -> bool| {
        unique(cases.iter().filter(|(case, input)| wanted(case, input)).map(|(case, input)| vector(case, input)).collect())
    };
    let records = |kind: Kind| of(&move |case, input| matches!(input, Input::Record(_)) && case.kind() == kind);
    let mut files: Vec<_> = Kind::ALL.into_iter().map(|kind| (kind.id(), records(kind))).collect();
    files.push(("batches", of(&|_, input| matches!(input, Input::Batch(_)))));
    files.push(("requests", of(&|_, input| matches!(input, Input::Request(_)))));
    files
}

fn vector(case: &Case, input: &Input) -> Value {
    let report = case.run();
    let mut vector = named(id(case));
    let kind = if let Input::Request(_) = input { report.kind } else { Some(case.kind()) };
    vector.insert("kind".to_owned(), json!(kind.map(Kind::id)));
    let (profile, options) = options(&case.json["options"]);
    vector.insert("profile".to_owned(), profile);
    vector.insert("options".to_owned(), options);
    let name = match input {
        Input::Record(_) => "record",
        Input::Batch(Value::String(_)) | Input::Request(Value::String(_)) => "text",
        Input::Batch(_) => "batch",
        Input::Request(_) => "request",
    };
    vector.insert(name.to_owned(), input.value().clone());
    vector.insert("issues".to_owned(), report.issues.iter().map(|issue| mark(&report, issue)).collect());
    vector.insert("valid".to_owned(), json!(report.is_valid()));
    if let Input::Batch(_) = input {
        vector.insert("total".to_owned(), json!(report.total));
        vector.insert("validRecords".to_owned(), json!(report.valid_records));
    }
    if name != "text" {
        vector.insert("schema".to_owned(), verdict(case, input.value()));
    }
    Value::Object(vector)
}

/// The profile, and the other options; a vector always says what day it is.
fn options(given: &Value) -> (Value, Value) {
    let mut options = Map::from_iter([("today".to_owned(), Value::Null)]);
    options.extend(given.as_object().cloned().unwrap_or_default());
    let profile = options.shift_remove("profile").unwrap_or_else(|| json!("document"));
    (profile, Value::Object(options))
}

/// An issue, in short.
fn mark(report: &Report, issue: &Issue) -> Value {
    let step = |step: Step| match step {
        Step::Name(name) => json!(name),
        Step::Index(index) => json!(index),
    };
    json!([issue.rule_id(), issue.severity.id(), report.path(issue).into_iter().map(step).collect::<Value>()])
}

/// What a schema says: it knows no options, so that the input is judged without any. Null where only some of such errors can be said.
fn verdict(case: &Case, input: &Value) -> Value {
    let report = case.run_with(&json!({}));
    let errors = report.issues.iter().filter(|issue| issue.severity == Severity::Error);
    let reaches: Vec<Reach> = errors.filter_map(|issue| reach(&report, issue, input)).collect();
    match reaches.as_slice() {
        [] => json!(true),
        reaches if reaches.contains(&Reach::Whole) => json!(false),
        _ => Value::Null,
    }
}

/// How far a schema goes with an issue: into 业务信息 only where it is an array.
fn reach(report: &Report, issue: &Issue, input: &Value) -> Option<Reach> {
    let mut value = input;
    for step in report.path(issue) {
        value = match step {
            Step::Name(name) => &value[name],
            Step::Index(index) => &value[index as usize],
        };
        let field = issue.field(report.kind).and_then(|name| report.kind?.table().fields.iter().find(|field| field.name == name));
        if value.is_string() && field.is_some_and(|field| matches!(field.format, Format::Info(_))) {
            return Reach::of(issue.rule_id()).map(|_| Reach::Part);
        }
    }
    Reach::of(issue.rule_id())
}
