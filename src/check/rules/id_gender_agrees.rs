//! The gender is the one in the citizen's number: its 17th digit is odd for a man (GB 11643-1999).

use crate::check::rule::{Cite, Kinds, Rule, STRICTER, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule = rule(
    "id/gender-agrees",
    STRICTER,
    Cite::Text("GB 11643-1999"),
    &[stand(Kinds::PERSONS, "gender", &["identityCard", "identityCardType"])],
    |view: &View| Some(view.code(0)?.is(view.citizen(1, 2)?.gender)),
);
