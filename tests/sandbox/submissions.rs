//! Certificates in: what the reply says, in each of the forms that it can have, and how the gateway's reader has it.

use mohurd_ecert::gateway::{Call, State};
use mohurd_ecert::sandbox::{Assigns, Config, Pairs, Partial, Style};
use mohurd_ecert::spec::Role;
use mohurd_ecert::{Kind, Profile, Record};
use serde_json::{Value, json};

use super::support::{Caller, body, numbered, told, with};

fn names(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// A record whose id is this number and whose province is none.
fn wrong(number: u32) -> Record<'static> {
    with(Kind::Safety, number, &[(Role::Province, "")])
}

#[test]
fn one_record_is_taken_with_its_pair_at_the_top() {
    for kind in Kind::CERTIFICATES {
        let mut caller = Caller::new();
        let reply = caller.post_json(&body(&[Record::example(kind)]));
        assert_eq!(names(&reply), ["ReturnCode", "ReturnMsg", "encryCertid", "encryKey"]);
        assert_eq!((&reply["ReturnCode"], &reply["ReturnMsg"]), (&json!("1"), &json!("上传成功")));
        let held = &caller.sandbox.held()[0];
        assert_eq!(held.assignment.as_ref().unwrap().as_str(), "3500002024000000001");
        assert_eq!((caller.sandbox.held().len(), held.times, held.kind), (1, 1, kind));
        assert_eq!(caller.sandbox.seen(Call::Submit), 1);
    }
}

#[test]
fn one_record_is_read_with_its_pair_wherever_that_stands() {
    for style in [Style::Bare, Style::Enveloped, Style::Custom] {
        for pairs in [Pairs::Top, Pairs::Listed] {
            let mut caller = Caller::of(Config { style, pairs, ..Config::default() });
            let outcomes = caller.submit(&[Record::example(Kind::Special)]);
            let pair = outcomes.records[0].assignment.as_ref().unwrap();
            assert_eq!(outcomes.records[0].state, State::Accepted);
            assert_eq!(pair.cert_id.as_ref().unwrap().as_str().len(), 48);
            assert_eq!(pair.key.as_ref().unwrap().as_str().len(), 88);
            assert_eq!(outcomes.message.unwrap().as_str(), "上传成功");
        }
    }
}

#[test]
fn the_pair_of_one_record_can_stand_in_the_list() {
    let mut caller = Caller::of(Config { pairs: Pairs::Listed, ..Config::default() });
    let reply = caller.post_json(&body(&[Record::example(Kind::Safety)]));
    assert_eq!(names(&reply), ["ReturnCode", "ReturnMsg", "ReturnData"]);
    assert!(reply["ReturnData"]["SuccessData"][0]["encryKey"].is_string());
}

#[test]
fn the_wrappings_are_those_that_are_known() {
    let reply = |style| Caller::of(Config { style, ..Config::default() }).post_json(&body(&[Record::example(Kind::Safety)]));
    let enveloped = reply(Style::Enveloped);
    assert_eq!(
        (names(&enveloped), &enveloped["code"], &enveloped["data"]["ReturnCode"]),
        (vec!["code", "message", "data"], &json!(1), &json!("1"))
    );
    let custom = reply(Style::Custom);
    assert_eq!(names(&custom), ["controls", "custom", "status"]);
    assert_eq!((&custom["status"], &custom["custom"]["ReturnCode"]), (&json!({"code": "1"}), &json!("1")));
}

#[test]
fn several_records_have_their_pairs_in_the_list() {
    let mut caller = Caller::new();
    let records = [numbered(Kind::Safety, 1), numbered(Kind::Safety, 2)];
    let reply = caller.post_json(&body(&records));
    assert_eq!(names(&reply), ["ReturnCode", "ReturnMsg", "ReturnData"]);
    assert_eq!(names(&reply["ReturnData"]), ["SuccessData"]);
    assert_eq!(names(&reply["ReturnData"]["SuccessData"][1]), ["ReturnMsg", "encryCertid", "encryKey", "eCertID"]);
    let outcomes = Caller::new().submit(&records);
    assert!(outcomes.records.iter().all(|outcome| outcome.state == State::Accepted && outcome.assignment.is_some()));
    assert_ne!(outcomes.records[0].assignment, outcomes.records[1].assignment);
}

#[test]
fn only_issue_and_renewal_assign_a_code_unless_told() {
    for (assigns, assigned) in [(Assigns::NewAndRenewed, ["01", "02"].as_slice()), (Assigns::All, &["01", "02", "03", "05", "08", "09"])] {
        for operation in ["01", "02", "03", "05", "08", "09"] {
            let mut caller = Caller::of(Config { assigns, ..Config::default() });
            let outcomes = caller.submit(&[with(Kind::Manager, 1, &[(Role::Operation, operation)])]);
            assert_eq!(outcomes.records[0].state, State::Accepted);
            assert_eq!(outcomes.records[0].assignment.is_some(), assigned.contains(&operation), "{operation}");
            assert_eq!(caller.sandbox.held()[0].assignment.is_some(), assigned.contains(&operation));
        }
    }
}

#[test]
fn an_error_is_told_with_the_records_id_in_the_ministrys_words() {
    let mut caller = Caller::new();
    let reply = caller.post_json(&body(&[wrong(7)]));
    let error = json!({"ErrorGuid": format!("{:032x}", 7), "ErrorMsg": "所属省份不能为空"});
    let expected = json!({"ReturnCode": "0", "ReturnMsg": "上传失败", "ReturnData": {"SuccessGuids": "", "ErrorData": [error]}});
    assert_eq!(reply, expected);
    let outcomes = caller.submit(&[wrong(7)]);
    assert_eq!(told(&outcomes), [("refused", vec!["所属省份不能为空"])]);
    assert_eq!(outcomes.records[0].replies[0].field, Kind::Safety.table().with_role(Role::Province));
    assert!(caller.sandbox.held().is_empty());
}

#[test]
fn right_records_beside_wrong_ones_are_kept() {
    let mut caller = Caller::new();
    let records = [numbered(Kind::Safety, 1), wrong(2), numbered(Kind::Safety, 3), wrong(4)];
    let outcomes = caller.submit(&records);
    let states: Vec<&str> = told(&outcomes).iter().map(|(state, _)| *state).collect();
    assert_eq!(states, ["accepted", "refused", "accepted", "refused"]);
    assert_eq!(outcomes.records.iter().map(|outcome| outcome.assignment.is_some()).collect::<Vec<_>>(), [true, false, true, false]);
    assert_eq!(caller.sandbox.held().len(), 2);
}

#[test]
fn the_ids_of_kept_records_are_nothing_a_text_or_a_list() {
    let ids = |records: &[Record]| Caller::new().post_json(&body(records))["ReturnData"]["SuccessGuids"].clone();
    let [first, third] = [1, 3].map(|number| format!("{number:032x}"));
    assert_eq!(ids(&[wrong(2), wrong(4)]), json!(""));
    assert_eq!(ids(&[numbered(Kind::Safety, 1), wrong(2)]), json!(first));
    assert_eq!(ids(&[numbered(Kind::Safety, 1), wrong(2), numbered(Kind::Safety, 3)]), json!([first, third]));
}

#[test]
fn one_wrong_record_can_refuse_all() {
    let mut caller = Caller::of(Config { partial: Partial::Refuse, ..Config::default() });
    let outcomes = caller.submit(&[numbered(Kind::Safety, 1), wrong(2)]);
    assert_eq!(told(&outcomes), [("unknown", vec![]), ("refused", vec!["所属省份不能为空"])]);
    assert!(caller.sandbox.held().is_empty());
    // What was not kept was not assigned either, and its number is free.
    let outcomes = caller.submit(&[numbered(Kind::Safety, 1), numbered(Kind::Safety, 3)]);
    assert_eq!(told(&outcomes), [("accepted", vec![]), ("accepted", vec![])]);
    assert_eq!(caller.sandbox.held()[0].assignment.as_ref().unwrap().as_str(), "3500002024000000001");
}

#[test]
fn a_wrong_envelope_refuses_the_call() {
    let mut caller = Caller::new();
    let record = body(&[Record::example(Kind::Safety)]);
    for (body, words) in [
        ("", "数据格式不正确"),
        ("[]", "数据格式不正确"),
        ("{", "数据格式不正确"),
        ("{}", "certType不在字典范围内"),
        (r#"{"certType":"1"}"#, "safeCertParameter不能为空"),
        (r#"{"certType":"1","safeCertParameter":{"acceptData":{}}}"#, "safeCertParameter不能为空"),
        (r#"{"certType":"1","safeCertParameter":{"acceptData":"x"}}"#, "safeCertParameter格式不正确"),
        (&record.replacen("\"1\"", "\"4\"", 1), "certType不在字典范围内"),
        (&record.replacen("\"1\"", "\"2\"", 1), "safeCertParameter必须为空"),
    ] {
        let reply = caller.post_json(body);
        assert_eq!(reply["ReturnCode"], "0", "{body}");
        let errors = reply["ReturnData"]["ErrorData"].as_array().unwrap();
        assert!(errors.contains(&json!({"ErrorGuid": "", "ErrorMsg": words})), "{body} {errors:?}");
    }
    assert!(caller.sandbox.held().is_empty());
}

#[test]
fn an_entry_that_is_no_record_costs_no_other() {
    let mut caller = Caller::new();
    let body = body(&[numbered(Kind::Safety, 1)]).replacen('[', "[5,", 1);
    let reply = caller.post_json(&body);
    assert_eq!(reply["ReturnData"]["ErrorData"], json!([{"ErrorGuid": "", "ErrorMsg": "数据格式不正确"}]));
    assert_eq!(caller.sandbox.held().len(), 1);
}

#[test]
fn both_spellings_of_the_list_and_a_byte_order_mark_are_read() {
    let mut caller = Caller::new();
    let body = body(&[numbered(Kind::Safety, 1)]).replacen("acceptData", "AcceptData", 1);
    assert_eq!(caller.post_json(&format!("\u{feff}{body}"))["ReturnCode"], "1");
    assert_eq!(caller.sandbox.held().len(), 1);
}

#[test]
fn the_profile_decides_what_is_an_error() {
    let mut record = numbered(Kind::Safety, 1);
    let place = Kind::Safety.table().index_of("creditCode").unwrap();
    super::support::put_at(&mut record, place, "91359999MA0000007H");
    let records = [record];
    assert_eq!(told(&Caller::new().submit(&records)), [("accepted", vec![])]);
    let mut strict = Caller::of(Config { profile: Profile::Strict, ..Config::default() });
    assert_eq!(told(&strict.submit(&records)), [("refused", vec!["统一社会信用代码格式不正确"])]);
}

#[test]
fn either_address_takes_both_submissions() {
    let mut caller = Caller::new();
    caller.remote = super::support::address("http://127.0.0.1:8788/x/gaia-asp-gateway/test/preview");
    assert_eq!(told(&caller.submit(&[Record::example(Kind::Safety)])), [("accepted", vec![])]);
    assert_eq!((caller.sandbox.seen(Call::Submit), caller.sandbox.seen(Call::Preview)), (1, 0));
    // What the body does not say, the path says.
    caller.post("{}");
    assert_eq!((caller.sandbox.seen(Call::Submit), caller.sandbox.seen(Call::Preview)), (1, 1));
}
