//! The category in the certificate number is the record's: a manager's letter group, a worker's two digits of the trade
//! (电子证照标准附录 A.1). Category 99 has numbers of each province's own.

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::category::OTHER_OPERATION;

pub(super) static RULE: Rule = rule(
    "cert-num/agrees",
    WARNING,
    Cite::Text("电子证照标准附录 A.1"),
    &[stand(Kinds::MANAGER, "certNum", &["categoryCode"]), stand(Kinds::SPECIAL, "certNum", &["operationCategory"])],
    |view: &View| {
        let category = view.code(1)?;
        Some(category.is(OTHER_OPERATION) || category.is(view.cert_number(0)?.group()?))
    },
);
