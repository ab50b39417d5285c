//! A 统一社会信用代码 is one: 18 characters of its alphabet, the last computed from the others (GB 32100-2015).

use crate::check::rule::{Cite, Kinds, Rule, STRICTER, rule, stand};
use crate::check::view::View;
use crate::record::credit_code;

pub(super) static RULE: Rule = rule(
    "credit-code/check-digit",
    STRICTER,
    Cite::Text("GB 32100-2015"),
    &[stand(Kinds::CERTIFICATES, "issuAuthCode", &[]), stand(Kinds::SAFETY, "creditCode", &[]), stand(Kinds::MANAGER, "creditCode", &[])],
    |view: &View| Some(credit_code::is_valid(view.text(0)?)),
);
