//! A certificate does not end before it begins (rows 有效期起始日期 and 有效期结束日期).

use crate::check::rule::{Cite, ERROR, Kinds, Rule, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule =
    rule("dates/validity-order", ERROR, Cite::Row, &[stand(Kinds::CERTIFICATES, "expiringDate", &["effectiveDate"])], |view: &View| {
        Some(view.date(1)? <= view.date(0)?)
    });
