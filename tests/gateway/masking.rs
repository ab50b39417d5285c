//! Planted keys, tokens and names show in no `Debug`, no `Display` and no log entry.

use mohurd_ecert::Kind;
use mohurd_ecert::gateway::log::Entry;
use mohurd_ecert::gateway::mask::Masked;
use mohurd_ecert::gateway::{Access, Address, Secret, log, preview, soap, submit, token, validate};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::requests::entry;
use super::{chunk, response};

/// Nothing of the library's own holds this.
const PLANTED: &str = "Planted7Secret";

fn hides(shown: impl std::fmt::Debug) {
    let shown = format!("{shown:?} {shown:#?}");
    assert!(!shown.contains(PLANTED), "{shown}");
}

fn planted_access() -> Access {
    Access { system_id: "system-1".to_owned(), token: Secret::new(PLANTED) }
}

#[test]
fn no_request_shows_key_token_or_body() {
    let base = Address::parse(&format!("http://localhost:1/{PLANTED}?a={PLANTED}")).unwrap();
    hides(&base);
    assert!(!base.to_string().contains(PLANTED));
    let access = planted_access();
    hides(&access);
    hides(token::request(&base, "system-1", &access.token));
    hides(validate::request(&base, &access, &access.token, None));
    hides(submit::request(&base, &access, PLANTED.to_owned()));
    hides(preview::request(&base, &access, PLANTED.to_owned()));
    hides(soap::request(&base, &access, "upload", &[("json", PLANTED)]));
    hides(soap::request(&base, &access, "up load", &[(PLANTED, PLANTED)]));
    hides(chunk(Kind::Safety, &[PLANTED]));
    hides(Address::parse(&format!("http://{PLANTED}@host/")));
}

/// Every reply in which the planted text stands at every string.
fn replies() -> Vec<Value> {
    let entry = json!({"ErrorGuid": PLANTED, "WarnGuid": PLANTED, "eCertID": PLANTED, "ErrorMsg": PLANTED, "WarnMsg": PLANTED,
                       "encryCertid": PLANTED, "encryKey": PLANTED});
    let data = json!({"ErrorData": [entry, PLANTED], "WarnData": [entry], "SuccessData": [entry], "SuccessGuids": PLANTED});
    let of = |code: &str| json!({"ReturnCode": code, "ReturnMsg": PLANTED, "encryKey": PLANTED, "ReturnData": data});
    let mut replies: Vec<Value> = ["0", "1", "2", "3", PLANTED].into_iter().map(of).collect();
    for code in ["1", "1205", "77", PLANTED] {
        replies.push(json!({"code": code, "message": PLANTED, "data": {"token": PLANTED, "remoteAddr": format!("http://h/{PLANTED}")}}));
        replies.push(json!({"code": code, "message": PLANTED, "data": {"token": format!("{PLANTED}\n"), "remoteAddr": PLANTED}}));
        replies.push(json!({"code": code, "message": PLANTED, "data": PLANTED}));
    }
    replies
}

#[test]
fn no_reading_shows_what_was_read() {
    let soap = |inner: &str| format!("<Envelope><Body>{inner}</Body></Envelope>");
    let fault = soap(&format!("<Fault><faultcode>{PLANTED}</faultcode><faultstring>{PLANTED}</faultstring></Fault>"));
    let text = soap(&format!("<r><{PLANTED}>{PLANTED}</{PLANTED}></r>"));
    let bodies = replies().into_iter().map(|reply| reply.to_string());
    for body in bodies.chain([fault, text, PLANTED.to_owned(), format!("<html>{PLANTED}"), format!("{{\"{PLANTED}")]) {
        for status in [200, 500] {
            let reply = response(status, body.clone());
            hides(&reply);
            hides((token::read(&reply), validate::read(&reply), log::read(&reply), soap::read(&reply)));
            for sent in [chunk(Kind::Safety, &[PLANTED]), chunk(Kind::Manager, &[PLANTED, "b"])] {
                hides((submit::read(&sent, &reply), preview::read(&sent, &reply), soap::outcomes(&sent, &reply)));
                let told = submit::read(&sent, &reply).records.into_iter().filter_map(|record| record.failure);
                assert!(told.into_iter().all(|failure| !failure.to_string().contains(PLANTED)));
            }
        }
    }
}

fn logged(entry: &Entry) -> String {
    log::request(&Address::parse("http://localhost:1").unwrap(), &planted_access(), entry).unwrap().body.unwrap()
}

#[test]
fn no_log_entry_holds_the_token() {
    let path = Address::parse(&format!("http://h/{PLANTED}/a?token={PLANTED}")).unwrap();
    let entry = Entry { path, interface_id: PLANTED.to_owned(), log_id: format!("x{PLANTED}"), ..entry() };
    let body = logged(&entry);
    assert!(!body.contains(PLANTED), "{body}");
    assert!(body.contains("\"path\":\"http://h/***/a\"") && body.contains("\"logId\":\"x***\""), "{body}");
}

#[test]
fn a_log_entry_holds_codes_and_nothing_of_a_record() {
    for kind in Kind::ALL {
        let mut record: Map<String, Value> = kind.table().fields.iter().map(|field| (field.name.to_owned(), PLANTED.into())).collect();
        record.insert("businessInformation".to_owned(), json!([{"itemvalue": "01", "itemtext": PLANTED, PLANTED: PLANTED}]));
        let masked =
            Masked::json(json!({"certType": PLANTED, kind.table().block: {kind.table().list_key: [record]}}).to_string().as_bytes());
        assert!(!masked.as_str().contains(PLANTED), "{}", masked.as_str());
        assert!(kind.table().fields.iter().all(|field| masked.as_str().contains(&format!("\"{}\":", field.name))));
    }
    let body = json!({"certType": "2", "specialCertParameter": {"acceptData": [{"eCertID": "0123456789abcdef0123456789abcdef",
        "certState": "01", "provinceNum": "350000", "name": "张三", "identityCard": "01", "operateType": "张三", "gender": 1}]}});
    let expected = concat!(
        r#"{"certType":"2","specialCertParameter":{"acceptData":[{"eCertID":"0123456789abcdef0123456789abcdef","certState":"01","#,
        r#""provinceNum":"350000","name":"***","identityCard":"***","operateType":"***","gender":1}]}}"#
    );
    assert_eq!(Masked::json(body.to_string().as_bytes()).as_str(), expected);
    assert_eq!(Masked::json(b"name=x").as_str(), "null");
}

#[test]
fn parameters_are_masked_by_name_and_value() {
    let masked = Masked::parameters(&[("systemId", PLANTED), ("key", PLANTED), (PLANTED, "1"), ("token", PLANTED)]);
    assert_eq!(masked.as_str(), r#"{"systemId":"***","key":"***","***":"***","token":"***"}"#);
}

/// JSON with the planted text, or a number, at any place.
fn planted() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![Just(json!(PLANTED)), Just(json!(11010519491231002_i64)), Just(json!("张三")), Just(Value::Null)];
    leaf.prop_recursive(4, 32, 4, |inner| {
        let names = "Planted7Secret|name|identityCard|photo|certState|eCertID|code|ReturnCode|data|certType|ErrorMsg|SuccessGuids|gender";
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..5).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn wherever_it_stands_it_is_masked(value in planted()) {
        let params = Masked::json(value.to_string().as_bytes());
        let entry = Entry { request_params: params.clone(), response_params: params, ..entry() };
        let body = logged(&entry);
        for secret in [PLANTED, "11010519491231002", "张三"] {
            prop_assert!(!body.contains(secret), "{}", body);
        }
        hides(entry);
    }
}
