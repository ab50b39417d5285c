//! The address of a preview page: https, and a name that the public internet can resolve (reading R12).
//!
//! Nothing is resolved or fetched, and what follows the host is not looked at.

use super::text::cut;

/// Whether the address is an https address.
pub fn is_https(text: &str) -> bool {
    cut(text, "://").is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("https"))
}

/// Whether the address, of whatever scheme, has a public host: a name of two labels or more, no number, no localhost, no
/// user before it. Any port may follow it.
pub fn has_public_host(text: &str) -> bool {
    let Some((scheme, rest)) = cut(text, "://") else { return false };
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#'));
    let authority = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
    let (host, port) = cut(authority, ":").unwrap_or((authority, ""));
    is_scheme(scheme) && port.bytes().all(|byte| byte.is_ascii_digit()) && is_public_name(host)
}

fn is_scheme(text: &str) -> bool {
    let rest = text.strip_prefix(|first: char| first.is_ascii_alphabetic());
    rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')))
}

fn is_public_name(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let Some(top) = host.bytes().rposition(|byte| byte == b'.').and_then(|dot| host.get(dot + 1..)) else { return false };
    // No top-level domain begins with a digit (RFC 1123 §2.1); every way to write an IPv4 address ends in a number.
    let is_number = top.starts_with(|first: char| first.is_ascii_digit());
    !is_number && !top.eq_ignore_ascii_case("localhost") && host.split('.').all(is_label)
}

fn is_label(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_name_character)
}

/// Letters and digits of every script. What cannot be seen, and what only looks like ASCII or like a dot, is none: browsers
/// would read another host than people do.
fn is_name_character(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => character.is_ascii_alphanumeric() || matches!(character, '-' | '_'),
        '\u{80}'..='\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{180e}' => false,
        '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' => false,
        '\u{3000}'..='\u{3002}' | '\u{feff}' | '\u{ff01}'..='\u{ff65}' | '\u{fffe}' | '\u{ffff}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_in_any_case() {
        for good in ["https://a.cn", "HTTPS://a.cn", "hTtPs://localhost"] {
            assert!(is_https(good), "{good}");
        }
        for wrong in [
            "",
            "https",
            "https:",
            "https:/a.cn",
            "http://a.cn",
            "https//a.cn",
            " https://a.cn",
            "xhttps://a.cn",
            "http://a.cn/?u=https://b.cn",
        ] {
            assert!(!is_https(wrong), "{wrong}");
        }
    }

    #[test]
    fn public_hosts() {
        for good in [
            "https://zlaq.mohurd.gov.cn/fwmh/middlepage.html?ID=1&k=a+/=",
            "http://a.cn",
            "ftp://a.cn",
            "HTTPS://A.CN:8443",
            "https://a.cn:/x",
            "https://a.cn:99999",
            "https://a.cn.",
            "https://a.cn.:443/",
            "https://a.cn?x",
            "https://a.cn#x@y",
            "https://a.cn/@x:y",
            "https://a.cn/安 全\n",
            "https://例子.中国/路",
            "https://xn--fsqu00a.xn--fiqs8s",
            "https://1.2.3.4.example.cn",
            "https://localhost.example.cn",
            "https://my_host.a-b.cn",
            "https://10.0.0.cn",
        ] {
            assert!(has_public_host(good), "{good}");
        }
    }

    #[test]
    fn hosts_that_are_not_public() {
        for wrong in [
            "",
            "a.cn",
            "//a.cn",
            "://a.cn",
            "1https://a.cn",
            "ht tps://a.cn",
            "https:a.cn",
            "https://",
            "https:///a.cn",
            "https://a",
            "https://a.",
            "https://localhost/x.y",
            "https://LOCALHOST.",
            "https://www.localhost",
            "https://www.LocalHost.:80/",
            "https://192.168.1.1/x",
            "https://8.8.8.8.",
            "https://2130706433",
            "https://127.1",
            "https://0x7f.0x1",
            "https://0x7f000001",
            "https://0177.0.0.01",
            "https://1.2.3.0x",
            "https://[::1]/",
            "https://[::ffff:1.2.3.4]:80",
            "https://user@a.cn",
            "https://user:secret@a.cn",
            "https://@a.cn",
            "https://a.cn:80@b.cn",
            "https://a.cn:x",
            "https://a.cn:80:80",
            "https://.a.cn",
            "https://a..cn",
            "https://a.cn..",
            "https://.",
            "https://..",
            "https://a b.cn",
            "https://a\u{3000}b.cn",
            "https://a\t.cn",
            "https://a\u{1}.cn",
            "https://a\u{200b}.cn",
            "https://a\u{ad}.cn",
            "https://a.cn\\x",
            "https://a%2ecn.b.cn",
            "https://１２７.０.０.１",
            "https://a.ｌocalhost",
            "https://例子。中国",
            "https://a.cn\u{ff0f}x",
        ] {
            assert!(!has_public_host(wrong), "{wrong}");
        }
    }
}
