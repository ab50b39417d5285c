//! The own JSON reader takes what serde_json takes, and nothing else but half a surrogate pair as an escape.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mohurd_ecert::record::compact::compact;
use mohurd_ecert::record::json::Reader;
use serde_json::Value;

/// Of the texts that hold an escaped surrogate nothing is said: there the two differ on purpose.
fn has_surrogate(bytes: &[u8]) -> bool {
    bytes
        .windows(4)
        .any(|four| four[0] == b'\\' && four[1] == b'u' && four[2].eq_ignore_ascii_case(&b'd') && four[3].to_ascii_lowercase() >= b'8')
}

fuzz_target!(|bytes: &[u8]| {
    let mut reader = Reader::new(bytes);
    let taken = reader.skip().is_ok() && reader.end().is_ok();
    let written = compact(bytes).ok();
    if has_surrogate(bytes) {
        return;
    }
    let theirs = serde_json::from_slice::<Value>(bytes).ok();
    assert_eq!(taken, theirs.is_some());
    if let (Some(written), Some(theirs)) = (written, theirs) {
        assert_eq!(serde_json::from_str::<Value>(&written).ok(), Some(theirs));
    }
});
