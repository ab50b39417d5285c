//! The first issue is not after this one (safeCertParameter 17).

use crate::check::rule::{Cite, ERROR, Kinds, Rule, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule =
    rule("dates/first-not-after-issue", ERROR, Cite::Row, &[stand(Kinds::SAFETY, "firstIssuDate", &["issuDate"])], |view: &View| {
        Some(view.date(0)? <= view.date(1)?)
    });
