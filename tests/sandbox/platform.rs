//! The platform's three interfaces: token, validate, log.

use mohurd_ecert::gateway::log::{self, Entry, LogStatus, LogType, Moment};
use mohurd_ecert::gateway::mask::Masked;
use mohurd_ecert::gateway::request::Method;
use mohurd_ecert::gateway::{Access, Call, Cause, Failure, Secret, submit, token, validate};
use mohurd_ecert::sandbox::{Config, Incoming, Sandbox, SystemConfig};
use mohurd_ecert::spec::endpoints::RESULT_CODES;
use serde_json::{Value, json};

use super::support::{BASE, Caller, NOW, address, answer, send, token_request};

fn code(failure: &Failure) -> i32 {
    match failure.cause {
        Cause::Code(code) => code.number(),
        other => panic!("{other:?}"),
    }
}

fn get(sandbox: &mut Sandbox, target: &str) -> Value {
    let response = answer(sandbox.handle(&Incoming { method: "GET", target, headers: &[], body: b"" }, NOW));
    assert_eq!(response.status, 200);
    serde_json::from_slice(&response.body).unwrap()
}

#[test]
fn a_token_comes_with_the_address_for_submissions() {
    let caller = Caller::new();
    assert_eq!(caller.remote.as_str(), "http://127.0.0.1:8788/gaia-asp-gateway/test/submit");
    assert_eq!(caller.access.token.expose().len(), "KTOKEN_f724f2e3-cf95-46ee-af78-bd5c376199fb".len());
    assert_eq!(caller.sandbox.seen(Call::Token), 1);
    let system = SystemConfig { interfaces: vec![Call::Preview], ..SystemConfig::new("sandbox-system", Secret::new("sandbox-key")) };
    let origin = "https://host/a".to_owned();
    assert_eq!(
        Caller::of(Config { systems: vec![system], origin, ..Config::default() }).remote.as_str(),
        "https://host/a/gaia-asp-gateway/test/preview"
    );
}

#[test]
fn the_same_seed_gives_the_same_tokens_and_no_token_twice() {
    let tokens = |seed| {
        let mut sandbox = Sandbox::new(Config { seed, ..Config::default() });
        [(); 3].map(|()| token::read(&answer(send(&mut sandbox, &token_request(), NOW))).unwrap().token.expose().to_owned())
    };
    let [first, second, third] = tokens(1);
    assert!(first != second && second != third);
    assert_eq!(tokens(1), [first.as_str(), &second, &third]);
    assert_ne!(tokens(2)[0], first);
}

#[test]
fn system_and_key_must_be_given_and_match() {
    let mut sandbox = Sandbox::new(Config::default());
    let path = "/a/b/gaia-asp-gateway/api/token/getInterfaceTokenInfo";
    for (query, code) in [
        ("", 1000),
        ("?systemId=sandbox-system", 1000),
        ("?key=sandbox-key&systemId=", 1000),
        ("?systemId=sandbox-system&key=sandbox-kez", 1202),
        ("?systemId=other&key=sandbox-key", 1202),
    ] {
        let reply = get(&mut sandbox, &format!("{path}{query}"));
        let row = RESULT_CODES.iter().find(|row| row.code == code).unwrap();
        assert_eq!(reply, json!({"code": code, "message": row.text, "data": null}), "{query}");
    }
    assert_eq!(get(&mut sandbox, &format!("{path}?key=sandbox%2Dkey&systemId=sandbox%2dsystem"))["code"], 1);
}

#[test]
fn a_parameter_is_decoded_as_the_client_encodes_it() {
    let key = "密+钥 =/?#%&";
    let mut sandbox = Sandbox::new(Config { systems: vec![SystemConfig::new("a b", Secret::new(key))], ..Config::default() });
    let request = token::request(&address("http://h/base?x=y"), "a b", &Secret::new(key));
    assert!(token::read(&answer(send(&mut sandbox, &request, NOW))).is_ok());
}

#[test]
fn a_token_is_valid_or_not() {
    let mut caller = Caller::new();
    let mut ask = |access: &Access, token: &str| {
        let request = validate::request(&address(BASE), access, &Secret::new(token), None).unwrap();
        validate::read(&answer(caller.send(&request)))
    };
    let access = Caller::new().access;
    assert_eq!(ask(&access, access.token.expose()), Ok(true));
    assert_eq!(ask(&access, "KTOKEN_other"), Ok(false));
    let unknown = Access { token: Secret::new("x"), ..access.clone() };
    assert_eq!(code(&ask(&unknown, access.token.expose()).unwrap_err()), 1205);
    let other = Access { system_id: "other".to_owned(), ..access };
    assert_eq!(code(&ask(&other, "x").unwrap_err()), 1202);
    let headers =
        [("G-I-ACCESS-TOKEN".to_owned(), other.token.expose().to_owned()), ("g-i-system-id".to_owned(), "sandbox-system".to_owned())];
    let mut raw = |target, headers: &[(String, String)]| {
        let reply = answer(caller.sandbox.handle(&Incoming { method: "GET", target, headers, body: b"" }, NOW));
        serde_json::from_slice::<Value>(&reply.body).unwrap()["code"].as_u64().unwrap()
    };
    assert_eq!(raw("/gaia-asp-gateway/api/token/validateToken?systemId=sandbox-system", &headers), 1000);
    assert_eq!(raw("/gaia-asp-gateway/api/token/validateToken?systemId=s&token=t", &headers[..1]), 1205);
}

fn entry() -> Entry {
    Entry {
        interface_id: "interface".to_owned(),
        log_type: LogType::NORMAL,
        log_id: "1".to_owned(),
        method: Method::Get,
        request_time: Moment::parse("2020-08-31 11:32:33").unwrap(),
        response_time: Moment::parse("2020-08-31 11:34:35").unwrap(),
        remote_ip: "192.168.171.43".parse().unwrap(),
        status: LogStatus::NORMAL,
        path: address("http://localhost:8080/test/1"),
        request_params: Masked::parameters(&[]),
        response_params: Masked::json(b"{}"),
    }
}

#[test]
fn a_log_entry_is_kept_if_it_has_the_documents_form() {
    let mut caller = Caller::new();
    let request = log::request(&address(BASE), &caller.access, &entry()).unwrap();
    let sent = request.body.clone().unwrap();
    assert_eq!(log::read(&answer(caller.send(&request))), Ok(true));
    assert_eq!(caller.sandbox.logged().iter().map(|entry| entry.as_str()).collect::<Vec<_>>(), [sent.as_str()]);
    for (from, to) in [
        ("\"logType\":\"1\"", "\"logType\":\"4\""),
        ("2020-08-31 11:32:33", "2020-08-31T11:32:33"),
        ("2020-08-31 11:34:35", "2020-02-30 11:34:35"),
        ("\"status\":\"200\"", "\"status\":\"ok\""),
        ("\"logType\"", "\"type\""),
        ("{", "["),
    ] {
        let changed = mohurd_ecert::gateway::Request { body: Some(sent.replacen(from, to, 1)), ..request.clone() };
        assert_eq!(code(&log::read(&answer(caller.send(&changed))).unwrap_err()), 1000, "{from}");
    }
    assert_eq!((caller.sandbox.logged().len(), caller.sandbox.seen(Call::Log)), (1, 7));
}

#[test]
fn a_token_ends_by_time() {
    let mut caller = Caller::of(Config { token_ttl_ms: 1000, ..Config::default() });
    let request = validate::request(&address(BASE), &caller.access, &caller.access.token, None).unwrap();
    let mut at = |now| validate::read(&answer(send(&mut caller.sandbox, &request, now)));
    assert_eq!(at(NOW + 999), Ok(true));
    assert_eq!(code(&at(NOW + 1000).unwrap_err()), 1205);
}

#[test]
fn a_token_ends_by_count_of_signed_calls() {
    let mut caller = Caller::of(Config { token_uses: Some(2), ..Config::default() });
    let validate = validate::request(&address(BASE), &caller.access, &caller.access.token, None).unwrap();
    assert_eq!(validate::read(&answer(caller.send(&validate))), Ok(true));
    // The second call is the last: what is asked about does not count any more.
    assert_eq!(validate::read(&answer(caller.send(&validate))), Ok(false));
    assert_eq!(code(&validate::read(&answer(caller.send(&validate))).unwrap_err()), 1205);
    let other = Caller::of(Config { token_uses: Some(0), ..Config::default() });
    assert_eq!(other.sandbox.seen(Call::Token), 1);
}

#[test]
fn an_interface_needs_leave() {
    let system = SystemConfig { interfaces: vec![Call::Submit], ..SystemConfig::new("sandbox-system", Secret::new("sandbox-key")) };
    let mut caller = Caller::of(Config { systems: vec![system], ..Config::default() });
    let validate = validate::request(&address(BASE), &caller.access, &caller.access.token, None).unwrap();
    assert_eq!(code(&validate::read(&answer(caller.send(&validate))).unwrap_err()), 1200);
    let log = log::request(&address(BASE), &caller.access, &entry()).unwrap();
    assert_eq!(code(&log::read(&answer(caller.send(&log))).unwrap_err()), 1200);
    let preview = "{\"certType\":\"1\",\"parameter\":{\"acceptData\":[{}]}}";
    assert_eq!(caller.post_json(preview)["code"], 1200);
    assert_eq!(caller.post_json("{}")["ReturnCode"], "0");
    assert!(caller.sandbox.logged().is_empty());
}

#[test]
fn two_systems_may_share_an_id_and_differ_in_their_interfaces() {
    let of = |key: &str, call| SystemConfig { interfaces: vec![call], ..SystemConfig::new("sandbox-system", Secret::new(key)) };
    let systems = vec![of("sandbox-key", Call::Submit), of("key-2", Call::Preview)];
    let mut caller = Caller::of(Config { systems, ..Config::default() });
    let request = token::request(&address(BASE), "sandbox-system", &Secret::new("key-2"));
    let second = token::read(&answer(caller.send(&request))).unwrap();
    assert!(second.remote_address.as_ref().unwrap().as_str().ends_with("/gaia-asp-gateway/test/preview"));
    caller.access.token = second.token;
    assert_eq!(caller.post_json("{\"certType\":\"1\",\"safeCertParameter\":{\"acceptData\":[{}]}}")["code"], 1200);
}

#[test]
fn paths_and_methods_are_those_of_the_document() {
    let mut caller = Caller::new();
    let mut status = |method, target| answer(caller.sandbox.handle(&Incoming { method, target, headers: &[], body: b"" }, NOW)).status;
    assert_eq!(status("POST", "/gaia-asp-gateway/api/token/getInterfaceTokenInfo"), 405);
    assert_eq!(status("GET", "/gaia-asp-gateway/test/submit"), 405);
    assert_eq!(status("get", "/gaia-asp-gateway/api/token/validateToken"), 405);
    assert_eq!(status("GET", "/x-gaia-asp-gateway/api/token/validateToken"), 404);
    assert_eq!(status("GET", "/gaia-asp-gateway/api/token/validateToken/"), 404);
    assert_eq!(status("GET", "/"), 404);
    assert_eq!(status("", ""), 404);
    assert_eq!(status("GET", "/a/sandbox/records"), 404);
    let page = answer(caller.sandbox.handle(&Incoming { method: "GET", target: "/x", headers: &[], body: b"" }, NOW));
    assert_eq!(
        submit::read(
            &mohurd_ecert::gateway::Chunk::of(mohurd_ecert::Kind::Safety, &[mohurd_ecert::Record::example(mohurd_ecert::Kind::Safety)]),
            &page
        )
        .records[0]
            .failure
            .as_ref()
            .unwrap()
            .cause,
        Cause::Status(404)
    );
    assert!(page.content_type.unwrap().starts_with("text/html"));
}
