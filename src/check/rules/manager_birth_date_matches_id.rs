//! The birth date is the one in the citizen's number (managerCertParameter 13, reading R7).

use crate::check::rule::{Cite, ERROR, Kinds, Rule, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule = rule(
    "manager/birth-date-matches-id",
    ERROR,
    Cite::Row,
    &[stand(Kinds::MANAGER, "birthDate", &["identityCard", "identityCardType"])],
    |view: &View| Some(view.date(0)? == view.citizen(1, 2)?.birth_date),
);
