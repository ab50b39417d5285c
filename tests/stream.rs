//! A batch that comes in pieces is judged as it is in one piece, wherever it is cut.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "stream/batches.rs"]
mod batches;

use batches::{cut, sizes, spoilt, texts};
use mohurd_ecert::check::{LONGEST_RECORD, Progress, Report, Root, Together, Turn};
use mohurd_ecert::record::by_parts::ByParts;
use mohurd_ecert::{Issue, Kind, Options, Stream, validate_batch};
use proptest::prelude::*;

/// What a stream tells in the end: the counts, all issues, and whether a record was too large.
type Told = (u32, u32, Vec<Issue>, bool);

/// Checks what is there, and keeps the issues.
fn check(stream: &mut Stream, issues: &mut Vec<Issue>) -> (Report, Turn) {
    loop {
        let (mut report, turn) = stream.check();
        issues.append(&mut report.issues);
        if turn != Turn::Again {
            return (report, turn);
        }
    }
}

fn streamed<'a>(mut stream: Stream, pieces: impl IntoIterator<Item = &'a [u8]>) -> Told {
    let mut issues = Vec::new();
    for piece in pieces {
        stream.push(piece);
        check(&mut stream, &mut issues);
    }
    stream.end();
    let (report, turn) = check(&mut stream, &mut issues);
    assert!(!report.overflow);
    (report.total, report.valid_records, issues, turn == Turn::TooLarge)
}

/// The same of bytes that are at hand: what a part leaves open comes again, and if need be in a larger one.
fn by_parts(kind: Kind, bytes: &[u8], sizes: &[usize]) -> Told {
    let (options, mut progress, mut parts) = (Options::default(), Progress::new(kind, Together::Batch), ByParts::new(kind));
    let (mut rest, mut more) = (bytes, 1);
    for size in sizes.iter().cycle() {
        let part = &rest[..rest.len().min(size * more)];
        let is_last = part.len() == rest.len();
        let done = progress.with(&options).part(&mut parts, part, is_last);
        if is_last {
            break;
        }
        rest = &rest[done..];
        more *= if done == 0 { 2 } else { 1 };
    }
    let report = progress.with(&options).tell(Root::Batch);
    (report.total, report.valid_records, report.issues, false)
}

fn whole(kind: Kind, bytes: &[u8]) -> Told {
    let report = validate_batch(kind, bytes, &Options::default());
    (report.total, report.valid_records, report.issues, false)
}

const KIND: Kind = Kind::Preview;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_any_pieces((bytes, sizes) in (texts(), sizes())) {
        let told = streamed(Stream::new(KIND, Options::default()), cut(&bytes, &sizes));
        prop_assert_eq!(told, whole(KIND, &bytes), "{:?}", String::from_utf8_lossy(&bytes));
        prop_assert_eq!(by_parts(KIND, &bytes, &sizes), whole(KIND, &bytes), "{:?}", String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_text_with_a_limit_in_any_pieces((bytes, sizes, longest) in (texts(), sizes(), 1..60_usize)) {
        let told = streamed(Stream::with_longest(KIND, Options::default(), longest), cut(&bytes, &sizes));
        prop_assert!(told.3 || told == whole(KIND, &bytes), "{} {:?}", longest, String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn spoilt_batches_in_any_pieces(((kind, bytes), sizes) in (spoilt(), sizes())) {
        let told = streamed(Stream::new(kind, Options::default()), cut(&bytes, &sizes));
        prop_assert_eq!(told, whole(kind, &bytes), "{:?}", String::from_utf8_lossy(&bytes));
        prop_assert_eq!(by_parts(kind, &bytes, &sizes), whole(kind, &bytes), "{:?}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn many_issues_are_told_in_turns() {
    let text = "{}\n".repeat(20_000);
    let mut stream = Stream::new(KIND, Options::default());
    stream.push(text.as_bytes());
    let (report, turn) = stream.check();
    assert!(turn == Turn::Again && report.issues.len() < 10_000);
    let told = streamed(Stream::new(KIND, Options::default()), [text.as_bytes()]);
    assert!(told == whole(KIND, text.as_bytes()));
}

#[test]
fn hostile_batches_take_linear_time() {
    // Each of these would take hours if what is open were read again with every piece, or moved with every turn.
    for piece in ["{\"ID,", "x,", "{\"ID\":\"1,{", "[[[[", "\"},{\"ID\":", "{]},", "{},", "]  "] {
        let text = format!("[{}", piece.repeat(200_000));
        for size in [61, text.len()] {
            let told = streamed(Stream::new(KIND, Options::default()), cut(text.as_bytes(), &[size]));
            assert!(told.0 > 0);
            assert!(by_parts(KIND, text.as_bytes(), &[size]) == told);
        }
    }
}

#[test]
fn repetitions_are_seen_across_all_pieces() {
    let text = format!("[{}]", ["{\"ID\":\"1\"}"; 3].join(","));
    let (total, _, issues, _) = streamed(Stream::new(KIND, Options::default()), cut(text.as_bytes(), &[3]));
    let again: Vec<_> =
        issues.iter().filter(|issue| issue.rule_id() == "preview/duplicate-assignment").map(|issue| (issue.record, issue.a)).collect();
    assert_eq!((total, again), (3, vec![(1, 1), (2, 1)]));
}

/// An entry ends a stream where it is longer than allowed, wherever the bytes are cut: here at forty of them.
#[test]
fn too_large_an_entry_ends_the_stream() {
    let record = |length: usize| format!("{{\"ID\":\"{}\"}}", "1".repeat(length - 9));
    for taken in ["[{},{}]", "{}\n{}\n"] {
        for size in 1..70 {
            let told = |text: String| {
                let stream = Stream::with_longest(KIND, Options::default(), 40);
                let (total, _, issues, too_large) = streamed(stream, cut(text.as_bytes(), &[size]));
                assert!(!issues.iter().any(|issue| issue.rule_id() == "record/syntax"));
                (total, too_large)
            };
            let both = |second: usize| taken.replacen("{}", &record(20), 1).replacen("{}", &record(second), 1);
            assert_eq!(told(both(40)), (2, false), "{size}");
            assert_eq!(told(both(41)), (1, true), "{size}");
            assert_eq!(told(both(400)), (1, true), "{size}");
        }
    }
}

/// White space around entries does not count, and what comes behind it stands where it stands.
#[test]
fn white_space_between_entries_has_no_limit() {
    let arrays = ["^[^]^", "^[^{\"ID\":\"1\"}^,^1^,^x{^,^{\"ID\":\"1\"}^]^", "[{}^{},x^,^{\"ID\":\"1\"}]^y^"];
    let lines = ["^{\"ID\":\"1\"}^\n^{}^\n^{}^x^\n^x^{}^\n^1^\n^", "{\n\"ID\":\"1\"\n}^", "{\n\"ID\":\"1\"\n}^x^\n{}", "^1^"];
    for text in arrays.iter().chain(&lines) {
        for blank in [" ", "\n", "\t\r\n", "\n "] {
            let text = text.replace('^', &blank.repeat(100));
            for size in (1..50).chain([text.len()]) {
                let stream = Stream::with_longest(KIND, Options::default(), 40);
                assert!(streamed(stream, cut(text.as_bytes(), &[size])) == whole(KIND, text.as_bytes()), "{size} {text:?}");
            }
        }
    }
}

#[test]
fn more_white_space_than_a_record_may_have_bytes() {
    let blank = " ".repeat(LONGEST_RECORD + 1);
    for text in ["^[^{}^,^{}^]^", "^{}^\n^{}^\n^"] {
        let text = text.replace('^', &blank);
        let told = streamed(Stream::new(KIND, Options::default()), cut(text.as_bytes(), &[1 << 16]));
        assert!(told == whole(KIND, text.as_bytes()) && told.0 == 2);
    }
}

/// What it stands behind would be read again with each piece, which would take hours.
#[test]
fn white_space_behind_a_long_entry_takes_linear_time() {
    let longest = 1 << 20;
    let record = format!("{{\"ID\":\"{}\"}}", "1".repeat(longest - 9));
    for (before, between, behind) in [("[", ",", "]"), ("{}\n", "\n", ""), ("", "\n", "")] {
        let text = [before, &record, &" ".repeat(200_000), between, &"\n".repeat(200_000), "{}", behind].concat();
        for size in [1, 1000, text.len()] {
            let told = streamed(Stream::with_longest(KIND, Options::default(), longest), cut(text.as_bytes(), &[size]));
            assert!(told == whole(KIND, text.as_bytes()));
        }
    }
}

/// The one thing that a whole batch is told and a stream is not: what follows an entry that is never closed.
#[test]
fn an_entry_that_is_never_closed_ends_the_stream_where_it_grows_too_large() {
    let text = format!("[{{\"x\":[{}", "{\"ID\":\"1\"},".repeat(100));
    let (total, _, _, too_large) = streamed(Stream::with_longest(KIND, Options::default(), 200), cut(text.as_bytes(), &[7]));
    assert_eq!((total, too_large), (0, true));
    let shorter = format!("[{{\"x\":[{}", "{\"ID\":\"1\"},".repeat(10));
    assert!(
        streamed(Stream::with_longest(KIND, Options::default(), 200), cut(shorter.as_bytes(), &[7])) == whole(KIND, shorter.as_bytes())
    );
}

#[test]
fn what_follows_a_fault_is_not_kept() {
    // No fault is as long as this one, and nothing of it is an entry.
    let text = format!("[x {}", "\u{5b89} ".repeat(100_000));
    let told = streamed(Stream::with_longest(KIND, Options::default(), 100), cut(text.as_bytes(), &[50]));
    assert!(told == whole(KIND, text.as_bytes()) && told.0 == 1);
}
