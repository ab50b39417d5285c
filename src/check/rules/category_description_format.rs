//! The description of category 99 has a fixed wording with the trade in brackets (数据交换接口规范 7.2.3.2).

use crate::check::rule::{Cite, Kinds, Rule, STRICTER, rule, stand};
use crate::check::view::View;
use crate::record::record_id::is_category_text;
use crate::spec::dictionary::category::OTHER_OPERATION;

pub(super) static RULE: Rule = rule(
    "category/description-format",
    STRICTER,
    Cite::Text("数据交换接口规范 7.2.3.2"),
    &[stand(Kinds::SPECIAL, "categoryDescription", &["operationCategory"])],
    |view: &View| {
        let (text, category) = (view.text(0)?, view.code(1)?);
        Some(!category.is(OTHER_OPERATION) || is_category_text(text))
    },
);
