//! A request body: nothing traps, and what is no body has an error.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mohurd_ecert::check::message::Locale;
use mohurd_ecert::{Options, validate_request};

fuzz_target!(|bytes: &[u8]| {
    let report = validate_request(bytes, &Options::default());
    assert!(report.kind.is_some() || !report.is_valid());
    for issue in &report.issues {
        assert!(!issue.message(report.kind, Locale::En).is_empty() && !issue.cite(report.kind).is_empty());
        report.path(issue);
    }
});
