//! The cases of `tests/cases`: reading them, putting their inputs together, and running them. What the files may hold is
//! written in `tests/cases/README.md`; nothing is judged here.

#![allow(dead_code, reason = "every test file uses a part of it")]

use std::path::PathBuf;

use mohurd_ecert::check::RuleId;
use mohurd_ecert::record::date::Date;
use mohurd_ecert::spec::Dictionary;
use mohurd_ecert::spec::example::{self, Sample};
use mohurd_ecert::{Kind, Options, Record, Report, validate, validate_batch, validate_request};
use serde_json::{Map, Value, json};

/// One case, and where it stands.
pub(crate) struct Case {
    pub(crate) file: String,
    pub(crate) rule: String,
    pub(crate) json: Value,
}

/// What a case has judged.
pub(crate) enum Input {
    Record(Value),
    Batch(Value),
    Request(Value),
}

impl Input {
    pub(crate) fn value(&self) -> &Value {
        let (Input::Record(value) | Input::Batch(value) | Input::Request(value)) = self;
        value
    }
}

/// Every case of every file, in the order of the files' names.
pub(crate) fn all() -> Vec<Case> {
    let mut files: Vec<PathBuf> = std::fs::read_dir("tests/cases")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    files.iter().flat_map(cases_of).collect()
}

fn cases_of(path: &PathBuf) -> Vec<Case> {
    let file = path.file_name().unwrap().to_string_lossy().into_owned();
    let groups: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap_or_else(|error| panic!("{file}: {error}"));
    let cases = |group: &Value| {
        let rule = group["rule"].as_str().unwrap().to_owned();
        let cases = group["cases"].as_array().unwrap().clone();
        cases.into_iter().map(move |json| (rule.clone(), json)).collect::<Vec<_>>()
    };
    groups.as_array().unwrap().iter().flat_map(cases).map(|(rule, json)| Case { file: file.clone(), rule, json }).collect()
}

impl Case {
    /// Where it stands, for people.
    pub(crate) fn name(&self) -> String {
        format!("{} {} · {}", self.file, self.rule, self.json["says"].as_str().unwrap_or_default())
    }

    /// The kind of its records.
    pub(crate) fn kind(&self) -> Kind {
        Kind::from_id(self.json["kind"].as_str().unwrap()).unwrap_or_else(|| panic!("{}: no such kind", self.name()))
    }

    /// What the core says of its input.
    pub(crate) fn run(&self) -> Report {
        self.run_with(&self.json["options"])
    }

    /// What the core says of its input under other options.
    pub(crate) fn run_with(&self, given: &Value) -> Report {
        let (kind, options) = (self.kind(), options(given));
        let bytes = |value: Value| match value {
            Value::String(text) => text.into_bytes(),
            other => other.to_string().into_bytes(),
        };
        match self.input() {
            Input::Batch(batch) => validate_batch(kind, &bytes(batch), &options),
            Input::Request(request) => validate_request(&bytes(request), &options),
            Input::Record(record) => validate(&Record::from_json(kind, &bytes(record)).unwrap(), &options),
        }
    }

    /// Its input, put together.
    pub(crate) fn input(&self) -> Input {
        let kind = self.kind();
        match (self.json.get("batch"), self.json.get("request"), self.json.get("record")) {
            (Some(batch), None, None) => Input::Batch(made(batch, kind)),
            (None, Some(request), None) => Input::Request(made(request, kind)),
            (None, None, Some(record)) => Input::Record(made(record, kind)),
            _ => Input::Record(changed(&self.json, kind)),
        }
    }

    /// The texts that the case puts into records: those that no message may hold.
    pub(crate) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        for input in ["set", "record", "batch", "request"].into_iter().filter_map(|name| self.json.get(name)) {
            given(input, input == &self.json["set"], self.kind(), &mut texts);
        }
        texts
    }
}

/// The leaves of every `set` within a value.
fn given(value: &Value, inside: bool, kind: Kind, texts: &mut Vec<String>) {
    match value {
        Value::Object(members) if inside && members.len() == 1 && members.keys().all(|name| name.starts_with('$')) => {
            given(&made(value, kind), true, kind, texts);
        }
        Value::Object(members) => members.iter().for_each(|(name, value)| given(value, inside || name == "set", kind, texts)),
        Value::Array(items) => items.iter().for_each(|value| given(value, inside, kind, texts)),
        Value::String(text) if inside => texts.push(text.trim().to_owned()),
        _ => {}
    }
}

/// The example of a kind, as JSON.
pub(crate) fn example(kind: Kind) -> Map<String, Value> {
    let value = |sample: &Sample| match sample {
        Sample::Text(text) => json!(text),
        Sample::Items(items) => items.iter().map(|(code, text)| json!({"itemvalue": code, "itemtext": text})).collect(),
    };
    example::of(kind).iter().map(|(name, sample)| ((*name).to_owned(), value(sample))).collect()
}

/// The example with the members of `set` put in and the names of `unset` left out.
fn changed(change: &Value, kind: Kind) -> Value {
    let kind = change["kind"].as_str().map_or(kind, |id| Kind::from_id(id).unwrap());
    let mut record = example(kind);
    for name in change["unset"].as_array().into_iter().flatten() {
        record.shift_remove(name.as_str().unwrap()).unwrap_or_else(|| panic!("the example has no {name}"));
    }
    for (name, value) in change["set"].as_object().into_iter().flatten() {
        record.insert(name.clone(), made(value, kind));
    }
    Value::Object(record)
}

/// A value with its `$` forms put together.
pub(crate) fn made(value: &Value, kind: Kind) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| made(item, kind)).collect(),
        Value::Object(members) => match members.iter().next() {
            Some((name, form)) if name.starts_with('$') && members.len() == 1 => self::form(name, form, kind),
            _ => members.iter().map(|(name, value)| (name.clone(), made(value, kind))).collect(),
        },
        other => other.clone(),
    }
}

fn form(name: &str, form: &Value, kind: Kind) -> Value {
    match name {
        "$example" => changed(form, kind),
        "$json" => json!(made(form, kind).to_string()),
        "$repeat" => json!(form[0].as_str().unwrap().repeat(form[1].as_u64().unwrap() as usize)),
        "$join" => json!(form.as_array().unwrap().iter().map(|part| made(part, kind).as_str().unwrap().to_owned()).collect::<String>()),
        _ => panic!("there is no {name}"),
    }
}

/// Options as a case has them: those of the package, without those of the language.
pub(crate) fn options(given: &Value) -> Options {
    let mut core = given.as_object().cloned().unwrap_or_default();
    let today = core.shift_remove("today");
    let told: Vec<_> = core.iter().flat_map(|(name, value)| told(name, value)).collect();
    let mut options = Options::from_json(Value::from(told).to_string().as_bytes()).unwrap_or_else(|| panic!("no such options: {given}"));
    options.today = today.map(|day| Date::parse(day.as_str().unwrap()).unwrap());
    options
}

/// An option as it crosses the boundary: what is set by id, by the places that the ids stand for.
fn told(name: &str, value: &Value) -> Vec<Value> {
    let by_place = |place: fn(&str) -> Option<usize>, texts: fn(&Value) -> Vec<Value>| {
        let one = |(id, value): (&String, &Value)| {
            let place = place(id).unwrap_or_else(|| panic!("no such id: {id}"));
            Value::from([texts(value), vec![json!(place.to_string()), json!(name)]].concat())
        };
        value.as_object().unwrap().iter().map(one).collect()
    };
    match (name, value) {
        ("rules", _) => by_place(|id| RuleId::find(id).map(RuleId::index), |severity| vec![severity.clone()]),
        ("dictionaries", _) => by_place(
            |id| Dictionary::find(id).map(Dictionary::index),
            |rows| rows.as_array().unwrap().iter().map(|row| row["code"].clone()).collect(),
        ),
        (_, Value::Array(names)) => vec![Value::from([names.clone(), vec![json!(name)]].concat())],
        (_, Value::Bool(flag)) => vec![json!([flag.to_string(), name])],
        _ => vec![json!([value, name])],
    }
}
