//! A (not the legal representative), C1, C2 and C3 give a title or a degree (managerCertParameter 19 and 20, reading R6).

use crate::check::rule::{Cite, ERROR, Kinds, Rule, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule = rule(
    "manager/title-or-degree",
    ERROR,
    Cite::Row,
    &[stand(Kinds::MANAGER, "technicalTitle", &["educationDegree", "categoryCode", "appointment"])],
    |view: &View| view.given_where_needed(),
);
