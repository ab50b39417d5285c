//! Previews in: an assignment has one page, and whether an unknown one passes is a setting.

use mohurd_ecert::Kind;
use mohurd_ecert::gateway::Call;
use mohurd_ecert::sandbox::{Config, UnknownAssignment};
use mohurd_ecert::spec::Role;
use serde_json::json;

use super::support::{Caller, body, numbered, put_at, told, with};

#[test]
fn a_preview_is_taken_without_data() {
    let mut caller = Caller::new();
    for records in [vec![numbered(Kind::Preview, 1)], vec![numbered(Kind::Preview, 2), numbered(Kind::Preview, 3)]] {
        assert_eq!(caller.post_json(&body(&records)), json!({"ReturnCode": "1", "ReturnMsg": "上传成功"}));
    }
    assert_eq!((caller.sandbox.held().len(), caller.sandbox.seen(Call::Preview)), (3, 2));
    assert_eq!(caller.sandbox.held()[0].assignment.as_ref().unwrap().as_str(), "3500002024000000001");
}

#[test]
fn an_assignment_is_used_once() {
    let mut caller = Caller::new();
    caller.submit(&[numbered(Kind::Preview, 1)]);
    let outcomes = caller.submit(&[numbered(Kind::Preview, 1), numbered(Kind::Preview, 2)]);
    assert_eq!(told(&outcomes), [("refused", vec!["赋码已使用"]), ("accepted", vec![])]);
    let held: Vec<u32> = caller.sandbox.held().iter().map(|held| held.times).collect();
    assert_eq!(held, [2, 1]);
    let reply = caller.post_json(&body(&[numbered(Kind::Preview, 1)]));
    let error = json!({"ErrorGuid": "3500002024000000001", "ErrorMsg": "赋码已使用"});
    assert_eq!(reply, json!({"ReturnCode": "0", "ReturnMsg": "上传失败", "ReturnData": {"SuccessGuids": "", "ErrorData": [error]}}));
}

#[test]
fn an_assignment_twice_in_a_call_is_used() {
    let records = [numbered(Kind::Preview, 1), numbered(Kind::Preview, 1)];
    let reply = Caller::new().post_json(&body(&records));
    assert_eq!(reply["ReturnData"]["ErrorData"], json!([{"ErrorGuid": "3500002024000000001", "ErrorMsg": "赋码已使用"}]));
    assert_eq!(reply["ReturnData"]["SuccessGuids"], "3500002024000000001");
}

#[test]
fn an_unknown_assignment_can_be_refused() {
    let mut caller = Caller::of(Config { unknown_assignment: UnknownAssignment::Refuse, ..Config::default() });
    assert_eq!(told(&caller.submit(&[numbered(Kind::Preview, 1)])), [("refused", vec!["赋码不存在"])]);
    caller.submit(&[numbered(Kind::Safety, 1)]);
    let given = caller.sandbox.held()[0].assignment.clone().unwrap();
    let known = [with(Kind::Preview, 1, &[(Role::Assignment, given.as_str())])];
    assert_eq!(told(&caller.submit(&known)), [("accepted", vec![])]);
    assert_eq!(told(&caller.submit(&known)), [("refused", vec!["赋码已使用"])]);
}

#[test]
fn an_address_is_checked() {
    let mut record = numbered(Kind::Preview, 1);
    put_at(&mut record, 2, "http://localhost/");
    let outcomes = Caller::new().submit(&[record]);
    assert_eq!(told(&outcomes), [("refused", vec!["证照预览地址格式不正确"])]);
}
