//! A batch that comes in pieces, or is read part by part, cut anywhere: what is found is what the whole gives, and where records may be
//! no longer than so many bytes, the stream ends or finds the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mohurd_ecert::check::{Progress, Root, Together, Turn};
use mohurd_ecert::record::by_parts::ByParts;
use mohurd_ecert::{Issue, Kind, Options, Stream, validate_batch};

/// The counts, all issues, and whether a record was too large.
type Told = (u32, u32, Vec<Issue>, bool);

/// Checks what is there, and keeps the issues.
fn check(stream: &mut Stream, told: &mut Told) {
    loop {
        let (mut report, turn) = stream.check();
        told.2.append(&mut report.issues);
        (told.0, told.1, told.3) = (report.total, report.valid_records, turn == Turn::TooLarge);
        if turn != Turn::Again {
            return;
        }
    }
}

/// The bytes, cut after so many of them in turn.
fn streamed(mut stream: Stream, bytes: &[u8], sizes: &[u8]) -> Told {
    let (mut told, mut rest) = (Told::default(), bytes);
    for size in sizes.iter().chain([&1]).cycle() {
        if rest.is_empty() {
            break;
        }
        let (piece, behind) = rest.split_at(rest.len().min(usize::from(*size)));
        stream.push(piece);
        check(&mut stream, &mut told);
        rest = behind;
    }
    stream.end();
    check(&mut stream, &mut told);
    told
}

/// The bytes part by part: what one leaves open comes again in the next, and if need be in a larger one.
fn by_parts(kind: Kind, bytes: &[u8], sizes: &[u8]) -> Told {
    let (options, mut progress, mut parts) = (Options::default(), Progress::new(kind, Together::Batch), ByParts::new(kind));
    let (mut rest, mut more) = (bytes, 1);
    for size in sizes.iter().chain([&1]).cycle() {
        let part = &rest[..rest.len().min(usize::from(*size).saturating_mul(more))];
        let is_last = part.len() == rest.len();
        let done = progress.with(&options).part(&mut parts, part, is_last);
        if is_last {
            break;
        }
        rest = &rest[done..];
        more = if done == 0 { more.saturating_mul(2) } else { more };
    }
    let report = progress.with(&options).tell(Root::Batch);
    (report.total, report.valid_records, report.issues, false)
}

fuzz_target!(|input: (u8, u8, &[u8], &[u8])| {
    let (kind, longest, sizes, bytes) = input;
    let kind = Kind::ALL[usize::from(kind) % Kind::ALL.len()];
    let report = validate_batch(kind, bytes, &Options::default());
    let whole = (report.total, report.valid_records, report.issues, false);
    assert_eq!(streamed(Stream::new(kind, Options::default()), bytes, sizes), whole);
    assert_eq!(by_parts(kind, bytes, sizes), whole);
    let told = streamed(Stream::with_longest(kind, Options::default(), usize::from(longest)), bytes, sizes);
    assert!(told.3 || told == whole);
});
