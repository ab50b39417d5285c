//! The paths below `/sandbox/`.

use mohurd_ecert::Kind;
use mohurd_ecert::gateway::{Call, Cause, State, token};
use mohurd_ecert::sandbox::Incoming;
use mohurd_ecert::spec::Role;
use serde_json::{Value, json};

use super::support::{Caller, NOW, address, answer, numbered, send, token_request, with};

fn ask(caller: &mut Caller, method: &str, path: &str, body: &str) -> (u16, Value) {
    let target = &format!("/sandbox/{path}");
    let response = answer(caller.sandbox.handle(&Incoming { method, target, headers: &[], body: body.as_bytes() }, NOW));
    (response.status, serde_json::from_slice(&response.body).unwrap_or_default())
}

#[test]
fn the_listing_tells_ids_and_codes() {
    let mut caller = Caller::new();
    caller.submit(&[numbered(Kind::Safety, 1)]);
    caller.submit(&[numbered(Kind::Safety, 1)]);
    caller.submit(&[with(Kind::Manager, 2, &[(Role::Operation, "09")])]);
    caller.submit(&[numbered(Kind::Preview, 1)]);
    let expected = json!([
        {"kind": "safety", "eCertID": format!("{:032x}", 1), "province": "350000", "state": "01", "operation": "01",
         "assignment": "3500002024000000001", "times": 2},
        {"kind": "manager", "eCertID": format!("{:032x}", 2), "province": "350000", "state": "01", "operation": "09",
         "assignment": null, "times": 1},
        {"kind": "preview", "eCertID": null, "province": null, "state": null, "operation": null,
         "assignment": "3500002024000000001", "times": 1},
    ]);
    assert_eq!(caller.sandbox.records(), expected);
    assert_eq!(ask(&mut caller, "GET", "records?x=y", ""), (200, expected));
}

#[test]
fn the_calls_are_counted() {
    let mut caller = Caller::new();
    caller.submit(&[numbered(Kind::Safety, 1)]);
    let expected = json!({"token": 1, "validate": 0, "log": 0, "submit": 1, "preview": 0, "soap": 0});
    assert_eq!(ask(&mut caller, "GET", "calls", ""), (200, expected));
}

#[test]
fn faults_are_planned_all_or_none() {
    let mut caller = Caller::new();
    let planned = ask(&mut caller, "POST", "faults", r#"{"call":"submit","faults":["empty",{"code":1213}]}"#);
    assert_eq!(planned, (200, json!({"planned": 2})));
    let record = [numbered(Kind::Safety, 1)];
    assert_eq!(caller.submit(&record).records[0].failure.as_ref().unwrap().cause, Cause::Empty);
    assert_eq!(caller.submit(&record).records[0].failure.as_ref().unwrap().cause.id(), "code");
    let (status, reply) = ask(&mut caller, "POST", "faults", r#"{"call":"submit","faults":["cut",{"close":{"taken":1}}]}"#);
    let error = "faults[1].close.taken 应为 true 或 false (faults[1].close.taken must be true or false)";
    assert_eq!((status, reply), (400, json!({"error": error})));
    assert_eq!(caller.submit(&record).records[0].state, State::Accepted);
    for body in ["", "[]", "{}", r#"{"call":"x","faults":[]}"#, r#"{"call":"submit","faults":{}}"#, r#"{"call":"submit","fault":[]}"#] {
        assert_eq!(ask(&mut caller, "POST", "faults", body).0, 400, "{body}");
    }
}

#[test]
fn its_keys_are_handed_out_and_stay() {
    let mut caller = Caller::new();
    let (status, keys) = ask(&mut caller, "GET", "keys", "");
    assert_eq!((status, &keys), (200, &caller.sandbox.keys().unwrap().to_json()));
    assert_eq!(keys.as_object().unwrap().keys().collect::<Vec<_>>(), ["privateKey", "publicKey"]);
    ask(&mut caller, "POST", "reset", "");
    assert_eq!(ask(&mut caller, "GET", "keys", ""), (200, keys));
}

#[test]
fn a_new_start_forgets_everything_but_the_settings() {
    let mut caller = Caller::new();
    ask(&mut caller, "POST", "faults", r#"{"call":"submit","faults":["none","empty"]}"#);
    caller.submit(&[numbered(Kind::Safety, 1)]);
    assert_eq!(ask(&mut caller, "POST", "reset", ""), (200, json!({})));
    assert_eq!((caller.sandbox.held().len(), caller.sandbox.seen(Call::Submit)), (0, 0));
    let outcomes = caller.submit(&[numbered(Kind::Safety, 1)]);
    assert!(matches!(outcomes.records[0].failure.as_ref().unwrap().cause, Cause::Code(code) if code.number() == 1205));
}

#[test]
fn only_these_paths_and_methods() {
    let mut caller = Caller::new();
    assert_eq!(ask(&mut caller, "POST", "records", "").0, 405);
    assert_eq!(ask(&mut caller, "POST", "keys", "").0, 405);
    assert_eq!(ask(&mut caller, "GET", "reset", "").0, 405);
    assert_eq!(ask(&mut caller, "GET", "tokens", "").0, 404);
    assert_eq!(ask(&mut caller, "GET", "", "").0, 404);
}

#[test]
fn tokens_after_a_move_come_with_the_new_address() {
    let mut caller = Caller::new();
    caller.sandbox.move_to(&address("http://127.0.0.1:4711/"));
    let token = token::read(&answer(send(&mut caller.sandbox, &token_request(), NOW))).unwrap();
    let remote = token.remote_address.unwrap();
    assert!(remote.as_str().starts_with("http://127.0.0.1:4711/gaia-asp-gateway/"), "{remote:?}");
}
