//! A renewal or a change names the licence it replaces; a new certificate replaces none (safeCertParameter 20, and the same
//! row of the other certificates).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::{operate_type::NEW, relation};

pub(super) static RULE: Rule = rule(
    "zze/associated-when-renewed",
    WARNING,
    Cite::Row,
    &[stand(Kinds::CERTIFICATES, "associatedZzeCertID", &["operateType"])],
    |view: &View| {
        let (absent, operation) = (view.is_absent(0)?, view.code(1)?);
        Some(if absent { !operation.is_among(relation::renews(view.kind())) } else { !operation.is(NEW) })
    },
);
