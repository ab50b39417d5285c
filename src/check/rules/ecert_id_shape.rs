//! The record's own id is 32 hexadecimal digits or a UUID (reading R9).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::record::record_id::is_record_id;

pub(super) static RULE: Rule =
    rule("ecert-id/shape", WARNING, Cite::Text("reading R9"), &[stand(Kinds::CERTIFICATES, "eCertID", &[])], |view: &View| {
        Some(is_record_id(view.text(0)?))
    });
