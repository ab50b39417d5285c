//! A citizen's number is written with half-width digits and a capital X (GB 11643-1999).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::record::id_number::IdNumber;
use crate::spec::dictionary::id_type::CITIZEN;

pub(super) static RULE: Rule = rule(
    "id/spelling",
    WARNING,
    Cite::Text("GB 11643-1999"),
    &[
        stand(Kinds::SAFETY, "responsiblePersonID", &["responsiblePersonIDType"]),
        stand(Kinds::PERSONS, "identityCard", &["identityCardType"]),
    ],
    |view: &View| {
        let (text, id_type) = (view.text(0)?, view.code(1)?);
        Some(!id_type.is(CITIZEN) || IdNumber::spelled(text))
    },
);
