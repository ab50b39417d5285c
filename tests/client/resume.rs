//! A report handed back: what goes again, what stays as it is, and what a doubt never becomes.

use std::cell::Cell;
use std::rc::Rc;

use mohurd_ecert::Options;
use mohurd_ecert::gateway::client::{Client, Lost, Submission};

use super::submit::{causes, go, script, sent, states};
use super::world::{Act, Clock};
use super::{accepted, licences, settings, submission};

#[test]
fn a_report_handed_back_goes_on_where_it_ended() {
    let clock = Clock::default();
    let down = Rc::new(Cell::new(true));
    let is_down = Rc::clone(&down);
    let script = script(&clock, move |number| match number {
        0 => Act::Answer(200, r#"{"ReturnCode":"1","encryCertid":"AB","encryKey":"cd=="}"#.to_owned()),
        _ if is_down.get() => Act::Lose(Lost::Broken),
        _ => accepted(),
    });
    let seen = Rc::clone(&script.seen);
    let client = Client::new(settings(), script);
    let (json, options) = (licences(6), Options::default());
    let first = go(&client, &clock, &json, &submission(&options));
    assert_eq!(states(&first), ["accepted", "unknown", "unknown", "unknown", "not-sent", "not-sent"]);

    down.set(false);
    let second = go(&client, &clock, &json, &Submission { resume: Some(&first), ..submission(&options) });
    assert_eq!(states(&second), ["accepted", "unknown", "unknown", "unknown", "accepted", "accepted"]);
    assert_eq!(second.outcomes[0].assignment, first.outcomes[0].assignment);
    assert!(second.outcomes[0].assignment.is_some() && second.outcomes[1].failure == first.outcomes[1].failure);
    assert_eq!(sent(&seen).len(), 6);

    let third = go(&client, &clock, &json, &Submission { resume: Some(&second), resend_unknown: true, ..submission(&options) });
    assert_eq!((states(&third), sent(&seen).len()), (vec!["accepted"; 6], 9));
    assert!(third.outcomes.iter().all(|outcome| outcome.failure.is_none()));
}

#[test]
fn what_may_have_been_received_never_becomes_not_sent() {
    let clock = Clock::default();
    let script = script(&clock, |number| Act::Lose(if number == 0 { Lost::Broken } else { Lost::Unreachable }));
    let client = Client::new(settings(), script);
    let (json, options) = (licences(1), Options::default());
    let first = go(&client, &clock, &json, &submission(&options));
    let second = go(&client, &clock, &json, &Submission { resume: Some(&first), resend_unknown: true, ..submission(&options) });
    assert_eq!((states(&second), causes(&second)), (vec!["unknown"], vec![Some("unreachable")]));
}

#[test]
fn a_mended_record_is_sent_when_the_report_is_handed_back() {
    let clock = Clock::default();
    let client = Client::new(settings(), script(&clock, |_| accepted()));
    let (json, options) = (licences(2), Options::default());
    let first = go(&client, &clock, &json.replacen("建筑施工", "x", 1), &submission(&options));
    assert_eq!(states(&first), ["invalid", "accepted"]);
    let second = go(&client, &clock, &json, &Submission { resume: Some(&first), ..submission(&options) });
    assert_eq!(states(&second), ["accepted", "accepted"]);
}
