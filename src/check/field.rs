//! The checks of one field by its row. What they leave is the field's value, parsed once, for the rules to read.
//!
//! Every check but that of white space reads the trimmed text (reading R22), and a field has at most one error of its own,
//! the first in the order of this page (reading R23).

mod rare;

use super::findings::Findings;
use super::issue::{Place, RuleId};
use super::options::Options;
use super::rule::is_one_line;
use super::view::{Parsed, Slot};
use crate::record::date::Date;
use crate::record::json::JsonType;
use crate::record::licence_id::LicenceId;
use crate::record::record_id::is_long_economic_type;
use crate::record::text::{Oddities, Text, length, oddities, trim};
use crate::record::{Found, Given};
use crate::spec::{Dictionary, Field, Format, Need, Openness, Severity, Short, Table};

const REQUIRED: RuleId = RuleId::of("field/required");
const TYPE: RuleId = RuleId::of("field/type");
const MAX_LENGTH: RuleId = RuleId::of("field/max-length");
const CHARACTERS: RuleId = RuleId::of("field/characters");
const LINE_BREAK: RuleId = RuleId::of("field/line-break");
const WHITESPACE: RuleId = RuleId::of("field/whitespace");
const DATE: RuleId = RuleId::of("field/date");
const CODE: RuleId = RuleId::of("field/code");
const CODE_UNLISTED: RuleId = RuleId::of("field/code-unlisted");

/// The checks of a record's fields, one after the other.
pub(super) struct FieldChecks<'c, 'r> {
    options: &'c Options,
    found: &'c mut Findings,
    parsed: &'c mut Parsed<'r>,
    /// The field under check, and its place in the table.
    field: &'static Field,
    index: u8,
}

/// The number of the first character that XML cannot carry or that stands for half a surrogate pair, counted from 1.
#[inline]
fn bad_character(given: &Text, text: &str, odd: Oddities) -> Option<u32> {
    let half = || text.chars().position(|character| character == char::REPLACEMENT_CHARACTER).map_or(0, |at| at as u32);
    odd.forbidden.or_else(|| given.ill_formed.then(half)).map(|at| at + 1)
}

/// Whether a field is blank or its value would be left out: then it counts as absent (reading R22).
pub(crate) fn is_blank(given: &Given) -> bool {
    match given {
        Given::Absent => true,
        Given::Text(text) => trim(&text.text).is_empty(),
        Given::Array(json) => json.strip_prefix('[').is_some_and(|rest| rest.trim_ascii() == "]"),
        Given::Other(_) => false,
    }
}

impl<'c, 'r> FieldChecks<'c, 'r> {
    /// The checks of the fields of a table.
    pub(super) fn new(table: &'static Table, options: &'c Options, found: &'c mut Findings, parsed: &'c mut Parsed<'r>) -> Option<Self> {
        Some(FieldChecks { options, found, parsed, field: table.fields.first()?, index: 0 })
    }

    /// Checks what is given at a field, which has that place in its table, and puts its value into the slot, in which nothing is.
    #[inline(always)]
    pub(super) fn check(&mut self, index: usize, field: &'static Field, given: &'r Given, slot: &mut Slot<'r>) {
        (self.field, self.index) = (field, index as u8);
        if let Given::Text(given) = given {
            self.text(given, slot);
        } else if !matches!((given, field.need), (Given::Absent, Need::No | Need::When(_))) {
            *slot = self.no_text(given);
        }
    }

    #[inline(never)]
    fn no_text(&mut self, given: &'r Given) -> Slot<'r> {
        match (given, self.field.format) {
            (given, _) if is_blank(given) => self.nothing(),
            (Given::Array(json), Format::Info(types)) => self.info(json, types),
            (Given::Array(_), _) => self.other(Found::Json(JsonType::Array)),
            (Given::Other(other), _) => self.other(*other),
            (Given::Absent | Given::Text(_), _) => Slot::Absent,
        }
    }

    fn at(&self) -> Place {
        Place::Field(self.index)
    }

    /// Reports that a rule does not hold; whether that is an error.
    fn fails(&mut self, rule: RuleId, a: u32, b: u32) -> bool {
        let place = self.at();
        self.found.add(self.options, rule, place, a, b) == Some(Severity::Error)
    }

    fn nothing(&mut self) -> Slot<'static> {
        if matches!(self.field.need, Need::Yes) && self.fails(REQUIRED, 0, 0) { Slot::Wrong } else { Slot::Absent }
    }

    fn other(&mut self, found: Found) -> Slot<'static> {
        self.fails(TYPE, found.index(), 0);
        Slot::Wrong
    }

    #[inline(always)]
    fn text(&mut self, given: &'r Text, slot: &mut Slot<'r>) {
        let text = &*given.text;
        if given.is_bare() && self.has_room(text) {
            self.value(given, text, slot);
        } else {
            *slot = self.any_text(given, trim(text));
        }
    }

    #[inline(never)]
    fn any_text(&mut self, given: &'r Text, text: &'r str) -> Slot<'r> {
        if text.is_empty() {
            return self.nothing();
        }
        let odd = if given.letters.are_printable() { Oddities::default() } else { oddities(text) };
        if let Some(at) = odd.line_break.filter(|_| is_one_line(self.field)) {
            self.fails(LINE_BREAK, at + 1, 0);
        }
        if text.len() != given.text.len() {
            self.fails(WHITESPACE, 0, 0);
        }
        let bad = bad_character(given, text, odd).is_some_and(|number| self.fails(CHARACTERS, number, 0));
        if bad || self.is_too_long(text) {
            return Slot::Wrong;
        }
        let mut slot = Slot::Absent;
        self.value(given, text, &mut slot);
        slot
    }

    #[inline(always)]
    fn has_room(&self, text: &str) -> bool {
        // No text is longer in characters than in bytes.
        text.len() <= self.field.room as usize || length(text) <= self.field.room
    }

    fn is_too_long(&mut self, text: &str) -> bool {
        let (length, max) = (length(text), self.field.room);
        length > max && !self.may_be_longer(text, length, max) && self.fails(MAX_LENGTH, max, length)
    }

    /// Readings R10 and R21.
    fn may_be_longer(&self, text: &str, length: u32, max: u32) -> bool {
        match self.field.format {
            Format::LicenceId => length == max + 1 && LicenceId::parse(text).is_some(),
            Format::EconomicType => is_long_economic_type(text),
            _ => false,
        }
    }

    #[inline(always)]
    fn value(&mut self, given: &Text, text: &'r str, slot: &mut Slot<'r>) {
        match self.field.format {
            Format::Plain | Format::EconomicType | Format::CreditCode => *slot = Slot::Text(text),
            Format::Code(dictionary) => *slot = self.code(text, dictionary).map_or(Slot::Wrong, Slot::Code),
            Format::Date => *slot = Date::parse(text).map_or_else(|| self.no_date(), Slot::Date),
            _ => *slot = self.rare_value(given, text),
        }
    }

    #[cold]
    fn no_date(&mut self) -> Slot<'static> {
        self.fails(DATE, 0, 0);
        Slot::Wrong
    }

    #[inline(never)]
    fn code(&mut self, text: &str, dictionary: &'static Dictionary) -> Option<Short> {
        let code = Short::of(text);
        (self.options.has(dictionary, code, text) || !self.is_wrong_code(text, dictionary)).then_some(code)
    }

    #[cold]
    fn is_wrong_code(&mut self, text: &str, dictionary: &'static Dictionary) -> bool {
        let possible = match dictionary.openness {
            Openness::Closed { tolerated } => tolerated.contains(&text),
            Openness::Open { .. } => dictionary.shape.fits(text),
        };
        self.fails(if possible { CODE_UNLISTED } else { CODE }, 0, 0)
    }
}
