//! `openapi.json`: the gateway's interfaces and the broker's two paths, as OpenAPI 3.1.
//!
//! It stands alone: the record schemas are in it, so that tools which follow no reference into another file read it too. SOAP is not
//! in it. Source: the interface document, 省应用支撑平台相关接口 and 业务数据归集赋码; readings R3, R15 and R18.

mod bodies;
mod paths;
mod replies;

use serde_json::{Map, Value, json};

use super::NOTE;
use super::data::json as text;
use crate::spec::endpoints::{PRODUCTION_ADDRESS, SYSTEM_HEADER, TEST_ADDRESS, TOKEN_HEADER};

/// Where a sandbox listens unless told: the only address that the document gives as a default, so that no tool calls a real one unasked.
const SANDBOX: &str = "http://127.0.0.1:8788";

const DESCRIPTION: &str = "\
住建部电子证照：省应用支撑平台的接口（token、授权校验、响应日志）、两个提交接口，以及代管密钥的 broker 的两个路径。由 mohurd-ecert 的表格生成。

The interfaces of the provincial platform, the two submissions, and the two paths of a broker that holds the key. Written from the tables of mohurd-ecert.

1. `getInterfaceTokenInfo` 用系统 id 和密钥换取 token 与 `remoteAddr`。Get a token and `remoteAddr`.
2. 带上两个请求头，把请求体 POST 到 `remoteAddr`。Post the body to `remoteAddr`, with the two headers.
3. `ReturnCode` 说明提交的结果；平台自己的拒绝是 `code` 不为 1。`ReturnCode` says what became of it; a `code` other than 1 is the platform's refusal.

OpenAPI 无法表示“地址来自上一个返回值”：两个提交接口的路径是沙箱的路径，对真实平台请使用 `remoteAddr` 原样。
OpenAPI cannot say that an address comes from an earlier reply: the paths of the two submissions are those of the sandbox; at the real platform use `remoteAddr` as it is.

记录以线上形式判断：文本去掉首尾空白，照片的 base64 去掉空白。模式只管形状；校验码、跨字段的规则见 vectors。
Schemas judge records as on the wire: texts trimmed, no white space in a photo's base64. They look at shapes; for the other rules see the vectors.";

/// The file.
pub(super) fn openapi() -> (String, String) {
    let document = json!({
        "x-note": NOTE,
        "openapi": "3.1.0",
        "info": {
            "title": "住建部电子证照接口 · Electronic certificates of the housing ministry",
            "version": env!("CARGO_PKG_VERSION"),
            "description": DESCRIPTION,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [server()],
        "tags": tags(),
        "security": [{ "token": [], "systemId": [] }],
        "paths": paths::paths(),
        "components": { "securitySchemes": security(), "schemas": schemas() },
    });
    ("pkg/schema/openapi.json".to_owned(), text(&document))
}

fn server() -> Value {
    json!({
        "url": "{address}",
        "description": "接口地址 the platform's address",
        "variables": {
            "address": {
                "default": SANDBOX,
                "description": format!(
                    "缺省为本机的沙箱；测试地址 `{}`，生产地址 `{}`。The default is a sandbox on this machine; the document's addresses are for testing and for production.",
                    TEST_ADDRESS.trim_end_matches('/'),
                    PRODUCTION_ADDRESS.trim_end_matches('/')
                ),
            },
        },
    })
}

fn tags() -> Value {
    json!([
        { "name": paths::PLATFORM, "description": "省应用支撑平台相关接口 the provincial platform" },
        { "name": paths::SUBMISSION, "description": "提交接口，地址为 remoteAddr the submissions, at remoteAddr" },
        { "name": paths::BROKER, "description": "代管密钥的服务端 a server that holds the key for pages; it wants neither header" },
    ])
}

fn security() -> Value {
    let header = |name: &str, description: &str| json!({ "type": "apiKey", "in": "header", "name": name, "description": description });
    json!({
        "token": header(TOKEN_HEADER, "接口访问Token, from getInterfaceTokenInfo"),
        "systemId": header(SYSTEM_HEADER, "调用方系统id, the same as that the token was got with"),
    })
}

fn schemas() -> Map<String, Value> {
    bodies::schemas().into_iter().chain(replies::schemas()).collect()
}

/// A reference to a schema of this document.
fn schema(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A body of JSON.
fn content(schema: Value, examples: Map<String, Value>) -> Value {
    let examples: Map<String, Value> = examples.into_iter().map(|(name, value)| (name, json!({ "value": value }))).collect();
    json!({ "application/json": { "schema": schema, "examples": examples } })
}
