//! `validator::Validate` for records, for Rust services that use that crate's trait. Only errors are reported there; use
//! [`crate::validate`] for warnings, options and words.

use std::borrow::Cow;

use validator::{Validate, ValidationError, ValidationErrors};

use crate::check::{Options, validate};
use crate::record::Record;
use crate::spec::Severity;

impl Validate for Record<'_> {
    fn validate(&self) -> Result<(), ValidationErrors> {
        let report = validate(self, &Options::default());
        let mut errors = ValidationErrors::new();
        for issue in report.issues.iter().filter(|issue| issue.severity == Severity::Error) {
            if let Some(name) = issue.field(Some(self.kind())) {
                errors.add(Cow::Owned(name.to_owned()), ValidationError::new(issue.rule_id()));
            }
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }
}
