//! Submissions: who is sent, what is put down, and how one ends, is ended, and goes on.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use mohurd_ecert::check::InputError;
use mohurd_ecert::gateway::client::{Client, Lost, Report, Settings, Stop, Submission};
use mohurd_ecert::gateway::{Call, Cause, Request, State};
use mohurd_ecert::{Kind, Options};

use super::world::{Act, Clock, Script, run};
use super::{accepted, address, entries, licences, settings, submission, token};

pub(crate) fn states(report: &Report) -> Vec<&'static str> {
    report.outcomes.iter().map(|outcome| outcome.state.id()).collect()
}

pub(crate) fn causes(report: &Report) -> Vec<Option<&'static str>> {
    report.outcomes.iter().map(|outcome| outcome.failure.as_ref().map(|failure| failure.cause.id())).collect()
}

/// A script for submissions; the function gets the number of the submission, from 0.
pub(crate) fn script(clock: &Clock, act: impl Fn(usize) -> Act) -> Script<impl Fn(&Request) -> Act> {
    let count = Cell::new(0);
    Script::new(clock, move |request: &Request| {
        if request.call == Call::Token {
            return token(1);
        }
        act(count.replace(count.get() + 1))
    })
}

pub(crate) fn sent(seen: &RefCell<Vec<Request>>) -> Vec<String> {
    seen.borrow().iter().filter(|request| request.call == Call::Submit).map(|request| request.body.clone().unwrap()).collect()
}

pub(crate) fn go(client: &Client<Script<impl Fn(&Request) -> Act>>, clock: &Clock, json: &str, submission: &Submission) -> Report {
    run(clock, client.submit(Kind::Safety, &entries(json), submission, |_| {})).unwrap()
}

#[test]
fn records_with_an_error_are_invalid_and_not_sent() {
    let clock = Clock::default();
    let script = script(&clock, |_| accepted());
    let seen = Rc::clone(&script.seen);
    let json = licences(3).replacen("建筑施工", "绿化施工", 1);
    let json = format!("{},7]", json.strip_suffix(']').unwrap());
    let options = Options::default();
    let report = go(&Client::new(settings(), script), &clock, &json, &submission(&options));
    assert_eq!(states(&report), ["invalid", "accepted", "accepted", "invalid"]);
    assert_eq!(report.outcomes[0].issues[0].rule_id(), "field/fixed");
    assert_eq!(report.outcomes[3].issues[0].rule_id(), "record/object");
    assert_eq!((sent(&seen).len(), report.count(State::Accepted)), (2, 2));
}

#[test]
fn a_body_is_the_payload_of_its_chunk() {
    let clock = Clock::default();
    let script = script(&clock, |_| accepted());
    let seen = Rc::clone(&script.seen);
    let (json, options) = (licences(5), Options::default());
    let report = go(&Client::new(settings(), script), &clock, &json, &Submission { chunk_size: 2, ..submission(&options) });
    assert_eq!(states(&report), ["accepted"; 5]);
    let records: Vec<_> = entries(&json)
        .into_iter()
        .filter_map(|entry| match entry {
            mohurd_ecert::record::entries::Entry::Record(record) => Some(*record),
            _ => None,
        })
        .collect();
    let bodies: Vec<String> = records.chunks(2).map(|chunk| mohurd_ecert::build_request(Kind::Safety, chunk, &options).unwrap()).collect();
    assert_eq!(sent(&seen), bodies);
}

#[test]
fn two_records_of_one_name_never_share_a_call() {
    let clock = Clock::default();
    let script = script(&clock, |_| accepted());
    let seen = Rc::clone(&script.seen);
    let json = licences(3).replace(&format!("{:032x}", 1), "00000000-0000-0000-0000-000000000000");
    let options = Options::default();
    let report = go(&Client::new(settings(), script), &clock, &json, &Submission { chunk_size: 3, ..submission(&options) });
    assert_eq!((states(&report), sent(&seen).len()), (vec!["accepted"; 3], 2));
}

#[test]
fn a_submission_is_sent_again_only_where_it_was_not_received() {
    for (lost, states_wanted, tries) in
        [(Lost::Unreachable, "not-sent", 3), (Lost::Broken, "unknown", 1), (Lost::TooLong, "unknown", 1), (Lost::NoResponse, "unknown", 1)]
    {
        let clock = Clock::default();
        let script = script(&clock, move |_| Act::Lose(lost));
        let seen = Rc::clone(&script.seen);
        let (json, options) = (licences(1), Options::default());
        let report = go(&Client::new(settings(), script), &clock, &json, &submission(&options));
        assert_eq!((states(&report), causes(&report)), (vec![states_wanted], vec![Some(lost.cause().id())]));
        assert_eq!(sent(&seen).len(), tries, "{lost:?}");
    }
}

#[test]
fn after_three_calls_without_an_answer_the_rest_is_not_sent() {
    let clock = Clock::default();
    let script = script(&clock, |number| if number == 1 { accepted() } else { Act::Lose(Lost::Broken) });
    let seen = Rc::clone(&script.seen);
    let (json, options) = (licences(9), Options::default());
    let report = go(&Client::new(settings(), script), &clock, &json, &submission(&options));
    let mut wanted = vec!["unknown", "accepted", "unknown", "unknown", "unknown"];
    wanted.extend(["not-sent"; 4]);
    assert_eq!(states(&report), wanted);
    assert_eq!(causes(&report)[4..], [Some("broken"), Some("given-up"), Some("given-up"), Some("given-up"), Some("given-up")]);
    assert_eq!(sent(&seen).len(), 5);
}

#[test]
fn without_a_token_nothing_is_sent_and_nothing_asked_for_long() {
    let clock = Clock::default();
    let script = Script::new(&clock, |_: &Request| super::code(1202));
    let seen = Rc::clone(&script.seen);
    let (json, options) = (licences(20), Options::default());
    let report = go(&Client::new(settings(), script), &clock, &json, &submission(&options));
    assert_eq!(states(&report), ["not-sent"; 20]);
    assert_eq!(report.outcomes[0].failure.as_ref().unwrap().call, Call::Token);
    assert_eq!(seen.borrow().len(), 3);
}

#[test]
fn so_many_calls_are_under_way_at_a_time() {
    for concurrency in [1, 4] {
        let clock = Clock::default();
        let script = script(&clock, |_| accepted());
        let (json, options) = (licences(20), Options::default());
        let report = go(&Client::new(settings(), script), &clock, &json, &Submission { concurrency, ..submission(&options) });
        assert_eq!(states(&report), ["accepted"; 20]);
        // The token, then each call its latency.
        assert_eq!(clock.passed(), 5 + 5 * (20 / concurrency as u64));
    }
}

#[test]
fn a_stop_leaves_what_was_under_way_unknown_and_the_rest_unsent() {
    let clock = Clock::default();
    let stop = Stop::default();
    let script = script(&clock, |number| if number < 2 { accepted() } else { Act::Never });
    let client = Client::new(settings(), script);
    let (json, options) = (licences(6), Options::default());
    let submission = Submission { concurrency: 2, stop: stop.clone(), ..submission(&options) };
    let report = run(&clock, async {
        let entries = entries(&json);
        let submitting = client.submit(Kind::Safety, &entries, &submission, |_| {});
        let stopping = async {
            clock.sleep(std::time::Duration::from_secs(1)).await;
            stop.stop();
        };
        futures_util::future::join(submitting, stopping).await.0.unwrap()
    });
    assert_eq!(states(&report), ["accepted", "accepted", "unknown", "unknown", "not-sent", "not-sent"]);
    assert_eq!(causes(&report)[2..], [Some("aborted"), Some("aborted"), Some("cancelled"), Some("cancelled")]);
}

#[test]
fn stopped_before_it_begins_it_sends_nothing() {
    let clock = Clock::default();
    let script = script(&clock, |_| accepted());
    let seen = Rc::clone(&script.seen);
    let (json, options) = (licences(2), Options::default());
    let submission = submission(&options);
    submission.stop.stop();
    let report = go(&Client::new(settings(), script), &clock, &json, &submission);
    assert_eq!((states(&report), seen.borrow().len()), (vec!["not-sent"; 2], 0));
}

#[test]
fn progress_tells_each_record_once() {
    let clock = Clock::default();
    let script = script(&clock, |number| if number < 3 { accepted() } else { Act::Lose(Lost::Broken) });
    let client = Client::new(settings(), script);
    let (json, options) = (licences(12).replacen("建筑施工", "x", 1), Options::default());
    let mut told = Vec::new();
    let mut last = (0, 0);
    let report = run(
        &clock,
        client.submit(Kind::Safety, &entries(&json), &submission(&options), |progress| {
            told.extend(progress.outcomes.iter().map(|outcome| (outcome.index, outcome.state)));
            last = (progress.done, progress.total);
        }),
    )
    .unwrap();
    assert_eq!(told.len(), 12);
    assert!(report.outcomes.iter().all(|outcome| told.contains(&(outcome.index, outcome.state))));
    assert_eq!(last, (12, 12));
}

#[test]
fn a_malformed_call_is_told_before_anything_is_sent() {
    let clock = Clock::default();
    let script = script(&clock, |_| accepted());
    let seen = Rc::clone(&script.seen);
    let client = Client::new(settings(), script);
    let (json, other, options) = (licences(2), licences(3), Options::default());
    let report = go(&client, &clock, &other, &submission(&options));
    seen.borrow_mut().clear();
    let resumed = Submission { resume: Some(&report), ..submission(&options) };
    let refused = run(&clock, client.submit(Kind::Safety, &entries(&json), &resumed, |_| {}));
    assert_eq!(refused.unwrap_err(), InputError::ReportOfOthers);
    let preview = run(&clock, client.submit(Kind::Preview, &[], &submission(&options), |_| {}));
    assert_eq!(preview.unwrap_err(), InputError::PreviewNeedsCertificate);
    assert_eq!(seen.borrow().len(), 0);
}

#[test]
fn towards_a_broker_the_plain_body_goes_out_and_its_failures_come_back() {
    let clock = Clock::default();
    let count = Cell::new(0);
    let script = Script::new(&clock, move |_: &Request| match count.replace(count.get() + 1) {
        0 => accepted(),
        1 => Act::Answer(502, r#"{"failure":{"call":"token","cause":"code","code":1202}}"#.to_owned()),
        2 => Act::Answer(413, r#"{"failure":{"call":null,"cause":"broker","code":413}}"#.to_owned()),
        _ => Act::Answer(504, r#"{"failure":{"call":"submit","cause":"timeout","code":null}}"#.to_owned()),
    });
    let seen = Rc::clone(&script.seen);
    let client = Client::new(Settings::new(address("http://127.0.0.1:1/ecert/")), script);
    let (json, options) = (licences(4), Options::default());
    let report = go(&client, &clock, &json, &submission(&options));
    assert_eq!(states(&report), ["accepted", "not-sent", "not-sent", "unknown"]);
    assert_eq!(report.outcomes[1].failure.as_ref().unwrap().cause, Cause::Code(mohurd_ecert::gateway::ResultCode::of(1202)));
    let seen = seen.borrow();
    assert!(seen.iter().all(|request| request.url.as_str() == "http://127.0.0.1:1/ecert/submit" && request.headers.is_empty()));
}
