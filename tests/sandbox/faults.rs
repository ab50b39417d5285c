//! Every fault: what comes back, whether the record was taken, and that the next request is answered as usual.

use mohurd_ecert::gateway::response::MAX_REPLY;
use mohurd_ecert::gateway::{Call, Cause, Chunk, Response, ResultCode, State, Words, submit, token};
use mohurd_ecert::sandbox::{Config, Fault, Sandbox, Then};
use mohurd_ecert::spec::endpoints::{RESULT_CODES, TOKEN_HEADER};
use mohurd_ecert::{Kind, Record};

use super::support::{Caller, NOW, answer, body, send, token_request};

/// What one fault does to a submission, and how many records are held then; the next request must be answered as usual.
fn struck(fault: Fault) -> (u64, Then, usize) {
    let mut caller = Caller::new();
    let record = [Record::example(Kind::Safety)];
    caller.sandbox.plan(Call::Submit, [fault]);
    let request = submit::request(&caller.remote, &caller.access, body(&record)).unwrap();
    let reply = caller.send(&request);
    let held = caller.sandbox.held().len();
    assert_eq!(caller.submit(&record).records[0].state, State::Accepted);
    assert_eq!(caller.sandbox.seen(Call::Submit), 2);
    (reply.delay, reply.then, held)
}

fn response(fault: Fault) -> (Response, usize) {
    match struck(fault) {
        (0, Then::Answer(response), held) => (response, held),
        other => panic!("{other:?}"),
    }
}

/// How the gateway's reader has what comes back, and how many records are held.
fn read(fault: Fault) -> (Result<State, Cause>, usize) {
    let (response, held) = response(fault);
    let outcomes = submit::read(&Chunk::of(Kind::Safety, &[Record::example(Kind::Safety)]), &response);
    let outcome = &outcomes.records[0];
    (outcome.failure.as_ref().map_or(Ok(outcome.state), |failure| Err(failure.cause)), held)
}

#[test]
fn faults_that_leave_the_answer_as_it_is() {
    assert_eq!(read(Fault::None), (Ok(State::Accepted), 1));
    assert_eq!(read(Fault::Bom), (Ok(State::Accepted), 1));
    assert_eq!(read(Fault::TokenWithLineBreak), (Ok(State::Accepted), 1));
    assert!(response(Fault::Bom).0.body.starts_with(b"\xEF\xBB\xBF{"));
    assert!(matches!(struck(Fault::Delay(750)), (750, Then::Answer(_), 1)));
}

#[test]
fn faults_that_end_the_connection() {
    for taken in [false, true] {
        let held = usize::from(taken);
        assert!(matches!(struck(Fault::Silence { taken }), (0, Then::Silence, count) if count == held));
        assert!(matches!(struck(Fault::Close { taken }), (0, Then::Close, count) if count == held));
    }
    let (0, Then::Cut(response), 1) = struck(Fault::Cut) else { panic!("not cut") };
    assert!(!response.body.is_empty() && serde_json::from_slice::<serde_json::Value>(&response.body).is_err());
}

#[test]
fn faults_that_come_in_place_of_the_answer() {
    for taken in [false, true] {
        let held = usize::from(taken);
        assert_eq!(read(Fault::Html { status: 200, taken }), (Err(Cause::Page), held));
        assert_eq!(read(Fault::Html { status: 502, taken }), (Err(Cause::Status(502)), held));
        assert_eq!(read(Fault::Status { status: 503, taken }), (Err(Cause::Status(503)), held));
        assert_eq!(read(Fault::Status { status: 204, taken }), (Err(Cause::Empty), held));
    }
    assert_eq!(read(Fault::Text(Words::new("[1"))), (Err(Cause::Json), 1));
    assert_eq!(read(Fault::Text(Words::new(r#"{"ReturnCode":"7"}"#))), (Err(Cause::Return(7)), 1));
}

#[test]
fn faults_that_harm_the_answer() {
    assert_eq!(read(Fault::Empty), (Err(Cause::Empty), 1));
    assert_eq!(read(Fault::NotUtf8), (Err(Cause::Encoding), 1));
    assert_eq!(read(Fault::TooLong), (Err(Cause::TooLong), 1));
    assert_eq!(response(Fault::TooLong).0.body.len(), MAX_REPLY + 1);
}

#[test]
fn every_result_code_can_be_had() {
    for row in RESULT_CODES.iter().filter(|row| row.code != 1) {
        assert_eq!(read(Fault::Code(row.code)), (Err(Cause::Code(ResultCode::of(row.code.into()))), 0));
        let body: serde_json::Value = serde_json::from_slice(&response(Fault::Code(row.code)).0.body).unwrap();
        assert_eq!(body["message"], row.text);
    }
    assert_eq!(read(Fault::Code(4711)), (Err(Cause::Code(ResultCode::Unknown(4711))), 0));
}

#[test]
fn a_refusal_is_the_ministrys_and_names_each_record() {
    let title = Kind::Safety.table().fields[1].title;
    let mut caller = Caller::new();
    caller.sandbox.plan(Call::Submit, [Fault::Refuse(Words::new(format!("{title}不能为空")))]);
    let refused = caller.submit(&[Record::example(Kind::Safety)]);
    assert_eq!((refused.records[0].state, refused.records[0].replies[0].field, caller.sandbox.held().len()), (State::Refused, Some(1), 0));
    // It comes behind the platform, which passes on none but its own callers' calls; and it is no other call's.
    caller.sandbox.plan(Call::Submit, [Fault::Refuse(Words::new("x")), Fault::Refuse(Words::new("x"))]);
    assert_eq!(caller.post_json("{}")["ReturnCode"], "0");
    caller.access.system_id = "other".to_owned();
    assert_eq!(caller.post_json("{}")["code"], 1202);
}

#[test]
fn a_token_can_come_with_a_line_break() {
    let mut sandbox = Sandbox::new(Config::default());
    sandbox.plan(Call::Token, [Fault::TokenWithLineBreak]);
    let mut ask = || token::read(&answer(send(&mut sandbox, &token_request(), NOW)));
    assert_eq!(ask().unwrap_err().cause, Cause::Header(TOKEN_HEADER));
    assert!(ask().is_ok());
}

#[test]
fn a_fault_strikes_its_call_in_its_turn() {
    let mut caller = Caller::new();
    caller.sandbox.plan(Call::Submit, [Fault::None, Fault::Empty]);
    caller.sandbox.plan(Call::Preview, [Fault::NotUtf8]);
    caller.sandbox.plan(Call::Submit, [Fault::Code(1213)]);
    let record = [Record::example(Kind::Safety)];
    let mut causes = Vec::new();
    for _ in 0..4 {
        causes.push(caller.submit(&record).records[0].failure.as_ref().map(|failure| failure.cause.id()));
    }
    assert_eq!(causes, [None, Some("empty"), Some("code"), None]);
    assert_eq!(caller.submit(&[Record::example(Kind::Preview)]).records[0].failure.as_ref().unwrap().cause, Cause::Encoding);
}

#[test]
fn a_fault_strikes_whoever_calls() {
    let mut caller = Caller::new();
    caller.access.system_id = "other".to_owned();
    caller.sandbox.plan(Call::Submit, [Fault::Code(1213)]);
    assert_eq!(caller.post_json("{}")["code"], 1213);
    assert_eq!(caller.post_json("{}")["code"], 1202);
}

#[test]
fn a_log_is_told_the_call_the_fault_and_the_code() {
    let told = |fault: Fault| {
        let mut caller = Caller::new();
        caller.sandbox.plan(Call::Submit, [fault]);
        let record = [Record::example(Kind::Safety)];
        let request = submit::request(&caller.remote, &caller.access, body(&record)).unwrap();
        let reply = caller.send(&request);
        (reply.call, reply.fault.id(), reply.then.id(), reply.code())
    };
    let submit = Some(Call::Submit);
    let code = |text: &str| Some(text.to_owned());
    assert_eq!(told(Fault::None), (submit, "none", "answer", code("ReturnCode 1")));
    assert_eq!(told(Fault::Code(1205)), (submit, "code", "answer", code("code 1205")));
    assert_eq!(told(Fault::Status { status: 503, taken: false }), (submit, "status", "answer", None));
    assert_eq!(told(Fault::Cut), (submit, "cut", "cut", None));
    assert_eq!(told(Fault::Close { taken: true }), (submit, "close", "close", None));
    assert_eq!(told(Fault::Silence { taken: true }), (submit, "silence", "silence", None));
    let mine = |text: &str| told(Fault::Text(Words::new(text))).3;
    assert_eq!(mine(r#"{"code":"张三"}"#), None);
    assert_eq!(mine(r#"{"status":{"code":"1"},"custom":{"ReturnCode":2}}"#), code("ReturnCode 2"));
    assert_eq!(mine(r#"{"status":{"code":"1210"},"custom":null}"#), code("code 1210"));
}

#[test]
fn every_word_of_a_fault_reads_back() {
    for word in ["none", "silence", "close", "cut", "empty", "not-utf8", "bom", "too-long", "token-with-line-break"] {
        assert_eq!(Fault::from_json(&word.into()).unwrap().id(), word);
    }
    for member in [r#"{"delay":1}"#, r#"{"html":200}"#, r#"{"status":503}"#, r#"{"code":1205}"#, r#"{"text":""}"#] {
        let json: serde_json::Value = serde_json::from_str(member).unwrap();
        let fault = Fault::from_json(&json).unwrap();
        assert!(json.get(fault.id()).is_some(), "{member}");
    }
}
