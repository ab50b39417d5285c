//! Result codes, failures and what they are good for.

use mohurd_ecert::check::message::Locale;
use mohurd_ecert::gateway::address::AddressError;
use mohurd_ecert::gateway::response::MAX_REPLY;
use mohurd_ecert::gateway::{Call, Cause, Failure, Response, ResultCode, State, soap, submit};
use mohurd_ecert::spec::Kind;
use mohurd_ecert::spec::endpoints::{Class, RESULT_CODES};
use serde_json::json;

use super::{chunk, response};

#[test]
fn every_result_code_is_typed_from_number_and_text() {
    let codes: Vec<u16> = RESULT_CODES.iter().map(|row| row.code).collect();
    assert_eq!(codes, [1, 1000, 1202, 1205, 1200, 1210, 1211, 1212, 1213, 1214]);
    for row in &RESULT_CODES {
        for value in [json!(row.code), json!(row.code.to_string()), json!(format!(" {} ", row.code))] {
            let code = ResultCode::read(&value).unwrap();
            assert!(matches!(code, ResultCode::Known(known) if known.code == row.code), "{value}");
        }
        assert!(!row.zh.is_empty() && !row.en.is_empty() && !row.text.is_empty());
        assert_eq!(row.class == Class::Done, row.code == 1);
    }
    let retryable: Vec<u16> = RESULT_CODES.iter().filter(|row| row.retryable).map(|row| row.code).collect();
    assert_eq!(retryable, [1205, 1214]);
}

#[test]
fn an_unknown_code_is_kept_and_what_is_no_code_is_none() {
    for (value, number) in [(json!(1299), 1299), (json!("-1"), -1), (json!(0), 0)] {
        assert_eq!(ResultCode::read(&value), Some(ResultCode::Unknown(number)));
    }
    for value in [json!(null), json!(true), json!("ok"), json!(1.5), json!("99999999999"), json!([1]), json!({})] {
        assert_eq!(ResultCode::read(&value), None, "{value}");
    }
}

#[test]
fn a_refusal_of_the_platform_was_not_received_and_nothing_else_is_certain() {
    let one = chunk(Kind::Safety, &["a"]);
    for row in RESULT_CODES.iter().filter(|row| row.class != Class::Done) {
        let outcomes = submit::read(&one, &response(200, json!({"code": row.code}).to_string()));
        assert_eq!(outcomes.records[0].state, State::NotSent, "{}", row.code);
        let failure = outcomes.records[0].failure.as_ref().unwrap();
        assert_eq!((failure.advice(Locale::ZhCn), failure.advice(Locale::En)), (row.zh, row.en));
        assert_eq!(failure.retryable(), row.retryable);
    }
    for (status, body) in
        [(200, r#"{"code":999}"#), (404, ""), (503, "<html>"), (302, ""), (500, r#"{"code":999}"#), (502, r#"{"code":1}"#)]
    {
        let outcomes = submit::read(&one, &response(status, body));
        assert_eq!(outcomes.records[0].state, State::Unknown, "{status} {body}");
    }
}

#[test]
fn only_a_known_refusal_says_more_than_the_status() {
    let cause =
        |status, body: &str| submit::read(&chunk(Kind::Safety, &["a"]), &response(status, body)).records[0].failure.clone().unwrap().cause;
    assert_eq!(cause(403, r#"{"code":"1210"}"#), Cause::Code(ResultCode::of(1210)));
    for body in [r#"{"code":500}"#, r#"{"code":1}"#, r#"{"ReturnCode":"0"}"#, "<html>", ""] {
        assert_eq!(cause(500, body), Cause::Status(500), "{body}");
    }
    assert_eq!(cause(200, r#"{"code":500}"#), Cause::Code(ResultCode::Unknown(500)));
}

#[test]
fn an_id_names_one_record_or_none() {
    let accepted = |sent: &[&str], named: &str| {
        let reply = json!({"ReturnCode": "0", "ReturnData": {"SuccessGuids": [named]}}).to_string();
        let outcomes = submit::read(&chunk(Kind::Safety, sent), &response(200, reply));
        outcomes.records.iter().filter(|record| record.state == State::Accepted).map(|record| record.index).collect::<Vec<_>>()
    };
    assert_eq!(accepted(&["ab", "a-b"], "a-b"), [1]);
    assert_eq!(accepted(&["ab", "cd"], "A-B"), [0]);
    assert_eq!(accepted(&["ab", "a-b"], "AB"), [0; 0]);
    assert_eq!(accepted(&["ab", "ab"], "ab"), [0; 0]);
    assert_eq!(accepted(&["ab"], "cd"), [0; 0]);
}

#[test]
fn an_assignment_is_cleaned() {
    for (key, cleaned) in [("YQ", "YQ=="), ("YWI", "YWI="), ("YWJj", "YWJj"), (" Y\r\nQ = ", "YQ=="), ("Y", "Y")] {
        let reply = json!({"ReturnCode": "1", "encryCertid": " AB\n", "encryKey": key}).to_string();
        let outcomes = submit::read(&chunk(Kind::Safety, &["a"]), &response(200, reply));
        let pair = outcomes.records[0].assignment.clone().unwrap();
        assert_eq!((pair.cert_id.unwrap().as_str(), pair.key.unwrap().as_str()), ("AB", cleaned));
    }
    let empty = submit::read(&chunk(Kind::Safety, &["a"]), &response(200, r#"{"ReturnCode":"1","encryCertid":"","encryKey":" "}"#));
    assert_eq!(empty.records[0].assignment, None);
}

#[test]
fn a_document_type_is_refused_whatever_it_holds() {
    let cause = |text: &str| soap::read(&response(200, text)).err().map(|failure| failure.cause);
    let answer = "<Envelope><Body><r><return>a</return></r></Body></Envelope>";
    assert_eq!(cause(answer), None);
    assert_eq!(cause(&format!("<!DOCTYPE Envelope>{answer}")), Some(Cause::Xml));
    assert_eq!(cause(&format!("{answer}{answer}")), Some(Cause::Xml));
    assert_eq!(cause(&format!("{answer}x")), Some(Cause::Xml));
    assert_eq!(cause(&"<a>".repeat(100_000)), Some(Cause::Xml));
    assert_eq!(cause("<Envelope><Body><r><return>a</r></return></Body></Envelope>"), Some(Cause::Xml));
}

#[test]
fn every_status_is_a_failure_outside_2xx() {
    let one = chunk(Kind::Safety, &["a"]);
    for status in 0..=u16::MAX {
        let outcomes = submit::read(&one, &response(status, r#"{"ReturnCode":"1"}"#));
        let accepted = outcomes.records[0].state == State::Accepted;
        assert_eq!(accepted, (200..300).contains(&status), "{status}");
    }
}

#[test]
fn retrying_helps_where_time_does() {
    let failure = |cause| Failure::new(Call::Submit, cause);
    for status in [408, 425, 429, 500, 502, 503, 504] {
        assert!(failure(Cause::Status(status)).retryable());
    }
    for cause in [Cause::Status(404), Cause::Status(501), Cause::Page, Cause::Shape, Cause::TooLong, Cause::Fault, Cause::Return(7)] {
        assert!(!failure(cause).retryable(), "{cause:?}");
    }
    for cause in [Cause::Address(AddressError::NoOrigin), Cause::Header("x"), Cause::Name, Cause::Character] {
        assert!(failure(cause).not_received() && !failure(cause).retryable());
    }
}

#[test]
fn what_never_reached_the_ministry_is_known() {
    let failure = |call, cause| Failure::new(call, cause);
    for cause in [Cause::Unreachable, Cause::GivenUp, Cause::Cancelled, Cause::Settings, Cause::Broker(413)] {
        assert!(failure(Call::Submit, cause).not_received(), "{cause:?}");
    }
    for cause in [Cause::Broken, Cause::Timeout, Cause::Aborted, Cause::NoResponse, Cause::Status(502), Cause::Page] {
        assert!(!failure(Call::Submit, cause).not_received(), "{cause:?}");
        // A call without records brings none.
        assert!(failure(Call::Token, cause).not_received() && failure(Call::Log, cause).not_received());
    }
}

#[test]
fn every_cause_comes_back_by_its_name_and_says_what_to_do() {
    let numbers = [None, Some(1205), Some(77), Some(500)];
    let ids = "address header name character code return-code status too-long empty page encoding json xml shape fault \
               unreachable broken timeout aborted no-response given-up cancelled settings broker";
    let mut seen = 0;
    for id in ids.split_whitespace() {
        for cause in numbers.into_iter().filter_map(|number| Cause::from_id(id, number)) {
            assert_eq!((cause.id(), Cause::from_id(id, cause.number())), (id, Some(cause)));
            let failure = Failure::new(Call::Submit, cause);
            let (zh, en) = (failure.message(Locale::ZhCn), failure.message(Locale::En));
            assert!(zh.starts_with("业务数据归集赋码：") && zh.contains(failure.advice(Locale::ZhCn)), "{zh}");
            assert!(en.is_ascii() && en.contains(failure.advice(Locale::En)), "{en}");
            assert!(cause.number().is_none_or(|number| en.contains(&number.to_string())), "{en}");
            seen += 1;
        }
    }
    assert_eq!(seen, 20 * 4 + 4 * 3);
    assert_eq!((Cause::from_id("other", Some(1)), Cause::from_id("status", Some(70_000))), (None, None));
}

#[test]
fn a_reply_over_the_limit_is_not_read() {
    let one = chunk(Kind::Safety, &["a"]);
    let mut body = br#"{"ReturnCode":"1"}"#.to_vec();
    body.resize(MAX_REPLY, b' ');
    assert_eq!(submit::read(&one, &response(200, body.clone())).records[0].state, State::Accepted);
    body.push(b' ');
    let outcomes = submit::read(&one, &response(200, body));
    assert_eq!(outcomes.records[0].failure, Some(Failure::new(Call::Submit, Cause::TooLong)));
}

#[test]
fn bytes_that_are_no_text_are_told_from_cut_text() {
    let cause = |body: &[u8]| submit::read(&chunk(Kind::Safety, &["a"]), &response(200, body)).records[0].failure.clone().unwrap().cause;
    assert_eq!(cause(b"{\"ReturnCode\":\"\xc9\xcf\"}"), Cause::Encoding);
    assert_eq!(cause(b"{\"ReturnCode\":"), Cause::Json);
    assert_eq!(cause(b" \r\n"), Cause::Empty);
    assert_eq!(cause(b"\xef\xbb\xbf"), Cause::Empty);
    assert_eq!(cause("[".repeat(100_000).as_bytes()), Cause::Json);
    assert_eq!(cause(b"  <!-- down --><html>"), Cause::Page);
}

#[test]
fn the_media_type_decides_only_what_is_no_json() {
    let html = Some("Text/HTML; charset=gbk".to_owned());
    let read = |body: &str| submit::read(&chunk(Kind::Safety, &["a"]), &Response { content_type: html.clone(), ..response(200, body) });
    assert_eq!(read(r#"{"ReturnCode":"1"}"#).records[0].state, State::Accepted);
    let cause = |body| read(body).records[0].failure.clone().unwrap().cause;
    assert_eq!((cause(r#"{"ReturnCode":"#), cause("Bad Gateway")), (Cause::Json, Cause::Page));
}

#[test]
fn the_field_is_the_one_whose_whole_title_stands_there() {
    let field = |kind: Kind, message: &str| {
        let reply = json!({"ReturnCode": "0", "ReturnData": {"ErrorData": [{"ErrorGuid": "a", "ErrorMsg": message}]}});
        let outcomes = submit::read(&chunk(kind, &["a"]), &response(200, reply.to_string()));
        outcomes.records[0].replies.first()?.field.map(|place| kind.table().fields[place].name)
    };
    for kind in Kind::CERTIFICATES {
        for row in kind.table().fields {
            for message in [format!("{}不能为空", row.title), format!("参数【{}】 不能为空！", row.title), format!("{} 不能为空", row.name)]
            {
                assert_eq!(field(kind, &message), Some(row.name), "{message}");
            }
        }
    }
    for message in ["XXXX 不能为空", "不能为空", "证书编号已存在", "xcertNum不能为空", ""] {
        assert_eq!(field(Kind::Safety, message), None, "{message}");
    }
}
