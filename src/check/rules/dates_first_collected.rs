//! The certificate was not collected for the first time after this issue (specialCertParameter 6, managerCertParameter 6).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule =
    rule("dates/first-collected", WARNING, Cite::Row, &[stand(Kinds::PERSONS, "issuedDate", &["issuDate"])], |view: &View| {
        Some(view.date(0)? <= view.date(1)?)
    });
