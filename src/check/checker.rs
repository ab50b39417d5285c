//! Checks records one after the other: their fields, the rules that read them, and the names beside them. What they repeat of
//! earlier ones is `check::repetitions`'s.

use super::field::FieldChecks;
use super::findings::Findings;
use super::issue::{Issue, Place, Report, Root, RuleId};
use super::options::Options;
use super::plan::{self, Bound};
use super::repetitions::{Repetitions, Together};
use super::view::{Sheet, Slot, View};
use crate::record::Record;
use crate::record::by_parts::ByParts;
use crate::record::entries::Entry;
use crate::record::json::Syntax;
use crate::record::text::nearest;
use crate::spec::{Kind, Need, places};

const UNKNOWN: RuleId = RuleId::of("field/unknown");
const OBJECT: RuleId = RuleId::of("record/object");
const SYNTAX: RuleId = RuleId::of("record/syntax");
const DUPLICATE_KEY: RuleId = RuleId::of("record/duplicate-key");
const EMPTY_LIST: RuleId = RuleId::of("request/empty-list");

/// For how many unknown names of a record the nearest one is looked for: who has more has not misspelt them.
const MOST_OFFERS: usize = 64;

/// A check under way, without the options it is made with: what is kept between two records of a batch.
pub struct Progress {
    pub(super) found: Findings,
    pub(super) total: u32,
    pub(super) valid: u32,
    pub(super) repetitions: Repetitions,
}

impl Progress {
    /// The start of a check of records of one kind.
    #[inline(never)]
    pub fn new(kind: Kind, together: Together) -> Progress {
        Progress { found: Findings::new(kind), total: 0, valid: 0, repetitions: Repetitions::new(together) }
    }

    /// Goes on with the check.
    pub fn with<'c>(&'c mut self, options: &'c Options) -> Checker<'c> {
        Checker { options, progress: self }
    }
}

/// A check under way.
pub struct Checker<'c> {
    options: &'c Options,
    pub(super) progress: &'c mut Progress,
}

impl Checker<'_> {
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

    /// Checks the entries that are whole in the next part of a batch; with how many of its bytes it is done. The others come again, with
    /// more behind them.
    pub fn part(&mut self, parts: &mut ByParts, bytes: &[u8], is_last: bool) -> usize {
        if self.is_full() {
            return bytes.len();
        }
        parts.each(bytes, is_last, |entry| {
            self.entry(entry);
            !self.is_full()
        })
    }

    /// Checks the next record; whether it has no error. In a batch, what it repeats may be told only later.
    pub fn record(&mut self, record: &Record) -> bool {
        let (start, number) = (self.progress.found.issues.len(), self.progress.total);
        self.next(|checker| {
            let mut sheet = Sheet::new(record.kind());
            checker.every_field(&mut sheet, record);
            checker.rules(&sheet, plan::of(record.kind()));
            checker.names(record);
            checker.progress.found.sort_from(start);
        });
        self.progress.repetitions.take(record, number);
        if self.progress.repetitions.is_due() {
            self.look_for_repetitions();
        }
        !self.progress.found.has_error(start, number)
    }

    /// An entry that is no object.
    pub fn not_an_object(&mut self) {
        self.next(|checker| checker.add(OBJECT, Place::Record, 0, 0));
    }

    /// An entry that is no JSON.
    pub fn broken(&mut self, syntax: Syntax) {
        self.next(|checker| checker.add(SYNTAX, Place::Record, syntax.at, syntax.reason as u32));
    }

    fn next(&mut self, check: impl FnOnce(&mut Self)) {
        let errors = self.progress.found.errors;
        self.progress.found.record = self.progress.total;
        self.progress.total += 1;
        check(self);
        self.progress.valid += u32::from(self.progress.found.errors == errors);
    }

    fn every_field<'r>(&mut self, sheet: &mut Sheet<'r>, record: &'r Record) {
        let (table, Sheet { slots, parsed, .. }) = (record.kind().table(), sheet);
        let Some(mut checks) = FieldChecks::new(table, self.options, &mut self.progress.found, parsed) else { return };
        for (index, ((field, given), slot)) in table.fields.iter().zip(record.all()).zip(slots).enumerate() {
            checks.check(index, field, given, slot);
        }
    }

    fn fields<'r>(&mut self, sheet: &mut Sheet<'r>, record: &'r Record, mask: u32) {
        let (table, Sheet { slots, parsed, .. }) = (record.kind().table(), sheet);
        let Some(mut checks) = FieldChecks::new(table, self.options, &mut self.progress.found, parsed) else { return };
        for index in places(mask) {
            let (Some(field), Some(slot)) = (table.fields.get(index), slots.get_mut(index)) else { return };
            checks.check(index, field, record.at(index), slot);
        }
    }

    fn rules(&mut self, sheet: &Sheet, bounds: impl IntoIterator<Item = &'static Bound>) {
        let mut view = View { sheet, options: self.options, bound: &plan::NOWHERE };
        for bound in bounds {
            view.bound = bound;
            let at = bound.at();
            if !matches!(sheet.slot(at), Slot::Wrong) && bound.decide(&view) == Some(false) {
                self.add(bound.rule, Place::Field(at), 0, 0);
            }
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

    /// A request without any record (reading R8).
    pub fn require_records(&mut self) {
        if self.progress.total == 0 {
            let kind = self.progress.found.kind;
            self.add(EMPTY_LIST, Place::Block(kind), 0, 0);
        }
    }

    /// What was found and not told before, with the counts of all records so far.
    pub fn tell(mut self, root: Root) -> Report {
        self.look_for_repetitions();
        Report {
            kind: Some(self.progress.found.kind),
            root,
            total: self.progress.total,
            valid_records: self.progress.valid,
            overflow: self.progress.found.overflow,
            issues: std::mem::take(&mut self.progress.found.issues),
        }
    }
}

/// Checks one field of a record, and the rules that read it, wherever they stand.
pub(super) fn one_field(record: &Record, field: usize, options: &Options) -> Vec<Issue> {
    let mut progress = Progress::new(record.kind(), Together::Alone);
    progress.found.keeps = false;
    let mut checker = progress.with(options);
    let mut sheet = Sheet::new(record.kind());
    checker.fields(&mut sheet, record, plan::reads_mask(record.kind(), field) & !(1 << field));
    checker.progress.found.keeps = true;
    checker.fields(&mut sheet, record, 1 << field);
    checker.rules(&sheet, plan::reading(record.kind(), field));
    progress.found.sort_from(0);
    progress.found.issues
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
    let mut progress = Progress::new(record.kind(), Together::Alone);
    progress.found.keeps = false;
    let mut checker = progress.with(options);
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
