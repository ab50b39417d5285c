//! What the records of a batch or a request repeat of earlier ones: ids, assignments and certificate numbers (reading R9). No text
//! is kept, only its hash; whether it is right by itself is for the checks of its field to say.
//!
//! With a million records, where a table is looked at is far from all that was looked at before, and waiting for that place took a
//! sixth of a record's time. So a batch looks for what some records repeat together, when these are checked: the places are asked
//! for without waiting for one before the next. A request tells of each record at once, since only what is right goes into its body.

use std::hint::black_box;

use super::checker::Checker;
use super::issue::{Place, RuleId};
use super::plan;
use crate::record::names::FirstSeen;
use crate::record::text::trim;
use crate::record::{Given, Record};

const DUPLICATE_ASSIGNMENT: RuleId = RuleId::of("preview/duplicate-assignment");
const REQUEST_DUPLICATE_ID: RuleId = RuleId::of("request/duplicate-id");
const BATCH_DUPLICATE_ID: RuleId = RuleId::of("batch/duplicate-id");
const BATCH_DUPLICATE_CERT_NUM: RuleId = RuleId::of("batch/duplicate-cert-num");

/// So many texts of a batch are looked for together.
const TOGETHER: usize = 128;

/// What the records of one check have in common: the rule that forbids an id twice differs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Together {
    /// Nothing: a record by itself.
    Alone,
    /// One batch.
    Batch,
    /// One request.
    Request,
}

/// What was seen of the records so far, and what is still to be looked for.
pub(super) struct Repetitions {
    together: Together,
    seen: [FirstSeen; 2],
    waiting: Vec<Waiting>,
}

/// A text that may have been seen before, as its hash.
#[derive(Clone, Copy)]
struct Waiting {
    hash: u64,
    /// Where it would have been seen.
    seen: usize,
    /// The record that has it.
    record: u32,
    field: u8,
    rule: RuleId,
}

impl Repetitions {
    pub(super) fn new(together: Together) -> Repetitions {
        Repetitions { together, seen: Default::default(), waiting: Vec::new() }
    }

    /// Takes what must not stand in two records.
    pub(super) fn take(&mut self, record: &Record, number: u32) {
        let ids = match self.together {
            Together::Alone => return,
            Together::Batch => BATCH_DUPLICATE_ID,
            Together::Request => REQUEST_DUPLICATE_ID,
        };
        let [id, assignment, cert_number] = plan::unique(record.kind());
        let rules = [(id, ids, 0), (assignment, DUPLICATE_ASSIGNMENT, 0), (cert_number, BATCH_DUPLICATE_CERT_NUM, 1)];
        for (field, rule, at) in rules {
            let Some(field) = field else { continue };
            let Given::Text(text) = record.at(usize::from(field)) else { continue };
            let text = trim(&text.text);
            if let Some(seen) = self.seen.get_mut(at).filter(|_| !text.is_empty()) {
                self.waiting.push(Waiting { hash: seen.hash(text), seen: at, record: number, field, rule });
            }
        }
    }

    /// Whether it is time to look for what is waiting.
    pub(super) fn is_due(&self) -> bool {
        self.waiting.len() >= if self.together == Together::Batch { TOGETHER } else { 1 }
    }

    /// Asks for all places at which there is something to look for.
    fn fetch(&self) {
        let places = self.waiting.iter().filter_map(|waiting| Some(self.seen.get(waiting.seen)?.fetch(waiting.hash)));
        black_box(places.fold(0, |all, place| all ^ place));
    }
}

impl Checker<'_> {
    /// Looks for what is waiting, and puts what was seen before where it belongs among the issues.
    pub(super) fn look_for_repetitions(&mut self) {
        self.progress.repetitions.fetch();
        let waiting = std::mem::take(&mut self.progress.repetitions.waiting);
        let start = waiting.first().map_or(0, |first| self.progress.found.start_of(first.record));
        let count = self.progress.found.issues.len();
        for waiting in &waiting {
            let seen = self.progress.repetitions.seen.get_mut(waiting.seen);
            if let Some(first) = seen.and_then(|seen| seen.first(waiting.hash, waiting.record + 1)) {
                self.repeats(*waiting, first, start);
            }
        }
        if self.progress.found.issues.len() > count {
            self.progress.found.sort_from(start);
        }
        self.progress.repetitions.waiting = waiting;
        self.progress.repetitions.waiting.clear();
    }

    /// A record that repeats what that one has; its issues stand behind the start.
    fn repeats(&mut self, waiting: Waiting, first: u32, start: usize) {
        let Waiting { record, field, rule, .. } = waiting;
        let was_valid = !self.progress.found.has_error(start, record);
        self.progress.found.record = record;
        self.add(rule, Place::Field(field), first, record + 1);
        self.progress.valid -= u32::from(was_valid && self.progress.found.has_error(start, record));
    }
}
