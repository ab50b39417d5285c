//! The type in a licence id is the certificate's; for a preview that of its `certType` (电子证照标准附录 A.2).

use crate::check::rule::{Cite, From, Kinds, Rule, STRICTER, param, rule, stand};
use crate::check::view::View;

pub(super) static RULE: Rule = rule(
    "zze/type-agrees",
    STRICTER,
    Cite::Text("电子证照标准附录 A.2"),
    &[stand(Kinds::CERTIFICATES, "associatedZzeCertID", &[]), stand(Kinds::PREVIEW, "zzeCertID", &[])],
    |view: &View| Some(view.licence_id(0)?.type_code == view.certificate()?.licence_type()?),
)
.with(&[param("type", From::LicenceType)]);
