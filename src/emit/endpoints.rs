//! `endpoints.ts`: what a caller of the gateway may want to name: the document's addresses, and the table of result codes.

use serde_json::{Value, json};

use super::data::constant;
use crate::spec::endpoints::{PRODUCTION_ADDRESS, RESULT_CODES, ResultRow, TEST_ADDRESS};

const HEAD: &str = "\
/** One row of the document's table of result codes. */
export interface ResultCode {
  code: number;
  /** 说明, the document's words. */
  text: string;
  /** What kind of answer it is. */
  class: 'done' | 'credentials' | 'token' | 'permission' | 'service' | 'hours';
  /** The same call can succeed later without anybody changing a setting. */
  retryable: boolean;
  /** What to do. */
  advice: { 'zh-CN': string; en: string };
}

";

/// The file.
pub(super) fn endpoints() -> String {
    let address = |what: &str, name: &str, text: &str| {
        format!(
            "/** The document's {what} address. Nothing calls it but a gateway that is given it. */\n{}\n",
            constant(name, "", &text.into())
        )
    };
    let codes: Value = RESULT_CODES.iter().map(row).collect();
    [
        HEAD.to_owned(),
        address("test", "TEST_ADDRESS", TEST_ADDRESS),
        address("production", "PRODUCTION_ADDRESS", PRODUCTION_ADDRESS),
        "/** Every result code that the document has. */\n".to_owned(),
        constant("RESULT_CODES", ": readonly ResultCode[]", &codes),
    ]
    .concat()
}

fn row(row: &ResultRow) -> Value {
    json!({
        "code": row.code,
        "text": row.text,
        "class": row.class.id(),
        "retryable": row.retryable,
        "advice": { "zh-CN": row.zh, "en": row.en },
    })
}
