//! Single calls: the token and who shares it, time-outs, retries, the ways of a body.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use futures_util::future::join_all;
use mohurd_ecert::gateway::client::{Client, Interface, Lost, Retry, Settings, System, Via};
use mohurd_ecert::gateway::soap::Answer;
use mohurd_ecert::gateway::{Call, Cause, Failure, Request, ResultCode, Secret};

use super::world::{Act, Clock, Script, run};
use super::{accepted, address, code, header, settings, token};

fn calls(seen: &std::cell::RefCell<Vec<Request>>, call: Call) -> usize {
    seen.borrow().iter().filter(|request| request.call == call).count()
}

fn valid(valid: bool) -> Act {
    Act::Answer(200, format!(r#"{{"code":"1","data":{valid}}}"#))
}

#[test]
fn one_token_serves_all_calls() {
    let clock = Clock::default();
    let script = Script::new(&clock, |request: &Request| if request.call == Call::Token { token(1) } else { valid(true) });
    let seen = Rc::clone(&script.seen);
    let client = Client::new(settings(), script);
    for _ in 0..3 {
        assert_eq!(run(&clock, client.validate_token(None, None)), Ok(true));
    }
    assert_eq!(run(&clock, client.token()).unwrap().token.expose(), "token-1");
    assert_eq!((calls(&seen, Call::Token), calls(&seen, Call::Validate)), (1, 3));
    assert_eq!(
        seen.borrow()[0].url.as_str().split_once("?").unwrap().0,
        "http://127.0.0.1:1/base/gaia-asp-gateway/api/token/getInterfaceTokenInfo"
    );
}

#[test]
fn two_hundred_calls_after_expiry_make_one_token_request() {
    let clock = Clock::default();
    let issued = Rc::new(Cell::new(0));
    let count = Rc::clone(&issued);
    let script = Script::new(&clock, move |request: &Request| match request.call {
        Call::Token => {
            count.set(count.get() + 1);
            token(count.get())
        }
        // Only the newest token counts, and the first has ended.
        _ if header(request) == "token-1" => code(1205),
        _ => valid(true),
    });
    let client = Client::new(settings(), script);
    run(&clock, client.token()).unwrap();
    let all = run(&clock, join_all((0..200).map(|_| client.validate_token(None, None))));
    assert!(all.iter().all(|answer| *answer == Ok(true)));
    assert_eq!(issued.get(), 2);
}

#[test]
fn two_hundred_calls_share_a_failure_too() {
    let clock = Clock::default();
    let script = Script::new(&clock, |_: &Request| code(1202));
    let seen = Rc::clone(&script.seen);
    let client = Client::new(settings(), script);
    let all = run(&clock, join_all((0..200).map(|_| client.validate_token(None, None))));
    assert!(all.iter().all(|answer| *answer == Err(Failure::new(Call::Token, Cause::Code(ResultCode::of(1202))))));
    assert_eq!(seen.borrow().len(), 1);
    // Who comes later asks anew.
    assert!(run(&clock, client.token()).is_err());
    assert_eq!(seen.borrow().len(), 2);
}

#[test]
fn a_token_that_is_always_refused_ends_after_two_calls() {
    let clock = Clock::default();
    let script = Script::new(&clock, |request: &Request| if request.call == Call::Token { token(1) } else { code(1205) });
    let seen = Rc::clone(&script.seen);
    let client = Client::new(settings(), script);
    for (call, number) in [(Call::Validate, 1), (Call::Soap, 2)] {
        let failure = match call {
            Call::Validate => run(&clock, client.validate_token(None, None)).unwrap_err(),
            _ => run(&clock, client.soap("upload", &[])).unwrap_err(),
        };
        assert_eq!(failure, Failure::new(call, Cause::Code(ResultCode::of(1205))));
        assert_eq!((calls(&seen, call), calls(&seen, Call::Token)), (2, 1 + number));
    }
}

#[test]
fn a_call_without_records_is_tried_three_times_with_growing_waits() {
    for lost in [Lost::Unreachable, Lost::Broken] {
        let clock = Clock::default();
        let script = Script::new(&clock, move |_: &Request| Act::Lose(lost));
        let seen = Rc::clone(&script.seen);
        let client = Client::new(settings(), script);
        assert_eq!(run(&clock, client.token()), Err(Failure::new(Call::Token, lost.cause())));
        assert_eq!(seen.borrow().len(), 3);
        // Half of 250 and of 500, and three latencies.
        assert_eq!(clock.passed(), 125 + 250 + 15);
    }
}

#[test]
fn the_retry_budget_is_shared_by_all_calls() {
    let clock = Clock::default();
    let script = Script::new(&clock, |_: &Request| Act::Lose(Lost::Unreachable));
    let seen = Rc::clone(&script.seen);
    let retry = Retry { budget: 3, ..Retry::default() };
    let client = Client::new(Settings { retry, ..settings() }, script);
    for _ in 0..4 {
        run(&clock, client.token()).unwrap_err();
    }
    assert_eq!(seen.borrow().len(), 4 + 3);
}

#[test]
fn a_refusal_and_an_answer_that_is_none_are_not_asked_again() {
    for (body, cause) in [
        (r#"{"code":1202}"#, Cause::Code(ResultCode::of(1202))),
        (r#"{"code":1,"data":{}}"#, Cause::Shape),
        ("<html>", Cause::Page),
        ("{\"code\":1,\"data\":{\"token\":\"a\\nb\"}}", Cause::Header("G-I-Access-Token")),
    ] {
        let clock = Clock::default();
        let script = Script::new(&clock, move |_: &Request| Act::Answer(200, body.to_owned()));
        let seen = Rc::clone(&script.seen);
        assert_eq!(run(&clock, Client::new(settings(), script).token()), Err(Failure::new(Call::Token, cause)));
        assert_eq!(seen.borrow().len(), 1, "{body}");
    }
}

#[test]
fn silence_ends_with_the_time_and_the_next_call_works() {
    let clock = Clock::default();
    let silent = Cell::new(3);
    let script = Script::new(&clock, move |_: &Request| {
        silent.set(silent.get() - 1);
        if silent.get() >= 0 { Act::Never } else { token(1) }
    });
    let client = Client::new(Settings { timeout: Duration::from_secs(20), ..settings() }, script);
    assert_eq!(run(&clock, client.token()), Err(Failure::new(Call::Token, Cause::Timeout)));
    assert_eq!(clock.passed(), 3 * 20_000 + 125 + 250);
    assert!(run(&clock, client.token()).is_ok());
}

#[test]
fn a_caller_that_gives_up_leaves_the_token_to_the_next() {
    let clock = Clock::default();
    let script = Script::new(&clock, |request: &Request| if request.call == Call::Token { token(1) } else { valid(true) });
    let client = Client::new(settings(), script);
    run(&clock, async {
        let waiting = Box::pin(client.token());
        // Polled once, and dropped while the request is under way.
        assert!(futures_util::future::poll_immediate(waiting).await.is_none());
        assert!(client.token().await.is_ok());
    });
}

#[test]
fn each_interface_can_have_a_system_an_address_and_a_way_of_its_own() {
    let clock = Clock::default();
    let script = Script::new(&clock, |request: &Request| match request.call {
        Call::Token if request.url.as_str().contains("systemId=other") => token(2),
        Call::Token => token(1),
        Call::Soap => Act::Answer(200, "<e:Envelope><e:Body><r><x>{\"ReturnCode\":\"1\"}</x></r></e:Body></e:Envelope>".replace("e:", "")),
        _ => accepted(),
    });
    let seen = Rc::clone(&script.seen);
    let preview = Interface {
        system: Some(System { id: "other".to_owned(), key: Some(Secret::new("other-key")) }),
        url: Some(address("http://127.0.0.1:1/own?x=1")),
        via: Via::Soap { method: "upload".to_owned(), param: "json".to_owned() },
    };
    let client = Client::new(Settings { preview, ..settings() }, script);
    assert_eq!(run(&clock, client.relay(Call::Submit, "{}")).unwrap(), r#"{"ReturnCode":"1","ReturnMsg":"上传成功"}"#);
    assert_eq!(run(&clock, client.relay(Call::Preview, "{\"a\":\"<\"}")).unwrap(), r#"{"ReturnCode":"1"}"#);
    let seen = seen.borrow();
    assert_eq!(
        [&seen[1], &seen[3]].map(|request| (request.url.as_str(), header(request))),
        [("http://127.0.0.1:1/remote", "token-1".to_owned()), ("http://127.0.0.1:1/own?x=1", "token-2".to_owned()),]
    );
    assert!(seen[3].body.as_ref().unwrap().contains("<json xsi:type=\"xsd:string\">{&quot;a&quot;:&quot;&lt;&quot;}</json>"));
}

#[test]
fn settings_that_lack_something_are_a_failure() {
    let settings_failure = |call| Err(Failure::new(call, Cause::Settings));
    let clock = Clock::default();
    let no_address = || Script::new(&clock, |_: &Request| Act::Answer(200, r#"{"code":1,"data":{"token":"token-1"}}"#.to_owned()));
    let client = Client::new(settings(), no_address());
    assert_eq!(run(&clock, client.relay(Call::Submit, "{}")), settings_failure(Call::Submit));
    let broker = Client::new(Settings::new(address("http://127.0.0.1:1/ecert")), no_address());
    assert_eq!(run(&clock, broker.token()).map(drop), settings_failure(Call::Token).map(drop));
    assert_eq!(run(&clock, broker.validate_token(None, None)).map(drop), settings_failure(Call::Validate).map(drop));
    let no_key = Settings { system: Some(System { id: "system-1".to_owned(), key: None }), ..settings() };
    assert_eq!(run(&clock, Client::new(no_key, no_address()).token()).map(drop), settings_failure(Call::Token).map(drop));
}

#[test]
fn a_provider_gives_the_token_and_is_asked_again_for_a_refused_one() {
    let clock = Clock::default();
    let asked = Rc::new(Cell::new(0));
    let mut script = Script::new(&clock, |request: &Request| if header(request) == "given-1" { code(1205) } else { valid(false) });
    script.provided = Some(Rc::clone(&asked));
    let seen = Rc::clone(&script.seen);
    let client = Client::new(Settings { system: Some(System { id: "system-1".to_owned(), key: None }), ..settings() }, script);
    assert_eq!(run(&clock, client.validate_token(None, None)), Ok(false));
    assert_eq!((asked.get(), seen.borrow().len()), (2, 2));
}

#[test]
fn a_soap_call_gives_text_or_fault() {
    let clock = Clock::default();
    let envelope = |inner: &str| format!("<s:Envelope xmlns:s=\"x\"><s:Body>{inner}</s:Body></s:Envelope>");
    let fault = Cell::new(false);
    let script = Script::new(&clock, move |request: &Request| match request.call {
        Call::Token => token(1),
        _ if fault.replace(true) => Act::Answer(500, envelope("<s:Fault><faultstring>no</faultstring></s:Fault>")),
        _ => Act::Answer(200, envelope("<r><return>done</return></r>")),
    });
    let client = Client::new(settings(), script);
    assert!(matches!(run(&clock, client.soap("upload", &[("a", "b")])), Ok(Answer::Text(text)) if text.as_str() == "done"));
    assert!(matches!(run(&clock, client.soap("upload", &[])), Ok(Answer::Fault(text)) if text.as_str() == "no"));
    assert_eq!(run(&clock, client.soap("up load", &[])).unwrap_err().cause, Cause::Name);
}

#[test]
fn a_relayed_reply_holds_no_key_and_no_token() {
    let clock = Clock::default();
    let script = Script::new(&clock, |request: &Request| match request.call {
        Call::Token => token(1),
        _ => Act::Answer(200, r#"{"ReturnCode":"0","ReturnMsg":"token-1 key-planted","token-1":["\u006bey-planted"]}"#.to_owned()),
    });
    let client = Client::new(settings(), script);
    let text = run(&clock, client.relay(Call::Submit, "{}")).unwrap();
    assert_eq!(text, r#"{"ReturnCode":"0","ReturnMsg":"*** ***","***":["***"]}"#);
}
