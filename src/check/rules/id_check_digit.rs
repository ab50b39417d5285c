//! A citizen's number is one: shape, birth date, region and check character (GB 11643-1999).

use crate::check::rule::{Cite, Kinds, Rule, STRICTER, rule, stand};
use crate::check::view::View;
use crate::record::id_number::IdNumber;
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
        let text = view.text(0)?;
        if view.text(1)? != CITIZEN {
            return None;
        }
        let Some(number) = IdNumber::parse(text) else { return Some(false) };
        let born = view.today().is_none_or(|today| number.birth_date() <= today);
        Some(born && number.is_valid())
    },
);
