//! What the document says of the wire: addresses, headers, paths, the members of replies, result codes, and the SOAP names.
//!
//! Nothing here computes or calls, and neither address is ever called on its own. Source: the interface document, 接口地址,
//! 省应用支撑平台相关接口, 返回值定义 and 接口示例; readings R15, R17 and R18.

/// The document's test address.
pub const TEST_ADDRESS: &str = "http://117.25.28.209:18180/";
/// The document's production address.
pub const PRODUCTION_ADDRESS: &str = "https://220.160.52.164:8807/";

/// The header that carries the token, on every call but the one that gets it.
pub const TOKEN_HEADER: &str = "G-I-Access-Token";
/// The header that carries the caller's system id, on the same calls.
pub const SYSTEM_HEADER: &str = "G-I-System-Id";

/// 获取接口地址和token.
pub const TOKEN_PATH: &str = "gaia-asp-gateway/api/token/getInterfaceTokenInfo";
/// 授权校验.
pub const VALIDATE_PATH: &str = "gaia-asp-gateway/api/token/validateToken";
/// 获取响应日志.
pub const LOG_PATH: &str = "gaia-asp-gateway/api/log/requestResponseLog";

/// Where certificates go, in the manner of the sample's `remoteAddr`: at the sandbox. At the gateway the address comes with the token.
pub const SUBMIT_PATH: &str = "gaia-asp-gateway/test/submit";
/// Where previews go, likewise.
pub const PREVIEW_PATH: &str = "gaia-asp-gateway/test/preview";

/// The parameter with the system id, and the member of a log entry.
pub const SYSTEM_ID: &str = "systemId";
/// The parameter with the private key.
pub const KEY: &str = "key";
/// The parameter with the token, and the member of the token reply.
pub const TOKEN: &str = "token";
/// Where the token stands in the reply of a ministry that is called without a platform (OAuth2).
pub const OAUTH_TOKEN: &str = "access_token";
/// The parameter with the address of whoever asks.
pub const REQUEST_IP: &str = "requestIp";
/// How the sample's token begins.
pub const TOKEN_PREFIX: &str = "KTOKEN_";
/// The member of the token reply with the address of the interface.
pub const REMOTE_ADDRESS: &str = "remoteAddr";

/// The header with the media type of a body.
pub const CONTENT_TYPE: &str = "Content-Type";
/// The media type of a JSON body.
pub const JSON_TYPE: &str = "application/json; charset=utf-8";
/// The media type of a SOAP body, as the sample writes it.
pub const XML_TYPE: &str = "text/xml;charset=UTF-8";

/// The time-out of the sample, for connecting and for reading, in milliseconds.
pub const TIMEOUT_MS: u32 = 20_000;

/// The members of a log entry's body, in the document's order.
pub const LOG_MEMBERS: [&str; 13] = [
    "interfaceId",
    "logType",
    "logId",
    "method",
    "requestTime",
    "responseTime",
    "remoteIp",
    "status",
    "path",
    "requestParams",
    "responseParams",
    SYSTEM_ID,
    "accessToken",
];

/// What each of them holds, in the document's words.
pub const LOG_TITLES: [&str; LOG_MEMBERS.len()] = [
    "接口id",
    "日志类型",
    "日志id",
    "请求方法",
    "请求时间",
    "应答时间",
    "请求第三方ip地址",
    "响应状态码",
    "请求地址",
    "请求参数",
    "应答参数",
    "系统id",
    "登录凭证",
];

/// 日志类型, and its name. The document gives 异常日志 no number of its own (reading R18).
pub const LOG_TYPES: [(u8, &str); 3] = [(1, "正常日志"), (2, "熔断日志"), (3, "异常日志")];
/// 响应状态码 of a log entry, and its name.
pub const LOG_STATES: [(u16, &str); 2] = [(200, "正常"), (500, "异常")];

/// The members of the platform's envelope: code, message, data.
pub const ENVELOPE: [&str; 3] = ["code", "message", "data"];
/// The member in which some provincial gateways nest everything.
pub const CUSTOM: &str = "custom";
/// The empty list that such a gateway puts in front of it.
pub const CONTROLS: &str = "controls";
/// The member beside it that holds the code.
pub const STATUS: &str = "status";

/// The member with what became of a submission.
pub const RETURN_CODE: &str = "ReturnCode";
/// The member with the words to it.
pub const RETURN_MESSAGE: &str = "ReturnMsg";
/// The member with what is said of single records.
pub const RETURN_DATA: &str = "ReturnData";
/// The ids of accepted records: a string or a list.
pub const SUCCESS_IDS: &str = "SuccessGuids";
/// The accepted records.
pub const SUCCESS_DATA: &str = "SuccessData";
/// The refused records.
pub const ERROR_DATA: &str = "ErrorData";
/// The records that were accepted with a warning.
pub const WARN_DATA: &str = "WarnData";
/// In an entry of the refused records: the record's id, and why.
pub const ERROR_ENTRY: [&str; 2] = ["ErrorGuid", "ErrorMsg"];
/// In an entry of the warnings: the record's id, and what.
pub const WARN_ENTRY: [&str; 2] = ["WarnGuid", "WarnMsg"];
/// In an entry of the accepted records: the record's id.
pub const SUCCESS_ENTRY: &str = "eCertID";
/// The QR assignment and its key, encrypted.
pub const ASSIGNMENT: [&str; 2] = ["encryCertid", "encryKey"];
/// What an error says of a required field, after the field's title.
pub const MUST_NOT_BE_EMPTY: &str = "不能为空";

/// What an error says of an assignment that already has its preview page.
pub const ASSIGNMENT_USED: &str = "赋码已使用";
/// What a warning says of the same certificate in another province: before the certificate's number, where the province's
/// name goes first, and after it.
pub const HELD_ELSEWHERE: [&str; 2] = ["存在证书:", "，需注销其他省份的证书。"];

/// `ReturnCode`: what became of a submission.
pub const RETURN_CODES: [(u8, &str); 3] = [(0, "上传失败"), (1, "上传成功"), (2, "上传成功有预警")];

/// The namespace of a SOAP envelope.
pub const SOAP_ENVELOPE: &str = "http://schemas.xmlsoap.org/soap/envelope/";
/// The encoding of its values.
pub const SOAP_ENCODING: &str = "http://schemas.xmlsoap.org/soap/encoding/";
/// The namespace of `xsd:string`.
pub const XML_SCHEMA: &str = "http://www.w3.org/2001/XMLSchema";
/// The namespace of `xsi:type`.
pub const XML_SCHEMA_INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// The namespace of the method.
pub const SOAP_METHOD: &str = "http://tempuri.org/";

/// What kind of answer a result code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The call was carried out.
    Done,
    /// Parameters or credentials are wrong.
    Credentials,
    /// The token does not count, or not any more.
    Token,
    /// The caller may not call this interface, or not from there.
    Permission,
    /// The interface is not in service.
    Service,
    /// The interface is in service, but not now.
    Hours,
}

impl Class {
    /// The name used in JavaScript and in the reference.
    pub const fn id(self) -> &'static str {
        match self {
            Class::Done => "done",
            Class::Credentials => "credentials",
            Class::Token => "token",
            Class::Permission => "permission",
            Class::Service => "service",
            Class::Hours => "hours",
        }
    }
}

/// One row of the table of result codes.
#[derive(Debug)]
pub struct ResultRow {
    /// 返回值.
    pub code: u16,
    /// 说明, the document's words.
    pub text: &'static str,
    /// What kind of answer it is.
    pub class: Class,
    /// Whether the same call can succeed later without anybody changing a setting.
    pub retryable: bool,
    /// What to do, in Chinese.
    pub zh: &'static str,
    /// What to do, in English.
    pub en: &'static str,
}

/// 返回值定义, ResultCode状态码.
pub static RESULT_CODES: [ResultRow; 10] = [
    row(1, "操作成功", Class::Done, "无需处理", "nothing to do"),
    row(
        1000,
        "非法请求参数, 获取token失败",
        Class::Credentials,
        "核对系统 id 与密钥这两个参数是否齐全",
        "make sure that both system id and key are given",
    ),
    row(
        1202,
        "该秘钥与系统不匹配,获取token失败",
        Class::Credentials,
        "核对系统 id 与密钥是否属于同一个应用、同一个接口",
        "make sure that system id and key belong to the same application and the same interface",
    ),
    row(1205, "无效token", Class::Token, "重新获取 token 后再调用一次", "get a new token and repeat the call once").again(),
    row(
        1200,
        "没有接口访问权限",
        Class::Permission,
        "在开发者门户申请该接口并等待审批",
        "apply for the interface and wait for the approval",
    ),
    row(
        1210,
        "不在接口访问白名单内",
        Class::Permission,
        "请平台管理员把调用方的出口地址加入白名单",
        "have the platform add your outgoing address to its allow list",
    ),
    row(
        1211,
        "在接口访问黑名单内",
        Class::Permission,
        "请平台管理员把调用方移出黑名单",
        "have the platform remove your address from its deny list",
    ),
    row(1212, "服务已失效", Class::Service, "向平台管理员核实该服务是否仍可用", "ask the platform whether the service still exists"),
    row(1213, "接口已停止", Class::Service, "等平台重新启用该接口后再提交", "submit again once the platform has started the interface"),
    row(1214, "不在允许访问时间段内", Class::Hours, "在允许的时间段内再提交", "submit again within the permitted hours").again(),
];

const fn row(code: u16, text: &'static str, class: Class, zh: &'static str, en: &'static str) -> ResultRow {
    ResultRow { code, text, class, retryable: false, zh, en }
}

impl ResultRow {
    const fn again(mut self) -> ResultRow {
        self.retryable = true;
        self
    }
}
