//! What a rule sees of a record: the field at which it stands (0) and the others it reads (1, 2, …), each as the value it
//! was parsed to. A field that is absent, or wrong by its own checks, gives nothing, so that the rule does not run
//! (reading R23); only `is_absent` tells the two apart.

use super::conditions;
use super::options::Options;
use super::plan::Bound;
use crate::record::cert_number::CertNumber;
use crate::record::date::Date;
use crate::record::id_number::Citizen;
use crate::record::licence_id::LicenceId;
use crate::spec::dictionary::id_type::CITIZEN;
use crate::spec::{Kind, MAX_FIELDS, Short, same};

/// A field after its own checks. It is small, since every record has one for each of its fields: what is large stands in [`Parsed`].
#[derive(Clone, Copy, Default)]
pub(super) enum Slot<'a> {
    /// Nothing is given.
    #[default]
    Absent,
    /// Its own checks found an error, or it could not be read as what it should be.
    Wrong,
    /// A trimmed text.
    Text(&'a str),
    /// A code.
    Code(Short),
    /// A day.
    Date(Date),
    /// A certificate number's text.
    CertNumber(&'a str),
    /// The text of an identity document's number.
    IdNumber(&'a str),
    /// A licence id's text.
    LicenceId(&'a str),
}

/// What texts were read as, of which a record has one: its certificate number, what an identity document's number says where it is a
/// citizen's, and a licence id that has the shape of one.
#[derive(Default)]
pub(super) struct Parsed<'a> {
    pub(super) cert_number: Option<CertNumber<'a>>,
    pub(super) citizen: Option<Citizen>,
    pub(super) licence_id: Option<LicenceId<'a>>,
}

/// A record after the checks of its fields.
pub(super) struct Sheet<'a> {
    pub(super) kind: Kind,
    pub(super) slots: [Slot<'a>; MAX_FIELDS],
    pub(super) parsed: Parsed<'a>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(kind: Kind) -> Sheet<'a> {
        Sheet { kind, slots: [Slot::Absent; MAX_FIELDS], parsed: Parsed::default() }
    }

    pub(super) fn slot(&self, index: u8) -> &Slot<'a> {
        self.slots.get(usize::from(index)).unwrap_or(&Slot::Absent)
    }

    fn text(&self, index: u8) -> Option<&'a str> {
        match self.slot(index) {
            Slot::Text(text) | Slot::IdNumber(text) | Slot::CertNumber(text) | Slot::LicenceId(text) => Some(text),
            Slot::Absent | Slot::Wrong | Slot::Code(_) | Slot::Date(_) => None,
        }
    }

    /// The field's code.
    fn code(&self, index: u8) -> Option<Short> {
        match self.slot(index) {
            Slot::Code(code) => Some(*code),
            _ => None,
        }
    }

    /// Whether a field is needed now; always false for one that has no condition.
    pub(super) fn is_needed(&self, index: usize) -> bool {
        let condition = u8::try_from(index).ok().and_then(|index| conditions::of(self.kind, index));
        condition.is_some_and(|condition| condition.holds(|field| self.code(field)))
    }
}

/// A record as one rule at one of its places sees it.
pub struct View<'v, 'a> {
    pub(super) sheet: &'v Sheet<'a>,
    pub(super) options: &'v Options,
    pub(super) bound: &'v Bound,
}

impl<'a> View<'_, 'a> {
    fn slot(&self, index: usize) -> &Slot<'a> {
        self.sheet.slot(self.bound.field(index))
    }

    /// The kind of the record.
    pub fn kind(&self) -> Kind {
        self.sheet.kind
    }

    /// The certificate that the record is, or that a preview belongs to where that is known.
    pub fn certificate(&self) -> Option<Kind> {
        if self.kind() == Kind::Preview { self.options.certificate } else { Some(self.kind()) }
    }

    /// Today, where it is known.
    pub fn today(&self) -> Option<Date> {
        self.options.today
    }

    /// Whether the rule stands at the field of that name.
    pub fn stands_at(&self, name: &str) -> bool {
        let fields = self.kind().table().fields;
        fields.get(usize::from(self.bound.at())).is_some_and(|field| same(field.name, name))
    }

    /// The field's text.
    pub fn text(&self, index: usize) -> Option<&'a str> {
        self.sheet.text(self.bound.field(index))
    }

    /// The field's code.
    pub fn code(&self, index: usize) -> Option<Short> {
        self.sheet.code(self.bound.field(index))
    }

    /// The field's day.
    pub fn date(&self, index: usize) -> Option<Date> {
        match self.slot(index) {
            Slot::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The field's certificate number, where its text is one.
    pub fn cert_number(&self, index: usize) -> Option<&CertNumber<'a>> {
        match self.slot(index) {
            Slot::CertNumber(_) => self.sheet.parsed.cert_number.as_ref(),
            _ => None,
        }
    }

    /// The field's licence id, where its text has the shape of one.
    pub fn licence_id(&self, index: usize) -> Option<&LicenceId<'a>> {
        match self.slot(index) {
            Slot::LicenceId(_) => self.sheet.parsed.licence_id.as_ref(),
            _ => None,
        }
    }

    /// The citizen's number at one field, where the other says that it is one and its shape and birth date are right.
    #[inline]
    pub fn citizen(&self, number: usize, id_type: usize) -> Option<Citizen> {
        match self.slot(number) {
            Slot::IdNumber(_) if self.code(id_type)?.is(CITIZEN) => self.sheet.parsed.citizen,
            _ => None,
        }
    }

    /// Whether nothing is given; nothing where what is given is wrong.
    pub fn is_absent(&self, index: usize) -> Option<bool> {
        match self.slot(index) {
            Slot::Absent => Some(true),
            Slot::Wrong => None,
            _ => Some(false),
        }
    }

    /// Whether the field, or another of its group, is given where the table's condition needs it.
    pub fn given_where_needed(&self) -> Option<bool> {
        let condition = conditions::of(self.kind(), self.bound.at())?;
        if !condition.holds(|field| self.sheet.code(field)) {
            return None;
        }
        let mut given = !self.is_absent(0)?;
        for field in condition.one_of() {
            match self.sheet.slot(field) {
                Slot::Absent => {}
                Slot::Wrong => return None,
                _ => given = true,
            }
        }
        Some(given)
    }
}
