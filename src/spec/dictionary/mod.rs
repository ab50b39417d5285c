//! The code tables that the document points to: rows, where they come from, and how far to trust them.
//!
//! Most of them stand in 《全国工程质量安全监管信息平台电子证照数据交换接口规范》, whose text is not public; each row says
//! how it is known. A dictionary is closed only where all of it is known and nothing beyond it is seen in use (reading R13).

pub mod category;
pub mod gender;
pub mod id_type;
pub mod info_type;
pub mod operate_type;
pub mod person;
pub mod province;
pub mod relation;
pub mod state;

use super::Severity;
use super::row::words;
use super::short::{self, Short};

/// One code table.
#[derive(Debug)]
pub struct Dictionary {
    /// Its name in options and in `dictionary(id)`.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Where the codes are laid down.
    pub cite: &'static str,
    /// Whether a code that is not listed is wrong.
    pub openness: Openness,
    /// What a code looks like.
    pub shape: Shape,
    /// The codes.
    pub rows: &'static [Code],
}

/// One row of a code table.
#[derive(Debug)]
pub struct Code {
    /// The code.
    pub code: Short,
    /// What it stands for.
    pub name: &'static str,
    /// How it is known.
    pub confidence: Confidence,
}

/// How a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// The interface document says it.
    Seed,
    /// A standard's text or two independent sources say it.
    Confirmed,
    /// One production system uses it.
    Single,
    /// It follows from something else.
    Inferred,
}

impl Confidence {
    /// The name used in the reference and in JavaScript.
    pub const fn id(self) -> &'static str {
        match self {
            Confidence::Seed => "seed",
            Confidence::Confirmed => "confirmed",
            Confidence::Single => "single",
            Confidence::Inferred => "inferred",
        }
    }
}

/// What an unlisted code means (reading R13).
#[derive(Clone, Copy, Debug)]
pub enum Openness {
    /// All codes are known: another one is `field/code`. The codes named here are used without being listed anywhere; they
    /// are `field/code-unlisted`.
    Closed {
        /// Codes in use that no public table lists.
        tolerated: &'static [&'static str],
    },
    /// There may be more codes: one of the right shape is `field/code-unlisted`, of this severity under the strict profile.
    Open {
        /// Under the strict profile; under `document` it is always a warning.
        strict: Severity,
    },
}

/// What the codes of an open dictionary look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// That many ASCII digits.
    Digits(u8),
    /// No shape beyond the list: the dictionary is closed.
    Listed,
}

impl Shape {
    /// Whether a code has this shape.
    pub fn fits(self, code: &str) -> bool {
        match self {
            Shape::Digits(count) => code.len() == usize::from(count) && code.bytes().all(|byte| byte.is_ascii_digit()),
            Shape::Listed => false,
        }
    }
}

/// Every dictionary, in the order of the reference.
pub static ALL: [&Dictionary; 18] = [
    &province::PROVINCES,
    &id_type::ID_TYPES,
    &gender::GENDERS,
    &state::SAFETY,
    &state::SPECIAL,
    &state::MANAGER,
    &operate_type::SAFETY,
    &operate_type::SPECIAL,
    &operate_type::MANAGER,
    &category::OPERATIONS,
    &category::POSTS,
    &person::APPOINTMENTS,
    &person::TITLES,
    &person::DEGREES,
    &info_type::SAFETY,
    &info_type::SPECIAL,
    &info_type::MANAGER,
    &category::CERT_TYPES,
];

impl Dictionary {
    /// The dictionary of that id.
    pub fn find(id: &str) -> Option<&'static Dictionary> {
        ALL.into_iter().find(|dictionary| dictionary.id == id)
    }

    /// The place of this dictionary in [`ALL`].
    pub fn index(&self) -> usize {
        ALL.iter().position(|other| std::ptr::eq(*other, self)).unwrap_or(ALL.len())
    }

    /// Whether the code is listed.
    pub fn lists(&self, code: &str) -> bool {
        self.has(Short::of(code))
    }

    /// Whether that code is listed.
    pub(crate) fn has(&self, code: Short) -> bool {
        self.rows.iter().any(|row| row.code.same(code))
    }

    /// Whether every code is known.
    pub const fn is_closed(&self) -> bool {
        matches!(self.openness, Openness::Closed { .. })
    }
}

/// A row of a code table.
const fn code(code: &'static str, name: &'static str, confidence: Confidence) -> Code {
    Code { code: short::code(code), name: words(name), confidence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_listed_once_and_has_its_shape() {
        for dictionary in ALL {
            for (place, row) in dictionary.rows.iter().enumerate() {
                assert!(dictionary.shape == Shape::Listed || dictionary.shape.fits(&row.code), "{} {:?}", dictionary.id, row.code);
                assert!(dictionary.rows.iter().skip(place + 1).all(|other| other.code != row.code), "{} {:?}", dictionary.id, row.code);
            }
        }
    }

    #[test]
    fn a_dictionary_is_closed_where_it_has_no_shape() {
        for dictionary in ALL {
            assert_eq!(dictionary.is_closed(), dictionary.shape == Shape::Listed, "{}", dictionary.id);
            assert_eq!(Dictionary::find(dictionary.id).map(|found| found.rows.len()), Some(dictionary.rows.len()));
        }
    }

    #[test]
    fn the_relation_names_listed_codes_only() {
        use crate::spec::Kind;
        let listed = |kind: Kind, operations: &Dictionary, states: &Dictionary| {
            for (operation, allowed) in relation::of(kind) {
                assert!(operations.has(*operation) && allowed.iter().all(|state| states.has(*state)), "{} {operation:?}", kind.id());
            }
            assert_eq!(relation::of(kind).len(), operations.rows.len());
            assert!(relation::renews(kind).iter().all(|operation| operations.has(*operation)));
        };
        listed(Kind::Safety, &operate_type::SAFETY, &state::SAFETY);
        listed(Kind::Special, &operate_type::SPECIAL, &state::SPECIAL);
        listed(Kind::Manager, &operate_type::MANAGER, &state::MANAGER);
    }
}
