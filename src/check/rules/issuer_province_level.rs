//! The issuer is a provincial authority: its name reads as one, and its credit code is that of a government body
//! (safeCertParameter 4 and 5, and the same rows of the other certificates).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::record::bytes::{begins, ends};
use crate::record::text::cut;
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
    let department = ["住房", "住建"].into_iter().filter_map(|word| cut(name, word)).min_by_key(|(before, _)| before.len());
    let of_province = |before: &str| {
        let is_short = before.chars().count() > 1;
        let is_own =
            |province: &str| ends(before.as_bytes(), province.as_bytes()) || is_short && begins(province.as_bytes(), before.as_bytes());
        PROVINCES.rows.iter().any(|row| is_own(row.name)) || before.ends_with("自治区")
    };
    department.is_some_and(|(before, _)| of_province(before)) || cut(name, "兵团").is_some()
}
