//! `validator::Validate` for records: the errors of the default options, by the names of the fields.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]
#![cfg(feature = "validator")]

mod rules_support;

use std::collections::BTreeMap;

use mohurd_ecert::{Kind, Record};
use rules_support::example;
use serde_json::{Value, json};
use validator::Validate;

/// The codes of the errors at each field.
fn errors(kind: Kind, changes: Value) -> BTreeMap<String, Vec<String>> {
    let mut record = example(kind);
    record.extend(changes.as_object().unwrap().clone());
    let json = Value::Object(record).to_string();
    match Record::from_json(kind, json.as_bytes()).unwrap().validate() {
        Ok(()) => BTreeMap::new(),
        Err(errors) => {
            let codes = |errors: &Vec<validator::ValidationError>| errors.iter().map(|error| error.code.to_string()).collect();
            errors.field_errors().into_iter().map(|(name, errors)| (name.to_string(), codes(errors))).collect()
        }
    }
}

#[test]
fn the_examples_are_valid() {
    for kind in Kind::ALL {
        assert!(errors(kind, json!({})).is_empty());
    }
}

#[test]
fn warnings_are_no_errors() {
    assert!(errors(Kind::Safety, json!({"companyName": " x", "eCertID": "z", "note": 1})).is_empty());
}

#[test]
fn every_error_stands_at_its_field_under_the_id_of_its_rule() {
    let changes = json!({"certNum": null, "issuDate": "2021-02-30", "firstIssuDate": 5, "expiringDate": "1999-01-01", "note": 1});
    let wanted = [
        ("certNum", "field/required"),
        ("expiringDate", "dates/validity-order"),
        ("firstIssuDate", "field/type"),
        ("issuDate", "field/date"),
    ];
    let wanted = wanted.map(|(name, rule)| (name.to_owned(), vec![rule.to_owned()]));
    assert_eq!(errors(Kind::Safety, changes), BTreeMap::from(wanted));
}

#[test]
fn an_error_in_an_entry_stands_at_the_field() {
    let found = errors(Kind::Special, json!({"businessInformation": [{"itemvalue": "01"}]}));
    assert_eq!(found["businessInformation"], ["info/shape"]);
}

#[test]
fn nothing_of_the_record_is_in_the_errors() {
    let record = json!({"birthDate": "1999-09-09", "identityCard": "359999198809300039", "name": "王".repeat(51)});
    let mut whole = example(Kind::Manager);
    whole.extend(record.as_object().unwrap().clone());
    let json = Value::Object(whole).to_string();
    let errors = Record::from_json(Kind::Manager, json.as_bytes()).unwrap().validate().unwrap_err();
    let told = format!("{errors} {errors:?}");
    assert!(told.contains("manager/birth-date-matches-id") && told.contains("field/max-length"));
    assert!(!told.contains("1999-09-09") && !told.contains("359999198809300039") && !told.contains('王'));
}
