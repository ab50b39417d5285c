//! The cases of every rule (`tests/cases`), natively. What the core says of each is written to `target/cases-native.json`,
//! which the package's tests hold their own answers against.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod rules_support;

use std::collections::BTreeMap;

use mohurd_ecert::check::message::Locale;
use mohurd_ecert::check::{Issue, RuleId, Step, rules, words};
use mohurd_ecert::{Kind, Report};
use rules_support::{Case, all};
use serde_json::{Map, Value, json};

fn path(report: &Report, issue: &Issue) -> Value {
    let step = |step: Step| match step {
        Step::Name(name) => json!(name),
        Step::Index(index) => json!(index),
    };
    report.path(issue).into_iter().map(step).collect()
}

fn params(report: &Report, issue: &Issue) -> Map<String, Value> {
    issue.params(report.kind).into_iter().map(|(name, value)| (name.to_owned(), json!(value.to_string()))).collect()
}

/// The first three of an issue are compared always, the parameters where a case gives them; a number may be written as one.
fn found(report: &Report, issue: &Issue, expected: Option<&Value>) -> Value {
    let mut found = vec![json!(issue.rule_id()), json!(issue.severity.id()), path(report, issue)];
    if let Some(wanted) = expected.and_then(|issue| issue[3].as_object()) {
        let params = params(report, issue);
        let as_wanted = |name: &String, value: &Value| {
            let is_number = wanted.get(name).is_some_and(Value::is_number);
            let number = value.as_str().and_then(|text| text.parse::<u64>().ok()).filter(|_| is_number);
            (name.clone(), number.map_or_else(|| value.clone(), |number| json!(number)))
        };
        found.push(params.iter().map(|(name, value)| as_wanted(name, value)).collect());
    }
    Value::Array(found)
}

fn differences(case: &Case, report: &Report) -> Vec<String> {
    let expected = case.json["issues"].as_array().unwrap();
    let issues: Vec<_> = report.issues.iter().enumerate().map(|(index, issue)| found(report, issue, expected.get(index))).collect();
    let mut wrong = Vec::new();
    if &issues != expected {
        wrong.push(format!("{}\n  wanted {}\n  found  {}", case.name(), Value::from(expected.clone()), Value::from(issues)));
    }
    let counts = json!([report.total, report.valid_records]);
    if case.json.get("counts").is_some_and(|wanted| *wanted != counts) {
        wrong.push(format!("{}\n  wanted counts {}, found {counts}", case.name(), case.json["counts"]));
    }
    let kind = json!(report.kind.map(Kind::id));
    if case.json.get("is").is_some_and(|wanted| *wanted != kind) {
        wrong.push(format!("{}\n  wanted a request of {}, found {kind}", case.name(), case.json["is"]));
    }
    wrong
}

#[test]
fn every_case_yields_exactly_its_issues() {
    let cases = all();
    let wrong: Vec<_> = cases.iter().flat_map(|case| differences(case, &case.run())).collect();
    println!("{} cases of {} rules", cases.len(), rules::COUNT);
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_cases_on_both_sides() {
    let mut sides: BTreeMap<String, [usize; 2]> = rules::ALL.iter().map(|rule| (rule.id.to_owned(), [0, 0])).collect();
    for case in all() {
        let fails = case.json["issues"].as_array().unwrap().iter().any(|issue| issue[0] == case.rule.as_str());
        let side = sides.get_mut(&case.rule).unwrap_or_else(|| panic!("{}: no such rule", case.name()));
        side[usize::from(fails)] += 1;
    }
    for (rule, [passing, failing]) in sides {
        assert!(passing >= 2 && failing >= 2, "{rule} has {passing} passing and {failing} failing cases; it needs two of each");
    }
}

#[test]
fn every_issue_of_a_case_is_of_a_known_rule_and_severity() {
    for case in all() {
        for issue in case.json["issues"].as_array().unwrap() {
            assert!(RuleId::find(issue[0].as_str().unwrap()).is_some(), "{}: {issue}", case.name());
            assert!(issue[1] == "error" || issue[1] == "warning", "{}: {issue}", case.name());
        }
    }
}

#[test]
fn no_two_cases_of_a_rule_say_the_same() {
    let mut names: Vec<_> = all().iter().map(Case::name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup_by(|a, b| {
        a == b && {
            println!("twice: {a}");
            true
        }
    });
    assert_eq!(names.len(), count);
}

/// Both languages, the citation and the parameters: all that an issue tells people.
fn told(report: &Report, issue: &Issue) -> Vec<String> {
    let words = [Locale::ZhCn, Locale::En].map(|locale| issue.message(report.kind, locale));
    let params = issue.params(report.kind).into_iter().map(|(_, value)| value.to_string());
    words.into_iter().chain([issue.cite(report.kind)]).chain(params).collect()
}

/// Whether a text stands in the words of the rule itself, in the tables' titles or in names: then it is nobody's secret.
fn is_printed(text: &str, report: &Report, issue: &Issue) -> bool {
    let words = &words::ALL[issue.rule.index()];
    let titles = report.kind.into_iter().flat_map(|kind| kind.table().fields).flat_map(|field| [field.title, field.name]);
    let mut printed = words.zh.into_iter().chain(words.en).chain(titles);
    printed.any(|template| template.contains(text)) || issue.field(report.kind).is_some_and(|name| name.contains(text))
}

#[test]
fn every_issue_has_words_and_a_citation_and_none_holds_a_value() {
    for case in all() {
        let (report, texts) = (case.run(), case.texts());
        for issue in &report.issues {
            let told = told(&report, issue);
            let [zh, en, cite] = [0, 1, 2].map(|index| told[index].as_str());
            assert!(!cite.trim().is_empty() && zh.contains(cite) && en.contains(cite), "{}: {zh} {en}", case.name());
            assert!(zh.ends_with('。') && en.ends_with('.') && zh != en, "{}: {zh} {en}", case.name());
            for told in &told {
                assert!(!told.contains(['{', '}']), "{}: {told}", case.name());
                let leak = texts.iter().find(|text| text.chars().count() > 3 && told.contains(*text) && !is_printed(text, &report, issue));
                assert_eq!(leak, None, "{}: {told}", case.name());
            }
        }
    }
}

#[test]
fn what_the_native_side_says_is_written_for_the_package() {
    let mut answers: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for case in all() {
        let report = case.run();
        let issues = report.issues.iter().map(|issue| {
            json!({
                "rule": issue.rule_id(),
                "severity": issue.severity.id(),
                "path": path(&report, issue),
                "field": issue.field(report.kind),
                "zh-CN": issue.message(report.kind, Locale::ZhCn),
                "en": issue.message(report.kind, Locale::En),
                "params": params(&report, issue),
                "cite": issue.cite(report.kind),
            })
        });
        answers.entry(case.name()).or_default().push(issues.collect());
    }
    std::fs::create_dir_all("target").unwrap();
    std::fs::write("target/cases-native.json", serde_json::to_vec(&answers).unwrap()).unwrap();
}
