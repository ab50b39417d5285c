//! What a rule is: its row. The checks of one field by its table row, the rules that a function decides, and those of the
//! entry, the batch and the request all have one; only the second sort has a function here.

use super::view::View;
use crate::spec::Severity::{Error, Warning};
use crate::spec::{Field, Format, Kind, Need, Severity, Type};

/// One rule.
pub struct Rule {
    /// Its public id, never reused.
    pub id: &'static str,
    /// The version that brought it.
    pub since: &'static str,
    /// Its severity under the profiles `document` and `strict`.
    pub severity: (Severity, Severity),
    /// The kinds for which it keeps its `document` severity under `strict`.
    pub milder: Kinds,
    /// What it is checked on.
    pub scope: Scope,
    /// Where it stands and what it reads.
    pub stands: Stands,
    /// What it rests on.
    pub cite: Cite,
    /// What its issues carry besides the place.
    pub params: &'static [Param],
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// No kind.
    pub const NONE: Kinds = Kinds(0);
    /// 安全生产许可证.
    pub const SAFETY: Kinds = Kinds(1);
    /// 特种作业.
    pub const SPECIAL: Kinds = Kinds(2);
    /// 安管人员.
    pub const MANAGER: Kinds = Kinds(4);
    /// The preview.
    pub const PREVIEW: Kinds = Kinds(8);
    /// The two certificates of a person.
    pub const PERSONS: Kinds = Kinds(2 | 4);
    /// The three certificates.
    pub const CERTIFICATES: Kinds = Kinds(1 | 2 | 4);
    /// All kinds.
    pub const ALL: Kinds = Kinds(15);

    /// Whether a kind is in the set.
    pub const fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }
}

/// What a rule is checked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every record, wherever it is checked.
    Record,
    /// The entries of a batch or a request.
    Entry,
    /// Records read from JSON text.
    Text,
    /// The records of a batch, against each other.
    Batch,
    /// The records of a request, against each other, and its envelope.
    Request,
}

impl Scope {
    /// The name used in the reference and in JavaScript.
    pub const fn id(self) -> &'static str {
        match self {
            Scope::Record => "record",
            Scope::Entry => "entry",
            Scope::Text => "text",
            Scope::Batch => "batch",
            Scope::Request => "request",
        }
    }
}

/// Where a rule stands.
pub enum Stands {
    /// At every field whose row says so; `check::field` does the check.
    ByRow(fn(&Field) -> bool),
    /// At named fields, reading others; the function decides.
    At(&'static [Stand], Decide),
    /// At the field of each table that has this role, against other records.
    Among(crate::spec::Role),
    /// At a name, an entry or a part of the body.
    Elsewhere,
}

/// Says whether the rule holds; nothing where it does not run, because a field it needs is absent or wrong (reading R23).
pub type Decide = fn(&View) -> Option<bool>;

/// One place where a rule stands.
pub struct Stand {
    /// The kinds that have this place.
    pub kinds: Kinds,
    /// The field.
    pub at: &'static str,
    /// The other fields it reads.
    pub reads: &'static [&'static str],
}

/// What a rule rests on.
#[derive(Clone, Copy, Debug)]
pub enum Cite {
    /// The row of the field at which it stands.
    Row,
    /// A clause, a standard, or a reading by its number.
    Text(&'static str),
}

/// One parameter of a rule's issues: its name, and where its value comes from.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// Its name in `params` and in the message templates.
    pub name: &'static str,
    /// Where it comes from.
    pub from: From,
}

/// Where a parameter comes from: a number of the issue, or what the tables say of the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The first number.
    A,
    /// The second number.
    B,
    /// The name of a JSON type, by the first number.
    TypeA,
    /// The reason of a syntax fault, by the second number.
    ReasonB,
    /// The nearest known name, by the first number; empty where there is none.
    NearA,
    /// The block of a kind, by the first number.
    BlockA,
    /// The id of the field's dictionary.
    Dictionary,
    /// The field's fixed text.
    Fixed,
    /// How a certificate number of the kind is written.
    Form,
    /// The type code of the kind's licence ids.
    LicenceType,
    /// What JSON type the field has.
    Expected,
}

impl From {
    /// The name used in the generated layout.
    pub const fn id(self) -> &'static str {
        match self {
            From::A => "a",
            From::B => "b",
            From::TypeA => "type-a",
            From::ReasonB => "reason-b",
            From::NearA => "near-a",
            From::BlockA => "block-a",
            From::Dictionary => "dictionary",
            From::Fixed => "fixed",
            From::Form => "form",
            From::LicenceType => "licence-type",
            From::Expected => "expected",
        }
    }
}

/// The two severities of a rule.
pub(super) type Profile = (Severity, Severity);
/// An error under both profiles.
pub(super) const ERROR: Profile = (Error, Error);
/// A warning under both profiles.
pub(super) const WARNING: Profile = (Warning, Warning);
/// A warning that the strict profile makes an error.
pub(super) const STRICTER: Profile = (Warning, Error);

pub(super) const fn param(name: &'static str, from: From) -> Param {
    Param { name, from }
}

/// A place of a rule.
pub(super) const fn stand(kinds: Kinds, at: &'static str, reads: &'static [&'static str]) -> Stand {
    Stand { kinds, at, reads }
}

/// A rule of fields that a function decides.
pub(super) const fn rule(id: &'static str, severity: Profile, cite: Cite, stands: &'static [Stand], decide: Decide) -> Rule {
    Rule { id, since: "0.1.0", severity, milder: Kinds::NONE, scope: Scope::Record, stands: Stands::At(stands, decide), cite, params: &[] }
}

/// A check of single fields by their rows.
pub(super) const fn by_row(id: &'static str, severity: Profile, cite: Cite, on: fn(&Field) -> bool, params: &'static [Param]) -> Rule {
    let stands = Stands::ByRow(on);
    Rule { id, since: "0.1.0", severity, milder: Kinds::NONE, scope: Scope::Record, stands, cite, params }
}

/// A rule of entries, names, bodies or several records.
pub(super) const fn beyond(
    id: &'static str,
    severity: Profile,
    cite: Cite,
    scope: Scope,
    stands: Stands,
    params: &'static [Param],
) -> Rule {
    Rule { id, since: "0.1.0", severity, milder: Kinds::NONE, scope, stands, cite, params }
}

impl Rule {
    pub(super) const fn with(mut self, params: &'static [Param]) -> Rule {
        self.params = params;
        self
    }

    pub(super) const fn milder(mut self, kinds: Kinds) -> Rule {
        self.milder = kinds;
        self
    }
}

pub(super) fn always(_: &Field) -> bool {
    true
}

pub(super) fn is_required(field: &Field) -> bool {
    matches!(field.need, Need::Yes)
}

pub(super) fn is_one_line(field: &Field) -> bool {
    field.ty != Type::LongText && !matches!(field.format, Format::Info(_))
}
