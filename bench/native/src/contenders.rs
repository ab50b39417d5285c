//! Who is timed, from the bytes of a JSON array to all findings. Every contender answers what it finds, so that no work is left
//! out; the limits judge nothing.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jsonschema::error::ValidationErrorKind;
use mohurd_ecert::record::date::Date;
use mohurd_ecert::{Kind, Options, validate_batch};
use serde::Deserialize;
use serde_json::Value;
use validator::Validate;

use crate::cross::Across;
use crate::library::Library;
use crate::readers::Readers;
use crate::records::{Manager, Safety, Special};
use crate::usual::Usual;

/// The day on which all contenders judge.
const TODAY: &str = "2026-06-30";

/// A record's number with the name of a field that is wrong in it.
pub(crate) type Findings = Vec<(usize, Cow<'static, str>)>;

/// A contender that is held against ours: its name, and what it finds.
pub(crate) type Peer<'b> = (&'static str, Box<dyn Fn() -> Findings + 'b>);

/// The records of a kind, and what contenders share between calls.
pub(crate) struct Bench<'b> {
    kind: Kind,
    bytes: &'b [u8],
    options: Options,
    schema: jsonschema::Validator,
}

impl<'b> Bench<'b> {
    /// With the schema that the package publishes.
    pub(crate) fn new(kind: Kind, bytes: &'b [u8], schema: &str) -> Result<Bench<'b>, String> {
        let schema: Value = serde_json::from_str(schema).map_err(|error| error.to_string())?;
        let schema = jsonschema::validator_for(&schema).map_err(|error| error.to_string())?;
        let mut options = Options::default();
        options.today = Some(Date::parse(TODAY).ok_or("TODAY is a day")?);
        Ok(Bench { kind, bytes, options, schema })
    }

    /// The kind of the records.
    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    /// Ours: how many issues.
    pub(crate) fn ours(&self) -> usize {
        validate_batch(self.kind, self.bytes, &self.options).issues.len()
    }

    /// Ours, as records and fields.
    pub(crate) fn ours_found(&self) -> BTreeSet<(usize, String)> {
        let report = validate_batch(self.kind, self.bytes, &self.options);
        let found = |issue: &mohurd_ecert::Issue| Some((issue.record as usize, issue.field(report.kind)?.to_owned()));
        report.issues.iter().filter_map(found).collect()
    }

    /// Those that find all but names outside the table. With the library's readers it is the manager's record alone.
    pub(crate) fn peers(&self) -> Vec<Peer<'b>> {
        const USUAL: &str = "serde_json + validator, usual crates";
        let bytes = self.bytes;
        match self.kind {
            Kind::Safety => vec![(USUAL, Box::new(move || validator::<Safety<Usual>>(bytes)))],
            Kind::Special => vec![(USUAL, Box::new(move || validator::<Special<Usual>>(bytes)))],
            _ => vec![
                (USUAL, Box::new(move || validator::<Manager<Usual>>(bytes))),
                ("serde_json + validator, our readers", Box::new(move || validator::<Manager<Library>>(bytes))),
                ("serde_json + garde, our readers", Box::new(move || garde::<Manager<Library>>(bytes))),
            ],
        }
    }

    /// serde_json and jsonschema: what the published schema can say.
    pub(crate) fn schema(&self) -> Findings {
        let records: Vec<Value> = serde_json::from_slice(self.bytes).unwrap_or_default();
        let errors = records
            .iter()
            .enumerate()
            .flat_map(|(index, record)| self.schema.iter_errors(record).map(move |error| (index, Cow::Owned(field_of(&error)))));
        errors.collect()
    }

    /// A limit: serde_json into the struct, without a check; how many records.
    pub(crate) fn parse(&self) -> usize {
        match self.kind {
            Kind::Safety => parsed::<Safety<Usual>>(self.bytes).len(),
            Kind::Special => parsed::<Special<Usual>>(self.bytes).len(),
            _ => parsed::<Manager<Usual>>(self.bytes).len(),
        }
    }

    /// A limit: every byte looked at once, as fast as the machine does it.
    pub(crate) fn scan(&self) -> usize {
        memchr::memchr_iter(b'"', self.bytes).count()
    }
}

/// serde_json and validator.
fn validator<'b, T: Deserialize<'b> + Across + Validate>(bytes: &'b [u8]) -> Findings {
    typed(bytes, |record: &T, wrong| {
        if let Err(errors) = record.validate() {
            wrong.extend(errors.into_errors().into_keys());
        }
    })
}

/// serde_json and garde.
fn garde<'b, T: Deserialize<'b> + Across + garde::Validate<Context = ()>>(bytes: &'b [u8]) -> Findings {
    typed(bytes, |record: &T, wrong| {
        if let Err(report) = record.validate() {
            wrong.extend(report.iter().map(|(path, _)| Cow::Owned(path.to_string())));
        }
    })
}

fn typed<'b, T: Deserialize<'b> + Across>(bytes: &'b [u8], check: impl Fn(&T, &mut Vec<Cow<'static, str>>)) -> Findings {
    let Some(today) = T::Readers::date(TODAY) else { return Findings::new() };
    let (mut found, mut wrong, mut across) = (Vec::new(), Vec::new(), Vec::new());
    for (index, record) in parsed::<T>(bytes).iter().enumerate() {
        check(record, &mut wrong);
        record.across(today, &mut across);
        found.extend(wrong.drain(..).chain(across.drain(..).map(Cow::Borrowed)).map(|field| (index, field)));
    }
    found
}

fn parsed<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Vec<T> {
    serde_json::from_slice(bytes).unwrap_or_default()
}

fn field_of(error: &jsonschema::ValidationError) -> String {
    match error.kind() {
        ValidationErrorKind::Required { property } => property.as_str().unwrap_or_default().to_owned(),
        _ => error.instance_path().as_str().split('/').nth(1).unwrap_or_default().to_owned(),
    }
}
