//! 职务 goes with 岗位类别 (数据交换接口规范 7.3.3.3).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::person::APPOINTMENTS_OF;

pub(super) static RULE: Rule = rule(
    "manager/appointment-agrees",
    WARNING,
    Cite::Text("数据交换接口规范 7.3.3.3"),
    &[stand(Kinds::MANAGER, "appointment", &["categoryCode"])],
    |view: &View| {
        let (appointment, category) = (view.code(0)?, view.code(1)?);
        let (_, appointments) = APPOINTMENTS_OF.iter().find(|(code, _)| category.same(*code))?;
        Some(appointment.is_among(appointments))
    },
);
