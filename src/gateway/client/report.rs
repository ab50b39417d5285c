//! What became of a submission: one outcome a record, and what was said of calls and belongs to no record.

use super::super::chunk::{self, Chunk};
use super::super::failure::Failure;
use super::super::outcome::{Assignment, Note, Outcome, Outcomes, State};
use super::super::request::Call;
use super::super::response::Response;
use super::super::secret::Words;
use super::super::{reply, soap};
use crate::check::Issue;
use crate::record::Record;
use crate::record::entries::Entry;
use crate::spec::Kind;

/// What became of a submission.
#[derive(Clone, Debug)]
pub struct Report {
    /// The kind of the records.
    pub kind: Kind,
    /// One for each record, in their order.
    pub outcomes: Vec<Settled>,
    /// What was said of calls, and belongs to none of their records.
    pub calls: Vec<CallNote>,
}

/// What became of one record.
#[derive(Clone, Debug)]
pub struct Settled {
    /// Its place among the records that were given.
    pub index: usize,
    /// What names it: the record's own id, or for a preview its assignment.
    pub id: Option<Words>,
    /// What became of it.
    pub state: State,
    /// What was found in it before it was sent.
    pub issues: Vec<Issue>,
    /// What was said of it.
    pub replies: Vec<Note>,
    /// Its QR assignment.
    pub assignment: Option<Assignment>,
    /// Why there is no answer, where there is none.
    pub failure: Option<Failure>,
}

/// What was said of a call, and belongs to none of its records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallNote {
    /// The records of the call.
    pub records: Vec<usize>,
    /// The reply's own words.
    pub message: Option<Words>,
    /// What was said without naming a record.
    pub notes: Vec<Note>,
    /// Assignments that belong to no record that could be told.
    pub unassigned: Vec<Assignment>,
}

impl Report {
    /// A report in which nothing is known yet, and nothing was sent.
    pub(super) fn blank(kind: Kind, entries: &[Entry]) -> Report {
        let outcomes = entries.iter().enumerate().map(|(index, entry)| Settled::blank(index, record(entry)));
        Report { kind, outcomes: outcomes.collect(), calls: Vec::new() }
    }

    /// What a reply says of the records that were sent, for callers with an HTTP stack of their own. The text is the reply's body,
    /// be it JSON or a SOAP envelope.
    pub fn of_reply(kind: Kind, records: &[Record], text: &str) -> Report {
        let chunk = Chunk::of(kind, records);
        let is_soap = text.trim_start_matches('\u{feff}').trim_start().starts_with('<') && text.contains("Envelope");
        let outcomes = if is_soap {
            soap::outcomes(&chunk, &Response { status: 200, content_type: None, body: text.into() })
        } else {
            reply::read_text(Call::of(kind), &chunk, text)
        };
        let settled = records.iter().enumerate().map(|(index, record)| Settled::blank(index, Some(record)));
        let mut report = Report { kind, outcomes: settled.collect(), calls: Vec::new() };
        report.settle(&(0..records.len()).collect::<Vec<_>>(), outcomes);
        report
    }

    /// How many records ended so.
    pub fn count(&self, state: State) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.state == state).count()
    }

    /// Puts what became of a call's records at their places.
    pub(super) fn settle(&mut self, records: &[usize], outcomes: Outcomes) {
        let Outcomes { records: ends, message, notes, unassigned } = outcomes;
        for (end, index) in ends.into_iter().zip(records) {
            if let Some(settled) = self.outcomes.get_mut(*index) {
                settled.end(end);
            }
        }
        if !notes.is_empty() || !unassigned.is_empty() {
            self.calls.push(CallNote { records: records.to_vec(), message, notes, unassigned });
        }
    }
}

impl Settled {
    fn blank(index: usize, record: Option<&Record>) -> Settled {
        let id = record.and_then(chunk::id).map(Words::new);
        Settled { index, id, state: State::NotSent, issues: Vec::new(), replies: Vec::new(), assignment: None, failure: None }
    }

    /// What may have been received once stays so, whatever became of sending it again.
    fn end(&mut self, end: Outcome) {
        let doubtful = self.state == State::Unknown && end.state == State::NotSent;
        self.state = if doubtful { State::Unknown } else { end.state };
        self.replies = end.replies;
        self.assignment = end.assignment.or(self.assignment.take());
        self.failure = end.failure;
    }

    /// Takes over what an earlier report says of the same record.
    pub(super) fn resume(&mut self, earlier: &Settled) {
        let issues = std::mem::take(&mut self.issues);
        *self = Settled { index: self.index, id: self.id.take(), issues, ..earlier.clone() };
    }
}

/// The record of an entry that has one.
pub(super) fn record<'e, 'r>(entry: &'e Entry<'r>) -> Option<&'e Record<'r>> {
    match entry {
        Entry::Record(record) => Some(record),
        Entry::NotAnObject | Entry::Broken(_) => None,
    }
}
