//! 证书状态 99 needs a description (safeCertParameter 19, specialCertParameter 18, managerCertParameter 24).

use crate::check::rule::{Cite, ERROR, Kinds, Rule, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule = rule(
    "state/description-when-other",
    ERROR,
    Cite::Row,
    &[stand(Kinds::CERTIFICATES, "certStatusDescription", &["certState"])],
    |view: &View| view.given_where_needed(),
);
