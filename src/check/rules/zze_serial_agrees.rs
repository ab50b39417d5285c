//! The serial of the replaced licence is made of the certificate number (电子证照标准附录 A.2). An id that is not well formed
//! has no serial to compare.

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule = rule(
    "zze/serial-agrees",
    WARNING,
    Cite::Text("电子证照标准附录 A.2"),
    &[stand(Kinds::CERTIFICATES, "associatedZzeCertID", &["certNum"])],
    |view: &View| {
        let id = view.licence_id(0).filter(|id| id.check_ok())?;
        Some(view.cert_number(1)?.serial_digits() == id.serial)
    },
);
