//! The words of refusals: every case of an error that the rules know is refused, in words, at its record.

use mohurd_ecert::Kind;
use mohurd_ecert::spec::{CERT_TYPE, Need};
use serde_json::{Map, Value, json};

use super::support::{Caller, body};
use mohurd_ecert::Record;

/// The example of a kind with changed members; `null` leaves one out.
fn reply(kind: Kind, changes: &Value) -> Value {
    let text = body(&[Record::example(kind)]);
    let mut json: Value = serde_json::from_str(&text).unwrap();
    let table = kind.table();
    let record: &mut Map<String, Value> = json[table.block][table.list_key][0].as_object_mut().unwrap();
    for (name, value) in changes.as_object().unwrap() {
        record.insert(name.clone(), value.clone());
    }
    assert!(json.get(CERT_TYPE).is_some());
    Caller::new().post_json(&json.to_string())
}

fn errors(kind: Kind, changes: Value) -> Vec<String> {
    let reply = reply(kind, &changes);
    let errors = reply["ReturnData"]["ErrorData"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|error| error["ErrorMsg"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_required_field_is_told_by_its_title() {
    for kind in Kind::ALL {
        for field in kind.table().fields.iter().filter(|field| matches!(field.need, Need::Yes)) {
            let told = errors(kind, json!({field.name: ""}));
            assert!(told.contains(&format!("{}不能为空", field.title)), "{} {told:?}", field.name);
        }
    }
}

#[test]
fn each_sort_of_error_has_its_words() {
    let long = "长".repeat(201);
    for (kind, changes, words) in [
        (Kind::Safety, json!({"companyName": long}), "企业名称长度不能超过200"),
        (Kind::Safety, json!({"companyName": 5}), "企业名称格式不正确"),
        (Kind::Safety, json!({"companyName": "a\u{1}"}), "企业名称格式不正确"),
        (Kind::Safety, json!({"issuDate": "2024/05/20"}), "发证日期格式不正确"),
        (Kind::Safety, json!({"provinceNum": "350100"}), "所属省份不在字典范围内"),
        (Kind::Safety, json!({"licenseScope": "装修"}), "许可范围不在字典范围内"),
        (Kind::Safety, json!({"certState": "99", "operateType": "07"}), "证书状态描述不能为空"),
        (Kind::Safety, json!({"expiringDate": "2024-05-19"}), "有效期结束日期匹配关系校验失败"),
        (Kind::Safety, json!({"businessInformation": [{"itemvalue": "01", "itemtext": "长".repeat(5000)}]}), "业务信息长度不能超过5000"),
        (Kind::Safety, json!({"businessInformation": "x"}), "业务信息格式不正确"),
        (Kind::Special, json!({"operationCategory": "99", "certNum": "闽A992024000002"}), "工种类别描述不能为空"),
        (Kind::Special, json!({"photo": "data:image/png;base64,R0lGODlh"}), "照片格式不正确"),
        (Kind::Manager, json!({"technicalTitle": null, "educationDegree": null}), "技术职称不能为空"),
        (Kind::Manager, json!({"birthDate": "1988-09-29"}), "出生日期匹配关系校验失败"),
        (Kind::Preview, json!({"url": "https://localhost/"}), "证照预览地址格式不正确"),
    ] {
        assert_eq!(errors(kind, changes), [words]);
    }
}

#[test]
fn several_errors_of_a_record_are_an_entry_each() {
    let told = errors(Kind::Safety, json!({"companyName": "", "companyAddress": ""}));
    assert_eq!(told, ["企业名称不能为空", "单位地址不能为空"]);
}

#[test]
fn a_warning_of_the_checks_refuses_nothing() {
    assert!(errors(Kind::Safety, json!({"unknown": 1, "companyName": " 企业 "})).is_empty());
}
