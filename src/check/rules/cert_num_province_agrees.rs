//! The character in front of a certificate number is that of the record's province (电子证照标准附录 A.1).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::province;

pub(super) static RULE: Rule = rule(
    "cert-num/province-agrees",
    WARNING,
    Cite::Text("电子证照标准附录 A.1"),
    &[stand(Kinds::CERTIFICATES, "certNum", &["provinceNum"])],
    |view: &View| {
        let (number, marks) = (view.cert_number(0)?, province::marks(view.code(1)?)?);
        Some(marks.contains(number.front().chars().next()?))
    },
);
