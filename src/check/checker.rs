//! Checks records one after the other: their fields, the rules that read them, the names beside them, and what they repeat
//! of earlier ones.

use super::field;
use super::findings::Findings;
use super::issue::{Issue, Place, Report, Root, RuleId};
use super::options::Options;
use super::plan::{self, Bound};
use super::view::{Sheet, Slot, View};
use crate::record::entries::Entry;
use crate::record::json::Syntax;
use crate::record::names::FirstSeen;
use crate::record::text::{nearest, trim};
use crate::record::{Given, Record};
use crate::spec::{Kind, Need};

const UNKNOWN: RuleId = RuleId::of("field/unknown");
const OBJECT: RuleId = RuleId::of("record/object");
const SYNTAX: RuleId = RuleId::of("record/syntax");
const DUPLICATE_KEY: RuleId = RuleId::of("record/duplicate-key");
const EMPTY_LIST: RuleId = RuleId::of("request/empty-list");
const DUPLICATE_ASSIGNMENT: RuleId = RuleId::of("preview/duplicate-assignment");
const REQUEST_DUPLICATE_ID: RuleId = RuleId::of("request/duplicate-id");
const BATCH_DUPLICATE_ID: RuleId = RuleId::of("batch/duplicate-id");
const BATCH_DUPLICATE_CERT_NUM: RuleId = RuleId::of("batch/duplicate-cert-num");

/// For how many unknown names of a record the nearest one is looked for: who has more has not misspelt them.
const MOST_OFFERS: usize = 64;

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

/// A check under way, without the options it is made with: what is kept between two records of a batch.
pub struct Progress {
    pub(super) found: Findings,
    together: Together,
    pub(super) total: u32,
    pub(super) valid: u32,
    seen: [FirstSeen; 2],
}

impl Progress {
    /// The start of a check of records of one kind.
    #[inline(never)]
    pub fn new(kind: Kind, together: Together) -> Progress {
        Progress { found: Findings::new(kind), together, total: 0, valid: 0, seen: Default::default() }
    }

    /// Goes on with the check.
    pub fn with(self, options: &Options) -> Checker<'_> {
        Checker { options, progress: self }
    }
}

/// A check under way.
pub struct Checker<'o> {
    options: &'o Options,
    pub(super) progress: Progress,
}

impl<'o> Checker<'o> {
    /// A check of records of one kind.
    pub fn new(kind: Kind, options: &'o Options, together: Together) -> Checker<'o> {
        Progress::new(kind, together).with(options)
    }

    /// What is kept until the next record.
    pub fn pause(self) -> Progress {
        self.progress
    }

    /// A rule that does not hold.
    pub(super) fn add(&mut self, rule: RuleId, place: Place, a: u32, b: u32) {
        self.progress.found.add(self.options, rule, place, a, b);
    }

    /// Whether there are already more issues than a report holds; what is still to come will not be reported.
    pub fn is_full(&self) -> bool {
        self.progress.found.overflow
    }

    /// Checks the next entry.
    pub fn entry(&mut self, entry: &Entry) {
        match entry {
            Entry::Record(record) => _ = self.record(record),
            Entry::NotAnObject => self.not_an_object(),
            Entry::Broken(syntax) => self.broken(*syntax),
        }
    }

    /// Checks the next record; whether it has no error.
    pub fn record(&mut self, record: &Record) -> bool {
        let start = self.progress.found.issues.len();
        self.next(|checker| {
            let mut sheet = Sheet::new(record.kind());
            checker.fields(&mut sheet, record, u32::MAX);
            for bound in plan::of(record.kind()) {
                checker.rule(&sheet, bound);
            }
            checker.names(record);
            checker.repetitions(record);
            checker.progress.found.sort_from(start);
        })
    }

    /// An entry that is no object.
    pub fn not_an_object(&mut self) {
        self.next(|checker| checker.add(OBJECT, Place::Record, 0, 0));
    }

    /// An entry that is no JSON.
    pub fn broken(&mut self, syntax: Syntax) {
        self.next(|checker| checker.add(SYNTAX, Place::Record, syntax.at, syntax.reason as u32));
    }

    fn next(&mut self, check: impl FnOnce(&mut Self)) -> bool {
        let errors = self.progress.found.errors;
        self.progress.found.record = self.progress.total;
        self.progress.total += 1;
        check(self);
        let valid = self.progress.found.errors == errors;
        self.progress.valid += u32::from(valid);
        valid
    }

    fn fields<'r>(&mut self, sheet: &mut Sheet<'r>, record: &'r Record, mask: u32) {
        let fields = record.kind().table().fields.iter().zip(&mut sheet.slots).enumerate();
        for (index, (field, slot)) in fields.filter(|(index, _)| mask & (1 << index) != 0) {
            *slot = field::check(field, index, record.at(index), self.options, &mut self.progress.found, &mut sheet.parsed);
        }
    }

    #[inline(always)]
    fn rule(&mut self, sheet: &Sheet, bound: &Bound) {
        let at = sheet.slot(bound.at());
        if !matches!(at, Slot::Wrong) && bound.decide(&View { sheet, options: self.options, bound }) == Some(false) {
            self.add(bound.rule, Place::Field(bound.at()), 0, 0);
        }
    }

    fn names(&mut self, record: &Record) {
        for (count, other) in record.others.iter().enumerate() {
            let fields = record.kind().table().fields.iter().take(if count < MOST_OFFERS { usize::MAX } else { 0 });
            let near = nearest(&other.name, fields.map(|field| field.name));
            let near = near.and_then(|near| record.kind().table().index_of(near)).map_or(0, |index| index as u32 + 1);
            self.add(UNKNOWN, Place::Name(Box::from(&*other.name)), near, 0);
        }
        for name in &record.repeated {
            self.add(DUPLICATE_KEY, Place::Name(Box::from(&**name)), 0, 0);
        }
    }

    fn repetitions(&mut self, record: &Record) {
        let ids = match self.progress.together {
            Together::Alone => return,
            Together::Batch => BATCH_DUPLICATE_ID,
            Together::Request => REQUEST_DUPLICATE_ID,
        };
        let [id, assignment, cert_number] = plan::unique(record.kind());
        let rules = [(id, ids, 0), (assignment, DUPLICATE_ASSIGNMENT, 0), (cert_number, BATCH_DUPLICATE_CERT_NUM, 1)];
        for (field, rule, seen) in rules {
            let Some(field) = field else { continue };
            let Given::Text(text) = record.at(usize::from(field)) else { continue };
            let (text, number) = (trim(&text.text), self.progress.total);
            let seen = self.progress.seen.get_mut(seen).filter(|_| !text.is_empty());
            if let Some(first) = seen.and_then(|seen| seen.first(text, number)) {
                self.add(rule, Place::Field(field), first, number);
            }
        }
    }

    /// A request without any record (reading R8).
    pub fn require_records(&mut self) {
        if self.progress.total == 0 {
            let kind = self.progress.found.kind;
            self.add(EMPTY_LIST, Place::Block(kind), 0, 0);
        }
    }

    /// What was found.
    pub fn finish(self, root: Root) -> Report {
        Report {
            kind: Some(self.progress.found.kind),
            root,
            total: self.progress.total,
            valid_records: self.progress.valid,
            overflow: self.progress.found.overflow,
            issues: self.progress.found.issues,
        }
    }
}

/// Checks one field of a record, and the rules that read it, wherever they stand.
pub(super) fn one_field(record: &Record, field: usize, options: &Options) -> Vec<Issue> {
    let mut checker = Checker::new(record.kind(), options, Together::Alone);
    checker.progress.found.keeps = false;
    let mut sheet = Sheet::new(record.kind());
    checker.fields(&mut sheet, record, plan::reads_mask(record.kind(), field) & !(1 << field));
    checker.progress.found.keeps = true;
    checker.fields(&mut sheet, record, 1 << field);
    for bound in plan::reading(record.kind(), field) {
        checker.rule(&sheet, bound);
    }
    checker.progress.found.sort_from(0);
    checker.progress.found.issues
}

/// What a field needs now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Needed {
    /// Nothing.
    Optional = 0,
    /// A value.
    Required = 1,
    /// A value here or in another field so marked.
    OneOf = 2,
}

/// What each field of the record's table needs now, in the table's order.
pub fn needs(record: &Record, options: &Options) -> Vec<Needed> {
    let mut checker = Checker::new(record.kind(), options, Together::Alone);
    checker.progress.found.keeps = false;
    let mut sheet = Sheet::new(record.kind());
    checker.fields(&mut sheet, record, plan::condition_mask(record.kind()));
    let fields = record.kind().table().fields.iter().enumerate();
    fields
        .map(|(index, field)| match field.need {
            Need::Yes => Needed::Required,
            Need::When(condition) if sheet.is_needed(index) => {
                if condition.one_of.is_empty() {
                    Needed::Required
                } else {
                    Needed::OneOf
                }
            }
            Need::No | Need::When(_) => Needed::Optional,
        })
        .collect()
}
