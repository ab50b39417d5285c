//! Settings and faults as JSON: what is read, and that a fault in them is told by its place alone.

use mohurd_ecert::Profile;
use mohurd_ecert::gateway::{Call, Words};
use mohurd_ecert::record::date::Date;
use mohurd_ecert::sandbox::{Assigns, Config, Fault, INTERFACES, Pairs, Partial, Repeated, Style, UnknownAssignment};
use serde_json::{Value, json};

#[test]
fn what_is_absent_has_its_default() {
    let (read, default) = (Config::from_json(&json!({"seed": null})).unwrap(), Config::default());
    assert_eq!((&read.origin, read.seed, read.token_ttl_ms, read.token_uses), (&default.origin, 1, default.token_ttl_ms, None));
    assert_eq!((read.systems.len(), &read.systems[0].id), (1, &default.systems[0].id));
    assert_eq!((read.repeated, read.partial, read.style), (Repeated::Same, Partial::Accept, Style::Bare));
    assert_eq!((read.pairs, read.assigns, read.unknown_assignment), (Pairs::Top, Assigns::NewAndRenewed, UnknownAssignment::Refuse));
    assert!(read.profile == Profile::Document && read.today.is_none());
}

#[test]
fn every_setting_is_read() {
    let read = Config::from_json(&json!({
        "systems": [{"systemId": "s", "key": "k"}, {"systemId": "s", "key": "l", "interfaces": ["preview", "log"]}],
        "origin": "https://host:1/a", "tokenTtlMs": 5, "tokenUses": 3, "repeated": "second", "partial": "refuse", "style": "custom",
        "pairs": "listed", "assigns": "all", "unknownAssignment": "accept", "seed": 9, "profile": "strict", "today": "2024-07-01",
    }))
    .unwrap();
    assert_eq!((read.systems[0].key.expose(), &*read.systems[0].interfaces), ("k", &INTERFACES[..]));
    assert_eq!((read.systems[1].key.expose(), &*read.systems[1].interfaces), ("l", &[Call::Preview, Call::Log][..]));
    assert_eq!((read.origin.as_str(), read.seed, read.token_ttl_ms, read.token_uses), ("https://host:1/a", 9, 5, Some(3)));
    assert_eq!((read.repeated, read.partial, read.style), (Repeated::Second, Partial::Refuse, Style::Custom));
    assert_eq!((read.pairs, read.assigns, read.unknown_assignment), (Pairs::Listed, Assigns::All, UnknownAssignment::Accept));
    assert!(read.profile == Profile::Strict && read.today == Date::parse("2024-07-01"));
}

#[test]
fn a_setting_that_cannot_be_read_is_told_by_its_place() {
    let planted = "Planted7Secret";
    for (json, place) in [
        (json!(planted), ""),
        (json!({planted: 1}), ""),
        (json!({"systems": planted}), "systems"),
        (json!({"systems": [planted]}), "systems[0]"),
        (json!({"systems": [{"systemId": "s", "key": "k"}, {"systemId": "s", "key": [planted]}]}), "systems[1].key"),
        (json!({"systems": [{"systemId": "", "key": planted}]}), "systems[0].systemId"),
        (json!({"systems": [{"systemId": planted}]}), "systems[0].key"),
        (json!({"systems": [{"systemId": "s", "key": planted, planted: 1}]}), "systems[0]"),
        (json!({"systems": [{"systemId": "s", "key": planted, "interfaces": ["log", planted]}]}), "systems[0].interfaces[1]"),
        (json!({"systems": [{"systemId": "s", "key": planted, "interfaces": ["token"]}]}), "systems[0].interfaces[0]"),
        (json!({"origin": planted}), "origin"),
        (json!({"origin": format!("http://user:{planted}@host/")}), "origin"),
        (json!({"tokenTtlMs": planted}), "tokenTtlMs"),
        (json!({"tokenTtlMs": -1}), "tokenTtlMs"),
        (json!({"tokenUses": 1.5}), "tokenUses"),
        (json!({"tokenUses": 4_294_967_296_u64}), "tokenUses"),
        (json!({"repeated": planted}), "repeated"),
        (json!({"style": 1}), "style"),
        (json!({"today": planted}), "today"),
    ] {
        let misread = Config::from_json(&json).unwrap_err();
        assert_eq!(misread.member, place, "{json}");
        let shown = format!("{misread} {misread:?}");
        assert!(!shown.contains(planted) && shown.contains(place), "{shown}");
    }
}

#[test]
fn a_fault_is_a_word_or_an_object_of_one_member() {
    for (json, fault) in [
        (json!("none"), Fault::None),
        (json!({"delay": 500}), Fault::Delay(500)),
        (json!("silence"), Fault::Silence { taken: false }),
        (json!({"silence": {"taken": true}}), Fault::Silence { taken: true }),
        (json!({"close": {"taken": true}}), Fault::Close { taken: true }),
        (json!({"close": {}}), Fault::Close { taken: false }),
        (json!("close"), Fault::Close { taken: false }),
        (json!("cut"), Fault::Cut),
        (json!({"html": 502}), Fault::Html { status: 502, taken: false }),
        (json!({"html": {"status": 502, "taken": true}}), Fault::Html { status: 502, taken: true }),
        (json!({"status": 503}), Fault::Status { status: 503, taken: false }),
        (json!({"status": {"status": 504, "taken": true}}), Fault::Status { status: 504, taken: true }),
        (json!({"code": 1205}), Fault::Code(1205)),
        (json!({"refuse": "x"}), Fault::Refuse(Words::new("x"))),
        (json!("empty"), Fault::Empty),
        (json!("not-utf8"), Fault::NotUtf8),
        (json!("bom"), Fault::Bom),
        (json!("too-long"), Fault::TooLong),
        (json!({"text": "x"}), Fault::Text(Words::new("x"))),
        (json!("token-with-line-break"), Fault::TokenWithLineBreak),
    ] {
        assert_eq!(Fault::from_json(&json), Ok(fault), "{json}");
    }
}

#[test]
fn what_is_no_fault_is_told_by_its_place() {
    for (json, place) in [
        (json!("Cut"), ""),
        (json!(1), ""),
        (json!({}), ""),
        (json!({"delay": 1, "code": 1}), ""),
        (json!({"cut": true}), ""),
        (json!({"delay": -1}), "delay"),
        (json!({"code": 65_536}), "code"),
        (json!({"text": 1}), "text"),
        (json!({"refuse": ["x"]}), "refuse"),
        (json!({"close": true}), "close"),
        (json!({"close": {"took": true}}), "close"),
        (json!({"html": "502"}), "html"),
        (json!({"html": 199}), "html"),
        (json!({"status": {"status": 600}}), "status.status"),
        (json!({"status": {"taken": true}}), ""),
    ] {
        assert_eq!(Fault::from_json(&json).map_err(|misread| misread.member), Err(place.to_owned()), "{json}");
    }
    assert_eq!(Fault::from_json(&Value::Null).unwrap_err().to_string(), "应为对象 (must be an object)");
}
