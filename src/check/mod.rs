//! Is it right? The checks of fields, the rules between them, batches and whole requests.
//!
//! Nothing is thrown away and nothing is thrown: what is wrong comes back as [`Issue`]s, in the order of the document. What
//! cannot be checked at all, because the call itself is malformed, is an [`InputError`]. Sending is not done here.

mod checker;
pub(crate) mod conditions;
mod field;
mod findings;
mod gravity;
mod issue;
pub mod message;
mod options;
pub mod plan;
mod repetitions;
mod request;
pub mod rule;
pub mod rules;
mod stream;
pub mod view;
pub mod words;

pub use checker::{Checker, Needed, Progress, needs};
pub use issue::{Issue, MAX_ISSUES, Place, Report, Root, RuleId, Step};
pub use options::{Layout, Options, Profile};
pub use repetitions::Together;
pub use request::{envelope_names, validate_request};
pub use stream::{LONGEST_RECORD, Stream, Turn};

pub(crate) use field::is_blank;

use crate::record::Record;
use crate::record::by_parts::ByParts;
use crate::spec::Kind;

/// A call that cannot be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    /// The table has no field of that name.
    UnknownField,
    /// A preview belongs to a certificate, and the options do not say to which.
    PreviewNeedsCertificate,
    /// An earlier report that a submission is to go on from is about other records.
    ReportOfOthers,
    /// There are more issues than one report holds.
    TooManyIssues,
}

impl std::fmt::Display for InputError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            InputError::UnknownField => "该类证照没有这个字段 (no field of that name stands in the table)",
            InputError::PreviewNeedsCertificate => "预览地址属于某类证照，请给出证书类型 (say which certificate the preview belongs to)",
            InputError::ReportOfOthers => {
                "resume 的报告与这些记录不符，请原样传入同样的记录 (the report to resume is of other records: give the same ones in the same order)"
            }
            InputError::TooManyIssues => "问题太多，一份报告容纳不下，请分批提交 (more issues than a report holds: submit in parts)",
        })
    }
}

impl std::error::Error for InputError {}

/// Checks one record.
pub fn validate(record: &Record, options: &Options) -> Report {
    let mut progress = Progress::new(record.kind(), Together::Alone);
    let mut checker = progress.with(options);
    checker.record(record);
    checker.tell(Root::Record)
}

/// Checks one field of a record, and the rules that read it, wherever they stand.
///
/// # Errors
/// [`InputError::UnknownField`].
pub fn validate_field(record: &Record, field: &str, options: &Options) -> Result<Vec<Issue>, InputError> {
    let index = record.kind().table().index_of(field).ok_or(InputError::UnknownField)?;
    Ok(validate_field_at(record, index, options))
}

/// Checks a batch: a JSON array, or NDJSON with a record a line. A fault in one entry costs no other.
pub fn validate_batch(kind: Kind, json: &[u8], options: &Options) -> Report {
    let mut progress = Progress::new(kind, Together::Batch);
    let mut checker = progress.with(options);
    checker.part(&mut ByParts::new(kind), json, true);
    checker.tell(Root::Batch)
}

/// Checks one field by its place in the table; an unknown place has no issues.
pub(crate) fn validate_field_at(record: &Record, field: usize, options: &Options) -> Vec<Issue> {
    checker::one_field(record, field, options)
}
