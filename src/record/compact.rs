//! JSON written without white space, as `JSON.stringify` writes it: what a length is counted on, and what goes on the wire.
//!
//! Numbers and the order of members stay as they are read; ECMA-262 `QuoteJSONString`.

use super::json::{Characters, Reader, Syntax};

/// The value without white space, its strings written anew. Nothing but the value may stand in the text.
pub fn compact(raw: &[u8]) -> Result<String, Syntax> {
    let mut whole = Reader::new(raw);
    whole.skip()?;
    whole.end()?;
    // Most texts are written that way already: nothing to drop, nothing to write otherwise.
    if !raw.iter().any(|byte| matches!(byte, b'\\' | 0..=b' '))
        && let Ok(text) = core::str::from_utf8(raw)
    {
        return Ok(text.to_owned());
    }
    // The text is JSON from here on: outside strings it is ASCII, and a quotation mark begins a string.
    let mut reader = Reader::new(raw);
    let mut out = String::with_capacity(raw.len());
    while let Some(byte) = reader.byte() {
        match byte {
            b'"' => requote(reader.string_body()?, &mut out),
            _ => {
                if !byte.is_ascii_whitespace() {
                    out.push(char::from(byte));
                }
                reader.step();
            }
        }
    }
    Ok(out)
}

/// Writes a text as a JSON string.
pub fn quote(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        push(character, out);
    }
    out.push('"');
}

fn requote(body: &str, out: &mut String) {
    out.push('"');
    for character in Characters::of(body) {
        match character {
            Ok(character) => push(character, out),
            Err(unit) => push_unit(unit, out),
        }
    }
    out.push('"');
}

fn push(character: char, out: &mut String) {
    let escaped = match character {
        '"' | '\\' => character,
        '\u{8}' => 'b',
        '\u{c}' => 'f',
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        '\0'..' ' => return push_unit(character as u16, out),
        _ => return out.push(character),
    };
    out.push('\\');
    out.push(escaped);
}

fn push_unit(unit: u16, out: &mut String) {
    out.push_str("\\u");
    for shift in [12, 8, 4, 0] {
        out.extend(char::from_digit(u32::from(unit >> shift & 0xf), 16));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::json::Reason;

    fn of(raw: &str) -> Result<String, Syntax> {
        compact(raw.as_bytes()).inspect(|text| assert!(text.len() <= raw.len(), "never longer: {raw}"))
    }

    #[test]
    fn white_space_goes_and_all_else_stays() {
        let raw = " [ { \"b\" : 1.50e+0 ,\r\n\t\"a\" : [ ] , \"b\" : null } , -0 , \" x \" , true ] ";
        assert_eq!(of(raw).as_deref(), Ok("[{\"b\":1.50e+0,\"a\":[],\"b\":null},-0,\" x \",true]"));
    }

    #[test]
    fn strings_are_written_anew() {
        let raw = r#""\u0041\/\u0022\\\b\f\n\r\t\u0000\u001F\u007f\u2028安\u5B89\ud842\udfb7""#;
        assert_eq!(of(raw).as_deref(), Ok("\"A/\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\u{7f}\u{2028}安安𠮷\""));
        assert_eq!(of(r#"{"\u0061\"":1}"#).as_deref(), Ok(r#"{"a\"":1}"#));
    }

    #[test]
    fn halves_of_pairs_stay_escaped() {
        assert_eq!(of(r#""\uD800""#).as_deref(), Ok(r#""\ud800""#));
        assert_eq!(of(r#""\udfb7\uD842\uD842\uDFB7\ud800\n""#).as_deref(), Ok(r#""\udfb7\ud842𠮷\ud800\n""#));
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for (raw, at, reason) in
            [("", 0, Reason::End), ("[1,]", 3, Reason::Unexpected), ("[1] x", 4, Reason::Trailing), ("\"\\x\"", 1, Reason::Escape)]
        {
            assert_eq!(of(raw), Err(Syntax { at, reason }));
        }
    }

    #[test]
    fn a_text_is_quoted() {
        let mut out = String::from("x");
        quote("a\"\\/\n\u{1}安\u{7f}", &mut out);
        assert_eq!(out, "x\"a\\\"\\\\/\\n\\u0001安\u{7f}\"");
    }
}
