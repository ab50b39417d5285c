//! Whatever arrives: nothing traps, and there is always a reply.

use mohurd_ecert::gateway::{Call, Words};
use mohurd_ecert::sandbox::{Config, Fault, Incoming, Partial, Repeated, Sandbox, Style, Then};
use mohurd_ecert::{Kind, Record};
use proptest::prelude::*;

use super::support::{Caller, body};

fn any_target() -> impl Strategy<Value = String> {
    let path = prop_oneof![
        Just("gaia-asp-gateway/api/token/getInterfaceTokenInfo"),
        Just("gaia-asp-gateway/api/token/validateToken"),
        Just("gaia-asp-gateway/api/log/requestResponseLog"),
        Just("gaia-asp-gateway/test/submit"),
        Just("gaia-asp-gateway/test/preview"),
        Just("sandbox/records"),
        Just("sandbox/calls"),
        Just("sandbox/keys"),
        Just("sandbox/faults"),
        Just("sandbox/reset"),
    ];
    let query = "(\\?((systemId|key|token)=(sandbox-system|sandbox-key|%[0-9a-f]{2}|%|\\+|\\PC{0,3})&?){0,3})?";
    prop_oneof![8 => (path, query).prop_map(|(path, query)| format!("/{path}{query}")), 1 => "\\PC*"]
}

fn any_fault() -> impl Strategy<Value = Fault> {
    prop_oneof![
        Just(Fault::None),
        any::<u64>().prop_map(Fault::Delay),
        any::<bool>().prop_map(|taken| Fault::Silence { taken }),
        any::<bool>().prop_map(|taken| Fault::Close { taken }),
        Just(Fault::Cut),
        (any::<u16>(), any::<bool>()).prop_map(|(status, taken)| Fault::Html { status, taken }),
        (any::<u16>(), any::<bool>()).prop_map(|(status, taken)| Fault::Status { status, taken }),
        any::<u16>().prop_map(Fault::Code),
        "\\PC*".prop_map(|words| Fault::Refuse(Words::new(words))),
        Just(Fault::Empty),
        Just(Fault::NotUtf8),
        Just(Fault::Bom),
        "\\PC*".prop_map(|text| Fault::Text(Words::new(text))),
        Just(Fault::TokenWithLineBreak),
    ]
}

fn any_config() -> impl Strategy<Value = Config> {
    let partial = prop_oneof![Just(Partial::Accept), Just(Partial::Refuse)];
    let repeated = prop_oneof![Just(Repeated::Same), Just(Repeated::Refuse), Just(Repeated::Second)];
    let style = prop_oneof![Just(Style::Bare), Just(Style::Enveloped), Just(Style::Custom)];
    let parts = (partial, repeated, style, any::<u64>(), any::<u64>(), any::<Option<u32>>());
    parts.prop_map(|(partial, repeated, style, seed, token_ttl_ms, token_uses)| Config {
        partial,
        repeated,
        style,
        seed,
        token_ttl_ms,
        token_uses,
        ..Config::default()
    })
}

/// A body with a few bytes changed, or any bytes.
fn any_body() -> impl Strategy<Value = Vec<u8>> {
    let kinds = prop_oneof![Just(Kind::Safety), Just(Kind::Special), Just(Kind::Manager), Just(Kind::Preview)];
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4);
    let changed = (kinds, changes).prop_map(|(kind, changes)| {
        let mut bytes = body(&[Record::example(kind)]).into_bytes();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        bytes
    });
    let xml =
        "<Envelope><Body>(<[a-z!?/]{0,3}(Fault|unknown|return)[a-z =\"]{0,4}/?>|&#?x?[a-z0-9]{0,9};|[ a-z{}]){0,20}(</Body></Envelope>)?";
    prop_oneof![
        3 => changed,
        1 => xml.prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..200),
        1 => r#"\{("(call|faults|certType|parameter|ID)":("submit"|\[("cut"|1|\{"html":9\}){0,2}\]|"\PC{0,3}"),?){0,3}\}"#.prop_map(String::into_bytes),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_is_always_a_reply(
        config in any_config(),
        requests in prop::collection::vec((prop_oneof![2 => Just("GET"), 3 => Just("POST"), 1 => Just("\u{0}")], any_target(), any::<bool>(), any_body(), any::<u64>()), 0..6),
        faults in prop::collection::vec(any_fault(), 0..4),
        text in "\\PC*",
    ) {
        let mut caller = Caller::of(config);
        for call in Call::ALL {
            caller.sandbox.plan(call, faults.clone());
        }
        for (method, target, xml, body, now) in requests {
            let headers = [
                ("g-i-access-token".to_owned(), caller.access.token.expose().to_owned()),
                ("G-I-SYSTEM-ID".to_owned(), caller.access.system_id.clone()),
                ("content-type".to_owned(), if xml { "text/xml".to_owned() } else { text.clone() }),
            ];
            let reply = caller.sandbox.handle(&Incoming { method, target: &target, headers: &headers, body: &body }, now);
            match reply.then {
                Then::Answer(response) | Then::Cut(response) => prop_assert!(response.body.len() < 1 << 20),
                Then::Close | Then::Silence => {}
            }
        }
    }

    /// The same requests at the same times have the same replies.
    #[test]
    fn it_knows_no_chance(seed in any::<u64>(), bodies in prop::collection::vec(any_body(), 1..4)) {
        let run = || {
            let mut caller = Caller::of(Config { seed, ..Config::default() });
            let replies: Vec<Vec<u8>> = bodies.iter().map(|body| caller.post(&String::from_utf8_lossy(body)).body).collect();
            (replies, caller.access.token.expose().to_owned())
        };
        prop_assert_eq!(run(), run());
    }

    #[test]
    fn a_stranger_reaches_nothing(body in any_body(), token in "[!-~]{0,40}") {
        let mut sandbox = Sandbox::new(Config::default());
        let headers = [("G-I-Access-Token".to_owned(), token), ("G-I-System-Id".to_owned(), "sandbox-system".to_owned())];
        sandbox.handle(&Incoming { method: "POST", target: "/gaia-asp-gateway/test/submit", headers: &headers, body: &body }, 0);
        prop_assert!(sandbox.held().is_empty());
    }
}
