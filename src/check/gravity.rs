//! How grave a rule's issues are under each profile (reading R13). It is all that a check asks of a rule's row, and stands apart
//! from the rows, from which it is made when the crate is built, so that a build without words holds neither their ids nor what
//! they rest on. What a host sets instead is `check::options`'s.

use super::issue::RuleId;
use super::options::Profile;
use super::rule::{Kinds, STRICTER};
use super::rules;
use crate::spec::Openness::{Closed, Open};
use crate::spec::{Field, Kind, Severity};

/// What the severity follows from: the columns of the rule's row.
#[derive(Clone, Copy)]
struct Gravity {
    severity: (Severity, Severity),
    milder: Kinds,
}

/// That of every rule, in their order.
static GRAVITIES: [Gravity; rules::COUNT] = gravities();

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn gravities() -> [Gravity; rules::COUNT] {
    let mut gravities = [Gravity { severity: STRICTER, milder: Kinds::NONE }; rules::COUNT];
    let mut index = 0;
    while index < rules::COUNT {
        gravities[index] = Gravity { severity: rules::ALL[index].severity, milder: rules::ALL[index].milder };
        index += 1;
    }
    gravities
}

/// The severity of a rule at a field of a kind, as long as no host sets another.
pub(super) fn severity(rule: RuleId, profile: Profile, kind: Kind, field: Option<usize>) -> Option<Severity> {
    let gravity = GRAVITIES.get(rule.index())?;
    Some(match profile {
        Profile::Document => gravity.severity.0,
        Profile::Strict => gravity.strict(kind, field.and_then(|field| kind.table().fields.get(field))),
    })
}

impl Gravity {
    /// The severity of an unlisted code under `strict` follows from how much of its dictionary is known (reading R13).
    fn strict(self, kind: Kind, field: Option<&Field>) -> Severity {
        if self.milder.has(kind) {
            return self.severity.0;
        }
        let dictionary = field.and_then(|field| field.format.dictionary());
        match dictionary.map(|dictionary| dictionary.openness) {
            Some(Open { strict }) if self.severity == STRICTER => strict,
            Some(Closed { .. } | Open { .. }) | None => self.severity.1,
        }
    }
}
