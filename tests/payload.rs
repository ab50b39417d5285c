//! The request body, character by character (readings R1, R3, R4, R5, R14, R22 and R25).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod rules_support;

use mohurd_ecert::{BuildError, InputError, Kind, Record, Report, build_request};
use rules_support::{example, options};
use serde_json::{Map, Value, json};

type Object = Map<String, Value>;

fn with(kind: Kind, changes: Value) -> Object {
    let mut record = example(kind);
    record.extend(changes.as_object().unwrap().clone());
    record
}

fn build(kind: Kind, records: &[Object], given: &Value) -> Result<String, BuildError> {
    let texts: Vec<_> = records.iter().map(|record| serde_json::to_string(record).unwrap()).collect();
    let records: Vec<_> = texts.iter().map(|text| Record::from_json(kind, text.as_bytes()).unwrap()).collect();
    build_request(kind, &records, &options(given))
}

/// The body of one record, parsed.
fn body(kind: Kind, changes: Value, given: Value) -> Value {
    serde_json::from_str(&build(kind, &[with(kind, changes)], &given).unwrap()).unwrap()
}

/// The record in the body.
fn sent(kind: Kind, changes: Value, given: Value) -> Value {
    let body = body(kind, changes, given);
    body[kind.table().block].as_object().unwrap().values().next().unwrap()[0].clone()
}

fn refused(kind: Kind, records: &[Object]) -> Report {
    match build(kind, records, &json!({"certType": "1"})) {
        Err(BuildError::Invalid(report)) => *report,
        _ => panic!("a body was built"),
    }
}

fn marks(report: &Report) -> Vec<(&'static str, u32)> {
    report.issues.iter().map(|issue| (issue.rule_id(), issue.record)).collect()
}

fn names(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Every field of the kind, from its last to its first.
fn whole(kind: Kind) -> Object {
    let more = json!({
        "certStatusDescription": "有效", "categoryDescription": "无",
        "associatedZzeCertID": "1.2.156.3005.2.11100000000013338W050.XXXXXXXXXXXXXXXXXX.ANNNNNNN.001.X",
    });
    let mut record = with(kind, more);
    record.retain(|name, _| kind.table().index_of(name).is_some());
    assert_eq!(record.len(), kind.table().fields.len());
    record.into_iter().rev().collect()
}

#[test]
fn the_body_is_this_text() {
    let record = json!({"url": "https://ecert.example.com/a?b=\"c\"\u{1f600}", "ID": " 3500002024000000002\n", "note": 1});
    let zze = &example(Kind::Preview)["zzeCertID"];
    let text = build(Kind::Preview, &[with(Kind::Preview, record)], &json!({"certType": "1"})).unwrap();
    let wanted = format!(
        r#"{{"certType":"1","parameter":{{"acceptData":[{{"ID":"3500002024000000002","zzeCertID":{zze},"url":"https://ecert.example.com/a?b=\"c\"😀"}}]}}}}"#
    );
    assert_eq!(text, wanted);
}

#[test]
fn the_order_is_the_documents_whatever_the_records() {
    let envelopes = [
        ("1", "safeCertParameter", "acceptData"),
        ("2", "specialCertParameter", "acceptData"),
        ("3", "managerCertParameter", "AcceptData"),
        ("2", "parameter", "acceptData"),
    ];
    for (kind, (cert_type, block, list)) in Kind::ALL.into_iter().zip(envelopes) {
        let text = build(kind, &[whole(kind)], &json!({"certType": "2"})).unwrap();
        let body: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(names(&body), ["certType", block]);
        assert_eq!(body["certType"], cert_type);
        assert_eq!(names(&body[block]), [list]);
        let fields: Vec<_> = kind.table().fields.iter().map(|field| field.name).collect();
        assert_eq!(names(&body[block][list][0]), fields);
    }
}

#[test]
fn the_example_is_sent_as_it_is() {
    for kind in Kind::ALL {
        assert_eq!(sent(kind, json!({}), json!({"certType": "1"})), Value::Object(example(kind)));
    }
}

#[test]
fn texts_are_trimmed_and_else_as_given() {
    let changes = json!({"companyName": "\u{3000} 甲  乙\u{feff}\n", "creditCode": "91359999ma0000007g ", "certNum": "(闽) JZ安许证字〔2024〕000002", "economicType": "０１\t"});
    let sent = sent(Kind::Safety, changes, json!({}));
    let texts = ["companyName", "creditCode", "certNum", "economicType"].map(|name| sent[name].as_str().unwrap());
    assert_eq!(texts, ["甲  乙", "91359999ma0000007g", "(闽) JZ安许证字〔2024〕000002", "０１"]);
}

#[test]
fn days_are_written_with_hyphens() {
    let changes = json!({"issuDate": "20240520", "effectiveDate": " 20240520 ", "expiringDate": "2036-05-19", "firstIssuDate": "20200229"});
    let sent = sent(Kind::Safety, changes, json!({}));
    let days = ["issuDate", "effectiveDate", "expiringDate", "firstIssuDate"].map(|name| sent[name].as_str().unwrap());
    assert_eq!(days, ["2024-05-20", "2024-05-20", "2036-05-19", "2020-02-29"]);
}

#[test]
fn the_managers_sentence_is_made_whole_where_it_is_asked_for() {
    let sentence = "持证人正在办理跨企业变更业务，办理完成前本证书暂不可用";
    let whole = format!("{sentence}。");
    let description = |state: &str, text: &str, kind| {
        let operation = if state == "99" { "07" } else { "01" };
        sent(kind, json!({"certState": state, "operateType": operation, "certStatusDescription": text}), json!({}))["certStatusDescription"]
            .clone()
    };
    assert_eq!(description("99", sentence, Kind::Manager), whole);
    assert_eq!(description("99", &format!(" {sentence}\n"), Kind::Manager), whole);
    assert_eq!(description(" 99", sentence, Kind::Manager), whole);
    assert_eq!(description("99", &whole, Kind::Manager), whole);
    assert_eq!(description("01", sentence, Kind::Manager), sentence);
    assert_eq!(description("99", sentence, Kind::Special), sentence);
}

#[test]
fn business_information_is_an_array_or_by_option_its_text() {
    let items = json!([{"itemtext": " 资质 ", "itemvalue": "02", "more": [1, null]}]);
    let spaced = "\n[ {\"itemtext\" : \" 资质 \", \"itemvalue\":\"02\",\"more\":[1, null]} ]";
    for given in [items.clone(), json!(spaced)] {
        let changes = json!({"businessInformation": given});
        assert_eq!(sent(Kind::Safety, changes.clone(), json!({}))["businessInformation"], items);
        assert_eq!(sent(Kind::Safety, changes.clone(), json!({"businessInformation": "array"}))["businessInformation"], items);
        let text = sent(Kind::Safety, changes, json!({"businessInformation": "string"}));
        assert_eq!(text["businessInformation"], r#"[{"itemtext":" 资质 ","itemvalue":"02","more":[1,null]}]"#);
    }
}

#[test]
fn the_list_is_named_as_the_option_says() {
    for (kind, key) in
        [(Kind::Safety, "AcceptData"), (Kind::Manager, "acceptData"), (Kind::Manager, "AcceptData"), (Kind::Preview, "AcceptData")]
    {
        let body = body(kind, json!({}), json!({"certType": "3", "listKey": key}));
        assert_eq!(names(&body[kind.table().block]), [key]);
    }
}

#[test]
fn what_is_absent_or_unknown_is_left_out() {
    let nothing = [json!(null), json!(""), json!(" \u{3000}\n"), json!([])];
    for nothing in nothing {
        let sent =
            sent(Kind::Manager, json!({"businessInformation": nothing, "EcertID": "x", "remark": {"a": 1}, "oldcertNum": "x"}), json!({}));
        let mut wanted = example(Kind::Manager);
        wanted.shift_remove("businessInformation");
        assert_eq!(names(&sent), wanted.keys().collect::<Vec<_>>());
    }
    let sent = sent(
        Kind::Manager,
        json!({"major": "", "associatedZzeCertID": null, "certStatusDescription": " ", "educationDegree": "\t"}),
        json!({}),
    );
    for name in ["major", "associatedZzeCertID", "certStatusDescription", "educationDegree"] {
        assert!(sent.get(name).is_none(), "{name}");
    }
}

#[test]
fn named_fields_are_let_through_behind_the_others() {
    let changes = json!({"other": 2, "oldcertNum": " 鲁建安C3（2020）0000001", "nested": {"b": [1.5, {"c": "甲"}], "a": null}});
    let sent = sent(Kind::Manager, changes, json!({"extra": ["nested", "absent", "oldcertNum"]}));
    let names = names(&sent);
    assert_eq!(names[names.len() - 3..], ["operateType", "nested", "oldcertNum"]);
    assert_eq!(sent["oldcertNum"], " 鲁建安C3（2020）0000001");
    assert_eq!(sent["nested"].to_string(), r#"{"b":[1.5,{"c":"甲"}],"a":null}"#);
}

#[test]
fn a_field_of_the_table_is_written_once_though_it_is_named() {
    let text = build(Kind::Safety, &[example(Kind::Safety)], &json!({"extra": ["certNum"]})).unwrap();
    assert_eq!(text.matches("\"certNum\"").count(), 1);
}

#[test]
fn canonical_spellings_are_written_by_option() {
    let changes = json!({"certNum": "(闽)JZ 安许证字〔2024〕000002", "creditCode": "91359999ma0000007g", "responsiblePersonID": "35999919850612009x"});
    let plain = sent(Kind::Safety, changes.clone(), json!({}));
    assert_eq!(plain["certNum"], changes["certNum"]);
    let canonical = sent(Kind::Safety, changes, json!({"normalise": true}));
    assert_eq!(canonical["certNum"], "（闽）JZ安许证字[2024]000002");
    assert_eq!(canonical["creditCode"], "91359999MA0000007G");
    assert_eq!(canonical["responsiblePersonID"], "35999919850612009X");
}

#[test]
fn a_photo_keeps_its_prefix_and_loses_its_line_breaks() {
    let data = "/9j/4AAQSkZJRgABAQEBLAEsAAD/2Q";
    for (given, on_the_wire) in [
        (format!("data:image/jpg;base64, {data}"), format!("data:image/jpg;base64, {data}")),
        (format!("{}\r\n{} \t{}\n", &data[..8], &data[8..16], &data[16..]), data.to_owned()),
        (format!("data:image/jpeg;base64,{}\n{}", &data[..8], &data[8..]), format!("data:image/jpeg;base64,{data}")),
        (data.to_owned(), data.to_owned()),
    ] {
        assert_eq!(sent(Kind::Special, json!({"photo": given}), json!({}))["photo"], on_the_wire);
        assert_eq!(sent(Kind::Special, json!({"photo": given}), json!({"normalise": true}))["photo"], data);
    }
}

#[test]
fn an_error_in_any_record_or_between_them_builds_nothing() {
    let safety = |changes: Value| with(Kind::Safety, changes);
    let report =
        refused(Kind::Safety, &[safety(json!({})), safety(json!({"eCertID": "b".repeat(32), "certNum": " ", "companyName": " x"}))]);
    assert_eq!(marks(&report), [("field/required", 1), ("field/whitespace", 1)]);
    let report = refused(Kind::Safety, &[safety(json!({})), safety(json!({"certNum": "（闽）JZ安许证字[2024]000003"}))]);
    assert_eq!(marks(&report), [("request/duplicate-id", 1)]);
    let twice = refused(Kind::Preview, &[example(Kind::Preview), example(Kind::Preview)]);
    assert_eq!(marks(&twice), [("preview/duplicate-assignment", 1)]);
}

#[test]
fn warnings_do_not_keep_a_body_back() {
    let second = with(Kind::Safety, json!({"eCertID": "z", "note": 1}));
    assert!(build(Kind::Safety, &[example(Kind::Safety), second], &json!({})).is_ok());
    let strict = build(Kind::Safety, &[with(Kind::Safety, json!({"creditCode": "x"}))], &json!({"profile": "strict"}));
    assert!(matches!(strict, Err(BuildError::Invalid(_))));
}

#[test]
fn no_record_is_no_body() {
    for kind in Kind::ALL {
        assert_eq!(marks(&refused(kind, &[])), [("request/empty-list", 0)]);
    }
}

#[test]
fn a_preview_needs_its_certificate() {
    for records in [vec![], vec![example(Kind::Preview)]] {
        let built = build(Kind::Preview, &records, &json!({}));
        assert!(matches!(built, Err(BuildError::Input(InputError::PreviewNeedsCertificate))));
    }
}
