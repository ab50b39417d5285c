//! The operations: three calls of the platform, two submissions, and the same two at a broker.

use serde_json::{Map, Value, json};

use super::bodies::{self, LOG_ENTRY};
use super::replies::{self, BROKER_FAILURE, SUBMISSION_REPLY, TOKEN_REPLY, TRUTH_REPLY};
use super::{content, schema};
use crate::spec::Kind;
use crate::spec::endpoints::{KEY, LOG_PATH, PREVIEW_PATH, REQUEST_IP, SUBMIT_PATH, SYSTEM_ID, TOKEN, TOKEN_PATH, VALIDATE_PATH};

/// The tags.
pub(super) const PLATFORM: &str = "platform";
pub(super) const SUBMISSION: &str = "submission";
pub(super) const BROKER: &str = "broker";
/// Where a broker's paths begin unless told.
const PREFIX: &str = "/ecert";

/// What may refuse a call that carries a token.
const REFUSALS: [u16; 7] = [1205, 1200, 1210, 1211, 1212, 1213, 1214];
/// What may refuse to give one.
const NO_TOKEN: [u16; 2] = [1000, 1202];
/// The statuses by which a broker itself refuses, and why.
const BROKER_REFUSALS: [(u16, &str); 6] = [
    (400, "请求体不是 JSON 对象 no object of JSON"),
    (403, "来源不在名单内 an origin that is not listed"),
    (404, "没有这个路径 no such path"),
    (405, "不是 POST not a POST"),
    (413, "请求体过大 too large"),
    (415, "不是 application/json another media type"),
];

/// Every path with its operations.
pub(super) fn paths() -> Map<String, Value> {
    let at = |path: &str, operation: Value| (format!("/{path}"), operation);
    let mut paths = Map::from_iter([
        at(TOKEN_PATH, json!({ "get": token() })),
        at(VALIDATE_PATH, json!({ "get": validate() })),
        at(LOG_PATH, json!({ "post": log() })),
    ]);
    for (path, submission) in [(SUBMIT_PATH, &SUBMIT), (PREVIEW_PATH, &PREVIEW)] {
        paths.insert(format!("/{path}"), json!({ "post": submit(submission) }));
    }
    for submission in [&SUBMIT, &PREVIEW] {
        // A broker stands where the page is served from.
        let item = json!({ "servers": [{ "url": "/", "description": "broker" }], "post": broker(submission) });
        paths.insert(format!("{PREFIX}/{}", submission.id), item);
    }
    paths
}

fn parameter(name: &str, title: &str, required: bool) -> Value {
    json!({ "name": name, "in": "query", "required": required, "description": title, "schema": { "type": "string" } })
}

fn reply(description: &str, schema: Value, examples: Map<String, Value>) -> Value {
    json!({ "description": description, "content": content(schema, examples) })
}

/// The answer of the platform: a refusal has the status of a success.
fn answer(name: &str, example: (String, Value), refusals: &[u16]) -> Value {
    let examples = [example].into_iter().chain(replies::refusals(refusals)).collect();
    json!({ "200": reply("答复；拒绝也是 200，见 code an answer; a refusal has this status too, see its code", schema(name), examples) })
}

fn token() -> Value {
    json!({
        "operationId": "getInterfaceTokenInfo",
        "tags": [PLATFORM],
        "summary": "获取接口地址和token · address and token",
        "description": "唯一带密钥、不带请求头的调用；地址含密钥，不要写入日志。The one call with the key and without the headers: its address holds the key, keep it out of logs.",
        "security": [],
        "parameters": [parameter(SYSTEM_ID, "系统id", true), parameter(KEY, "私钥 the private key", true)],
        "responses": answer(TOKEN_REPLY, replies::token_example(), &NO_TOKEN),
    })
}

fn validate() -> Value {
    let parameters =
        [parameter(SYSTEM_ID, "系统id", true), parameter(TOKEN, "登录凭证", true), parameter(REQUEST_IP, "第三方请求方Ip地址", false)];
    json!({
        "operationId": "validateToken",
        "tags": [PLATFORM],
        "summary": "授权校验 · whether a token still counts",
        "parameters": parameters,
        "responses": answer(TRUTH_REPLY, replies::truth_example(), &REFUSALS),
    })
}

fn log() -> Value {
    let example = Map::from_iter([("entry".to_owned(), bodies::log_example())]);
    json!({
        "operationId": "requestResponseLog",
        "tags": [PLATFORM],
        "summary": "获取响应日志 · one call, reported",
        "requestBody": { "required": true, "content": content(schema(LOG_ENTRY), example) },
        "responses": answer(TRUTH_REPLY, replies::truth_example(), &REFUSALS),
    })
}

/// One of the two submissions.
struct Submission {
    id: &'static str,
    title: &'static str,
    kinds: &'static [Kind],
}

static SUBMIT: Submission = Submission { id: "submit", title: "业务数据归集赋码 · certificates", kinds: &Kind::CERTIFICATES };
static PREVIEW: Submission =
    Submission { id: "preview", title: "电子证照数据归集赋码 · addresses of preview pages", kinds: &[Kind::Preview] };

/// The body: one of its kinds, each with its example.
fn body(submission: &Submission) -> Value {
    let schemas: Vec<Value> = submission.kinds.iter().map(|kind| schema(&bodies::name_of(*kind))).collect();
    let schema = match schemas.as_slice() {
        [only] => only.clone(),
        several => json!({ "oneOf": several }),
    };
    let examples = submission.kinds.iter().map(|kind| (kind.id().to_owned(), bodies::example(*kind))).collect();
    json!({ "required": true, "content": content(schema, examples) })
}

fn submission_answer(refusals: &[u16]) -> Value {
    let examples = replies::submission_examples().into_iter().chain(replies::refusals(refusals)).collect();
    reply("答复 an answer", schema(SUBMISSION_REPLY), examples)
}

fn submit(submission: &Submission) -> Value {
    json!({
        "operationId": submission.id,
        "tags": [SUBMISSION],
        "summary": submission.title,
        "description": "这个路径是沙箱的；对真实平台，地址是该接口的 token 返回的 remoteAddr。The path is the sandbox's; at the real platform the address is the remoteAddr that came with this interface's token.",
        "requestBody": body(submission),
        "responses": { "200": submission_answer(&REFUSALS) },
    })
}

fn broker(submission: &Submission) -> Value {
    let mut responses = Map::from_iter([("200".to_owned(), submission_answer(&[]))]);
    let own = |status: u16, why: &str, call: Option<&str>, cause: &str, code: Option<u16>| {
        (status.to_string(), reply(why, schema(BROKER_FAILURE), replies::failure_example(call, cause, code)))
    };
    responses.extend(BROKER_REFUSALS.map(|(status, why)| own(status, why, None, "broker", Some(status))));
    let id = Some(submission.id);
    responses.extend([
        own(502, "平台没有给出答复 the gateway gave no answer", id, "code", Some(1214)),
        own(504, "平台没有及时答复 no answer in time", id, "timeout", None),
    ]);
    json!({
        "operationId": format!("{BROKER}-{}", submission.id),
        "tags": [BROKER],
        "summary": submission.title,
        "security": [],
        "requestBody": body(submission),
        "responses": responses,
    })
}
