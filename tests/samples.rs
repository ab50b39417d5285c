//! What the document's own samples yield (reading R20: the blocks one at a time, each with its own `certType`): every issue,
//! each with its reason. The samples are meant to show the form, not to be right.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use mohurd_ecert::check::{Issue, Step};
use mohurd_ecert::{Kind, Options, Record, Severity, validate};

/// Field, rule, and why the rule speaks.
type Expected = (&'static str, &'static str, &'static str);

fn issues(kind: Kind, json: &str) -> Vec<Issue> {
    let record = Record::from_json(kind, json.as_bytes()).unwrap();
    let mut options = Options::default();
    options.certificate = Some(Kind::Safety);
    let report = validate(&record, &options);
    for issue in &report.issues {
        let Some(Step::Name(name)) = report.path(issue).into_iter().next() else { panic!("an issue of a record stands at a field") };
        assert_eq!(issue.field(Some(kind)), Some(name.as_str()));
    }
    report.issues
}

fn assert_yields(kind: Kind, json: &str, errors: &[&str], expected: &[Expected]) {
    let issues = issues(kind, json);
    let found: Vec<_> = issues.iter().map(|issue| (issue.field(Some(kind)).unwrap_or_default(), issue.rule_id())).collect();
    let wanted: Vec<_> = expected.iter().map(|(field, rule, _)| (*field, *rule)).collect();
    assert_eq!(found, wanted, "{}", kind.id());
    let grave = issues.iter().filter(|issue| issue.severity == Severity::Error).map(Issue::rule_id);
    assert_eq!(grave.collect::<Vec<_>>(), errors, "{}", kind.id());
}

#[test]
fn the_safety_sample() {
    let expected: [Expected; 8] = [
        ("eCertID", "ecert-id/shape", "28 hexadecimal digits in groups of 8-4-3-3-10: no UUID, and not 32 digits"),
        ("certNum", "cert-num/spelling", "a space after JZ"),
        ("issuAuth", "issuer/province-level", "the bureau of a city"),
        ("issuAuthCode", "credit-code/check-digit", "the check character would be 2, not X"),
        ("issuAuthCode", "issuer/province-level", "begins with 9: no government body"),
        ("creditCode", "credit-code/check-digit", "the check character would be Y, not 7"),
        ("associatedZzeCertID", "zze/format", "a skeleton with placeholders: its check character would be H"),
        ("associatedZzeCertID", "zze/associated-when-renewed", "given on operation 01, which replaces nothing"),
    ];
    assert_yields(Kind::Safety, include_str!("samples/safety.json"), &[], &expected);
}

#[test]
fn the_special_sample() {
    let expected: [Expected; 8] = [
        ("eCertID", "ecert-id/shape", "28 hexadecimal digits in groups of 8-4-3-3-10"),
        ("certNum", "cert-num/province-agrees", "begins with 鲁, the province is 430000 (湘)"),
        ("issuAuthCode", "credit-code/check-digit", "the check character would be 2, not X"),
        ("issuAuthCode", "issuer/province-level", "begins with 9: no government body"),
        ("identityCard", "id/check-digit", "born on 1665-23-12; for the same reason nothing is said of the gender"),
        ("photo", "photo/format", "decodes, but to neither PNG nor JPEG"),
        ("associatedZzeCertID", "zze/format", "a skeleton with placeholders"),
        ("associatedZzeCertID", "zze/associated-when-renewed", "given on operation 01, which replaces nothing"),
    ];
    assert_yields(Kind::Special, include_str!("samples/special.json"), &["photo/format"], &expected);
}

#[test]
fn the_manager_sample() {
    let expected: [Expected; 10] = [
        ("eCertID", "ecert-id/shape", "groups of 8-4-3-3-10"),
        ("certNum", "cert-num/spelling", "a space before A"),
        ("issuAuth", "issuer/province-level", "the bureau of a city"),
        ("issuAuthCode", "credit-code/check-digit", "the check character would be 2, not X"),
        ("issuAuthCode", "issuer/province-level", "begins with 9: no government body"),
        ("birthDate", "manager/birth-date-matches-id", "2023-03-24, while the number says 1985-09-07"),
        ("birthDate", "dates/birth-before-issue", "born two years after the certificate was first collected"),
        ("photo", "photo/format", "decodes, but to neither PNG nor JPEG"),
        ("associatedZzeCertID", "zze/format", "a skeleton with placeholders"),
        ("associatedZzeCertID", "zze/associated-when-renewed", "given on operation 01, which replaces nothing"),
    ];
    let errors = ["manager/birth-date-matches-id", "photo/format"];
    assert_yields(Kind::Manager, include_str!("samples/manager.json"), &errors, &expected);
}

#[test]
fn the_preview_sample() {
    let expected: [Expected; 2] = [
        ("zzeCertID", "zze/format", "a skeleton with placeholders"),
        // localhost is no public host either, but a field has one error of its own, the first (reading R23).
        ("url", "url/https", "http://localhost"),
    ];
    assert_yields(Kind::Preview, include_str!("samples/preview.json"), &["url/https"], &expected);
}

#[test]
fn the_whole_sample_request_breaks_the_rule_of_one_block() {
    let (safety, special, manager) =
        (include_str!("samples/safety.json"), include_str!("samples/special.json"), include_str!("samples/manager.json"));
    let body = format!(
        r#"{{"certType":"1","safeCertParameter":{{"acceptData":[{safety}]}},"specialCertParameter":{{"acceptData":[{special}]}},"managerCertParameter":{{"AcceptData":[{manager}]}}}}"#
    );
    let report = mohurd_ecert::validate_request(body.as_bytes(), &Options::default());
    assert_eq!((report.kind, report.total), (Some(Kind::Safety), 1));
    let errors: Vec<_> = report.issues.iter().filter(|issue| issue.severity == Severity::Error).collect();
    let paths: Vec<_> = errors.iter().map(|issue| (issue.rule_id(), report.path(issue))).collect();
    let at = |block: &str| ("request/only-own-parameter", vec![Step::Name(block.to_owned())]);
    assert_eq!(paths, [at("specialCertParameter"), at("managerCertParameter")]);
}
