//! What is asked of the gateway, to the letter.

use mohurd_ecert::gateway::address::AddressError;
use mohurd_ecert::gateway::log::{Doubt, Entry, LogStatus, LogType, Moment};
use mohurd_ecert::gateway::mask::Masked;
use mohurd_ecert::gateway::request::Method;
use mohurd_ecert::gateway::{Access, Address, Call, Cause, Request, Secret, log, preview, soap, submit, token, validate};
use mohurd_ecert::spec::endpoints::{PRODUCTION_ADDRESS, TEST_ADDRESS};
use mohurd_ecert::{Kind, Options, Record, build_request};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::access;

fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

pub(crate) fn entry() -> Entry {
    Entry {
        interface_id: "interface".to_owned(),
        log_type: LogType::NORMAL,
        log_id: "1".to_owned(),
        method: Method::Get,
        request_time: Moment::parse("2020-08-31 11:32:33").unwrap(),
        response_time: Moment::parse("2020-08-31 11:34:35").unwrap(),
        remote_ip: "192.168.171.43".parse().unwrap(),
        status: LogStatus::NORMAL,
        path: address("http://localhost:8080/test/1?key=k"),
        request_params: Masked::parameters(&[("systemId", "s"), ("key", "k")]),
        response_params: Masked::json(br#"{"code":1,"data":true}"#),
    }
}

#[test]
fn the_token_call_has_parameters_and_no_headers() {
    let request = token::request(&address("http://localhost:1/base/"), "a b&c", &Secret::new("密+钥=/?#%"));
    assert_eq!(
        request.url.as_str(),
        "http://localhost:1/base/gaia-asp-gateway/api/token/getInterfaceTokenInfo?systemId=a%20b%26c&key=%E5%AF%86%2B%E9%92%A5%3D%2F%3F%23%25"
    );
    assert_eq!((request.call, request.method, request.body), (Call::Token, Method::Get, None));
    assert!(request.headers.is_empty() && request.content_type.is_none());
}

#[test]
fn every_other_call_has_both_headers() {
    let base = address("http://localhost:1");
    let requests = [
        validate::request(&base, &access(), &Secret::new("t"), Some("::1".parse().unwrap())).unwrap(),
        log::request(&base, &access(), &entry()).unwrap(),
        submit::request(&base, &access(), "{}".to_owned()).unwrap(),
        preview::request(&base, &access(), "{}".to_owned()).unwrap(),
        soap::request(&base, &access(), "upload", &[("json", "{}")]).unwrap(),
    ];
    let headers = [("G-I-Access-Token", "KTOKEN_invented".to_owned()), ("G-I-System-Id", "system-1".to_owned())];
    for request in &requests {
        assert_eq!(request.headers, headers, "{:?}", request.call);
        assert_eq!(request.body.is_some(), request.method == Method::Post);
    }
    let urls: Vec<&str> = requests.iter().map(|request| request.url.as_str()).collect();
    let validate = "http://localhost:1/gaia-asp-gateway/api/token/validateToken?systemId=system-1&token=t&requestIp=%3A%3A1";
    let log = "http://localhost:1/gaia-asp-gateway/api/log/requestResponseLog";
    assert_eq!(urls, [validate, log, "http://localhost:1", "http://localhost:1", "http://localhost:1"]);
    let types: Vec<_> = requests.iter().filter_map(|request| request.content_type).collect();
    assert_eq!(types, [["application/json; charset=utf-8"; 3].as_slice(), &["text/xml;charset=UTF-8"]].concat());
}

#[test]
fn a_header_that_is_not_visible_ascii_makes_no_request() {
    for bad in ["", "a\n", "a\r\nX: y", "a b", "令牌", "\u{7f}", "é"] {
        let base = address("http://localhost:1");
        let token = Access { token: Secret::new(bad), ..access() };
        let system = Access { system_id: bad.to_owned(), ..access() };
        let cause = |made: Result<Request, _>| made.map_err(|failure: mohurd_ecert::gateway::Failure| failure.cause);
        assert_eq!(cause(submit::request(&base, &token, String::new())), Err(Cause::Header("G-I-Access-Token")));
        assert_eq!(cause(log::request(&base, &token, &entry())), Err(Cause::Header("G-I-Access-Token")));
        assert_eq!(cause(validate::request(&base, &system, &Secret::new("t"), None)), Err(Cause::Header("G-I-System-Id")));
    }
}

#[test]
fn a_base_joins_with_and_without_path_slash_and_query() {
    for (base, joined) in [
        (TEST_ADDRESS, "http://117.25.28.209:18180/p/q"),
        ("https://220.160.52.164:8807", "https://220.160.52.164:8807/p/q"),
        ("HTTP://host/a//", "HTTP://host/a/p/q"),
        ("https://host/a?b=c", "https://host/a/p/q?b=c"),
    ] {
        assert_eq!(address(base).join("/p/q").as_str(), joined);
        assert_eq!(address(base).join("p/q").as_str(), joined);
    }
    assert_eq!(address("https://host/a?b=c").with(&[("d", "e")]).as_str(), "https://host/a?b=c&d=e");
    assert_eq!(address("https://host/a?").with(&[("d", "e"), ("f", "")]).as_str(), "https://host/a?d=e&f=");
    assert_eq!(address(PRODUCTION_ADDRESS).origin(), "https://220.160.52.164:8807");
}

#[test]
fn what_is_no_address_is_refused() {
    for (text, error) in [
        ("", AddressError::NoOrigin),
        ("/ecert", AddressError::NoOrigin),
        ("ftp://host/", AddressError::NoOrigin),
        ("http://", AddressError::NoOrigin),
        ("http://:80/", AddressError::NoOrigin),
        ("http://user:secret@host/", AddressError::Credentials),
        ("http://host/a b", AddressError::Character),
        ("http://host/\r\nX: y", AddressError::Character),
        ("http://主机/", AddressError::Character),
        ("http://host/#a", AddressError::Fragment),
    ] {
        assert_eq!(Address::parse(text), Err(error), "{text}");
    }
}

#[test]
fn a_log_entry_has_the_documents_form() {
    let request = log::request(&address("http://localhost:1"), &access(), &entry()).unwrap();
    let body: Value = serde_json::from_str(&request.body.unwrap()).unwrap();
    let names: Vec<&str> = body.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, mohurd_ecert::spec::endpoints::LOG_MEMBERS);
    let expected = json!({
        "interfaceId": "interface", "logType": "1", "logId": "1", "method": "GET", "requestTime": "2020-08-31 11:32:33",
        "responseTime": "2020-08-31 11:34:35", "remoteIp": "192.168.171.43", "status": "200", "path": "http://localhost:8080/test/1",
        "requestParams": r#"{"systemId":"***","key":"***"}"#, "responseParams": r#"{"code":1,"data":true}"#, "systemId": "system-1",
        "accessToken": "***"
    });
    assert_eq!(body, expected);
}

#[test]
fn a_log_entry_is_checked_by_its_types() {
    let types: Vec<bool> = ["1", "2", "3", "0", "4", "", "01"].iter().map(|code| LogType::parse(code).is_some()).collect();
    assert_eq!(types, [true, true, true, false, false, false, false]);
    for (status, doubts) in [("200", vec![]), ("500", vec![]), ("1", vec![Doubt::StatusUnlisted]), ("404", vec![Doubt::StatusUnlisted])] {
        assert_eq!(Entry { status: LogStatus::parse(status).unwrap(), ..entry() }.doubts(), doubts);
    }
    assert!(["", "-1", "+20", "2000", "ok", "二百"].iter().all(|status| LogStatus::parse(status).is_none()));
    let reversed = Entry { response_time: Moment::parse("2020-08-31 11:32:32").unwrap(), ..entry() };
    assert_eq!(reversed.doubts(), [Doubt::AnsweredBeforeAsked]);
    for text in
        ["2020-02-30 00:00:00", "2020-08-31 24:00:00", "2020-08-31 00:60:00", "2020-08-31T00:00:00", "20200831 00:00:00", "2020-08-31", ""]
    {
        assert!(Moment::parse(text).is_none(), "{text}");
    }
}

#[test]
fn an_envelope_has_the_samples_names_and_is_well_formed() {
    let text = soap::envelope("upload", &[("json", "{\"a\":'<&>\r\n'}")]).unwrap();
    let expected = concat!(
        "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" ",
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body><ns1:upload xmlns:ns1=\"http://tempuri.org/\" ",
        "soapenv:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><json xsi:type=\"xsd:string\">",
        "{&quot;a&quot;:&apos;&lt;&amp;&gt;&#13;\n&apos;}</json></ns1:upload></soapenv:Body></soapenv:Envelope>"
    );
    assert_eq!(text, expected);
    for name in ["", "1a", "a b", "a:b", "a>", "方法", "-a"] {
        assert_eq!(soap::envelope(name, &[]), Err(Cause::Name), "{name}");
        assert_eq!(soap::envelope("upload", &[(name, "")]), Err(Cause::Name), "{name}");
    }
    assert_eq!(soap::envelope("upload", &[("a", "\u{1}")]), Err(Cause::Character));
}

#[test]
fn a_built_payload_is_the_body_as_it_is() {
    let records = [Record::example(Kind::Safety)];
    let body = build_request(Kind::Safety, &records, &Options::default()).unwrap();
    let request = submit::request(&address("http://localhost:1"), &access(), body.clone()).unwrap();
    assert_eq!(request.body, Some(body));
}

proptest! {
    /// What is written into an envelope comes out of it.
    #[test]
    fn a_value_survives_the_envelope(value in "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\u{fffe}\\u{ffff}]*[!-~一-龥]") {
        let text = soap::envelope("upload", &[("json", &value)]).unwrap();
        let answer = soap::read(&super::response(200, text)).unwrap();
        let soap::Answer::Text(words) = answer else { panic!("a fault") };
        prop_assert_eq!(words.as_str(), value);
    }

    /// A parameter is read back from the address as any server does.
    #[test]
    fn a_parameter_survives_the_address(key in "\\PC*") {
        let request = token::request(&address("http://localhost:1"), "s", &Secret::new(key.clone()));
        let (_, encoded) = request.url.as_str().split_once("&key=").unwrap();
        prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"%-._~".contains(&byte)));
        let bytes = encoded.as_bytes();
        let mut decoded = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let escaped = bytes[at] == b'%';
            decoded.push(if escaped { u8::from_str_radix(&encoded[at + 1..at + 3], 16).unwrap() } else { bytes[at] });
            at += if escaped { 3 } else { 1 };
        }
        prop_assert_eq!(decoded, key.into_bytes());
    }
}
