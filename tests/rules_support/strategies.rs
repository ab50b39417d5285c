//! Records, options and texts for the property tests: mostly near to what is valid, so that rules run, and sometimes anything.

#![allow(dead_code, reason = "every test file uses a part of it")]

use mohurd_ecert::check::rules;
use mohurd_ecert::spec::{Field, Format};
use mohurd_ecert::{Kind, Options, Record, validate};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use super::{example, options};

/// A JSON object.
pub(crate) type Object = Map<String, Value>;

/// One of the kinds.
pub(crate) fn kinds() -> impl Strategy<Value = Kind> {
    select(&Kind::ALL)
}

/// Any JSON value, a few levels deep.
pub(crate) fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..4).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Texts that turn checks over, whatever the field.
const ODD: [&str; 36] = [
    "",
    " ",
    "\u{3000}x\u{feff}",
    "甲",
    "甲\n乙",
    "甲\0",
    "\u{fffe}",
    "0",
    "1",
    "2",
    "01",
    "02",
    "08",
    "99",
    "０１",
    "９９",
    "A",
    "C3",
    "111",
    "414",
    "001",
    "660000",
    "2024-05-20",
    "20360520",
    "2021-02-30",
    "1988-09-30",
    "35999919900215002x",
    "359999198809300039",
    "91359999ma0000007g",
    "(闽)JZ安许证字[2024]000002",
    "闽 A012024000002",
    "闽建安A(2024)0000002",
    "1.2.156.3005.2.11100000000013338W050.11359999mb00000005.2024000002.001.8",
    "持证人正在办理跨企业变更业务，办理完成前本证书暂不可用",
    "data:image/jpg;base64, /9j/\n4AAQSkZJRgABAQEBLAEsAAD/2Q",
    "[ {\"itemvalue\": \"01\", \"itemtext\": \" x \"} ]",
];

fn codes(field: &Field) -> Vec<Value> {
    let Format::Code(dictionary) = field.format else { return Vec::new() };
    dictionary.rows.iter().flat_map(|row| [json!(&*row.code), json!(format!(" {}", &*row.code))]).collect()
}

fn entries() -> Vec<Value> {
    vec![
        json!([]),
        json!([{"itemvalue": "01", "itemtext": "x"}]),
        json!([{"itemvalue": "03", "itemtext": "\u{0}"}]),
        json!([{"itemvalue": "01"}, 5]),
        json!([{"itemvalue": "01", "itemtext": "文".repeat(4966)}]),
        json!([{"itemvalue": "01", "itemtext": "文".repeat(4967)}]),
    ]
}

/// A value for a field.
fn values(field: &'static Field) -> BoxedStrategy<Value> {
    let mut listed = codes(field);
    if let Format::Info(_) = field.format {
        listed.extend(entries());
    }
    if listed.is_empty() {
        listed.push(Value::Null);
    }
    let length = usize::from(field.length.unwrap_or(10));
    prop_oneof![
        4 => select(listed),
        4 => select(&ODD).prop_map(Value::from),
        1 => (length.saturating_sub(1)..length + 3).prop_map(|count| json!("1".repeat(count))),
        1 => Just(Value::Null),
        1 => anything(),
    ]
    .boxed()
}

/// One change of a record: a field left out or given another value, or a name put beside them.
fn change(kind: Kind) -> BoxedStrategy<(String, Option<Value>)> {
    let fields = kind.table().fields;
    let field = (0..fields.len()).prop_flat_map(move |index| {
        let field = &fields[index];
        prop_oneof![1 => Just(None), 6 => values(field).prop_map(Some)].prop_map(move |value| (field.name.to_owned(), value))
    });
    let other = (prop_oneof![Just("oldcertNum".to_owned()), "[a-zA-Z]{1,12}", any::<String>()], anything());
    prop_oneof![12 => field, 1 => other.prop_map(|(name, value)| (name, Some(value)))].boxed()
}

/// A record: the example with some changes, or any object.
pub(crate) fn records(kind: Kind) -> BoxedStrategy<Object> {
    let near = prop::collection::vec(change(kind), 0..8).prop_map(move |changes| {
        let mut record = example(kind);
        for (name, value) in changes {
            match value {
                Some(value) => _ = record.insert(name, value),
                None => _ = record.shift_remove(&name),
            }
        }
        record
    });
    let far = prop::collection::vec(("[a-zA-Z]{1,10}", anything()), 0..6).prop_map(|members| members.into_iter().collect());
    prop_oneof![15 => near, 1 => far].boxed()
}

/// A kind and a record of it.
pub(crate) fn record() -> impl Strategy<Value = (Kind, Object)> {
    kinds().prop_flat_map(|kind| (Just(kind), records(kind)))
}

/// A kind and some records of it.
pub(crate) fn batch() -> impl Strategy<Value = (Kind, Vec<Object>)> {
    kinds().prop_flat_map(|kind| (Just(kind), prop::collection::vec(records(kind), 0..5)))
}

/// Records without an error, mostly each with an id of its own: the example where a change made one.
pub(crate) fn good_batch() -> impl Strategy<Value = (Kind, Vec<Object>)> {
    (batch(), prop::bool::weighted(0.9)).prop_map(|((kind, records), apart)| {
        let good = |record: Object| {
            let text = Value::Object(record.clone()).to_string();
            let given = Record::from_json(kind, text.as_bytes()).unwrap();
            if validate(&given, &Options::default()).is_valid() { record } else { example(kind) }
        };
        let mut records: Vec<_> = records.into_iter().map(good).collect();
        let id = kind.table().fields[0].name;
        for (index, record) in records.iter_mut().enumerate().filter(|_| apart) {
            record.insert(id.to_owned(), json!(format!("{index:032}")));
        }
        (kind, records)
    })
}

/// Options without a word on single rules.
pub(crate) fn plain_options() -> impl Strategy<Value = Value> {
    let profile = select(vec!["document", "strict"]);
    let today = select(vec![None, Some("2024-05-19"), Some("2026-11-23"), Some("2036-05-20")]);
    (profile, today, select(vec![None, Some("1"), Some("2"), Some("3")])).prop_map(|(profile, today, certificate)| {
        let mut given = json!({ "profile": profile });
        for (name, value) in [("today", today), ("certType", certificate)] {
            if let Some(value) = value {
                given[name] = json!(value);
            }
        }
        given
    })
}

/// Severities for some rules.
pub(crate) fn severities() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let rule = any::<Index>().prop_map(|index| rules::ALL[index.index(rules::COUNT)].id);
    prop::collection::vec((rule, select(vec!["error", "warning", "off"])), 0..12)
}

/// The options with these severities.
pub(crate) fn with_severities(given: &Value, severities: &[(&str, &str)]) -> Options {
    let mut given = given.clone();
    given["rules"] = severities.iter().map(|(rule, severity)| ((*rule).to_owned(), json!(severity))).collect();
    options(&given)
}

/// Layouts of a body.
pub(crate) fn layouts() -> impl Strategy<Value = Value> {
    let key = select(vec![None, Some("acceptData"), Some("AcceptData")]);
    let info = select(vec![None, Some("array"), Some("string")]);
    (key, info, any::<Option<bool>>(), any::<bool>()).prop_map(|(key, info, normalise, extra)| {
        let mut given = json!({"certType": "1"});
        if let Some(key) = key {
            given["listKey"] = json!(key);
        }
        if let Some(info) = info {
            given["businessInformation"] = json!(info);
        }
        if let Some(normalise) = normalise {
            given["normalise"] = json!(normalise);
        }
        if extra {
            given["extra"] = json!(["oldcertNum", "absent"]);
        }
        given
    })
}
