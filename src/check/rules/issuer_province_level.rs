//! The issuer is a provincial authority: its name reads as one, and its credit code is that of a government body
//! (safeCertParameter 4 and 5, and the same rows of the other certificates).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::province::PROVINCES;

pub(super) static RULE: Rule = rule(
    "issuer/province-level",
    WARNING,
    Cite::Row,
    &[stand(Kinds::CERTIFICATES, "issuAuth", &[]), stand(Kinds::CERTIFICATES, "issuAuthCode", &[])],
    |view: &View| {
        let text = view.text(0)?;
        Some(if view.stands_at("issuAuthCode") { text.starts_with('1') } else { is_provincial(text) })
    },
);

/// The department's name follows the province's own, in full or in short; that of a city or a district does not.
fn is_provincial(name: &str) -> bool {
    if name.contains("兵团") {
        return true;
    }
    let Some(before) = ["住房", "住建"].into_iter().filter_map(|word| name.find(word)).min().and_then(|end| name.get(..end)) else {
        return false;
    };
    PROVINCES.rows.iter().any(|row| before.ends_with(row.name) || (before.chars().count() > 1 && row.name.starts_with(before)))
        || before.ends_with("自治区")
}
