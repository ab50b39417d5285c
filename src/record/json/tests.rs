use super::*;
use std::borrow::Cow;

fn fault(json: &[u8]) -> Option<(u32, Reason)> {
    let mut reader = Reader::new(json);
    let fault = reader.skip().and_then(|_| reader.end()).err();
    fault.map(|Syntax { at, reason }| (at, reason))
}

#[test]
fn values_are_pulled_in_order() {
    let json = b" { \"a\" : [ 1.5 , \"x\\n\" ] , \"b\\u0063\" : null } \n";
    let mut reader = Reader::new(json);
    assert_eq!(reader.peek(), Ok(JsonType::Object));
    let mut object = reader.begin_object().unwrap();
    assert_eq!(reader.next_member(&mut object).unwrap().unwrap().text, "a");
    assert_eq!(reader.peek(), Ok(JsonType::Array));
    let mut array = reader.begin_array().unwrap();
    assert_eq!(reader.next_element(&mut array), Ok(true));
    assert_eq!((reader.peek(), reader.skip()), (Ok(JsonType::Number), Ok(&b"1.5"[..])));
    assert_eq!(reader.next_element(&mut array), Ok(true));
    assert_eq!(reader.string().unwrap().text, "x\n");
    assert_eq!(reader.next_element(&mut array), Ok(false));
    assert_eq!(reader.next_member(&mut object).unwrap().unwrap().text, "bc");
    assert_eq!((reader.peek(), reader.skip()), (Ok(JsonType::Null), Ok(&b"null"[..])));
    assert!(reader.next_member(&mut object).unwrap().is_none());
    assert_eq!(reader.position(), json.len() - 2);
    assert_eq!(reader.end(), Ok(()));
}

#[test]
fn a_skipped_value_is_given_as_it_stands() {
    let mut reader = Reader::new("  {\"a\":[ {} ,\"\\ud83d\\ude00]\"] } ,".as_bytes());
    assert_eq!(reader.skip(), Ok("{\"a\":[ {} ,\"\\ud83d\\ude00]\"] }".as_bytes()));
    assert_eq!(reader.end(), Err(Syntax { at: 32, reason: Reason::Trailing }));
}

#[test]
fn no_element_is_promised_where_none_stands() {
    for (json, at) in [("[1,]", 3), ("[ 1 , ", 6)] {
        let mut reader = Reader::new(json.as_bytes());
        let mut array = reader.begin_array().unwrap();
        assert_eq!(reader.next_element(&mut array), Ok(true));
        reader.skip().unwrap();
        assert_eq!(reader.next_element(&mut array).map_err(|fault| fault.at), Err(at), "{json}");
    }
}

#[test]
fn strings_are_borrowed_where_they_can_be() {
    let text = |json: &'static str| Reader::new(json.as_bytes()).string().unwrap();
    assert!(matches!(text("\"安\u{7f}/\"").text, Cow::Borrowed("安\u{7f}/")));
    assert_eq!(text(r#""\"\\\/\b\f\n\r\t\u5b89\uD842\udfB7""#).text, "\"\\/\u{8}\u{c}\n\r\t安𠮷");
    assert!(!text(r#""\ufffd""#).ill_formed);
}

#[test]
fn a_half_of_a_pair_is_read_and_told() {
    for (json, text) in [
        (r#""\ud842""#, "\u{fffd}"),
        (r#""\udfb7x""#, "\u{fffd}x"),
        (r#""\ud842\ud842\udfb7""#, "\u{fffd}𠮷"),
        (r#""\ud842\u0041""#, "\u{fffd}A"),
        (r#""\ud842\\udfb7""#, "\u{fffd}\\udfb7"),
        (r#""\ud842\n""#, "\u{fffd}\n"),
        (r#""\udfb7\ud842""#, "\u{fffd}\u{fffd}"),
    ] {
        let read = Reader::new(json.as_bytes()).string().unwrap();
        assert_eq!((&*read.text, read.ill_formed), (text, true), "{json}");
        assert_eq!(fault(json.as_bytes()), None);
    }
}

#[test]
fn faults_say_where_and_why() {
    use Reason::*;
    for (json, at, reason) in [
        (&b""[..], 0, End),
        (b" ", 1, End),
        (b"[", 1, End),
        (b"[1", 2, End),
        (b"[1,", 3, End),
        (b"{\"a\"", 4, End),
        (b"tru", 3, End),
        (b"-", 1, End),
        (b"1.", 2, End),
        (b"1e+", 3, End),
        (b"\"a", 2, End),
        (b"\"\\", 2, End),
        (b"\"\\u00", 5, End),
        (b"[,1]", 1, Unexpected),
        (b"[1,]", 3, Unexpected),
        (b"[1 2]", 3, Unexpected),
        (b"[1}", 2, Unexpected),
        (b"{1:2}", 1, Unexpected),
        (b"{\"a\" 1}", 5, Unexpected),
        (b"{\"a\":1,}", 7, Unexpected),
        (b"trux", 3, Unexpected),
        (b"+1", 0, Unexpected),
        (b"\xef\xbb\xbf1", 0, Unexpected),
        (b"\"ab\\x\"", 3, Escape),
        (b"\"\\u00g0\"", 1, Escape),
        (b"\"\\u00\"", 1, Escape),
        (b"\"a\nb\"", 2, ControlCharacter),
        (b"01", 1, Number),
        (b"-x", 1, Number),
        (b"1.x", 2, Number),
        (b"1ex", 2, Number),
        (b"\"a\xffb\"", 2, Utf8),
        (b"{\"a\xed\xa0\x80\":1}", 3, Utf8),
        (b"1 2", 2, Trailing),
        (b"[]]", 2, Trailing),
    ] {
        assert_eq!(fault(json), Some((at, reason)), "{}", String::from_utf8_lossy(json));
    }
}

#[test]
fn depth_has_an_end() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert_eq!(fault(nested(MAX_DEPTH as usize).as_bytes()), None);
    assert_eq!(fault(nested(MAX_DEPTH as usize + 1).as_bytes()), Some((MAX_DEPTH, Reason::Depth)));
    assert_eq!(fault("{\"\":".repeat(1_000_000).as_bytes()), Some((MAX_DEPTH * 4, Reason::Depth)));
    // Lists beside each other do not add up.
    assert_eq!(fault(["[", &"[[]],".repeat(1000), "{}]"].concat().as_bytes()), None);
}

#[test]
fn the_numbers_stand_in_the_order_of_the_lists() {
    assert!(JsonType::ALL.iter().enumerate().all(|(place, kind)| place == *kind as usize));
    assert!(Reason::ALL.iter().enumerate().all(|(place, reason)| place == *reason as usize));
}
