//! What the ministry's system holds, and what it says of a record that comes to it.
//!
//! Whether the record is right in itself was said before. Of a certificate only its ids, its codes and whose it is are kept.

use serde_json::{Value, json};

use super::config::{Assigns, Config, Repeated, UnknownAssignment};
use super::wording::{self, ASSIGNMENT_UNKNOWN};
use crate::gateway::Words;
use crate::record::date::Date;
use crate::record::text::trim;
use crate::record::{Given, Record};
use crate::spec::dictionary::{operate_type, province, state};
use crate::spec::endpoints::{ASSIGNMENT_USED, HELD_ELSEWHERE, SUCCESS_ENTRY};
use crate::spec::{Kind, Role};

/// One record that was taken. What its kind does not have is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// What it is.
    pub kind: Kind,
    /// Its own id.
    pub id: Words,
    /// 所属省份.
    pub province: String,
    /// 证书状态.
    pub state: String,
    /// 操作类型.
    pub operation: String,
    /// The QR assignment: of a certificate that got one, or the one that a preview names.
    pub assignment: Option<Words>,
    /// How often it was submitted.
    pub times: u32,
    pub(super) warnings: Vec<Words>,
    number: Words,
    holder: Words,
    /// A later record of the same certificate was taken.
    replaced: bool,
}

impl Held {
    fn of(record: &Record) -> Held {
        let words = |role| Words::new(text(record, role));
        let holder = format!("{}\0{}", text(record, Role::Holder), text(record, Role::Category));
        Held {
            kind: record.kind(),
            id: words(Role::RecordId),
            province: text(record, Role::Province).to_owned(),
            state: text(record, Role::State).to_owned(),
            operation: text(record, Role::Operation).to_owned(),
            assignment: Some(words(Role::Assignment)).filter(|assignment| !assignment.as_str().is_empty()),
            times: 1,
            warnings: Vec::new(),
            number: words(Role::CertNumber),
            holder: Words::new(holder),
            replaced: false,
        }
    }

    /// What a listing tells of it; what its kind does not have is `null`.
    pub fn to_json(&self) -> Value {
        let or_null = |text: &str| if text.is_empty() { Value::Null } else { Value::from(text) };
        json!({
            "kind": self.kind.id(),
            SUCCESS_ENTRY: or_null(self.id.as_str()),
            "province": or_null(&self.province),
            "state": or_null(&self.state),
            "operation": or_null(&self.operation),
            "assignment": self.assignment.as_ref().map(Words::as_str),
            "times": self.times,
        })
    }

    fn is_in_force(&self) -> bool {
        self.state == state::VALID && !self.replaced
    }

    fn has_number_of(&self, other: &Held) -> bool {
        self.kind == other.kind && self.number == other.number
    }

    /// What is said of a certificate that its holder should not have beside this one.
    fn elsewhere(&self) -> Words {
        let rows = province::PROVINCES.rows.iter();
        let name = rows.filter(|row| row.code.is(&self.province)).map(|row| row.name).next().unwrap_or(&self.province);
        let [before, after] = HELD_ELSEWHERE;
        Words::new(format!("{name}{before}{}{after}", self.number.as_str()))
    }
}

fn text<'r>(record: &'r Record, role: Role) -> &'r str {
    match record.kind().table().with_role(role).map(|place| record.at(place)) {
        Some(Given::Text(text)) => trim(&text.text),
        _ => "",
    }
}

/// What by its own record names it in a reply: a certificate its id, a preview its assignment.
pub(super) fn name_of(record: &Record) -> String {
    let role = if record.kind() == Kind::Preview { Role::Assignment } else { Role::RecordId };
    text(record, role).to_owned()
}

/// What is held, in the order in which it came.
#[derive(Clone, Default)]
pub(super) struct Store {
    pub(super) held: Vec<Held>,
    /// How many assignments were given.
    given: u64,
}

impl Store {
    /// Takes a record that has no error.
    ///
    /// # Errors
    /// Why it is refused.
    pub(super) fn take(&mut self, record: &Record, config: &Config, now: u64) -> Result<&Held, String> {
        let new = Held::of(record);
        let place = if new.kind == Kind::Preview { self.preview(new, config)? } else { self.certificate(new, config, now)? };
        self.held.get(place).ok_or_else(String::new)
    }

    fn preview(&mut self, new: Held, config: &Config) -> Result<usize, String> {
        let has_it = |held: &&mut Held| held.assignment == new.assignment;
        if let Some(used) = self.held.iter_mut().filter(|held| held.kind == Kind::Preview).find(has_it) {
            used.times += 1;
            return Err(ASSIGNMENT_USED.to_owned());
        }
        let is_known = self.held.iter().any(|held| held.assignment == new.assignment);
        if !is_known && config.unknown_assignment == UnknownAssignment::Refuse {
            return Err(ASSIGNMENT_UNKNOWN.to_owned());
        }
        Ok(self.push(new))
    }

    fn certificate(&mut self, mut new: Held, config: &Config, now: u64) -> Result<usize, String> {
        let is_same = |held: &Held| held.kind == new.kind && held.id == new.id;
        if let Some(place) = self.held.iter().position(is_same)
            && config.repeated != Repeated::Second
        {
            return self.repeated(place, config.repeated);
        }
        let is_taken = |held: &Held| held.has_number_of(&new) && held.is_in_force() && held.id != new.id;
        if new.operation == operate_type::NEW && self.held.iter().any(is_taken) {
            return Err(wording::already_held(new.kind, Role::CertNumber));
        }
        new.warnings = self.warnings(&new);
        for held in self.held.iter_mut().filter(|held| held.has_number_of(&new)) {
            held.replaced = true;
        }
        if config.assigns == Assigns::All || [operate_type::NEW, operate_type::RENEWAL].contains(&new.operation.as_str()) {
            self.given += 1;
            new.assignment = Some(Words::new(format!("{}{:04}{:09}", new.province, year(now), self.given)));
        }
        Ok(self.push(new))
    }

    fn repeated(&mut self, place: usize, repeated: Repeated) -> Result<usize, String> {
        let Some(first) = self.held.get_mut(place) else { return Ok(place) };
        first.times += 1;
        if repeated == Repeated::Refuse { Err(wording::already_held(first.kind, Role::RecordId)) } else { Ok(place) }
    }

    /// The same certificate in other provinces, while both are in force.
    fn warnings(&self, new: &Held) -> Vec<Words> {
        let is_elsewhere =
            |held: &&Held| held.kind == new.kind && held.holder == new.holder && held.province != new.province && held.is_in_force();
        let elsewhere = self.held.iter().filter(is_elsewhere).filter(|_| new.is_in_force());
        elsewhere.map(Held::elsewhere).collect()
    }

    fn push(&mut self, new: Held) -> usize {
        self.held.push(new);
        self.held.len() - 1
    }
}

/// The year in China.
fn year(now: u64) -> u16 {
    const DAY: u64 = 24 * 60 * 60 * 1000;
    const EAST: u64 = 8 * 60 * 60 * 1000;
    let days = i32::try_from(now.saturating_add(EAST) / DAY).ok();
    days.and_then(Date::from_days).map_or(0, Date::year)
}
