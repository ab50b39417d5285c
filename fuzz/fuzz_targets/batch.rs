//! A batch of each kind: nothing traps, and the counts agree with the issues.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mohurd_ecert::{Kind, Options, Severity, validate_batch};

fuzz_target!(|bytes: &[u8]| {
    for kind in Kind::ALL {
        let report = validate_batch(kind, bytes, &Options::default());
        let mut invalid: Vec<u32> =
            report.issues.iter().filter(|issue| issue.severity == Severity::Error).map(|issue| issue.record).collect();
        invalid.dedup();
        assert!(invalid.is_sorted());
        assert_eq!(invalid.len() as u32, report.invalid_records());
    }
});
