//! Vectors of writing: the body for records that are right, and the canonical spellings of a record.

use mohurd_ecert::{Kind, Record, build_request, normalise};
use serde_json::{Map, Value, json};

use super::{Given, id, named, unique};
use crate::rules_support::{Case, Input, example, options};

/// The options by which a body is written in another way; the records are the examples.
const LAYOUTS: [(&str, &str); 4] = [
    ("the list called acceptData", r#"{"listKey":"acceptData"}"#),
    ("the list called AcceptData", r#"{"listKey":"AcceptData"}"#),
    ("information as text", r#"{"businessInformation":"string"}"#),
    ("a name outside the table", r#"{"extra":["oldcertNum"]}"#),
];

/// The bodies of the examples, in every layout; then of every case that is right and is written differently than it was given.
pub(crate) fn payloads(cases: &[Given]) -> Vec<Value> {
    let mut vectors: Vec<Value> = Kind::ALL.into_iter().flat_map(of_example).collect();
    for (case, record) in records(cases).filter(|(case, _)| case.json.get("options").is_none()) {
        let kind = case.kind();
        let given = json!({});
        let Some(body) = body(kind, &given, std::slice::from_ref(record)) else { continue };
        if record_in(&body) != record {
            vectors.push(vector(named(id(case)), kind, &given, std::slice::from_ref(record), body));
        }
        if changed(kind, record).is_some() {
            let given = json!({"normalise": true});
            let body = self::body(kind, &given, std::slice::from_ref(record)).unwrap();
            vectors.push(vector(named(format!("{} (normalised)", id(case))), kind, &given, std::slice::from_ref(record), body));
        }
    }
    unique(vectors)
}

fn of_example(kind: Kind) -> Vec<Value> {
    let with = |more: Value| {
        let mut record = example(kind);
        record.extend(more.as_object().unwrap().clone());
        Value::Object(record)
    };
    let made = |says: &str, given: &Value, records: &[Value]| {
        let body = body(kind, given, records).unwrap_or_else(|| panic!("{}: {says}", kind.id()));
        vector(named(format!("example of {}: {says}", kind.id())), kind, given, records, body)
    };
    let extra = with(json!({"oldcertNum": "旧证", "another": 1}));
    let (id, number) = if kind == Kind::Preview { ("ID", "zzeCertID") } else { ("eCertID", "certNum") };
    let second = with(json!({id: "3500002024000000003", number: example(kind)[number]}));
    let mut vectors = vec![made("alone", &json!({}), &[with(json!({}))]), made("two records", &json!({}), &[with(json!({})), second])];
    vectors.extend(LAYOUTS.map(|(says, given)| {
        let given: Value = serde_json::from_str(given).unwrap();
        made(says, &given, std::slice::from_ref(&extra))
    }));
    vectors
}

fn vector(mut head: Map<String, Value>, kind: Kind, given: &Value, records: &[Value], body: Value) -> Value {
    let mut shown = given.as_object().unwrap().clone();
    if kind == Kind::Preview {
        shown.insert("certType".to_owned(), json!("1"));
    }
    head.insert("kind".to_owned(), json!(kind.id()));
    head.insert("options".to_owned(), Value::Object(shown));
    head.insert("records".to_owned(), json!(records));
    head.insert("body".to_owned(), body);
    Value::Object(head)
}

/// The body, where the records are right.
fn body(kind: Kind, given: &Value, records: &[Value]) -> Option<Value> {
    let mut given = given.clone();
    if kind == Kind::Preview {
        given["certType"] = json!("1");
    }
    let texts: Vec<_> = records.iter().map(Value::to_string).collect();
    let records: Vec<_> = texts.iter().map(|text| Record::from_json(kind, text.as_bytes()).unwrap()).collect();
    let text = build_request(kind, &records, &options(&given)).ok()?;
    let body: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(body.to_string(), text, "the text is the body, written without white space");
    Some(body)
}

/// The first record in a body.
fn record_in(body: &Value) -> &Value {
    let block = body.as_object().unwrap().values().nth(1).unwrap();
    &block.as_object().unwrap().values().next().unwrap()[0]
}

/// Every record with a spelling that is not canonical, right or wrong.
pub(crate) fn normalised(cases: &[Given]) -> Vec<Value> {
    let vector = |(case, record): (&Case, &Value)| {
        let (changes, changed) = changed(case.kind(), record)?;
        let mut vector = named(id(case));
        vector.insert("kind".to_owned(), json!(case.kind().id()));
        vector.insert("record".to_owned(), record.clone());
        vector.insert("changes".to_owned(), changes);
        vector.insert("normalised".to_owned(), changed);
        Some(Value::Object(vector))
    };
    unique(records(cases).filter_map(vector).collect())
}

/// The changes as `[rule, field]`, and the record with them, where it takes others than the example of its kind.
fn changed(kind: Kind, record: &Value) -> Option<(Value, Value)> {
    let (changes, changed) = canonical(kind, record);
    let (own, _) = canonical(kind, &Value::Object(example(kind)));
    (changes != own && changes != json!([])).then_some((changes, changed))
}

fn canonical(kind: Kind, record: &Value) -> (Value, Value) {
    let text = record.to_string();
    let mut canonical = record.clone();
    let changes = normalise(&Record::from_json(kind, text.as_bytes()).unwrap());
    let shown = changes.iter().map(|change| {
        let name = kind.table().fields[change.field].name;
        canonical[name] = if change.is_json { serde_json::from_str(&change.text).unwrap() } else { json!(change.text) };
        json!([change.rule.rule().id, name])
    });
    let shown = shown.collect();
    (shown, canonical)
}

fn records<'c>(cases: &'c [Given]) -> impl Iterator<Item = (&'c Case, &'c Value)> {
    cases.iter().filter_map(|(case, input)| match input {
        Input::Record(record) => Some((*case, record)),
        _ => None,
    })
}
