//! The records of one call, by what a reply calls them, and the field that a message names.

use std::fmt;

use crate::record::text::trim;
use crate::record::{Given, Record};
use crate::spec::endpoints::MUST_NOT_BE_EMPTY;
use crate::spec::{Kind, Role};

/// By what a reply may name a record: a certificate by its own id, a preview by its assignment or its licence.
const NAMED_BY: [&[Role]; 2] = [&[Role::RecordId], &[Role::Assignment, Role::LicenceId]];

/// The records of one call.
pub struct Chunk {
    kind: Kind,
    /// Per record, the texts by which it may be named.
    ids: Vec<Vec<String>>,
}

impl Chunk {
    /// The chunk of these records.
    pub fn of<'r>(kind: Kind, records: impl IntoIterator<Item = &'r Record<'r>>) -> Chunk {
        Chunk { kind, ids: records.into_iter().map(|record| names(record).collect()).collect() }
    }

    /// The kind of the records.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The record that an id names. Hyphens and letter case do not count where no id is exactly this one, since callers and
    /// ministry write the same id either way; an id that fits two records names neither.
    pub(super) fn named(&self, id: &str) -> Option<usize> {
        let id = trim(id);
        if id.is_empty() {
            return self.only();
        }
        self.one(|own| own == id).or_else(|| self.one(|own| loose(own).eq(loose(id)))).or_else(|| self.nameless())
    }

    /// The one record of a call, where it has no name that a reply could differ from.
    fn nameless(&self) -> Option<usize> {
        self.only().filter(|_| self.ids.iter().all(Vec::is_empty))
    }

    /// The record of a chunk of one: what a reply says without naming a record is about it.
    pub(super) fn only(&self) -> Option<usize> {
        (self.len() == 1).then_some(0)
    }

    fn one(&self, fits: impl Fn(&str) -> bool) -> Option<usize> {
        let mut places = self.ids.iter().enumerate().filter(|(_, ids)| ids.iter().any(|id| fits(id)));
        let (place, _) = places.next()?;
        places.next().is_none().then_some(place)
    }

    /// The field whose title or name stands before 不能为空 in a message; the longest, since some titles end as others do.
    pub(super) fn field(&self, message: &str) -> Option<usize> {
        let (before, _) = message.split_once(MUST_NOT_BE_EMPTY)?;
        let before = before.trim_end_matches(|mark: char| !mark.is_alphanumeric());
        let fields = self.kind.table().fields.iter().enumerate();
        let fits = |text: &&'static str| !text.is_empty() && ends_with(before, text);
        let places = fields.filter_map(|(place, field)| {
            let longest = [field.title, field.name].into_iter().filter(fits).map(str::len).max()?;
            Some((longest, place))
        });
        places.max().map(|(_, place)| place)
    }
}

/// What a reply may call a record, its own id first.
fn names(record: &Record) -> impl Iterator<Item = String> {
    roles(record.kind()).iter().filter_map(|role| text(record, *role))
}

/// A record's own id.
pub(super) fn id(record: &Record) -> Option<String> {
    roles(record.kind()).first().and_then(|role| text(record, *role))
}

fn roles(kind: Kind) -> &'static [Role] {
    let [certificate, preview] = NAMED_BY;
    if kind == Kind::Preview { preview } else { certificate }
}

fn text(record: &Record, role: Role) -> Option<String> {
    match record.at(record.kind().table().with_role(role)?) {
        Given::Text(text) => Some(trim(&text.text).to_owned()).filter(|id| !id.is_empty()),
        _ => None,
    }
}

/// A name in Latin letters must stand alone: what only ends like one is another name.
fn ends_with(text: &str, name: &str) -> bool {
    let Some(rest) = text.strip_suffix(name) else { return false };
    !name.is_ascii() || !rest.ends_with(|before: char| before.is_ascii_alphanumeric())
}

fn loose(id: &str) -> impl Iterator<Item = u8> {
    id.bytes().filter(|byte| *byte != b'-').map(|byte| byte.to_ascii_lowercase())
}

impl fmt::Debug for Chunk {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Chunk({} × {})", self.len(), self.kind.id())
    }
}
