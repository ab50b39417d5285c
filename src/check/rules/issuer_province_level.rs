//! The issuer is a provincial authority: its name reads as one, and its credit code is that of a government body
//! (safeCertParameter 4 and 5, and the same rows of the other certificates).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::record::bytes::{begins, ends};
use crate::record::text::cut;
use crate::spec::dictionary::province::{self, PROVINCES};

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
    before_department(name).is_some_and(is_of_province) || cut(name, "兵团").is_some()
}

/// What stands before the first 住房 or 住建.
fn before_department(name: &str) -> Option<&str> {
    let may_begin = name.bytes().enumerate().filter(|(_, byte)| "住".as_bytes().first() == Some(byte));
    let begins_there = |(_, rest): &(&str, &str)| begins(rest.as_bytes(), "住房".as_bytes()) || begins(rest.as_bytes(), "住建".as_bytes());
    may_begin.filter_map(|(at, _)| name.split_at_checked(at)).find(begins_there).map(|(before, _)| before)
}

/// Whether a province's name begins with all of this, or is how it ends.
fn is_of_province(before: &str) -> bool {
    let bytes = before.as_bytes();
    province::name_like(bytes).is_some_and(|name| begins(name.as_bytes(), bytes))
        || before.ends_with("自治区")
        || PROVINCES.rows.iter().any(|row| ends(bytes, row.name.as_bytes()))
}

#[cfg(test)]
#[test]
fn a_province_stands_before_the_department() {
    const PARTS: [&str; 8] = ["", "中国", "a", "住房和城乡建设厅", "住建厅", "住和住房住建", "建设厅", "兵团"];
    let is_own = |before: &str, name: &str| before.ends_with(name) || before.chars().count() > 1 && name.starts_with(before);
    let of_province = |before: &str| PROVINCES.rows.iter().any(|row| is_own(before, row.name)) || before.ends_with("自治区");
    for name in PROVINCES.rows.iter().map(|row| row.name).chain(["济南市", "某某自治区", "住"]) {
        for (parts, length) in (0..64).flat_map(|parts| (0..=name.len()).step_by(3).map(move |length| (parts, length))) {
            let text = [PARTS[parts / 8], &name[..length], PARTS[parts % 8]].concat();
            let before = ["住房", "住建"].into_iter().filter_map(|word| text.find(word)).min().map(|at| &text[..at]);
            assert_eq!(is_provincial(&text), before.is_some_and(of_province) || text.contains("兵团"), "{text}");
        }
    }
}
