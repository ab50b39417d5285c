//! Whatever comes back: nothing traps, and each record sent has exactly one outcome.

use std::fs;
use std::path::Path;

use mohurd_ecert::Kind;
use mohurd_ecert::gateway::request::Call;
use mohurd_ecert::gateway::{Outcomes, Response, State, log, preview, reply, soap, submit, token, validate};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::chunk;

fn is_one_for_each(outcomes: &Outcomes, count: usize) -> bool {
    outcomes.records.iter().map(|outcome| outcome.index).eq(0..count)
}

fn read_all(reply: &Response, ids: &[String]) {
    let _ = (token::read(reply), validate::read(reply), log::read(reply), soap::read(reply));
    for kind in Kind::ALL {
        let sent = chunk(kind, ids);
        for outcomes in [submit::read(&sent, reply), preview::read(&sent, reply), soap::outcomes(&sent, reply)] {
            assert!(is_one_for_each(&outcomes, ids.len()));
        }
    }
}

fn ids() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[abAB-]{0,3}", 0..5)
}

/// A value in a place where the document has another one, or this one.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2..1300_i64).prop_map(Value::from),
        "[abAB,; -]{0,5}".prop_map(Value::from),
        Just(json!("姓名不能为空")),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let names = "ReturnCode|ReturnData|SuccessGuids|SuccessData|ErrorData|WarnData|ErrorGuid|WarnGuid|ErrorMsg|eCertID|encryKey|code|data|custom|status";
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..5).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn any_entry(id: &'static str, words: &'static str) -> impl Strategy<Value = Value> {
    prop_oneof![4 => "[abAB-]{0,3}".prop_map(move |named| json!({id: named, words: "w"})), 1 => any_value()]
}

fn any_reply() -> impl Strategy<Value = Value> {
    let list = |id, words| prop_oneof![3 => prop::collection::vec(any_entry(id, words), 0..4).prop_map(Value::from), 1 => any_value()];
    let parts = (0..4_i64, list("ErrorGuid", "ErrorMsg"), list("WarnGuid", "WarnMsg"), list("eCertID", "encryKey"), any_value());
    parts.prop_map(|(code, errors, warnings, accepted, ids)| {
        json!({"ReturnCode": code.to_string(),
               "ReturnData": {"ErrorData": errors, "WarnData": warnings, "SuccessData": accepted, "SuccessGuids": ids}})
    })
}

proptest! {
    #[test]
    fn bytes(body in prop::collection::vec(any::<u8>(), 0..200), status in any::<u16>(), ids in ids()) {
        read_all(&Response { status, content_type: None, body }, &ids);
    }

    #[test]
    fn json_of_any_shape(value in any_value(), ids in ids()) {
        read_all(&super::response(200, value.to_string()), &ids);
    }

    #[test]
    fn xml_like_text(body in "(<[a-z!?/]{0,3}(Envelope|Body|Fault|r|return|DOCTYPE)[a-z =\"]{0,4}/?>|&#?x?[a-z0-9]{0,9};|[ a-z]|<!\\[CDATA\\[|\\]\\]>|<!--|-->){0,20}", ids in ids()) {
        read_all(&super::response(200, body), &ids);
    }

    /// Where the reply is the document's, the code bounds what can become of a record.
    #[test]
    fn the_code_bounds_the_states(value in any_reply(), ids in ids()) {
        let outcomes = reply::read_text(Call::Submit, &chunk(Kind::Safety, &ids), &value.to_string());
        prop_assert!(is_one_for_each(&outcomes, ids.len()));
        let code = value["ReturnCode"].as_str().unwrap();
        for outcome in &outcomes.records {
            let possible: &[State] = match code {
                "0" => &[State::Accepted, State::AcceptedWithWarning, State::Refused, State::Unknown],
                "1" => &[State::Accepted],
                "2" => &[State::Accepted, State::AcceptedWithWarning],
                _ => &[State::Unknown],
            };
            prop_assert!(possible.contains(&outcome.state), "{} {:?}", code, outcome.state);
            prop_assert_eq!(outcome.failure.is_some(), code == "3");
        }
    }

    /// Each reply of the document, cut anywhere or with one byte changed.
    #[test]
    fn a_reply_that_was_damaged(choice in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<Option<u8>>(), ids in ids()) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/replies");
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let mut body = fs::read(choice.get(&files)).unwrap();
        if !body.is_empty() {
            let at = at.index(body.len());
            match byte {
                Some(byte) => body[at] = byte,
                None => body.truncate(at),
            }
        }
        read_all(&super::response(200, body), &ids);
    }
}
