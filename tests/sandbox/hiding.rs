//! A planted key, token or name shows in no `Debug`, no `Display` and no listing.

use mohurd_ecert::gateway::{Access, Call, Secret, Words};
use mohurd_ecert::sandbox::{Config, Fault, Sandbox, SystemConfig, UnknownAssignment};
use mohurd_ecert::spec::{Format, Role};
use mohurd_ecert::{Kind, Record};

use super::support::{Caller, NOW, body, numbered, put_at, send};
use mohurd_ecert::gateway::token;

/// Nothing of the library's own holds this.
const PLANTED: &str = "Planted7Secret";

fn hides(shown: &impl std::fmt::Debug) {
    let shown = format!("{shown:?} {shown:#?}");
    assert!(!shown.contains(PLANTED), "{shown}");
}

/// A valid record with the planted text at every field that holds any text.
fn planted(kind: Kind) -> Record<'static> {
    let mut record = numbered(kind, 1);
    for (place, field) in kind.table().fields.iter().enumerate() {
        let is_free = matches!(field.format, Format::Plain) && !matches!(field.role, Role::RecordId | Role::Assignment | Role::StateText);
        if is_free && field.length.is_some_and(|length| length >= 20) {
            put_at(&mut record, place, PLANTED);
        }
    }
    record
}

#[test]
fn no_key_shows() {
    let config = Config { systems: vec![SystemConfig::new("s", Secret::new(PLANTED))], ..Config::default() };
    hides(&config);
    let mut sandbox = Sandbox::new(config);
    let request = token::request(&super::support::address("http://h/"), "s", &Secret::new(PLANTED));
    hides(&send(&mut sandbox, &request, NOW));
    hides(&sandbox);
    assert!(!sandbox.records().to_string().contains(PLANTED));
}

#[test]
fn no_token_shows() {
    let mut caller = Caller::new();
    let token = caller.access.token.expose().to_owned();
    let reply = caller.send(&super::support::token_request());
    let shown = format!("{:?} {reply:?} {:?} {}", caller.sandbox, caller.sandbox.held(), caller.sandbox.calls());
    assert!(!shown.contains(&token) && !shown.contains("KTOKEN"), "{shown}");
    let access = Access { token: Secret::new(PLANTED), ..caller.access.clone() };
    caller.access = access;
    hides(&caller.post("{}"));
    hides(&caller.sandbox);
}

#[test]
fn nothing_of_a_record_shows_but_ids_and_codes() {
    for kind in Kind::ALL {
        let mut caller = Caller::of(Config { unknown_assignment: UnknownAssignment::Accept, ..Config::default() });
        let record = planted(kind);
        assert!(kind == Kind::Preview || body(std::slice::from_ref(&record)).contains(PLANTED));
        assert_eq!(caller.submit(&[record]).records[0].state.id(), "accepted");
        hides(&caller.sandbox);
        hides(&caller.sandbox.held());
        let listing = format!("{} {:?}", caller.sandbox.records(), caller.sandbox.held());
        for field in kind.table().fields.iter().enumerate().filter(|(_, field)| {
            matches!(field.format, Format::IdNumber | Format::CreditCode | Format::CertNumber | Format::Url | Format::LicenceId)
        }) {
            let example = numbered(kind, 1);
            if let mohurd_ecert::record::Given::Text(text) = example.at(field.0) {
                assert!(!listing.contains(&*text.text), "{} {listing}", field.1.name);
            }
        }
    }
}

#[test]
fn no_reply_shows_its_body_and_no_fault_its_text() {
    let mut caller = Caller::new();
    let fault = Fault::Text(Words::new(PLANTED));
    hides(&fault);
    caller.sandbox.plan(Call::Submit, [fault, Fault::Cut]);
    hides(&caller.sandbox);
    hides(&caller.post("{}"));
    let request = mohurd_ecert::gateway::submit::request(&caller.remote, &caller.access, body(&[planted(Kind::Manager)])).unwrap();
    hides(&caller.send(&request));
}

#[test]
fn no_log_entry_shows() {
    let mut caller = Caller::new();
    let entry = format!(
        r#"{{"logType":"1","requestTime":"2020-08-31 11:32:33","responseTime":"2020-08-31 11:32:33","status":"200","path":"{PLANTED}"}}"#
    );
    let base = super::support::address("http://h/gaia-asp-gateway/api/log/requestResponseLog");
    let request = mohurd_ecert::gateway::submit::request(&base, &caller.access, entry).unwrap();
    caller.send(&request);
    assert_eq!(caller.sandbox.logged().len(), 1);
    assert!(caller.sandbox.logged()[0].as_str().contains(PLANTED));
    hides(&caller.sandbox.logged());
    hides(&caller.sandbox);
}
