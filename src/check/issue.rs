//! What a check finds: where, by which rule, how grave. An issue never holds the value it speaks of; its words are put to
//! it by `check::message`, or in JavaScript from the same templates.

use super::rule::Rule;
use super::rules;
use crate::spec::{CERT_TYPE, ITEM_MEMBERS, Kind, LIST_KEYS, Severity};

/// A rule, by its place in [`rules::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleId(u8);

impl RuleId {
    /// The rule of that id; an unknown one does not compile where this is a constant.
    #[allow(clippy::panic, clippy::indexing_slicing, reason = "for constants: a wrong id stops the build, not the program")]
    pub(crate) const fn of(id: &str) -> RuleId {
        let mut index = 0;
        while index < rules::COUNT {
            if crate::spec::same(rules::ALL[index].id, id) {
                return RuleId(index as u8);
            }
            index += 1;
        }
        panic!("no rule of that id")
    }

    /// The rule at that place.
    pub(crate) const fn at(index: usize) -> RuleId {
        RuleId(index as u8)
    }

    /// The rule at that place, where there is one.
    pub fn listed(index: usize) -> Option<RuleId> {
        (index < rules::COUNT).then_some(RuleId::at(index))
    }

    /// The rule of that id.
    pub fn find(id: &str) -> Option<RuleId> {
        rules::ALL.iter().position(|rule| rule.id == id).map(RuleId::at)
    }

    /// Its place in [`rules::ALL`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Its row.
    #[allow(clippy::indexing_slicing, reason = "only `of`, `at`, `listed` and `find` make ids, all from places of this list")]
    pub fn rule(self) -> &'static Rule {
        rules::ALL[self.index()]
    }
}

/// Where an issue stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The request body.
    Body,
    /// `certType` of the body.
    CertType,
    /// A parameter block of the body.
    Block(Kind),
    /// The list of a block, under either spelling of its name.
    List(Kind, u8),
    /// The record, or the entry that should be one.
    Record,
    /// A field, by its place in the table.
    Field(u8),
    /// An entry of 业务信息, or one of its members.
    Item {
        /// The field.
        field: u8,
        /// The entry.
        item: u32,
        /// The member, by its place in `ITEM_MEMBERS`.
        member: Option<u8>,
    },
    /// A name in the record that the table does not have, or that stands twice.
    Name(Box<str>),
    /// A name in the body that is none of its members.
    BodyName(Box<str>),
    /// A name in a block that is not its list's.
    BlockName(Kind, Box<str>),
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The rule that does not hold.
    pub rule: RuleId,
    /// How grave it is under the options of the check.
    pub severity: Severity,
    /// The record's index in its batch or request; 0 for a single one.
    pub record: u32,
    /// Where it stands.
    pub place: Place,
    /// The first number of the rule's parameters.
    pub a: u32,
    /// The second number of the rule's parameters.
    pub b: u32,
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A member.
    Name(String),
    /// An element.
    Index(u32),
}

/// Where paths start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// At the record.
    Record,
    /// At the batch: the record's index comes first.
    Batch,
    /// At the request body: block, list and index come first.
    Request {
        /// The spelling of the list's name, by its place in `LIST_KEYS`.
        list_key: u8,
    },
}

impl Issue {
    /// The rule's public id.
    pub fn rule_id(&self) -> &'static str {
        self.rule.rule().id
    }

    /// The name of the field at which it stands, where it stands at one.
    pub fn field(&self, kind: Option<Kind>) -> Option<&str> {
        match &self.place {
            Place::Body | Place::Record => None,
            Place::CertType => Some(CERT_TYPE),
            Place::Block(kind) | Place::List(kind, _) => Some(kind.table().block),
            Place::Field(field) | Place::Item { field, .. } => kind.and_then(|kind| name_of(kind, *field)),
            Place::Name(name) | Place::BodyName(name) | Place::BlockName(_, name) => Some(name),
        }
    }

    /// The path from the root to its place.
    pub fn path(&self, kind: Option<Kind>, root: Root) -> Vec<Step> {
        let name = |name: &str| Step::Name(name.to_owned());
        let mut path = match (&self.place, root, kind) {
            (Place::Body | Place::CertType | Place::BodyName(_), ..) | (_, Root::Record, _) => Vec::new(),
            (Place::Block(kind) | Place::List(kind, _) | Place::BlockName(kind, _), ..) => vec![name(kind.table().block)],
            (_, Root::Request { list_key }, Some(kind)) => {
                vec![name(kind.table().block), name(list_name(list_key)), Step::Index(self.record)]
            }
            _ => vec![Step::Index(self.record)],
        };
        match &self.place {
            Place::List(_, key) => path.push(name(list_name(*key))),
            Place::Body | Place::Record | Place::Block(_) => {}
            _ => path.extend(self.field(kind).map(name)),
        }
        if let Place::Item { item, member, .. } = self.place {
            path.push(Step::Index(item));
            path.extend(member.and_then(|member| ITEM_MEMBERS.get(usize::from(member))).map(|member| name(member)));
        }
        path
    }
}

fn name_of(kind: Kind, field: u8) -> Option<&'static str> {
    kind.table().fields.get(usize::from(field)).map(|field| field.name)
}

fn list_name(key: u8) -> &'static str {
    LIST_KEYS.get(usize::from(key)).copied().unwrap_or_default()
}

/// What a check of one record, a batch or a request gives.
#[derive(Clone, Debug)]
pub struct Report {
    /// The kind of the records; for a request the kind its body names, where it names one.
    pub kind: Option<Kind>,
    /// Where the paths of its issues start.
    pub root: Root,
    /// How many records there were.
    pub total: u32,
    /// How many of them have no error.
    pub valid_records: u32,
    /// Whether issues were left out because there were more than [`MAX_ISSUES`].
    pub overflow: bool,
    /// The issues, in the document's order.
    pub issues: Vec<Issue>,
}

/// The most issues that one report holds; then the check stops.
pub const MAX_ISSUES: usize = 1 << 23;

impl Report {
    /// Whether there is no issue of severity error.
    pub fn is_valid(&self) -> bool {
        self.issues.iter().all(|issue| issue.severity != Severity::Error)
    }

    /// How many records have an error.
    pub fn invalid_records(&self) -> u32 {
        self.total - self.valid_records
    }

    /// The path of an issue of this report.
    pub fn path(&self, issue: &Issue) -> Vec<Step> {
        issue.path(self.kind, self.root)
    }
}
