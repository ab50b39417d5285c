//! ResultCode and ReturnCode: read from a number or a string, and kept where they are not known.

use serde_json::Value;

use crate::spec::endpoints::{RESULT_CODES, ResultRow};

/// The platform's result code.
#[derive(Clone, Copy, Debug)]
pub enum ResultCode {
    /// A row of the document's table.
    Known(&'static ResultRow),
    /// A number the table does not have. It is kept, and nothing is concluded from it.
    Unknown(i32),
}

impl ResultCode {
    /// The code of that number.
    pub fn of(number: i32) -> ResultCode {
        let known = RESULT_CODES.iter().find(|row| i32::from(row.code) == number);
        known.map_or(ResultCode::Unknown(number), ResultCode::Known)
    }

    /// The code in a JSON value, be it a number or a string of one.
    pub fn read(value: &Value) -> Option<ResultCode> {
        integer(value).map(ResultCode::of)
    }

    /// The number.
    pub fn number(self) -> i32 {
        match self {
            ResultCode::Known(row) => i32::from(row.code),
            ResultCode::Unknown(number) => number,
        }
    }
}

impl PartialEq for ResultCode {
    fn eq(&self, other: &ResultCode) -> bool {
        self.number() == other.number()
    }
}

impl Eq for ResultCode {}

/// What the ministry's system says became of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnCode {
    /// 0: 上传失败.
    Failed,
    /// 1: 上传成功.
    Done,
    /// 2: 上传成功有预警.
    DoneWithWarning,
    /// A number the document does not have.
    Unknown(i32),
}

impl ReturnCode {
    /// The code in a JSON value, be it a number or a string of one.
    pub fn read(value: &Value) -> Option<ReturnCode> {
        integer(value).map(|number| match number {
            0 => ReturnCode::Failed,
            1 => ReturnCode::Done,
            2 => ReturnCode::DoneWithWarning,
            other => ReturnCode::Unknown(other),
        })
    }
}

/// A whole number, or the string of one. Longer ones are no codes, and are not repeated anywhere.
fn integer(value: &Value) -> Option<i32> {
    match value {
        Value::Number(number) => number.as_i64().and_then(|number| i32::try_from(number).ok()),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}
