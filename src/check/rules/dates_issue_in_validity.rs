//! A certificate is not issued after it ends, nor in the future where `today` is known (row 发证日期).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule =
    rule("dates/issue-in-validity", WARNING, Cite::Row, &[stand(Kinds::CERTIFICATES, "issuDate", &["expiringDate"])], |view: &View| {
        let (issue, end) = (view.date(0)?, view.date(1)?);
        Some(issue <= end && view.today().is_none_or(|today| issue <= today))
    });
