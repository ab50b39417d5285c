//! Who is timed, from the bytes of a JSON array to all findings. Every contender answers what it finds, so that no work is left
//! out; the limits judge nothing.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jsonschema::error::ValidationErrorKind;
use mohurd_ecert::record::date::Date;
use mohurd_ecert::{Kind, Options, validate_batch};
use serde_json::Value;

use crate::cross::{TODAY, cross};
use crate::manager::Manager;

/// A record's number with the name of a field that is wrong in it.
pub(crate) type Findings = Vec<(usize, Cow<'static, str>)>;

/// What contenders share between calls.
pub(crate) struct Bench {
    options: Options,
    today: Date,
    schema: jsonschema::Validator,
}

impl Bench {
    /// With the schema that the package publishes.
    pub(crate) fn new(schema: &str) -> Result<Bench, String> {
        let schema: Value = serde_json::from_str(schema).map_err(|error| error.to_string())?;
        let schema = jsonschema::validator_for(&schema).map_err(|error| error.to_string())?;
        let today = Date::parse(TODAY).ok_or("TODAY is a day")?;
        let mut options = Options::default();
        options.today = Some(today);
        Ok(Bench { options, today, schema })
    }

    /// Ours: how many issues.
    pub(crate) fn ours(&self, bytes: &[u8]) -> usize {
        validate_batch(Kind::Manager, bytes, &self.options).issues.len()
    }

    /// Ours, as records and fields.
    pub(crate) fn ours_found(&self, bytes: &[u8]) -> BTreeSet<(usize, String)> {
        let report = validate_batch(Kind::Manager, bytes, &self.options);
        let found = |issue: &mohurd_ecert::Issue| Some((issue.record as usize, issue.field(report.kind)?.to_owned()));
        report.issues.iter().filter_map(found).collect()
    }

    /// serde_json and validator.
    pub(crate) fn validator(&self, bytes: &[u8]) -> Findings {
        self.typed(bytes, |record, wrong| {
            if let Err(errors) = validator::Validate::validate(record) {
                wrong.extend(errors.into_errors().into_keys());
            }
        })
    }

    /// serde_json and garde.
    pub(crate) fn garde(&self, bytes: &[u8]) -> Findings {
        self.typed(bytes, |record, wrong| {
            if let Err(report) = garde::Validate::validate(record) {
                wrong.extend(report.iter().map(|(path, _)| Cow::Owned(path.to_string())));
            }
        })
    }

    fn typed(&self, bytes: &[u8], check: impl Fn(&Manager, &mut Vec<Cow<'static, str>>)) -> Findings {
        let (mut found, mut wrong, mut across) = (Vec::new(), Vec::new(), Vec::new());
        for (index, record) in parse(bytes).iter().enumerate() {
            check(record, &mut wrong);
            cross(record, self.today, &mut across);
            found.extend(wrong.drain(..).chain(across.drain(..).map(Cow::Borrowed)).map(|field| (index, field)));
        }
        found
    }

    /// serde_json and jsonschema: what the published schema can say.
    pub(crate) fn schema(&self, bytes: &[u8]) -> Findings {
        let records: Vec<Value> = serde_json::from_slice(bytes).unwrap_or_default();
        let errors = records
            .iter()
            .enumerate()
            .flat_map(|(index, record)| self.schema.iter_errors(record).map(move |error| (index, Cow::Owned(field_of(&error)))));
        errors.collect()
    }
}

fn field_of(error: &jsonschema::ValidationError) -> String {
    match error.kind() {
        ValidationErrorKind::Required { property } => property.as_str().unwrap_or_default().to_owned(),
        _ => error.instance_path().as_str().split('/').nth(1).unwrap_or_default().to_owned(),
    }
}

/// A limit: serde_json into the struct, without a check.
pub(crate) fn parse(bytes: &[u8]) -> Vec<Manager<'_>> {
    serde_json::from_slice(bytes).unwrap_or_default()
}

/// A limit: every byte looked at once, as fast as the machine does it.
pub(crate) fn scan(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'"', bytes).count()
}
