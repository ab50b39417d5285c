//! The replies: the platform's envelope, what the ministry's system says of a submission, and the broker's failure.
//!
//! Of the samples and of those who call it, some write numbers as text and some nest the answer once more (reading R15). The client
//! forgives more than is described here.

use serde_json::{Map, Value, json};

use super::schema;
use crate::gateway::{Call, Cause};
use crate::spec::endpoints::{
    ASSIGNMENT, CUSTOM, ENVELOPE, ERROR_DATA, ERROR_ENTRY, OAUTH_TOKEN, REMOTE_ADDRESS, RESULT_CODES, RETURN_CODE, RETURN_CODES,
    RETURN_DATA, RETURN_MESSAGE, ResultRow, SUBMIT_PATH, SUCCESS_DATA, SUCCESS_ENTRY, SUCCESS_IDS, TOKEN, WARN_DATA, WARN_ENTRY,
};

/// The code of an answer, as a number and as text.
const DONE: (u16, &str) = (1, "1");
/// The reply with a token.
pub(super) const TOKEN_REPLY: &str = "TokenReply";
/// The reply that is true or false.
pub(super) const TRUTH_REPLY: &str = "TruthReply";
/// The reply to a submission.
pub(super) const SUBMISSION_REPLY: &str = "SubmissionReply";
/// The broker's answer where the gateway gave none.
pub(super) const BROKER_FAILURE: &str = "BrokerFailure";

/// Every schema by its name.
pub(super) fn schemas() -> Map<String, Value> {
    let schemas = [
        ("ResultCode", result_code()),
        ("Refusal", refusal()),
        (TOKEN_REPLY, any_of(&[envelope(token(), "平台的信封 the platform's envelope"), custom(token()), schema("Refusal")])),
        (TRUTH_REPLY, any_of(&[envelope(json!({ "enum": [true, false, "true", "false"] }), "真或假 true or false"), schema("Refusal")])),
        ("MinistryReply", ministry()),
        (
            SUBMISSION_REPLY,
            any_of(&[
                schema("MinistryReply"),
                envelope(
                    any_of(&[schema("MinistryReply"), json!({ "type": "string", "contentMediaType": "application/json" })]),
                    "包在平台的信封里 in the platform's envelope",
                ),
                custom(schema("MinistryReply")),
                schema("Refusal"),
            ]),
        ),
        (BROKER_FAILURE, broker_failure()),
    ];
    schemas.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect()
}

fn any_of(schemas: &[Value]) -> Value {
    json!({ "anyOf": schemas })
}

fn object(description: &str, required: &[&str], properties: Vec<(&str, Value)>) -> Value {
    let properties: Map<String, Value> = properties.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    json!({ "description": description, "type": "object", "required": required, "properties": properties })
}

fn string(description: &str) -> Value {
    json!({ "type": "string", "description": description })
}

/// 返回值定义, with what to do; codes beyond the table are possible.
fn result_code() -> Value {
    let row = |row: &ResultRow| {
        let advice =
            json!({ "text": row.text, "class": row.class.id(), "retryable": row.retryable, "advice": { "zh-CN": row.zh, "en": row.en } });
        (row.code.to_string(), advice)
    };
    let lines: String = RESULT_CODES.iter().map(|row| format!("| {} | {} | {}<br>{} |\n", row.code, row.text, row.zh, row.en)).collect();
    let codes: Map<String, Value> = RESULT_CODES.iter().map(row).collect();
    json!({
        "title": "ResultCode",
        "description": format!("返回值定义。\n\n| 返回值 code | 说明 | 怎么办 what to do |\n|---|---|---|\n{lines}"),
        "type": ["integer", "string"],
        "pattern": "^[0-9]+$",
        "x-codes": codes,
    })
}

/// The platform's answer, by its code 1.
fn envelope(data: Value, description: &str) -> Value {
    let [code, message, name] = ENVELOPE;
    object(description, &[code], vec![(code, json!({ "enum": DONE })), (message, words()), (name, data)])
}

/// By any other code.
fn refusal() -> Value {
    let [code, message, name] = ENVELOPE;
    let code_other = json!({ "allOf": [schema("ResultCode"), { "not": { "enum": DONE } }] });
    let nothing = json!({ "description": "没有结果 nothing" });
    object("平台的拒绝：code 不为 1 the platform's refusal", &[code], vec![(code, code_other), (message, words()), (name, nothing)])
}

fn words() -> Value {
    string("说明，仅供阅读 words for people")
}

/// Everything nested, as some provincial gateways have it.
fn custom(inner: Value) -> Value {
    object("部分省平台的信封 the envelope of some provinces", &[CUSTOM], vec![(CUSTOM, inner)])
}

fn token() -> Value {
    let members = object(
        "token 与接口地址 the token, and where to submit",
        &[],
        vec![
            (TOKEN, string("登录凭证，放入请求头 for the header")),
            (OAUTH_TOKEN, string("同上，部分省平台的名称 the same, as some provinces call it")),
            (REMOTE_ADDRESS, string("调用接口地址，原样使用 where the submission goes, as it is")),
        ],
    );
    json!({ "allOf": [members, { "anyOf": [{ "required": [TOKEN] }, { "required": [OAUTH_TOKEN] }] }] })
}

/// What the ministry's system says.
fn ministry() -> Value {
    let names: Map<String, Value> = RETURN_CODES.iter().map(|(code, name)| (code.to_string(), json!(name))).collect();
    let codes: Vec<Value> = RETURN_CODES.iter().flat_map(|(code, _)| [json!(code.to_string()), json!(code)]).collect();
    let own = vec![(RETURN_CODE, json!({ "enum": codes, "x-codes": names })), (RETURN_MESSAGE, words()), (RETURN_DATA, single_records())];
    object("住建部系统的答复 the ministry's reply", &[RETURN_CODE], assignment(own))
}

/// What it says of single records.
fn single_records() -> Value {
    let list = |description: &str, members: Vec<(&str, Value)>| json!({ "type": "array", "items": object(description, &[], members) });
    let id = || json!({ "description": "数据标识，可能为空 the record's id, may be empty" });
    let [error_id, error_text] = ERROR_ENTRY;
    let [warn_id, warn_text] = WARN_ENTRY;
    object(
        "逐条的结果 what is said of single records",
        &[],
        vec![
            (SUCCESS_IDS, json!({ "type": ["string", "array", "null"], "description": "成功的数据标识 ids of accepted records" })),
            (SUCCESS_DATA, list("成功的一条 an accepted record", assignment(vec![(SUCCESS_ENTRY, id())]))),
            (ERROR_DATA, list("失败的一条 a refused record", vec![(error_id, id()), (error_text, string("原因 why"))])),
            (WARN_DATA, list("预警的一条 a warning", vec![(warn_id, id()), (warn_text, string("内容 what"))])),
        ],
    )
}

fn assignment(mut members: Vec<(&str, Value)>) -> Vec<(&str, Value)> {
    let [certificate, key] = ASSIGNMENT;
    members.push((certificate, string("二维码赋码，加密 the QR assignment, encrypted")));
    members.push((key, string("赋码的密钥，加密 its key, encrypted")));
    members
}

fn broker_failure() -> Value {
    let calls: Vec<Value> = Call::ALL.iter().map(|call| json!(call.id())).chain([Value::Null]).collect();
    let causes = Cause::EACH.map(Cause::id);
    let failure = object(
        "没有记录或密钥 it holds no record and no key",
        &["call", "cause", "code"],
        vec![
            (
                "call",
                json!({ "enum": calls, "description": "哪个调用失败；broker 自己的拒绝为 null which call failed; null where the broker itself refused" }),
            ),
            ("cause", json!({ "enum": causes, "description": "原因，含义见规则参考 the cause; the reference explains each" })),
            (
                "code",
                json!({ "type": ["integer", "null"], "description": "返回码或 HTTP 状态码 the result code or HTTP status that belongs to it" }),
            ),
        ],
    );
    object("平台没有给出答复 no answer of the gateway's", &["failure"], vec![("failure", failure)])
}

/// A reply of the platform's.
fn answered(code: u16, data: Value) -> Value {
    let [name, message, content] = ENVELOPE;
    let text = RESULT_CODES.iter().find(|row| row.code == code).map_or("", |row| row.text);
    json!({ name: code, message: text, content: data })
}

/// The refusals that a call may get, by their codes.
pub(super) fn refusals(codes: &[u16]) -> Map<String, Value> {
    codes.iter().map(|code| (format!("code-{code}"), answered(*code, Value::Null))).collect()
}

/// A reply with a token.
pub(super) fn token_example() -> (String, Value) {
    let data = json!({ TOKEN: "KTOKEN_00000000-0000-4000-8000-000000000000", REMOTE_ADDRESS: format!("{}/{SUBMIT_PATH}", super::SANDBOX) });
    ("token".to_owned(), answered(1, data))
}

/// A reply that is true.
pub(super) fn truth_example() -> (String, Value) {
    ("true".to_owned(), answered(1, json!(true)))
}

/// What becomes of a submission, one example for each return code.
pub(super) fn submission_examples() -> Map<String, Value> {
    let [certificate, key] = ASSIGNMENT;
    let [error_id, error_text] = ERROR_ENTRY;
    let [warn_id, warn_text] = WARN_ENTRY;
    let id = "57ee22de0a14490d8529eade4d80fa83";
    let accepted = json!({ SUCCESS_ENTRY: id, certificate: "00".repeat(24), key: format!("{}==", "A".repeat(86)) });
    let data = |code: u8| match code {
        0 => json!({ SUCCESS_IDS: "", ERROR_DATA: [{ error_id: id, error_text: "证书编号不能为空" }] }),
        1 => json!({ SUCCESS_DATA: [accepted] }),
        _ => json!({ WARN_DATA: [{ warn_id: id, warn_text: "提醒" }], SUCCESS_DATA: [accepted] }),
    };
    RETURN_CODES
        .iter()
        .map(|(code, text)| {
            let reply = json!({ RETURN_CODE: code.to_string(), RETURN_MESSAGE: text, RETURN_DATA: data(*code) });
            (format!("return-code-{code}"), reply)
        })
        .collect()
}

/// Why the broker has no answer of the gateway's.
pub(super) fn failure_example(call: Option<&str>, cause: &str, code: Option<u16>) -> Map<String, Value> {
    Map::from_iter([(cause.to_owned(), json!({ "failure": { "call": call, "cause": cause, "code": code } }))])
}
