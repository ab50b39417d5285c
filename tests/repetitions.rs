//! What the records of a batch repeat, against the plain way of looking for it: whatever is looked for together is told as if each
//! record had been asked by itself.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::HashMap;

use mohurd_ecert::check::{Place, Progress, Root, RuleId, Together};
use mohurd_ecert::record::text::Text;
use mohurd_ecert::record::{Given, Record};
use mohurd_ecert::spec::Severity;
use mohurd_ecert::{Issue, Kind, Options, validate};
use proptest::prelude::*;

/// The fields that no two records should share, with their rules.
fn unique(kind: Kind, is_batch: bool) -> Vec<(usize, &'static str)> {
    let rules = match kind {
        Kind::Preview => vec![("ID", "preview/duplicate-assignment")],
        _ => {
            vec![("eCertID", if is_batch { "batch/duplicate-id" } else { "request/duplicate-id" }), ("certNum", "batch/duplicate-cert-num")]
        }
    };
    rules.into_iter().map(|(name, rule)| (kind.table().index_of(name).unwrap(), rule)).collect()
}

/// One record: what stands at the two fields, and whether another field is wrong.
type Drawn = (u16, u16, bool);

fn record(kind: Kind, fields: &[(usize, &str)], (id, number, is_wrong): Drawn) -> Record<'static> {
    let mut record = Record::example(kind);
    for ((field, _), value) in fields.iter().zip([id, number]) {
        // 0 stands for nothing, and what is blank repeats nothing.
        let text = if value == 0 { String::from(" ") } else { format!("{value:032x}") };
        record.put(*field, Given::Text(Text::whole(text.into())));
    }
    if is_wrong {
        record.put(kind.table().index_of(if kind == Kind::Preview { "url" } else { "provinceNum" }).unwrap(), Given::Absent);
    }
    record
}

fn at(issue: &Issue) -> usize {
    match issue.place {
        Place::Field(field) | Place::Item { field, .. } => usize::from(field),
        _ => usize::MAX,
    }
}

/// Each record by itself, and what was seen of those before in a map.
fn plainly(records: &[Record], rules: &[(usize, &str)], options: &Options) -> (u32, Vec<Issue>) {
    let mut seen = HashMap::new();
    let (mut valid, mut issues) = (0, Vec::new());
    for (number, record) in (0..).zip(records) {
        let mut found = validate(record, options).issues;
        for &(field, rule) in rules {
            let Given::Text(text) = record.at(field) else { continue };
            if text.text.trim().is_empty() {
                continue;
            }
            let first = *seen.entry((field, text.text.clone())).or_insert(number + 1);
            let (rule, place) = (RuleId::find(rule).unwrap(), Place::Field(u8::try_from(field).unwrap()));
            if let Some(severity) = options.severity(rule, record.kind(), Some(field)).filter(|_| first <= number) {
                found.push(Issue { rule, severity, record: number, place, a: first, b: number + 1 });
            }
        }
        found.iter_mut().for_each(|issue| issue.record = number);
        found.sort_by_key(|issue| (at(issue), issue.rule));
        valid += u32::from(found.iter().all(|issue| issue.severity != Severity::Error));
        issues.append(&mut found);
    }
    (valid, issues)
}

/// The same by the check of a batch or a request, and whether each record of a request was called right when it was checked.
fn together(records: &[Record], together: Together, options: &Options) -> (u32, Vec<Issue>, Vec<bool>) {
    let mut progress = Progress::new(records.first().map_or(Kind::Safety, Record::kind), together);
    let mut checker = progress.with(options);
    let right = records.iter().map(|record| checker.record(record)).collect();
    let report = checker.tell(Root::Batch);
    assert_eq!(report.total as usize, records.len());
    (report.valid_records, report.issues, right)
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    // Few values, so that many are repeated; so many records that some are looked for after others were told.
    proptest::collection::vec((0..40_u16, 0..90_u16, proptest::bool::weighted(0.2)), 0..400)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn repetitions_are_told_where_they_stand(
        (kind, drawn, is_batch) in (proptest::sample::select(&Kind::ALL[..]), drawn(), any::<bool>()),
        severities in [proptest::option::of(any::<bool>()), proptest::option::of(any::<bool>())],
    ) {
        let way = if is_batch { Together::Batch } else { Together::Request };
        let rules = unique(kind, is_batch);
        let mut options = Options::default();
        options.certificate = Some(Kind::Safety);
        for ((_, rule), severity) in rules.iter().zip(severities) {
            options.set_rule(rule, severity.map(|is_error| if is_error { Severity::Error } else { Severity::Warning }));
        }
        let records: Vec<Record> = drawn.into_iter().map(|drawn| record(kind, &rules, drawn)).collect();
        let (valid, issues, right) = together(&records, way, &options);
        let expected = plainly(&records, &rules, &options);
        prop_assert_eq!(&(valid, &issues), &(expected.0, &expected.1));
        if !is_batch {
            prop_assert_eq!(right.iter().filter(|right| **right).count(), valid as usize);
        }
    }
}
