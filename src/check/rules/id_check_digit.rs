//! A citizen's number is one: shape, birth date, region and check character (GB 11643-1999).

use crate::check::rule::{Cite, Kinds, Rule, STRICTER, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::id_type::CITIZEN;

pub(super) static RULE: Rule = rule(
    "id/check-digit",
    STRICTER,
    Cite::Text("GB 11643-1999"),
    &[
        stand(Kinds::SAFETY, "responsiblePersonID", &["responsiblePersonIDType"]),
        stand(Kinds::PERSONS, "identityCard", &["identityCardType"]),
    ],
    |view: &View| {
        let (_, id_type) = (view.text(0)?, view.code(1)?);
        if !id_type.is(CITIZEN) {
            return None;
        }
        let Some(citizen) = view.citizen(0, 1) else { return Some(false) };
        let born = view.today().is_none_or(|today| citizen.birth_date <= today);
        Some(born && citizen.is_valid)
    },
);
