//! Previews in: an assignment that was given has one page, and whether an unknown one passes is a setting.

use mohurd_ecert::Kind;
use mohurd_ecert::gateway::Call;
use mohurd_ecert::sandbox::{Config, UnknownAssignment};
use mohurd_ecert::spec::Role;
use serde_json::json;

use super::support::{Caller, body, numbered, put_at, told, with};

#[test]
fn a_preview_is_taken_without_data() {
    let mut caller = Caller::assigned(3);
    for records in [vec![numbered(Kind::Preview, 1)], vec![numbered(Kind::Preview, 2), numbered(Kind::Preview, 3)]] {
        assert_eq!(caller.post_json(&body(&records)), json!({"ReturnCode": "1", "ReturnMsg": "上传成功"}));
    }
    assert_eq!((caller.sandbox.held().len(), caller.sandbox.seen(Call::Preview)), (6, 2));
    assert_eq!(caller.sandbox.held()[3].assignment.as_ref().unwrap().as_str(), "3500002024000000001");
}

#[test]
fn an_assignment_is_used_once() {
    let mut caller = Caller::assigned(2);
    caller.submit(&[numbered(Kind::Preview, 1)]);
    let outcomes = caller.submit(&[numbered(Kind::Preview, 1), numbered(Kind::Preview, 2)]);
    assert_eq!(told(&outcomes), [("refused", vec!["赋码已使用"]), ("accepted", vec![])]);
    let held: Vec<u32> = caller.sandbox.held().iter().skip(2).map(|held| held.times).collect();
    assert_eq!(held, [2, 1]);
    let reply = caller.post_json(&body(&[numbered(Kind::Preview, 1)]));
    let error = json!({"ErrorGuid": "3500002024000000001", "ErrorMsg": "赋码已使用"});
    assert_eq!(reply, json!({"ReturnCode": "0", "ReturnMsg": "上传失败", "ReturnData": {"SuccessGuids": "", "ErrorData": [error]}}));
}

#[test]
fn an_assignment_twice_in_a_call_is_used() {
    let records = [numbered(Kind::Preview, 1), numbered(Kind::Preview, 1)];
    let reply = Caller::assigned(1).post_json(&body(&records));
    assert_eq!(reply["ReturnData"]["ErrorData"], json!([{"ErrorGuid": "3500002024000000001", "ErrorMsg": "赋码已使用"}]));
    assert_eq!(reply["ReturnData"]["SuccessGuids"], "3500002024000000001");
}

#[test]
fn an_assignment_that_was_never_given_is_unknown() {
    let mut caller = Caller::new();
    assert_eq!(told(&caller.submit(&[numbered(Kind::Preview, 1)])), [("refused", vec!["赋码不存在"])]);
    assert_eq!(caller.sandbox.held(), []);
    caller.submit(&[with(Kind::Safety, 1, &[(Role::Operation, "05")])]);
    assert_eq!(told(&caller.submit(&[numbered(Kind::Preview, 1)])), [("refused", vec!["赋码不存在"])], "it got none");
    let mut caller = Caller::assigned(1);
    let outcomes = caller.submit(&[numbered(Kind::Preview, 1), numbered(Kind::Preview, 2)]);
    assert_eq!(told(&outcomes), [("accepted", vec![]), ("refused", vec!["赋码不存在"])]);
    caller.sandbox.reset();
    let mut forgetful = Caller::in_front_of(caller.sandbox);
    assert_eq!(told(&forgetful.submit(&[numbered(Kind::Preview, 1)])), [("refused", vec!["赋码不存在"])]);
}

#[test]
fn it_can_be_taken_all_the_same_but_once() {
    let mut caller = Caller::of(Config { unknown_assignment: UnknownAssignment::Accept, ..Config::default() });
    assert_eq!(told(&caller.submit(&[numbered(Kind::Preview, 7)])), [("accepted", vec![])]);
    assert_eq!(told(&caller.submit(&[numbered(Kind::Preview, 7)])), [("refused", vec!["赋码已使用"])]);
}

#[test]
fn an_address_is_checked() {
    let mut record = numbered(Kind::Preview, 1);
    put_at(&mut record, 2, "http://localhost/");
    let outcomes = Caller::assigned(1).submit(&[record]);
    assert_eq!(told(&outcomes), [("refused", vec!["证照预览地址格式不正确"])]);
}
