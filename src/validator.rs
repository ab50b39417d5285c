//! `validator::Validate` for records, for Rust services that use that crate's trait. Only errors are reported there; use
//! [`crate::validate`] for warnings, options and words.

use validator::{Validate, ValidationError, ValidationErrors};

use crate::check::{Options, validate};
use crate::record::Record;
use crate::spec::Severity;

impl Validate for Record<'_> {
    fn validate(&self) -> Result<(), ValidationErrors> {
        let report = validate(self, &Options::default());
        let mut errors = ValidationErrors::new();
        for issue in report.issues.iter().filter(|issue| issue.severity == Severity::Error) {
            // That trait takes names of the program only: an error stands at a field of the table, or at the record.
            let field = issue.field(Some(self.kind())).and_then(|name| self.kind().table().index_of(name));
            let row = field.and_then(|index| self.kind().table().fields.get(index));
            errors.add(row.map_or("__all__", |row| row.name), ValidationError::new(issue.rule_id()));
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }
}
