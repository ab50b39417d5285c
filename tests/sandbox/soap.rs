//! The SOAP way: the same submissions in an envelope.

use mohurd_ecert::gateway::soap::{self, Answer};
use mohurd_ecert::gateway::{Call, Cause, Chunk, Outcomes, Response, State};
use mohurd_ecert::sandbox::{Config, Fault, Style, UnknownAssignment};
use mohurd_ecert::{Kind, Record};

use super::support::{Caller, answer, body, numbered, told, with};
use mohurd_ecert::spec::Role;

fn call(caller: &mut Caller, method: &str, text: &str) -> Response {
    let request = soap::request(&caller.remote, &caller.access, method, &[("json", text)]).unwrap();
    answer(caller.send(&request))
}

fn submit(caller: &mut Caller, records: &[Record]) -> Outcomes {
    let reply = call(caller, "upload", &body(records));
    assert_eq!((reply.status, reply.content_type.as_deref()), (200, Some("text/xml;charset=UTF-8")));
    soap::outcomes(&Chunk::of(records[0].kind(), records), &reply)
}

#[test]
fn every_kind_is_taken_in_an_envelope() {
    for kind in Kind::ALL {
        for style in [Style::Bare, Style::Enveloped, Style::Custom] {
            let mut caller = Caller::of(Config { style, unknown_assignment: UnknownAssignment::Accept, ..Config::default() });
            let outcomes = submit(&mut caller, &[Record::example(kind)]);
            assert_eq!(told(&outcomes), [("accepted", vec![])]);
            assert_eq!(outcomes.records[0].assignment.is_some(), kind != Kind::Preview);
            assert_eq!((caller.sandbox.held().len(), caller.sandbox.seen(Call::Soap), caller.sandbox.seen(Call::Submit)), (1, 1, 0));
        }
    }
}

#[test]
fn refusals_come_in_an_envelope() {
    let mut caller = Caller::new();
    let outcomes = submit(&mut caller, &[numbered(Kind::Safety, 1), with(Kind::Safety, 2, &[(Role::Province, "")])]);
    assert_eq!(told(&outcomes), [("accepted", vec![]), ("refused", vec!["所属省份不能为空"])]);
    caller.access.system_id = "other".to_owned();
    let outcomes = submit(&mut caller, &[numbered(Kind::Safety, 1)]);
    let Some(Cause::Code(code)) = outcomes.records[0].failure.as_ref().map(|failure| failure.cause) else { panic!("no code") };
    assert_eq!(code.number(), 1202);
    caller.sandbox.plan(Call::Soap, [Fault::Code(1205), Fault::Status { status: 502, taken: true }]);
    let outcomes = submit(&mut caller, &[numbered(Kind::Safety, 1)]);
    assert!(matches!(outcomes.records[0].failure.as_ref().unwrap().cause, Cause::Code(code) if code.number() == 1205));
    assert_eq!(call(&mut caller, "upload", "{}").status, 502);
}

#[test]
fn a_method_that_is_unknown_and_an_envelope_that_is_none_are_faults() {
    let mut caller = Caller::new();
    let is_fault =
        |reply: &Response| reply.status == 500 && matches!(soap::read(reply), Ok(Answer::Fault(words)) if !words.as_str().is_empty());
    assert!(is_fault(&call(&mut caller, "unknown", "{}")));
    assert!(is_fault(&call(&mut caller, "upload", "")));
    let request = soap::request(&caller.remote, &caller.access, "upload", &[("json", "{}")]).unwrap();
    for body in ["", "{}", "<a/>", "<Envelope><Body/></Envelope>", "<Envelope><Body><unknown><a>{}</a></unknown></Body></Envelope>"] {
        let request = mohurd_ecert::gateway::Request { body: Some(body.to_owned()), ..request.clone() };
        assert!(is_fault(&answer(caller.send(&request))), "{body}");
    }
    assert_eq!(caller.sandbox.seen(Call::Soap), 7);
}

#[test]
fn a_reply_that_no_xml_can_carry_is_a_fault() {
    let mut caller = Caller::new();
    let records = [with(Kind::Safety, 1, &[(Role::RecordId, "1\u{fffe}")])];
    // No envelope carries it in, so it comes as an escape in the JSON.
    let reply = call(&mut caller, "upload", &body(&records).replace('\u{fffe}', "\\ufffe"));
    assert!(matches!(soap::read(&reply), Ok(Answer::Fault(_))));
}

#[test]
fn the_first_parameter_with_a_text_is_the_body() {
    let mut caller = Caller::new();
    let text = body(&[Record::example(Kind::Safety)]);
    let request = soap::request(&caller.remote, &caller.access, "upload", &[("empty", ""), ("json", &text), ("other", "{}")]).unwrap();
    let reply = answer(caller.send(&request));
    let outcomes = soap::outcomes(&Chunk::of(Kind::Safety, &[Record::example(Kind::Safety)]), &reply);
    assert_eq!(outcomes.records[0].state, State::Accepted);
}
