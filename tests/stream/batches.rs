//! Batches of any kind, and how they are cut.

use mohurd_ecert::{Kind, Record};
use proptest::prelude::*;
use proptest::sample::select;

/// The bytes, cut after so many of them in turn.
pub(super) fn cut<'a>(bytes: &'a [u8], sizes: &[usize]) -> Vec<&'a [u8]> {
    let (mut rest, mut pieces) = (bytes, Vec::new());
    for size in sizes.iter().cycle() {
        let (piece, behind) = rest.split_at(rest.len().min(*size));
        pieces.push(piece);
        rest = behind;
        if rest.is_empty() {
            break;
        }
    }
    pieces
}

/// Records, and what stands between, in and around them; also halves of all that.
const PIECES: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"\n",
    b" \t\r",
    b"      ",
    b"\xEF\xBB\xBF",
    b"\xEF\xBB",
    b"\x0c",
    b"{}",
    b"{},",
    b"{}\n",
    b"1",
    b"-0.5e3",
    b"tru",
    b"\"ID",
    b"\"ID\":",
    b"{\"ID\":\"1\"}",
    b"{\"ID\":\"1\"},",
    b",{\"ID\":\"\\u00e9\"}",
    b",{ \"url\" :\"",
    b"{\"ID\":\"2\",\"url\":\"https://\xE5\xAE\x89\"},\n",
    b"{\n\"ID\":\"1\",\n \"x\":[{}]\n}\n",
    b"\"\\u12",
    b"\xff",
];

/// What batches begin with.
const BEGINNINGS: &[&[u8]] = &[b"", b"[", b"\xEF\xBB\xBF[", b"{", b"[{\"ID\":\"1\"},", b"{\"ID\":\"1\"}\n"];

pub(super) fn texts() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::collection::vec(select(PIECES), 0..24);
    (select(BEGINNINGS), pieces).prop_map(|(begin, pieces)| [begin].into_iter().chain(pieces).collect::<Vec<_>>().concat())
}

/// Whole records of a kind as an array or as lines, with some bytes taken away, put in or changed.
pub(super) fn spoilt() -> impl Strategy<Value = (Kind, Vec<u8>)> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), select(b"\"\\{}[],:\n x\xff"), 0..3_u8), 0..4);
    (select(&Kind::ALL), 1..5_usize, any::<bool>(), changes).prop_map(|(kind, count, lines, changes)| {
        let record = mohurd_ecert::example(kind);
        let json = json_of(&record);
        let (open, between, close) = if lines { ("", "\n", "\n") } else { ("[", ", ", "]") };
        let mut bytes = [open, &vec![&*json; count].join(between), close].concat().into_bytes();
        for (index, byte, way) in changes {
            let at = index.index(bytes.len());
            match way {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => _ = bytes.remove(at),
            }
        }
        (kind, bytes)
    })
}

fn json_of(record: &Record) -> String {
    let texts = record.kind().table().fields.iter().enumerate().filter_map(|(index, field)| match record.at(index) {
        mohurd_ecert::record::Given::Text(text) => Some(format!("{:?}:{}", field.name, serde_json::Value::from(&*text.text))),
        _ => None,
    });
    format!("{{{}}}", texts.collect::<Vec<_>>().join(","))
}

pub(super) fn sizes() -> impl Strategy<Value = Vec<usize>> {
    let few = prop::collection::vec(0..9_usize, 1..8).prop_map(|sizes| [sizes, vec![1]].concat());
    prop_oneof![Just(vec![1]), few, prop::collection::vec(1..400_usize, 1..8)]
}
