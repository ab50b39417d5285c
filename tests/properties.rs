//! What holds for every record, batch, request and option.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod rules_support;
#[path = "rules_support/strategies.rs"]
mod strategies;

use std::collections::BTreeMap;

use mohurd_ecert::check::rule::{Scope, Stands};
use mohurd_ecert::check::{Issue, Place, RuleId};
use mohurd_ecert::spec::Need;
use mohurd_ecert::{BuildError, Kind, Needed, Options, Record, Severity};
use mohurd_ecert::{build_request, needs, normalise, validate, validate_batch, validate_field, validate_request};
use proptest::prelude::*;
use rules_support::{example, options};
use serde_json::Value;
use strategies::{Object, batch, good_batch, layouts, plain_options, record, severities, with_severities};

fn text(record: &Object) -> String {
    Value::Object(record.clone()).to_string()
}

/// The issues of a record given as JSON.
fn issues(kind: Kind, record: &Object, options: &Options) -> Vec<Issue> {
    validate(&Record::from_json(kind, text(record).as_bytes()).unwrap(), options).issues
}

fn is_error(issue: &Issue) -> bool {
    issue.severity == Severity::Error
}

/// The field of the table at which an issue stands.
fn field_of(issue: &Issue) -> Option<usize> {
    match issue.place {
        Place::Field(field) | Place::Item { field, .. } => Some(usize::from(field)),
        _ => None,
    }
}

/// The fields that a rule reads where it stands at that field, itself included; only the field for the checks of rows.
fn reads(kind: Kind, issue: &Issue) -> Vec<usize> {
    let Some(at) = field_of(issue) else { return Vec::new() };
    let place = |name: &&str| kind.table().index_of(name).unwrap();
    match &issue.rule.rule().stands {
        Stands::At(stands, _) => {
            let mut here = stands.iter().filter(|stand| stand.kinds.has(kind) && place(&stand.at) == at);
            here.next().unwrap().reads.iter().map(place).chain([at]).collect()
        }
        _ => vec![at],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_field_has_its_issues_and_those_of_the_rules_that_read_it((kind, record) in record(), given in plain_options(), set in severities()) {
        let options = with_severities(&given, &set);
        let all = issues(kind, &record, &options);
        for (index, field) in kind.table().fields.iter().enumerate() {
            let json = text(&record);
            let found = validate_field(&Record::from_json(kind, json.as_bytes()).unwrap(), field.name, &options).unwrap();
            let wanted: Vec<_> = all.iter().filter(|issue| reads(kind, issue).contains(&index)).cloned().collect();
            prop_assert_eq!(found, wanted, "{}", field.name);
        }
    }

    #[test]
    fn what_is_needed_is_missed_when_it_is_left_out((kind, record) in record()) {
        for (index, field) in kind.table().fields.iter().enumerate() {
            let mut without = record.clone();
            let group = match field.need {
                Need::When(condition) => condition.one_of,
                _ => &[],
            };
            for name in group.iter().chain([&field.name]) {
                without.shift_remove(*name);
            }
            let json = text(&without);
            let needed = needs(&Record::from_json(kind, json.as_bytes()).unwrap(), &Options::default())[index];
            let rule = match field.need {
                Need::When(condition) => condition.rule,
                _ => "field/required",
            };
            let at_group = |issue: &Issue| field_of(issue).is_some_and(|at| at == index || group.contains(&kind.table().fields[at].name));
            let missed = issues(kind, &without, &Options::default()).iter().any(|issue| issue.rule_id() == rule && at_group(issue));
            prop_assert_eq!(needed != Needed::Optional, missed, "{}", field.name);
            prop_assert_eq!(needed == Needed::OneOf, missed && !group.is_empty(), "{}", field.name);
        }
    }

    #[test]
    fn the_canonical_spelling_is_canonical_and_no_worse((kind, record) in record(), given in plain_options()) {
        let options = options(&given);
        let json = text(&record);
        let changes = normalise(&Record::from_json(kind, json.as_bytes()).unwrap());
        let mut canonical = record.clone();
        for change in &changes {
            let value = if change.is_json { serde_json::from_str(&change.text).unwrap() } else { Value::from(change.text.clone()) };
            canonical.insert(kind.table().fields[change.field].name.to_owned(), value);
        }
        let json = text(&canonical);
        prop_assert!(normalise(&Record::from_json(kind, json.as_bytes()).unwrap()).is_empty());
        let (before, after) = (issues(kind, &record, &options), issues(kind, &canonical, &options));
        prop_assert!(before.iter().any(is_error) || !after.iter().any(is_error));
        // An issue is new only where a field that could not be read now can.
        let mended = |field: &usize| before.iter().any(|issue| field_of(issue) == Some(*field) && !after.contains(issue));
        for issue in after.iter().filter(|issue| !before.contains(issue)) {
            prop_assert!(reads(kind, issue).iter().any(mended), "{}", issue.rule_id());
        }
    }

    #[test]
    fn a_body_that_is_built_is_a_right_one((kind, records) in good_batch(), layout in layouts()) {
        let options = options(&layout);
        let texts: Vec<_> = records.iter().map(text).collect();
        let given: Vec<_> = texts.iter().map(|json| Record::from_json(kind, json.as_bytes()).unwrap()).collect();
        match build_request(kind, &given, &options) {
            Ok(body) => {
                assert_body(kind, &body, records.len());
                let report = validate_request(body.as_bytes(), &options);
                prop_assert!(report.is_valid() && report.total as usize == records.len() && report.kind == Some(kind));
            }
            Err(BuildError::Input(_)) => prop_assert!(false, "the layout names the certificate"),
            Err(BuildError::Invalid(report)) => {
                prop_assert!(!report.is_valid());
                let alone = |issue: &Issue| !matches!(issue.rule.rule().scope, Scope::Entry | Scope::Request);
                prop_assert!(!report.issues.iter().any(|issue| is_error(issue) && alone(issue)), "only what records have between them");
            }
        }
    }

    #[test]
    fn a_batch_is_its_records((kind, records) in batch(), given in plain_options(), lines in any::<bool>()) {
        let options = options(&given);
        let json = if lines {
            records.iter().map(|record| text(record) + "\n").collect()
        } else {
            serde_json::to_string(&records).unwrap()
        };
        let report = validate_batch(kind, json.as_bytes(), &options);
        let among = |issue: &Issue| matches!(issue.rule.rule().stands, Stands::Among(_));
        let mut valid = 0;
        for (index, record) in records.iter().enumerate() {
            let mut alone = issues(kind, record, &options);
            alone.iter_mut().for_each(|issue| issue.record = index as u32);
            let here: Vec<_> = report.issues.iter().filter(|issue| issue.record == index as u32).collect();
            valid += u32::from(!here.iter().any(|issue| is_error(issue)));
            let own: Vec<_> = here.into_iter().filter(|issue| !among(issue)).cloned().collect();
            prop_assert_eq!(own, alone);
        }
        prop_assert_eq!((report.total as usize, report.valid_records), (records.len(), valid));
    }

    #[test]
    fn issues_come_in_the_order_of_the_table((kind, record) in record(), given in plain_options(), set in severities()) {
        let found = issues(kind, &record, &with_severities(&given, &set));
        let order = |issue: &Issue| (field_of(issue).unwrap_or(usize::MAX), issue.rule);
        prop_assert!(found.is_sorted_by_key(order), "{:?}", found.iter().map(|issue| issue.rule_id()).collect::<Vec<_>>());
    }

    #[test]
    fn severities_are_those_that_were_set((kind, record) in record(), given in plain_options(), set in severities()) {
        let last: BTreeMap<_, _> = set.iter().copied().collect();
        let last: Vec<_> = last.into_iter().collect();
        for issue in issues(kind, &record, &with_severities(&given, &last)) {
            if let Some((_, severity)) = last.iter().find(|(rule, _)| *rule == issue.rule_id()) {
                prop_assert_eq!(issue.severity.id(), *severity);
            }
        }
    }

    #[test]
    fn a_rule_between_fields_can_be_set_without_a_word_to_the_others((kind, record) in record(), given in plain_options(), set in severities()) {
        // The checks of single fields decide which rules run at all (reading R23), so they are left as they are.
        let set: BTreeMap<_, _> = set.into_iter().filter(|(rule, _)| matches!(RuleId::find(rule).unwrap().rule().stands, Stands::At(..))).collect();
        let wanted = issues(kind, &record, &options(&given)).into_iter().filter_map(|mut issue| {
            match set.get(issue.rule_id()) {
                Some(&"off") => return None,
                Some(&"error") => issue.severity = Severity::Error,
                Some(_) => issue.severity = Severity::Warning,
                None => {}
            }
            Some(issue)
        });
        let list: Vec<_> = set.iter().map(|(rule, severity)| (*rule, *severity)).collect();
        prop_assert_eq!(issues(kind, &record, &with_severities(&given, &list)), wanted.collect::<Vec<_>>());
    }

    #[test]
    fn what_strict_takes_document_takes((kind, record) in record(), mut given in plain_options()) {
        given["profile"] = Value::from("strict");
        let strict = issues(kind, &record, &options(&given));
        given["profile"] = Value::from("document");
        prop_assert!(strict.iter().any(is_error) || !issues(kind, &record, &options(&given)).iter().any(is_error));
    }

    #[test]
    fn a_rule_stands_only_where_its_row_says((kind, record) in record(), given in plain_options()) {
        for issue in issues(kind, &record, &options(&given)) {
            let field = field_of(&issue).map(|index| &kind.table().fields[index]);
            let fits = match (&issue.rule.rule().stands, field) {
                (Stands::ByRow(on), Some(field)) => on(field),
                (Stands::At(stands, _), Some(field)) => stands.iter().any(|stand| stand.kinds.has(kind) && stand.at == field.name),
                (Stands::Elsewhere, None) => true,
                _ => false,
            };
            prop_assert!(fits, "{}", issue.rule_id());
        }
    }
}

/// `certType` and the block; in it one list of records, whose fields are those of the table, in its order.
fn assert_body(kind: Kind, body: &str, count: usize) {
    let body: Value = serde_json::from_str(body).unwrap();
    let names: Vec<_> = body.as_object().unwrap().keys().cloned().collect();
    assert_eq!(names, ["certType", kind.table().block]);
    let lists: Vec<_> = body[kind.table().block].as_object().unwrap().values().collect();
    assert_eq!(lists.len(), 1);
    assert_eq!(lists[0].as_array().unwrap().len(), count);
    for record in lists[0].as_array().unwrap() {
        let places = record.as_object().unwrap().keys().map(|name| kind.table().index_of(name).unwrap_or_else(|| other(name)));
        assert!(places.is_sorted_by(|a, b| a < b), "{record}");
    }
}

/// What the option lets through comes last.
fn other(name: &str) -> usize {
    assert_eq!(name, "oldcertNum");
    usize::MAX
}
