//! A person is born before the first certificate (managerCertParameter 13).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule =
    rule("dates/birth-before-issue", WARNING, Cite::Row, &[stand(Kinds::MANAGER, "birthDate", &["issuedDate"])], |view: &View| {
        Some(view.date(0)? < view.date(1)?)
    });
