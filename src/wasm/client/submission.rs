//! A submission: packed records and how they are submitted in, the report out. And the reading of a reply that another HTTP
//! stack fetched, as the report of a submission.

use js_sys::{Array, Function, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::prelude::JsValue;

use super::answer::{as_answer, as_js, malformed};
use super::resume;
use super::shapes::Shapes;
use super::transport::Web;
use crate::check::{InputError, Options};
use crate::gateway::Client;
use crate::gateway::client::{Progress, Report, Stop, Submission};
use crate::record::Record;
use crate::record::date::Date;
use crate::record::entries::Entry;
use crate::spec::Kind;
use crate::wasm::pack;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct How {
    /// The options, as the core takes them.
    config: String,
    day: i32,
    english: bool,
    chunk_size: usize,
    concurrency: usize,
    /// An earlier report as JSON text.
    resume: Option<String>,
    resend_unknown: bool,
}

impl How {
    fn options(&self) -> Option<Options> {
        let mut options = Options::from_json(self.config.as_bytes())?;
        options.today = Date::from_days(self.day);
        Some(options)
    }

    /// The earlier report, where there is one; nothing where what was given is none.
    fn earlier(&self) -> Option<Option<Report>> {
        self.resume.as_deref().map_or(Some(None), |json| resume::read(json).map(Some))
    }
}

/// Submits, and answers with the report.
pub(super) async fn run(
    client: &Client<Web>,
    kind: u32,
    records: &Array,
    how: JsValue,
    stop: Stop,
    progress: Option<Function>,
) -> Result<JsValue, JsValue> {
    let kind = Kind::from_index(kind).ok_or_else(|| malformed("kind"))?;
    let how: How = serde_wasm_bindgen::from_value(how)?;
    let shapes = Shapes { english: how.english };
    let options = how.options().ok_or_else(|| malformed("options"))?;
    let Some(earlier) = how.earlier() else { return as_answer("input", argument(InputError::ReportOfOthers).into()) };
    let submission = Submission {
        options: &options,
        chunk_size: how.chunk_size,
        concurrency: how.concurrency,
        resume: earlier.as_ref(),
        resend_unknown: how.resend_unknown,
        stop,
    };
    let packed = Packed::all(records);
    let entries: Vec<Entry> = packed.iter().map(|packed| packed.entry(kind)).collect();
    match client.submit(kind, &entries, &submission, |now| tell(progress.as_ref(), kind, shapes, &now)).await {
        Ok(report) => as_answer("ok", shapes.report(&report)),
        Err(error) => as_answer("input", argument(error).into()),
    }
}

/// The argument that a malformed call is about.
const fn argument(error: InputError) -> &'static str {
    match error {
        InputError::ReportOfOthers => "resume",
        InputError::PreviewNeedsCertificate => "certType",
        InputError::TooManyIssues | InputError::UnknownField => "records",
    }
}

/// A listener that throws has no part in what becomes of the records.
fn tell(listener: Option<&Function>, kind: Kind, shapes: Shapes, now: &Progress) {
    let Some(listener) = listener else { return };
    let outcomes = shapes.outcomes(kind, now.outcomes.iter().copied());
    let told = as_js(&serde_json::json!({ "done": now.done, "total": now.total, "outcomes": outcomes }));
    drop(told.and_then(|told| listener.call1(&JsValue::UNDEFINED, &told)));
}

/// A record as the page packed it, behind the number of its names that the table does not have; or an entry that is none.
struct Packed(Option<Vec<u8>>);

impl Packed {
    fn all(records: &Array) -> Vec<Packed> {
        records.iter().map(|bytes| Packed((!bytes.is_null()).then(|| Uint8Array::from(bytes).to_vec()))).collect()
    }

    fn entry(&self, kind: Kind) -> Entry<'_> {
        let Some((extras, bytes)) = self.0.as_deref().and_then(<[u8]>::split_first_chunk) else { return Entry::NotAnObject };
        let mut record = Box::new(Record::new(kind));
        pack::Packed::whole(u32::from_le_bytes(*extras) as usize).unpack(bytes, &mut record);
        Entry::Record(record)
    }
}

/// The report of a submission whose one reply is this text.
pub(super) fn parse(kind: u32, text: &str, records: &Array, shapes: Shapes) -> Result<JsValue, JsValue> {
    let kind = Kind::from_index(kind).ok_or_else(|| malformed("kind"))?;
    let packed = Packed::all(records);
    let records: Vec<Record> = packed.iter().filter_map(|packed| record(packed.entry(kind))).collect();
    as_js(&shapes.report(&Report::of_reply(kind, &records, text)))
}

fn record(entry: Entry<'_>) -> Option<Record<'_>> {
    match entry {
        Entry::Record(record) => Some(*record),
        Entry::NotAnObject | Entry::Broken(_) => None,
    }
}
