//! A certificate number is built as its kind's numbers are, in any spelling (电子证照标准附录 A.1).

use crate::check::rule::{Cite, From, Kinds, Rule, STRICTER, param, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule = rule(
    "cert-num/format",
    STRICTER,
    Cite::Text("电子证照标准附录 A.1"),
    &[stand(Kinds::CERTIFICATES, "certNum", &[])],
    |view: &View| view.text(0).map(|_| view.cert_number(0).is_some()),
)
.milder(Kinds::SAFETY)
.with(&[param("form", From::Form)]);
