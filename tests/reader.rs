//! The core's own JSON reader against `serde_json`: the same texts are taken, and the same values read from them. The one
//! difference, half of a surrogate pair, is pinned.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "reader/corpus.rs"]
mod corpus;
#[path = "reader/strategies.rs"]
mod strategies;

use corpus::{BROKEN, GOOD};
use mohurd_ecert::record::compact::{compact, quote};
use mohurd_ecert::record::json::{JsonType, MAX_DEPTH, Reader, Syntax};
use mohurd_ecert::record::text::Text;
use proptest::prelude::*;
use proptest::sample::Index;
use regex::{Captures, Regex};
use serde_json::{Map, Value};
use strategies::{escaped, values};

/// A value built from what is pulled, and whether a half of a pair stood in it.
struct Builder<'a> {
    reader: Reader<'a>,
    ill_formed: bool,
}

impl Builder<'_> {
    fn text(&mut self, text: Text) -> String {
        self.ill_formed |= text.ill_formed;
        text.text.into_owned()
    }

    fn value(&mut self) -> Result<Value, Syntax> {
        Ok(match self.reader.peek()? {
            JsonType::String => {
                let text = self.reader.string()?;
                Value::String(self.text(text))
            }
            JsonType::Array => {
                let (mut list, mut array) = (self.reader.begin_array()?, Vec::new());
                while self.reader.next_element(&mut list)? {
                    array.push(self.value()?);
                }
                Value::Array(array)
            }
            JsonType::Object => {
                let (mut list, mut object) = (self.reader.begin_object()?, Map::new());
                while let Some(name) = self.reader.next_member(&mut list)? {
                    let name = self.text(name);
                    object.insert(name, self.value()?);
                }
                Value::Object(object)
            }
            JsonType::Null | JsonType::Boolean | JsonType::Number => serde_json::from_slice(self.reader.skip()?).expect("a plain value"),
        })
    }
}

fn read(json: &[u8]) -> Result<(Value, bool), Syntax> {
    let mut builder = Builder { reader: Reader::new(json), ill_formed: false };
    let value = builder.value()?;
    builder.reader.end()?;
    Ok((value, builder.ill_formed))
}

/// Every half of a pair as `\ufffd`; compact text writes whole pairs without escapes.
fn mend(compact: &str) -> String {
    let escape = Regex::new(r"\\(?:u[0-9a-f]{4}|.)").unwrap();
    let mended = |found: &Captures| if found[0].starts_with(r"\ud") { r"\ufffd".to_owned() } else { found[0].to_owned() };
    escape.replace_all(compact, mended).into_owned()
}

/// The two readers agree on a text, whatever it is; gives whether they take it.
fn agree(json: &[u8]) -> bool {
    let shown = String::from_utf8_lossy(json);
    let own = read(json);
    let theirs = serde_json::from_slice::<Value>(json);
    let mut skipping = Reader::new(json);
    let skipped = skipping.skip().and_then(|raw| skipping.end().map(|()| raw));
    let compact = compact(json);
    assert!(compact.as_ref().map_or(true, |text| text.len() <= json.len()), "never longer: {shown}");
    assert_eq!(own.as_ref().err(), skipped.err().as_ref(), "{shown}");
    assert_eq!(own.as_ref().err(), compact.as_ref().err(), "{shown}");
    match own {
        Err(fault) => {
            assert!(theirs.is_err(), "{shown}");
            assert!(fault.at as usize <= json.len(), "{shown}");
            return false;
        }
        Ok((value, false)) => {
            assert_eq!(theirs.ok().as_ref(), Some(&value), "{shown}");
            assert_eq!(serde_json::from_str::<Value>(compact.as_ref().unwrap()).ok(), Some(value), "{shown}");
        }
        Ok((value, true)) => {
            assert!(theirs.is_err(), "{shown}");
            assert_eq!(serde_json::from_str::<Value>(&mend(compact.as_ref().unwrap())).ok(), Some(value), "{shown}");
        }
    }
    let again = mohurd_ecert::record::compact::compact(compact.as_ref().unwrap().as_bytes());
    assert_eq!(again, compact, "{shown}");
    true
}

const SAMPLE: &str = r#" {"eCertID": "1d766fd883782330531032bfa7616100", "name":"安\u5168\n𠮷\ud842\udfb7", "photo":null,
    "businessInformation" : [ {"itemvalue":"01","itemtext":" \"\\\/"}, {} , [-0.5e+3, true,false ] ],"other":{"a":"","a":12.0}}
"#;

#[test]
fn the_corpus_is_large_enough() {
    assert!(GOOD.len() + BROKEN.len() >= 120, "{} and {}", GOOD.len(), BROKEN.len());
}

#[test]
fn good_texts() {
    for json in GOOD {
        assert!(agree(json), "{}", String::from_utf8_lossy(json));
    }
    assert!(agree(SAMPLE.as_bytes()));
}

#[test]
fn broken_texts() {
    for json in BROKEN {
        assert!(!agree(json), "{}", String::from_utf8_lossy(json));
    }
}

#[test]
fn good_and_broken_texts_inside_lists() {
    for json in GOOD {
        assert!(agree(&[b"[", *json, b"]"].concat()));
        assert!(agree(&[b"{\"a\":", *json, b",\"b\":[", json, b",", json, b"]}"].concat()));
    }
    for json in BROKEN {
        agree(&[b"[", *json, b"]"].concat());
        agree(&[b"{\"a\":", *json, b",\"b\":1}"].concat());
    }
}

#[test]
fn a_sample_cut_off_at_every_byte() {
    let end = SAMPLE.trim_end().len();
    for length in 0..end {
        assert!(!agree(&SAMPLE.as_bytes()[..length]), "{length}");
    }
    assert!(agree(&SAMPLE.as_bytes()[..end]));
}

#[test]
fn a_sample_with_every_byte_changed() {
    for place in 0..SAMPLE.len() {
        for byte in (0..=0x20).chain(*b"\"\\/[]{},:+-.019eEutnfdDx\x7f\x80\xbf\xc0\xc2\xe5\xed\xf0\xf4\xff") {
            let mut json = SAMPLE.as_bytes().to_vec();
            json[place] = byte;
            agree(&json);
            json.insert(place, SAMPLE.as_bytes()[place]);
            agree(&json);
        }
        let mut json = SAMPLE.as_bytes().to_vec();
        json.remove(place);
        agree(&json);
    }
}

#[test]
fn depth_ends_where_theirs_does() {
    for depth in [1, 2, 126, 127, 128, 129, 200] {
        let arrays = ["[".repeat(depth), "]".repeat(depth)].concat();
        let objects = ["{\"a\":".repeat(depth), "1".to_owned(), "}".repeat(depth)].concat();
        let mixed = ["[{\"a\":".repeat(depth / 2), "[".repeat(depth % 2), "]".repeat(depth % 2), "}]".repeat(depth / 2)].concat();
        assert_eq!(agree(arrays.as_bytes()), depth <= MAX_DEPTH as usize, "{depth}");
        assert_eq!(agree(objects.as_bytes()), depth <= MAX_DEPTH as usize, "{depth}");
        if depth % 2 == 1 {
            assert_eq!(agree(mixed.as_bytes()), depth <= MAX_DEPTH as usize, "{depth}");
        }
    }
    assert!(agree(["[", &"[[[]]],".repeat(500), "{}]"].concat().as_bytes()));
    assert!(!agree("[".repeat(1_000_000).as_bytes()));
    assert!(!agree("{\"\":".repeat(1_000_000).as_bytes()));
}

/// Each of these is refused by the other reader and read here; nothing else is.
#[test]
fn the_one_difference() {
    for (json, text) in [
        (r#""\ud800""#, "\u{fffd}"),
        (r#""\udbff""#, "\u{fffd}"),
        (r#""\udc00""#, "\u{fffd}"),
        (r#""\uDFFF""#, "\u{fffd}"),
        (r#""a\ud800b""#, "a\u{fffd}b"),
        (r#""\ud800\ud800""#, "\u{fffd}\u{fffd}"),
        (r#""\udc00\ud800""#, "\u{fffd}\u{fffd}"),
        (r#""\ud800\ud842\udfb7""#, "\u{fffd}𠮷"),
        (r#""\ud842\udfb7\udfb7""#, "𠮷\u{fffd}"),
        (r#""\ud800\u0041""#, "\u{fffd}A"),
        (r#""\ud800\n""#, "\u{fffd}\n"),
        (r#""\ud800\\dc00""#, "\u{fffd}\\dc00"),
        (r#""\ud800安""#, "\u{fffd}安"),
    ] {
        assert!(agree(json.as_bytes()));
        assert!(serde_json::from_str::<Value>(json).is_err(), "{json}");
        assert_eq!(read(json.as_bytes()), Ok((Value::from(text), true)), "{json}");
        let named = format!("{{{json}:1}}");
        assert!(agree(named.as_bytes()) && read(named.as_bytes()).unwrap().1, "{named}");
    }
    assert!(!agree(br#""\ud800"#));
    assert!(!agree(br#""\ud800\u""#));
    assert!(!agree(br#""\ud800\uzzzz""#));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_is_read_and_written(value in values()) {
        let written = serde_json::to_string(&value).unwrap();
        let spread = serde_json::to_string_pretty(&value).unwrap();
        prop_assert!(agree(written.as_bytes()));
        prop_assert!(agree(spread.as_bytes()));
        prop_assert_eq!(compact(spread.as_bytes()), Ok(written));
    }

    #[test]
    fn changed_bytes(value in values(), changes in proptest::collection::vec((any::<Index>(), any::<u8>(), 0..4_u8), 1..4)) {
        let mut json = serde_json::to_vec_pretty(&value).unwrap();
        for (place, byte, kind) in changes {
            let place = place.index(json.len());
            match kind {
                0 => json[place] = byte,
                1 => json.insert(place, byte),
                2 => json.insert(place, b"\"\\[]{},: 0-e."[usize::from(byte) % 13]),
                _ if json.len() > 1 => drop(json.remove(place)),
                _ => {}
            }
        }
        agree(&json);
    }

    #[test]
    fn escapes_of_any_kind(json in escaped()) {
        prop_assert!(agree(json.as_bytes()));
    }

    #[test]
    fn any_bytes(bytes: Vec<u8>, text: String) {
        agree(&bytes);
        agree(text.as_bytes());
        let mut quoted = String::new();
        quote(&text, &mut quoted);
        prop_assert_eq!(quoted, serde_json::to_string(&text).unwrap());
    }
}
