//! A certificate number is written with the canonical brackets and without spaces (电子证照标准附录 A.1). What is no
//! spelling of a number at all is left to `cert-num/format`.

use crate::check::rule::{Cite, From, Kinds, Rule, WARNING, param, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule = rule(
    "cert-num/spelling",
    WARNING,
    Cite::Text("电子证照标准附录 A.1"),
    &[stand(Kinds::CERTIFICATES, "certNum", &[])],
    |view: &View| Some(view.cert_number(0)?.is_canonical()),
)
.with(&[param("form", From::Form)]);
