//! `issuing.ts`: what the flow of issuing a certificate must know of the document.

use serde_json::{Value, json};

use super::data::constant;
use crate::spec::dictionary::operate_type;
use crate::spec::endpoints::ASSIGNMENT_USED;
use crate::spec::{Kind, Role};

/// The file.
pub(super) fn issuing() -> String {
    let types: serde_json::Map<String, Value> =
        Kind::CERTIFICATES.into_iter().map(|kind| (kind.id().to_owned(), json!(kind.table().cert_type))).collect();
    [
        said(
            "The code of each certificate in a request.",
            &constant("CERT_TYPES", "", &Value::Object(types)).replace(";\n", " as const;\n"),
        ),
        said("The field with a certificate's own id.", &field("RECORD_ID", Role::RecordId)),
        said("The field with the licence id of the certificate that it replaces.", &field("PREDECESSOR", Role::Predecessor)),
        said("The field with 操作类型.", &field("OPERATION", Role::Operation)),
        said(
            "The operations after which a QR assignment is expected (reading R19).",
            &constant("ASSIGNED", ": readonly string[]", &json!([operate_type::NEW, operate_type::RENEWAL])),
        ),
        said(
            "What a refusal says of an assignment that already has its preview page.",
            &constant("ASSIGNMENT_USED", "", &json!(ASSIGNMENT_USED)),
        ),
    ]
    .join("\n")
}

/// The name of a field; the three certificates have the same.
fn field(name: &str, role: Role) -> String {
    constant(name, "", &json!(name_in(Kind::Safety, role))).replace(";\n", " as const;\n")
}

fn name_in(kind: Kind, role: Role) -> Option<&'static str> {
    let table = kind.table();
    table.with_role(role).and_then(|place| table.fields.get(place)).map(|field| field.name)
}

fn said(what: &str, constant: &str) -> String {
    format!("/** {what} */\n{constant}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_certificates_have_the_same_names() {
        for role in [Role::RecordId, Role::Predecessor, Role::Operation] {
            let names = Kind::CERTIFICATES.map(|kind| name_in(kind, role));
            assert!(names[0].is_some() && names.iter().all(|name| *name == names[0]), "{names:?}");
        }
    }
}
