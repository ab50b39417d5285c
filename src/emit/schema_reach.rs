//! How far the JSON Schemas go: the rules whose errors they refuse. Written here once, for the vectors, the tests and the documents.
//!
//! A schema looks at shapes. Check characters and comparisons are beyond it, and so is most of what stands in a text of JSON.

use Reach::{Part, Whole};

/// How much of a rule's errors a schema refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of them.
    Whole,
    /// Some of them.
    Part,
}

/// The rules, in their own order. Any other rule is beyond a schema.
static REACHES: [(&str, Reach); 22] = [
    ("field/required", Whole),
    ("field/type", Whole),
    ("field/max-length", Whole),
    ("field/characters", Whole),
    ("field/date", Whole),
    ("field/code", Whole),
    ("field/fixed", Whole),
    ("state/description-when-other", Whole),
    ("state/description-fixed", Whole),
    ("category/description-when-other", Whole),
    ("manager/title-or-degree", Whole),
    ("photo/decodable", Whole),
    ("photo/format", Whole),
    ("photo/size", Part),
    ("info/shape", Whole),
    ("url/https", Whole),
    ("url/public-host", Whole),
    ("record/object", Whole),
    ("request/shape", Whole),
    ("request/cert-type", Whole),
    ("request/only-own-parameter", Whole),
    ("request/empty-list", Whole),
];

impl Reach {
    /// How far a schema goes with the errors of a rule; nothing where it does not look.
    pub fn of(rule: &str) -> Option<Reach> {
        REACHES.iter().find(|(id, _)| *id == rule).map(|(_, reach)| *reach)
    }

    /// The word for it in the files.
    pub const fn id(self) -> &'static str {
        match self {
            Whole => "all",
            Part => "some",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules;
    use crate::spec::Severity;

    #[test]
    fn only_errors_are_refused() {
        for (id, _) in REACHES {
            let rule = rules::ALL.into_iter().find(|rule| rule.id == id).unwrap();
            assert_eq!(rule.severity, (Severity::Error, Severity::Error), "{id}");
        }
    }

    #[test]
    fn stands_in_the_order_of_the_rules() {
        let place = |id: &str| rules::ALL.iter().position(|rule| rule.id == id).unwrap();
        let places: Vec<_> = REACHES.iter().map(|(id, _)| place(id)).collect();
        assert!(places.is_sorted(), "{places:?}");
    }
}
