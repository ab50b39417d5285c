use super::*;

fn text(encoded: &str) -> Option<String> {
    decode(encoded).map(|bytes| String::from_utf8(bytes).unwrap())
}

#[test]
fn the_standards_examples() {
    for (encoded, plain) in
        [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"), ("Zm9vYmE=", "fooba"), ("Zm9vYmFy", "foobar")]
    {
        assert_eq!(text(encoded).as_deref(), Some(plain), "{encoded}");
    }
    assert_eq!(decode("+/+/"), Some(vec![0xfb, 0xff, 0xbf]));
}

fn parts<const BYTES: usize>(encoded: &str) {
    let (bytes, parts) = (decode(encoded), Encoded::of(encoded, false));
    assert_eq!(bytes.as_ref().map(Vec::len), parts.as_ref().map(Encoded::length), "{encoded}");
    let (Some(bytes), Some(parts)) = (bytes, parts) else { return };
    for place in 0..bytes.len() + 2 {
        assert_eq!(parts.at::<BYTES>(place).as_ref(), bytes.get(place..).and_then(<[u8]>::first_chunk), "{encoded} {place}");
    }
    assert_eq!(parts.at::<BYTES>(usize::MAX), None);
}

#[test]
fn parts_are_those_of_the_whole() {
    const LONG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACXBIWXMAAC4jAAAuIwF4pT92";
    for length in 0..LONG.len() {
        for end in ["", "=", "==", "===", "====", "-", "安", " ", "\n=", "= ="] {
            let (front, back) = LONG.split_at(length);
            for text in [[front, end].concat(), [front, end, back].concat(), [front, " ", back, end].concat()] {
                parts::<1>(&text);
                parts::<2>(&text);
                parts::<4>(&text);
                parts::<5>(&text);
                parts::<3>(&text);
            }
        }
    }
}

#[test]
fn what_browsers_forgive() {
    for (encoded, plain) in
        [("Zg", "f"), ("Zm8", "fo"), (" Z g\t=\n= \r\u{c}", "f"), ("Zh==", "f"), ("Zm9=", "fo"), ("Zm9 v", "foo"), (" ", "")]
    {
        assert_eq!(text(encoded).as_deref(), Some(plain), "{encoded}");
    }
}

#[test]
fn what_browsers_refuse() {
    for wrong in [
        "Z",
        "Zm9vY",
        "Zg=",
        "Zg===",
        "Zm8==",
        "Zm9v=",
        "Zm9v==",
        "Zm9v====",
        "=",
        "==",
        "====",
        "=Zg=",
        "Zg==Zg==",
        "Z=g=",
        "Zm-_",
        "Zm9v\u{b}",
        "Zm9v\u{a0}",
        "Zm9v,",
        "Zm9安",
        "data:,Zg",
    ] {
        assert_eq!(decode(wrong), None, "{wrong}");
        for spaces in [0, 4, 15, 16] {
            let (front, space) = ("Zm9v".repeat(9), " ".repeat(spaces));
            assert_eq!(length(&[&front, &space, wrong].concat()), None, "{wrong}");
        }
    }
}

#[test]
fn the_length_is_that_of_the_bytes() {
    for bytes in 0..99 {
        for (padding, spaces) in [("=", ""), ("", ""), ("=", "\r\n"), ("", "   ")] {
            let padding = padding.repeat((3 - bytes % 3) % 3);
            let encoded = ["Zm9v".repeat(bytes / 3), spaces.into(), ["", "Zg", "Zm8"][bytes % 3].into(), padding].concat();
            let plain = "foo".repeat(bytes / 3) + ["", "f", "fo"][bytes % 3];
            assert_eq!((length(&encoded), text(&encoded)), (Some(bytes), Some(plain)), "{encoded}");
        }
    }
}
