//! Which rules stand where: the places of every rule, resolved per kind when the crate is built. A rule that names a field
//! its table does not have does not compile.

use super::conditions;
use super::issue::RuleId;
use super::rule::{Decide, Stands};
use super::rules;
use crate::spec::{Kind, MAX_FIELDS, Role, place, places};

/// One place of one rule, its fields by their places in the table.
#[derive(Clone, Copy)]
pub struct Bound {
    /// The rule.
    pub rule: RuleId,
    /// Behind them stands [`NO_FIELD`].
    fields: [u8; MOST],
    count: u8,
    decide: Decide,
}

/// The most fields that a rule reads, its own included.
const MOST: usize = 4;
/// The place of no field.
const NO_FIELD: u8 = u8::MAX;
/// The most places that the rules have in one kind.
const ROOM: usize = 32;

fn never(_: &super::view::View) -> Option<bool> {
    None
}

/// No place of a rule.
pub(super) static NOWHERE: Bound = NONE;
const NONE: Bound = Bound { rule: RuleId::at(0), fields: [NO_FIELD; MOST], count: 0, decide: never };

impl Bound {
    /// The field at which it stands (0), or one of the others it reads; no field of any table where it does not read so many.
    pub fn field(&self, index: usize) -> u8 {
        self.fields.get(index).copied().unwrap_or(NO_FIELD)
    }

    /// All its fields, the one at which it stands first.
    pub fn fields(&self) -> &[u8] {
        self.fields.get(..usize::from(self.count)).unwrap_or_default()
    }

    /// The field at which it stands.
    pub fn at(&self) -> u8 {
        let [at, ..] = self.fields;
        at
    }

    pub(super) fn decide(&self, view: &super::view::View) -> Option<bool> {
        (self.decide)(view)
    }
}

struct Plan {
    bounds: [Bound; ROOM],
    count: usize,
    /// For each field the mask of what the rules that read it read.
    reads: [u32; MAX_FIELDS],
    /// For each field the mask of these rules, by their places in the plan.
    readers: [u32; MAX_FIELDS],
    /// What no two records should share.
    unique: [Option<u8>; 3],
}

static PLANS: [Plan; 4] = [plan(Kind::Safety), plan(Kind::Special), plan(Kind::Manager), plan(Kind::Preview)];

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn plan(kind: Kind) -> Plan {
    let mut plan = Plan { bounds: [NONE; ROOM], count: 0, reads: reads_of_themselves(), readers: [0; MAX_FIELDS], unique: unique_of(kind) };
    let mut index = 0;
    while index < rules::COUNT {
        if let Stands::At(stands, decide) = rules::ALL[index].stands {
            let mut at = 0;
            while at < stands.len() {
                if stands[at].kinds.has(kind) {
                    let fields = resolve(kind, stands[at].at, stands[at].reads);
                    let count = stands[at].reads.len() as u8 + 1;
                    plan.bounds[plan.count] = Bound { rule: RuleId::at(index), fields, count, decide };
                    plan.reads = read_together(plan.reads, fields, count);
                    plan.readers = read_by(plan.readers, fields, count, plan.count);
                    plan.count += 1;
                }
                at += 1;
            }
        }
        index += 1;
    }
    plan
}

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn resolve(kind: Kind, at: &str, reads: &[&str]) -> [u8; MOST] {
    let mut fields = [NO_FIELD; MOST];
    fields[0] = place(kind, at);
    let mut index = 0;
    while index < reads.len() {
        fields[index + 1] = place(kind, reads[index]);
        index += 1;
    }
    fields
}

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn unique_of(kind: Kind) -> [Option<u8>; 3] {
    let (fields, mut unique, mut index) = (kind.table().fields, [None; 3], 0);
    while index < fields.len() {
        match fields[index].role {
            Role::RecordId => unique[0] = Some(index as u8),
            Role::Assignment => unique[1] = Some(index as u8),
            Role::CertNumber => unique[2] = Some(index as u8),
            _ => {}
        }
        index += 1;
    }
    unique
}

/// Each field is read by its own checks.
#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn reads_of_themselves() -> [u32; MAX_FIELDS] {
    let mut reads = [0; MAX_FIELDS];
    let mut field = 0;
    while field < MAX_FIELDS {
        reads[field] = 1 << field;
        field += 1;
    }
    reads
}

/// Each of these fields is read together with all of them.
#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn read_together(mut reads: [u32; MAX_FIELDS], fields: [u8; MOST], count: u8) -> [u32; MAX_FIELDS] {
    let (mut mask, mut index) = (0, 0);
    while index < count as usize {
        mask |= 1 << fields[index];
        index += 1;
    }
    index = 0;
    while index < count as usize {
        reads[fields[index] as usize] |= mask;
        index += 1;
    }
    reads
}

/// Each of these fields is read by the rule at that place.
#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn read_by(mut readers: [u32; MAX_FIELDS], fields: [u8; MOST], count: u8, place: usize) -> [u32; MAX_FIELDS] {
    let mut index = 0;
    while index < count as usize {
        readers[fields[index] as usize] |= 1 << place;
        index += 1;
    }
    readers
}

const fn plan_of(kind: Kind) -> &'static Plan {
    match kind {
        Kind::Safety => &PLANS[0],
        Kind::Special => &PLANS[1],
        Kind::Manager => &PLANS[2],
        Kind::Preview => &PLANS[3],
    }
}

/// The places of the rules in a kind, in the order of the rules.
pub fn of(kind: Kind) -> &'static [Bound] {
    let plan = plan_of(kind);
    plan.bounds.get(..plan.count).unwrap_or_default()
}

/// The rules that read a field, wherever they stand.
pub fn reading(kind: Kind, field: usize) -> impl Iterator<Item = &'static Bound> {
    let readers = plan_of(kind).readers.get(field).copied().unwrap_or_default();
    places(readers).filter_map(move |place| of(kind).get(place))
}

/// The fields that a check of one field looks at: itself, and all that the rules which read it read.
pub fn reads_mask(kind: Kind, field: usize) -> u32 {
    plan_of(kind).reads.get(field).copied().unwrap_or_default()
}

/// The fields that no two records should share: the record's id, the assignment and the certificate number, where there are such.
pub fn unique(kind: Kind) -> [Option<u8>; 3] {
    plan_of(kind).unique
}

/// The other fields at which rules that read this one stand.
pub fn affects(kind: Kind, field: usize) -> Vec<usize> {
    let mask = reading(kind, field).fold(0_u32, |mask, bound| mask | 1 << bound.at());
    places(mask & !(1 << field)).collect()
}

/// The fields that decide what is needed.
pub fn condition_mask(kind: Kind) -> u32 {
    conditions::tested(kind)
}
