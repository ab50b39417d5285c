//! A licence id is one: root, type, issuer, serial, version and the computed check character (电子证照标准附录 A.2, reading R11).

use crate::check::rule::{Cite, Kinds, Rule, STRICTER, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule = rule(
    "zze/format",
    STRICTER,
    Cite::Text("电子证照标准附录 A.2"),
    &[stand(Kinds::CERTIFICATES, "associatedZzeCertID", &[]), stand(Kinds::PREVIEW, "zzeCertID", &[])],
    |view: &View| view.text(0).map(|_| view.licence_id(0).is_some_and(|id| id.check_ok())),
);
