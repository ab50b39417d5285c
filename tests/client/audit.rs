//! Calls reported to the platform: each once, in the document's form, with nothing of a record in it, and never at a cost.

use std::rc::Rc;

use mohurd_ecert::gateway::client::{Audit, Client, Lost, Settings};
use mohurd_ecert::gateway::{Call, Request, State};
use mohurd_ecert::{Kind, Options};
use serde_json::Value;

use super::world::{Act, Clock, Script, run};
use super::{accepted, entries, licences, settings, submission, token};

fn audited() -> Settings {
    let audit = Audit { interfaces: vec![(Call::Submit, "interface-7".to_owned())], remote_ip: [127, 0, 0, 1].into() };
    Settings { audit: Some(audit), ..settings() }
}

#[test]
fn each_call_is_reported_once_and_holds_nothing_of_a_record() {
    let clock = Clock::default();
    let script = Script::new(&clock, |request: &Request| match request.call {
        Call::Token => token(1),
        Call::Log => Act::Answer(200, r#"{"code":1,"data":true}"#.to_owned()),
        _ => accepted(),
    });
    let seen = Rc::clone(&script.seen);
    let client = Client::new(audited(), script);
    let (json, options) = (licences(2), Options::default());
    let report = run(&clock, client.submit(Kind::Safety, &entries(&json), &submission(&options), |_| {})).unwrap();
    assert_eq!((report.count(State::Accepted), client.unreported()), (2, 0));
    let seen = seen.borrow();
    let logs: Vec<Value> = seen
        .iter()
        .filter(|request| request.call == Call::Log)
        .map(|request| serde_json::from_str(request.body.as_ref().unwrap()).unwrap())
        .collect();
    let told: Vec<[&str; 4]> =
        logs.iter().map(|log| ["interfaceId", "logType", "status", "method"].map(|name| log[name].as_str().unwrap())).collect();
    assert_eq!(told.len(), 3);
    assert!(told.contains(&["token", "1", "200", "GET"]));
    assert_eq!(told.iter().filter(|log| **log == ["interface-7", "1", "200", "POST"]).count(), 2);
    assert_eq!(logs[0]["requestTime"], "2024-06-01 08:00:00");
    assert_eq!(logs.iter().map(|log| log["logId"].as_str().unwrap().len()).collect::<Vec<_>>(), [32; 3]);
    let text = logs.iter().map(Value::to_string).collect::<String>();
    for planted in ["key-planted", "token-1", "福建", "91350"] {
        assert!(!text.contains(planted), "{planted} in {text}");
    }
}

#[test]
fn a_report_that_fails_is_counted_and_fails_nothing_else() {
    let clock = Clock::default();
    let script = Script::new(&clock, |request: &Request| match request.call {
        Call::Token => token(1),
        Call::Log => Act::Lose(Lost::Broken),
        _ => accepted(),
    });
    let client = Client::new(audited(), script);
    let (json, options) = (licences(2), Options::default());
    let report = run(&clock, client.submit(Kind::Safety, &entries(&json), &submission(&options), |_| {})).unwrap();
    assert_eq!((report.count(State::Accepted), client.unreported()), (2, 3));
}

#[test]
fn a_submission_without_an_answer_is_reported_as_abnormal() {
    let clock = Clock::default();
    let script = Script::new(&clock, |request: &Request| match request.call {
        Call::Token => token(1),
        Call::Log => Act::Answer(200, r#"{"code":1,"data":true}"#.to_owned()),
        _ => Act::Lose(Lost::Broken),
    });
    let seen = Rc::clone(&script.seen);
    let client = Client::new(audited(), script);
    let (json, options) = (licences(1), Options::default());
    run(&clock, client.submit(Kind::Safety, &entries(&json), &submission(&options), |_| {})).unwrap();
    let logs: Vec<String> =
        seen.borrow().iter().filter(|request| request.call == Call::Log).filter_map(|request| request.body.clone()).collect();
    assert!(logs.iter().any(|log| log.contains(r#""logType":"3""#) && log.contains(r#""status":"500""#)), "{logs:?}");
}
