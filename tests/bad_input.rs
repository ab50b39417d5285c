//! Whatever is given, the core answers: nothing traps, and a fault costs what it stands in and no more.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod rules_support;
#[path = "rules_support/strategies.rs"]
mod strategies;

use mohurd_ecert::check::message::Locale;
use mohurd_ecert::check::{Issue, Step};
use mohurd_ecert::{BuildError, Kind, Options, Record, Report, Severity};
use mohurd_ecert::{build_request, needs, normalise, validate, validate_batch, validate_request};
use proptest::prelude::*;
use rules_support::{example, options};
use serde_json::{Value, json};
use strategies::{Object, batch, kinds};

const LARGE: usize = 10 * 1024 * 1024;

fn text(record: &Object) -> String {
    Value::Object(record.clone()).to_string()
}

fn marks(report: &Report) -> Vec<(&'static str, u32)> {
    report.issues.iter().map(|issue| (issue.rule_id(), issue.record)).collect()
}

fn batch_of(kind: Kind, bytes: &[u8]) -> Vec<(&'static str, u32)> {
    marks(&validate_batch(kind, bytes, &Options::default()))
}

/// The example with one member put behind the others, as it is written.
fn and(kind: Kind, member: &str) -> String {
    let record = text(&example(kind));
    format!("{},{member}}}", &record[..record.len() - 1])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_traps_whatever_the_bytes(kind in kinds(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        assert_all_answer(kind, &bytes);
    }

    #[test]
    fn nothing_traps_whatever_breaks_a_text((kind, records) in batch(), places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6)) {
        let mut bytes = serde_json::to_vec(&records).unwrap();
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        assert_all_answer(kind, &bytes);
        assert_all_answer(kind, &[b"{\"certType\":\"1\",\"safeCertParameter\":{\"acceptData\":", &*bytes, b"}}"].concat());
    }

    #[test]
    fn a_broken_line_costs_only_itself((kind, records) in batch(), place in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>()) {
        let options = Options::default();
        let mut lines: Vec<_> = records.iter().map(text).collect();
        let place = place.index(lines.len() + 1);
        let whole = text(&example(kind));
        let cut = (1..whole.len()).filter(|end| whole.is_char_boundary(*end)).nth(cut.index(whole.chars().count() - 1)).unwrap();
        let before = validate_batch(kind, lines.join("\n").as_bytes(), &options);
        lines.insert(place, whole[..cut].to_owned());
        let after = validate_batch(kind, lines.join("\n").as_bytes(), &options);
        let (broken, others): (Vec<_>, Vec<_>) = after.issues.iter().cloned().partition(|issue| issue.record as usize == place);
        let rules: Vec<_> = broken.iter().map(Issue::rule_id).collect();
        prop_assert_eq!(rules, ["record/syntax"]);
        prop_assert_eq!((after.total, after.valid_records), (before.total + 1, before.valid_records));
        let moved = others.into_iter().map(|mut issue| {
            issue.record -= u32::from(issue.record as usize > place);
            issue
        });
        let told = |issue: Issue| (issue.rule, issue.severity, issue.record, issue.place);
        prop_assert_eq!(moved.map(told).collect::<Vec<_>>(), before.issues.into_iter().map(told).collect::<Vec<_>>());
    }
}

/// Every way in answers, and every issue can be put into words.
fn assert_all_answer(kind: Kind, bytes: &[u8]) {
    let options = Options::default();
    let mut reports = vec![validate_batch(kind, bytes, &options), validate_request(bytes, &options)];
    if let Ok(record) = Record::from_json(kind, bytes) {
        reports.push(validate(&record, &options));
        needs(&record, &options);
        normalise(&record);
    }
    for report in &reports {
        assert!(report.valid_records <= report.total);
        for issue in &report.issues {
            assert!(issue.message(report.kind, Locale::En).contains(&issue.cite(report.kind)) && !issue.cite(report.kind).is_empty());
        }
    }
}

#[test]
fn a_long_text_is_one_error_at_its_field_and_nowhere_repeated() {
    for kind in Kind::ALL {
        for field in kind.table().fields {
            let length = if field.name == "url" || field.name == "businessInformation" { LARGE } else { LARGE / 100 };
            let mut record = example(kind);
            record.insert(field.name.to_owned(), json!("x".repeat(length)));
            let report = validate_batch(kind, text(&record).as_bytes(), &Options::default());
            let errors = report.issues.iter().filter(|issue| issue.severity == Severity::Error);
            let places: Vec<_> = errors.map(|issue| issue.field(Some(kind)).unwrap()).collect();
            assert_eq!(places, [field.name]);
            assert!(report.issues.iter().all(|issue| issue.message(Some(kind), Locale::ZhCn).len() < 1000));
        }
    }
}

#[test]
fn a_photo_of_ten_megabytes_is_measured() {
    let mut record = example(Kind::Special);
    record.insert("photo".to_owned(), json!("/9j/".to_owned() + &"AAAA".repeat(LARGE / 4)));
    let report = validate_batch(Kind::Special, text(&record).as_bytes(), &Options::default());
    assert_eq!(marks(&report), [("photo/size", 0)]);
    assert_eq!(report.issues[0].b as usize, LARGE / 4 * 3 + 3);
}

#[test]
fn nul_in_every_field_is_found_in_every_field() {
    for kind in Kind::ALL {
        for field in kind.table().fields {
            let mut record = example(kind);
            record.insert(field.name.to_owned(), json!("a\0b"));
            let report = validate_batch(kind, text(&record).as_bytes(), &Options::default());
            let rules: Vec<_> = report.issues.iter().map(Issue::rule_id).collect();
            assert_eq!(rules, ["field/characters"], "{}", field.name);
        }
        let record = text(&example(kind));
        assert_eq!(batch_of(kind, format!("{record}\n\0\n").as_bytes()), [("record/syntax", 1)]);
    }
}

#[test]
fn a_megabyte_of_one_character_is_one_fault_or_many_and_no_trap() {
    for unit in ["[", "{", "\"", "{\"a\":", "[[1],", ",", "[,", "\\", "\n", "]", "}{", "1", "\u{feff}", "nul", "{\"ID\":\"", "\u{1f600}"] {
        let text = unit.repeat(1024 * 1024 / unit.len());
        for kind in Kind::ALL {
            let report = validate_batch(kind, text.as_bytes(), &Options::default());
            assert!(report.issues.iter().all(|issue| issue.rule_id().starts_with("record/")), "{unit:?}");
            assert_eq!(report.valid_records, 0);
        }
        let report = validate_request(text.as_bytes(), &Options::default());
        assert!(!report.is_valid() && report.issues.len() == 1 && report.kind.is_none(), "{unit:?}");
        assert!(Record::from_json(Kind::Safety, text.as_bytes()).is_err());
    }
}

#[test]
fn nesting_has_an_end_and_costs_its_entry_only() {
    let whole = text(&example(Kind::Preview));
    let nested = |depth: usize| format!("\"deep\":{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(batch_of(Kind::Preview, and(Kind::Preview, &nested(100)).as_bytes()), [("field/unknown", 0)]);
    let deep = and(Kind::Preview, &nested(100_000));
    let second = whole.replace("3500002024000000002", "3500002024000000003");
    assert_eq!(batch_of(Kind::Preview, format!("{whole}\n{deep}\n{second}").as_bytes()), [("record/syntax", 1)]);
    let mut record = example(Kind::Safety);
    record.insert("businessInformation".to_owned(), json!("[".repeat(100_000)));
    assert_eq!(batch_of(Kind::Safety, text(&record).as_bytes()), [("info/shape", 0)]);
}

#[test]
fn bytes_that_are_no_utf8_cost_their_entry_only() {
    let whole = text(&example(Kind::Preview));
    let second = whole.replace("3500002024000000002", "3500002024000000003");
    for broken in [&b"\xff"[..], b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe4\xb8"] {
        let line = [br#"{"ID":""#, broken, br#""}"#].concat();
        let lines = [whole.as_bytes(), b"\n", &line, b"\n", second.as_bytes()].concat();
        assert_eq!(batch_of(Kind::Preview, &lines), [("record/syntax", 1)]);
        let array = [b"[", whole.as_bytes(), b",", &line, b",", second.as_bytes(), b"]"].concat();
        assert_eq!(batch_of(Kind::Preview, &array), [("record/syntax", 1)]);
        let body = [br#"{"certType":"1","parameter":{"acceptData":["#, &*line, b"]}}"].concat();
        assert_eq!(marks(&validate_request(&body, &Options::default())), [("record/syntax", 0)]);
    }
}

#[test]
fn half_a_surrogate_pair_is_told_at_its_field_and_not_sent() {
    let whole = text(&example(Kind::Preview));
    for half in [r"\ud800", r"\udfff", r"\udc00\ud800", r"\ud800x"] {
        let broken = whole.replace("/preview/", &format!("/preview/{half}"));
        assert_eq!(batch_of(Kind::Preview, broken.as_bytes()), [("field/characters", 0)], "{half}");
        let record = Record::from_json(Kind::Preview, broken.as_bytes()).unwrap();
        assert!(matches!(build_request(Kind::Preview, &[record], &options(&json!({"certType": "1"}))), Err(BuildError::Invalid(_))));
    }
}

#[test]
fn numbers_of_any_size_are_numbers() {
    for number in ["1e400", "-0", "1E-999", &"9".repeat(100_000), "0.1e+5"] {
        let record = text(&example(Kind::Preview)).replace("\"3500002024000000002\"", number);
        assert_eq!(batch_of(Kind::Preview, record.as_bytes()), [("field/type", 0)]);
        let extra = and(Kind::Preview, &format!("\"n\": {number}"));
        let given = Record::from_json(Kind::Preview, extra.as_bytes()).unwrap();
        let body = build_request(Kind::Preview, &[given], &options(&json!({"certType": "1", "extra": ["n"]})));
        assert!(body.is_ok_and(|body| body.ends_with(&format!("\"n\":{number}}}]}}}}"))), "{number:.20}");
    }
    for wrong in ["01", "+1", ".5", "1.", "NaN", "Infinity", "0x1", "1e", "--1"] {
        assert_eq!(batch_of(Kind::Preview, and(Kind::Preview, &format!("\"n\":{wrong}")).as_bytes()), [("record/syntax", 0)], "{wrong}");
    }
}

#[test]
fn of_members_with_one_name_the_last_counts() {
    let twice = and(Kind::Preview, r#""ID":"3500002024000000009""#);
    assert_eq!(batch_of(Kind::Preview, twice.as_bytes()), [("record/duplicate-key", 0)]);
    let given = Record::from_json(Kind::Preview, twice.as_bytes()).unwrap();
    let body = build_request(Kind::Preview, &[given], &options(&json!({"certType": "1"}))).ok().unwrap();
    assert!(body.contains("3500002024000000009") && !body.contains("3500002024000000002"));
    let many = and(Kind::Preview, &["\"ID\":\"x\""; 50_000].join(","));
    assert_eq!(batch_of(Kind::Preview, many.as_bytes()).len(), 50_001);
}

#[test]
fn odd_names_are_names() {
    for name in ["__proto__", "constructor", "", " ", "\\u0000", "\\ud800", "$set", "\u{1f600}", &"n".repeat(1_000_000)] {
        let report = validate_batch(Kind::Preview, and(Kind::Preview, &format!("\"{name}\":1")).as_bytes(), &Options::default());
        assert_eq!(marks(&report), [("field/unknown", 0)]);
        assert!(matches!(&report.path(&report.issues[0])[..], [Step::Index(0), Step::Name(_)]));
    }
    let record = and(Kind::Preview, r#""__proto__":{"url":"x"}"#);
    let given = Record::from_json(Kind::Preview, record.as_bytes()).unwrap();
    let body = build_request(Kind::Preview, &[given], &options(&json!({"certType": "1", "extra": ["__proto__"]}))).ok().unwrap();
    assert!(body.ends_with(r#""__proto__":{"url":"x"}}]}}"#));
}

#[test]
fn a_hundred_thousand_unknown_names_are_told_one_by_one() {
    let members: Vec<_> = (0..100_000).map(|number| format!("\"certNum{number}\":0")).collect();
    assert_eq!(batch_of(Kind::Safety, and(Kind::Safety, &members.join(",")).as_bytes()).len(), 100_000);
}

#[test]
fn a_body_of_odd_parts_is_judged() {
    for (body, rule) in [
        (r#"{"certType":"1","certType":1}"#, "request/cert-type"),
        (r#"{"certType":"1","safeCertParameter":1e400}"#, "request/shape"),
        (r#"{"certType":"1","safeCertParameter":{"acceptData":true}}"#, "request/shape"),
        (r#"{"certType":"1","safeCertParameter":{"acceptData":{}}}"#, "request/empty-list"),
        (r#"{"certType":"1","safeCertParameter":{"__proto__":[]}}"#, "request/empty-list"),
    ] {
        let report = validate_request(body.as_bytes(), &Options::default());
        assert_eq!(report.issues[0].rule_id(), rule, "{body}");
    }
}
