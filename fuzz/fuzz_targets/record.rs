//! One record of each kind: checks, words, what is needed, the canonical spelling, and a body that is right when it is built.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mohurd_ecert::check::message::Locale;
use mohurd_ecert::{Kind, Options, Record, build_request, needs, normalise, validate, validate_field, validate_request};

fuzz_target!(|bytes: &[u8]| {
    let mut options = Options::default();
    options.certificate = Some(Kind::Safety);
    for kind in Kind::ALL {
        let Ok(record) = Record::from_json(kind, bytes) else { return };
        let report = validate(&record, &options);
        for issue in &report.issues {
            assert!(!issue.message(Some(kind), Locale::ZhCn).is_empty() && !issue.cite(Some(kind)).is_empty());
        }
        for field in kind.table().fields {
            let part = validate_field(&record, field.name, &options).unwrap_or_default();
            assert!(part.iter().all(|issue| report.issues.contains(issue)));
        }
        needs(&record, &options);
        normalise(&record);
        let body = build_request(kind, &[record], &options);
        assert_eq!(body.is_ok(), report.is_valid());
        if let Ok(body) = body {
            assert!(validate_request(body.as_bytes(), &options).is_valid());
        }
    }
});
