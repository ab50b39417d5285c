//! A caller of the sandbox: the gateway's own requests in, its own readers behind the reply.

use mohurd_ecert::gateway::Chunk;
use mohurd_ecert::gateway::{Access, Address, Outcomes, Request, Response, Secret, preview, submit, token};
use mohurd_ecert::record::Given;
use mohurd_ecert::record::text::Text;
use mohurd_ecert::sandbox::{Config, Incoming, Reply, Sandbox, Then};
use mohurd_ecert::spec::Role;
use mohurd_ecert::{Kind, Options, Record, build_request};

/// 2024-07-01T00:00:00Z.
pub(crate) const NOW: u64 = 1_719_792_000_000;
pub(crate) const BASE: &str = "http://127.0.0.1:8788/";

pub(crate) fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

/// A sandbox, and a caller who has a token of it.
pub(crate) struct Caller {
    pub(crate) sandbox: Sandbox,
    pub(crate) access: Access,
    pub(crate) remote: Address,
}

impl Caller {
    pub(crate) fn of(config: Config) -> Caller {
        Caller::in_front_of(Sandbox::new(config))
    }

    pub(crate) fn in_front_of(mut sandbox: Sandbox) -> Caller {
        let token = token::read(&answer(send(&mut sandbox, &token_request(), NOW))).unwrap();
        let access = Access { system_id: "sandbox-system".to_owned(), token: token.token };
        Caller { sandbox, access, remote: token.remote_address.unwrap() }
    }

    pub(crate) fn new() -> Caller {
        Caller::of(Config::default())
    }

    /// One who was given the assignments of so many certificates: those that numbered previews name.
    pub(crate) fn assigned(count: u32) -> Caller {
        let mut caller = Caller::new();
        let records: Vec<Record> = (1..=count).map(|number| numbered(Kind::Special, number)).collect();
        assert_eq!(told(&caller.submit(&records)), vec![("accepted", vec![]); records.len()]);
        caller
    }

    pub(crate) fn send(&mut self, request: &Request) -> Reply {
        send(&mut self.sandbox, request, NOW)
    }

    /// The reply to a body.
    pub(crate) fn post(&mut self, body: &str) -> Response {
        let request = submit::request(&self.remote, &self.access, body.to_owned()).unwrap();
        answer(self.send(&request))
    }

    /// The reply to a body, as JSON.
    pub(crate) fn post_json(&mut self, body: &str) -> serde_json::Value {
        serde_json::from_slice(&self.post(body).body).unwrap()
    }

    /// What became of these records, as the gateway's readers have it.
    pub(crate) fn submit(&mut self, records: &[Record]) -> Outcomes {
        let kind = records[0].kind();
        let reply = self.post(&body(records));
        let chunk = Chunk::of(kind, records);
        if kind == Kind::Preview { preview::read(&chunk, &reply) } else { submit::read(&chunk, &reply) }
    }
}

pub(crate) fn token_request() -> Request {
    token::request(&address(BASE), "sandbox-system", &Secret::new("sandbox-key"))
}

/// Sends a request as an HTTP client does.
pub(crate) fn send(sandbox: &mut Sandbox, request: &Request, now: u64) -> Reply {
    let url = request.url.as_str();
    let target = &url[url.find("://").map_or(0, |at| at + 3)..];
    let target = target.find('/').map_or("/", |at| &target[at..]);
    let mut headers: Vec<(String, String)> = request.headers.iter().map(|(name, value)| (name.to_lowercase(), value.clone())).collect();
    headers.extend(request.content_type.map(|label| ("Content-Type".to_owned(), label.to_owned())));
    let body = request.body.as_deref().unwrap_or_default().as_bytes();
    sandbox.handle(&Incoming { method: request.method.id(), target, headers: &headers, body }, now)
}

/// The answer of a reply that comes at once.
pub(crate) fn answer(reply: Reply) -> Response {
    assert_eq!(reply.delay, 0);
    match reply.then {
        Then::Answer(response) => response,
        other => panic!("{other:?}"),
    }
}

/// The body of these records, whatever is wrong with them.
pub(crate) fn body(records: &[Record]) -> String {
    let mut options = Options::default();
    options.certificate = Some(Kind::Safety);
    for rule in mohurd_ecert::rules() {
        options.set_rule(rule.id, None);
    }
    build_request(records[0].kind(), records, &options).unwrap()
}

/// The example of a kind with its own id and number, so that several go together.
pub(crate) fn numbered(kind: Kind, number: u32) -> Record<'static> {
    let mut record = Record::example(kind);
    let cert_number = match kind {
        Kind::Safety => format!("（闽）JZ安许证字[2024]{number:06}"),
        Kind::Special => format!("闽A012024{number:06}"),
        Kind::Manager => format!("闽建安C3（2024）{number:07}"),
        Kind::Preview => String::new(),
    };
    put(&mut record, Role::RecordId, &format!("{number:032x}"));
    put(&mut record, Role::CertNumber, &cert_number);
    put(&mut record, Role::Assignment, &format!("3500002024{number:09}"));
    record
}

/// Writes a text at the field of a role, where the kind has one.
pub(crate) fn put(record: &mut Record<'static>, role: Role, text: &str) {
    if let Some(place) = record.kind().table().with_role(role) {
        put_at(record, place, text);
    }
}

pub(crate) fn put_at(record: &mut Record<'static>, place: usize, text: &str) {
    record.put(place, Given::Text(Text::whole(text.to_owned().into())));
}

pub(crate) fn with(kind: Kind, number: u32, changes: &[(Role, &str)]) -> Record<'static> {
    let mut record = numbered(kind, number);
    for (role, text) in changes {
        put(&mut record, *role, text);
    }
    record
}

/// The states of the outcomes, and the words to each.
pub(crate) fn told(outcomes: &Outcomes) -> Vec<(&'static str, Vec<&str>)> {
    let told = outcomes.records.iter().map(|outcome| {
        let words = outcome.replies.iter().map(|note| note.text.as_str());
        (outcome.state.id(), words.collect())
    });
    told.collect()
}
