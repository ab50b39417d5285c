//! 全国工程质量安全监管信息平台: what becomes of the records of a submission.

use serde_json::Value;

use super::answer::{Entry, Verdict, reply};
use super::config::{Config, Partial};
use super::seal::Seal;
use super::store::{Store, name_of};
use super::{submission, wording};
use crate::check::{Issue, Place, Report};
use crate::gateway::Words;
use crate::record::Record;
use crate::spec::{Kind, Severity};

/// The most errors that are told of a body that is refused as a whole.
const MOST_ERRORS: usize = 100;

/// Takes the records of a body, and gives the reply.
pub(super) fn take(store: &mut Store, config: &Config, seal: &Seal, json: &[u8], report: &Report, now: u64) -> Value {
    let errors = Errors::of(report);
    let Some(kind) = report.kind.filter(|_| errors.of_body.is_empty() && !report.overflow) else {
        return reply(&[Entry::refused(String::new(), errors.of_body)], None, config.pairs);
    };
    let before = (config.partial == Partial::Refuse).then(|| store.clone());
    let records = submission::records(kind, json);
    let judged = records.iter().zip(errors.of_records);
    let mut take = |(record, errors): (&Option<Record>, _)| entry(store, config, seal, record.as_ref(), errors, now);
    let mut entries: Vec<Entry> = judged.map(&mut take).collect();
    if let Some(before) = before
        && !entries.iter().all(Entry::is_taken)
    {
        *store = before;
        entries.retain(|entry| !entry.is_taken());
    }
    reply(&entries, Some(kind), config.pairs)
}

/// Refuses the records of a body with these words, whatever stands in them.
pub(super) fn refuse(config: &Config, json: &[u8], report: &Report, words: &Words) -> Value {
    let records = report.kind.map(|kind| submission::records(kind, json)).unwrap_or_default();
    let mut names: Vec<String> = records.iter().map(|record| record.as_ref().map(name_of).unwrap_or_default()).collect();
    if names.is_empty() {
        names.push(String::new());
    }
    let entries: Vec<Entry> = names.into_iter().map(|name| Entry::refused(name, vec![words.as_str().to_owned()])).collect();
    reply(&entries, report.kind, config.pairs)
}

/// The errors that were found, in the ministry's words.
struct Errors {
    /// Those of what stands around the records: each of them refuses all.
    of_body: Vec<String>,
    /// Those of each record.
    of_records: Vec<Vec<String>>,
}

impl Errors {
    fn of(report: &Report) -> Errors {
        let mut errors = Errors { of_body: Vec::new(), of_records: (0..report.total).map(|_| Vec::new()).collect() };
        for issue in report.issues.iter().filter(|issue| issue.severity == Severity::Error) {
            let words = wording::of(issue, report.kind);
            if !is_of_record(issue) {
                errors.of_body.push(words);
            } else if let Some(own) = usize::try_from(issue.record).ok().and_then(|index| errors.of_records.get_mut(index)) {
                own.push(words);
            }
        }
        errors.of_body.truncate(MOST_ERRORS);
        errors
    }
}

fn is_of_record(issue: &Issue) -> bool {
    matches!(issue.place, Place::Record | Place::Field(_) | Place::Item { .. } | Place::Name(_))
}

fn entry(store: &mut Store, config: &Config, seal: &Seal, record: Option<&Record>, errors: Vec<String>, now: u64) -> Entry {
    let id = record.map(name_of).unwrap_or_default();
    let Some(record) = record.filter(|_| errors.is_empty()) else { return Entry::refused(id, errors) };
    match store.take(record, config, now) {
        Ok(held) => {
            // A preview names an assignment and gets none.
            let assignment = held.assignment.as_ref().filter(|_| held.kind != Kind::Preview);
            let pair = assignment.and_then(|assignment| seal.pair(assignment.as_str()).ok());
            Entry { id, verdict: Verdict::Taken { pair, warnings: held.warnings.clone() } }
        }
        Err(words) => Entry::refused(id, vec![words]),
    }
}
