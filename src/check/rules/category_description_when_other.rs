//! 工种类别 99 needs a description (specialCertParameter 16).

use crate::check::rule::{Cite, ERROR, Kinds, Rule, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule = rule(
    "category/description-when-other",
    ERROR,
    Cite::Row,
    &[stand(Kinds::SPECIAL, "categoryDescription", &["operationCategory"])],
    |view: &View| view.given_where_needed(),
);
