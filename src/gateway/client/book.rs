//! The book of a submission: which records go out and in which calls, and what is put down for each until all have an outcome.
//!
//! It sends nothing. What an earlier report has settled stays as it is there; a record that may have been received once never
//! becomes one that was not.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use super::super::failure::{Cause, Failure};
use super::super::outcome::{Outcomes, State};
use super::super::request::Call;
use super::super::secret::Words;
use super::report::{Report, Settled};
use super::run::{Flight, Landed};
use super::submission::{Progress, Submission};
use crate::check::{self, InputError, Options, Root, Together};
use crate::payload::Body;
use crate::record::entries::Entry;
use crate::spec::{Kind, Severity};

/// So many calls in a row without an answer, and the rest is not sent: whatever is wrong will not pass while we ask on.
const LIMIT: u32 = 3;

/// The book of a submission.
pub(super) struct Book<'s> {
    submission: &'s Submission<'s>,
    report: Report,
    done: usize,
    /// How many calls in a row had no answer.
    unanswered: u32,
}

impl<'s> Book<'s> {
    /// The book as it stands before anything is sent.
    pub(super) fn open(kind: Kind, entries: &[Entry], submission: &'s Submission<'s>) -> Result<Book<'s>, InputError> {
        // A preview must say whose it is.
        Body::open(kind, submission.options)?;
        let mut report = Report::blank(kind, entries);
        check(&mut report, entries, submission.options)?;
        if let Some(earlier) = submission.resume {
            resume(&mut report, earlier)?;
        }
        for outcome in report.outcomes.iter_mut().filter(|outcome| outcome.state == State::NotSent && outcome.has_error()) {
            outcome.state = State::Invalid;
        }
        let mut book = Book { submission, report, done: 0, unanswered: 0 };
        book.done = book.report.outcomes.iter().filter(|outcome| !book.is_due(outcome)).count();
        Ok(book)
    }

    fn is_due(&self, outcome: &Settled) -> bool {
        match outcome.state {
            State::NotSent => true,
            State::Unknown => self.submission.resend_unknown && !outcome.has_error(),
            _ => false,
        }
    }

    /// The calls to be made. Two records of one name never share one: its reply could not say which of them it means.
    pub(super) fn flights(&self) -> Vec<Flight> {
        let mut flights: Vec<Vec<usize>> = Vec::new();
        let mut names: HashSet<String> = HashSet::new();
        for outcome in self.report.outcomes.iter().filter(|outcome| self.is_due(outcome)) {
            let name = outcome.id.as_ref().map(|id| id.as_str().replace('-', "").to_ascii_lowercase()).unwrap_or_default();
            match flights.last_mut() {
                Some(flight) if flight.len() < self.submission.chunk_size && !names.contains(&name) => flight.push(outcome.index),
                _ => {
                    names.clear();
                    flights.push(vec![outcome.index]);
                }
            }
            names.insert(name);
        }
        let flight = |records| Flight { records, may_have_arrived: AtomicBool::new(false), has_landed: AtomicBool::new(false) };
        flights.into_iter().map(flight).collect()
    }

    /// Tells of the records that need not be sent.
    pub(super) fn tell_settled(&self, progress: &mut impl FnMut(Progress<'_>)) {
        let settled: Vec<&Settled> = self.report.outcomes.iter().filter(|outcome| !self.is_due(outcome)).collect();
        if !settled.is_empty() {
            progress(Progress { done: self.done, total: self.report.outcomes.len(), outcomes: &settled });
        }
    }

    /// Whether the rest is not sent.
    pub(super) fn has_given_up(&self) -> bool {
        self.unanswered >= LIMIT
    }

    /// Puts down what became of calls.
    pub(super) fn land(&mut self, landed: Vec<Landed<'_>>, progress: &mut impl FnMut(Progress<'_>)) {
        for Landed { records, outcomes } in landed {
            let is_answered = outcomes.records.iter().all(|record| record.failure.is_none());
            self.unanswered = if is_answered { 0 } else { self.unanswered + 1 };
            self.settle(records, outcomes, progress);
        }
    }

    fn settle(&mut self, records: &[usize], outcomes: Outcomes, progress: &mut impl FnMut(Progress<'_>)) {
        self.report.settle(records, outcomes);
        self.done += records.len();
        let settled: Vec<&Settled> = records.iter().filter_map(|index| self.report.outcomes.get(*index)).collect();
        progress(Progress { done: self.done, total: self.report.outcomes.len(), outcomes: &settled });
    }

    /// The report, in which the records of calls that did not end have an outcome too; those of calls that were not made, by why.
    pub(super) fn close(mut self, flights: &[Flight], not_made: Cause, progress: &mut impl FnMut(Progress<'_>)) -> Report {
        for flight in flights.iter().filter(|flight| !flight.has_landed.load(Ordering::Relaxed)) {
            let cause = if flight.may_have_arrived.load(Ordering::Relaxed) { Cause::Aborted } else { not_made };
            let failure = Failure::new(Call::of(self.report.kind), cause);
            self.settle(&flight.records, Outcomes::failed(flight.records.len(), &failure), progress);
        }
        self.report
    }
}

/// Puts what is found in the records at their places.
fn check(report: &mut Report, entries: &[Entry], options: &Options) -> Result<(), InputError> {
    let mut progress = check::Progress::new(report.kind, Together::Batch);
    let mut checker = progress.with(options);
    entries.iter().for_each(|entry| checker.entry(entry));
    let found = checker.tell(Root::Batch);
    if found.overflow {
        return Err(InputError::TooManyIssues);
    }
    for issue in found.issues {
        if let Some(outcome) = report.outcomes.get_mut(issue.record as usize) {
            outcome.issues.push(issue);
        }
    }
    Ok(())
}

/// Takes over what an earlier report has settled, and what it leaves in doubt. What it calls invalid is looked at anew: it was not
/// sent, and may be mended.
fn resume(report: &mut Report, earlier: &Report) -> Result<(), InputError> {
    let name = |outcome: &Settled| outcome.id.as_ref().map(Words::as_str).map(str::to_owned);
    let names = |report: &Report| report.outcomes.iter().map(name).collect::<Vec<_>>();
    if report.kind != earlier.kind || names(report) != names(earlier) {
        return Err(InputError::ReportOfOthers);
    }
    for (outcome, was) in report.outcomes.iter_mut().zip(&earlier.outcomes) {
        if !matches!(was.state, State::NotSent | State::Invalid) {
            outcome.resume(was);
        }
    }
    report.calls.clone_from(&earlier.calls);
    Ok(())
}

impl Settled {
    fn has_error(&self) -> bool {
        self.issues.iter().any(|issue| issue.severity == Severity::Error)
    }
}
