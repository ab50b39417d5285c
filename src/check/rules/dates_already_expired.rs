//! What is newly issued or renewed has not ended already; `today` is an input, never a clock (row 有效期结束日期).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::operate_type::{NEW, RENEWAL};

pub(super) static RULE: Rule =
    rule("dates/already-expired", WARNING, Cite::Row, &[stand(Kinds::CERTIFICATES, "expiringDate", &["operateType"])], |view: &View| {
        let (end, operation, today) = (view.date(0)?, view.code(1)?, view.today()?);
        Some(!(operation.is(NEW) || operation.is(RENEWAL)) || end >= today)
    });
