//! A QR assignment is 19 digits: province, year, serial (数据交换接口规范 5.1).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::record::record_id::is_assignment;

pub(super) static RULE: Rule =
    rule("preview/id-shape", WARNING, Cite::Text("数据交换接口规范 5.1"), &[stand(Kinds::PREVIEW, "ID", &[])], |view: &View| {
        Some(is_assignment(view.text(0)?))
    });
