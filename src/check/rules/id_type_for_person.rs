//! A person's document is not one of an organisation (GB/T 36903-2018 附录 A).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::id_type::ORGANISATIONS;

pub(super) static RULE: Rule = rule(
    "id/type-for-person",
    WARNING,
    Cite::Text("GB/T 36903-2018 附录 A"),
    &[stand(Kinds::SAFETY, "responsiblePersonIDType", &[]), stand(Kinds::PERSONS, "identityCardType", &[])],
    |view: &View| Some(!view.code(0)?.is_among(&ORGANISATIONS)),
);
