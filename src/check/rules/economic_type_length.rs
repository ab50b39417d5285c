//! Two company types of the register are longer than the field: they pass, with a warning (reading R21).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::record::record_id::is_long_economic_type;

pub(super) static RULE: Rule =
    rule("economic-type/length", WARNING, Cite::Text("reading R21"), &[stand(Kinds::SAFETY, "economicType", &[])], |view: &View| {
        Some(!is_long_economic_type(view.text(0)?))
    });
