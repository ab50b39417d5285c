//! A whole request body: `certType`, the parameter blocks, and the records of the own one (readings R3 and R8).
//!
//! A preview's body is told by its `parameter`. Where `certType` is wrong, the only block that holds something says the kind,
//! so that its records are checked all the same.

use super::checker::{Checker, Progress};
use super::issue::{Place, Report, Root, RuleId};
use super::options::Options;
use super::repetitions::Together;
use crate::record::Record;
use crate::record::json::{JsonType, Reader, Syntax};
use crate::record::text::{nearest, trim};
use crate::spec::{CERT_TYPE, Kind, LIST_KEYS};

const SYNTAX: RuleId = RuleId::of("record/syntax");
const UNKNOWN: RuleId = RuleId::of("field/unknown");
const SHAPE: RuleId = RuleId::of("request/shape");
const CERT_TYPE_RULE: RuleId = RuleId::of("request/cert-type");
const ONLY_OWN_PARAMETER: RuleId = RuleId::of("request/only-own-parameter");
const EMPTY_LIST: RuleId = RuleId::of("request/empty-list");

/// Checks a request body given as JSON text.
pub fn validate_request(json: &[u8], options: &Options) -> Report {
    let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
    let parts = Parts::read(json, &BODY);
    let certificate = parts.as_ref().ok().and_then(|parts| parts.certificate());
    let kind = parts.as_ref().ok().and_then(|parts| parts.kind());
    let mut options = options.clone();
    options.certificate = certificate.or(options.certificate);
    // Without a kind no record is checked, and the rules of the envelope are the same for every kind.
    let mut progress = Progress::new(kind.unwrap_or(Kind::Safety), Together::Request);
    let mut check = RequestCheck { checker: progress.with(&options), list_key: 0 };
    match parts {
        Ok(parts) => check.body(&parts, kind),
        Err(NoBody::Syntax(syntax)) => check.checker.add(SYNTAX, Place::Body, syntax.at, syntax.reason as u32),
        Err(NoBody::NotAnObject) => check.checker.add(SHAPE, Place::Body, JSON_OBJECT, 0),
    }
    let root = Root::Request { list_key: check.list_key };
    Report { kind, ..check.checker.tell(root) }
}

const JSON_OBJECT: u32 = crate::record::Found::Json(JsonType::Object).index();
const JSON_ARRAY: u32 = crate::record::Found::Json(JsonType::Array).index();

/// The members of an object, each as its JSON text where its name is known, and the names of the others.
#[derive(Default)]
struct Parts<'a> {
    known: [Option<&'a [u8]>; 5],
    others: Vec<Box<str>>,
}

enum NoBody {
    Syntax(Syntax),
    NotAnObject,
}

impl From<Syntax> for NoBody {
    fn from(syntax: Syntax) -> NoBody {
        NoBody::Syntax(syntax)
    }
}

impl<'a> Parts<'a> {
    fn read(json: &'a [u8], names: &[&str]) -> Result<Parts<'a>, NoBody> {
        let mut reader = Reader::new(json);
        if reader.peek()? != JsonType::Object {
            reader.skip()?;
            reader.end()?;
            return Err(NoBody::NotAnObject);
        }
        let mut parts = Parts::default();
        let mut list = reader.begin_object()?;
        while let Some(name) = reader.next_member(&mut list)? {
            let raw = reader.skip()?;
            match names.iter().position(|known| *known == name.text).and_then(|index| parts.known.get_mut(index)) {
                Some(known) => *known = Some(raw),
                None => parts.others.push(Box::from(&*name.text)),
            }
        }
        reader.end()?;
        Ok(parts)
    }

    fn cert_type(&self) -> Option<&'a [u8]> {
        let [cert_type, ..] = self.known;
        cert_type
    }

    fn certificate(&self) -> Option<Kind> {
        let mut reader = Reader::new(self.cert_type()?);
        if reader.peek() != Ok(JsonType::String) {
            return None;
        }
        Kind::from_cert_type(&reader.string().ok()?.text)
    }

    fn block(&self, kind: Kind) -> Option<&'a [u8]> {
        let [_, blocks @ ..] = self.known;
        blocks.get(kind as usize).copied().flatten()
    }

    fn kind(&self) -> Option<Kind> {
        let preview = self.block(Kind::Preview);
        let mut given = Kind::CERTIFICATES.into_iter().filter(|kind| !is_empty(self.block(*kind)));
        let (first, second) = (given.next(), given.next());
        // An empty block beside a certificate is allowed (reading R8) and tells nothing.
        if !is_empty(preview) || preview.is_some() && first.is_none() {
            return Some(Kind::Preview);
        }
        self.certificate().or(first.filter(|_| second.is_none()))
    }
}

/// Absent, `null`, `""`, `{}`, `[]`, or an object with an empty or null list (reading R8).
fn is_empty(block: Option<&[u8]>) -> bool {
    let Some(block) = block else { return true };
    is_nothing(block)
        || Parts::read(block, &LIST_KEYS).is_ok_and(|parts| parts.others.is_empty() && parts.known.into_iter().flatten().all(is_nothing))
}

fn is_nothing(json: &[u8]) -> bool {
    let mut reader = Reader::new(json);
    match reader.peek() {
        Ok(JsonType::Null) => true,
        Ok(JsonType::String) => reader.string().is_ok_and(|text| trim(&text.text).is_empty()),
        Ok(JsonType::Array) => reader.begin_array().and_then(|mut list| reader.next_element(&mut list)) == Ok(false),
        Ok(JsonType::Object) => reader.begin_object().and_then(|mut list| reader.next_member(&mut list)).is_ok_and(|name| name.is_none()),
        _ => false,
    }
}

/// The names in a body: of its kind, and of the blocks in the order of the kinds.
const BODY: [&str; 5] =
    [CERT_TYPE, Kind::Safety.table().block, Kind::Special.table().block, Kind::Manager.table().block, Kind::Preview.table().block];

/// The names of the envelope, for the offer of the nearest one.
pub fn envelope_names() -> [&'static str; 7] {
    let ([cert_type, safety, special, manager, preview], [lower, upper]) = (BODY, LIST_KEYS);
    [cert_type, safety, special, manager, preview, lower, upper]
}

fn near(name: &str) -> u32 {
    let near = nearest(name, envelope_names().into_iter());
    near.and_then(|near| envelope_names().iter().position(|other| *other == near)).map_or(0, |index| index as u32 + 1)
}

struct RequestCheck<'c> {
    checker: Checker<'c>,
    list_key: u8,
}

impl RequestCheck<'_> {
    fn body(&mut self, parts: &Parts, own: Option<Kind>) {
        if parts.certificate().is_none() {
            self.checker.add(CERT_TYPE_RULE, Place::CertType, 0, 0);
        }
        for kind in Kind::ALL {
            let block = parts.block(kind);
            if own == Some(kind) {
                self.own_block(kind, block);
            } else if !is_empty(block)
                && let Some(own) = own
            {
                self.checker.add(ONLY_OWN_PARAMETER, Place::Block(kind), own as u32, 0);
            }
        }
        for name in &parts.others {
            self.checker.add(UNKNOWN, Place::BodyName(name.clone()), near(name), 0);
        }
    }

    fn own_block(&mut self, kind: Kind, block: Option<&[u8]>) {
        let Some(block) = block.filter(|block| !is_nothing(block)) else {
            return self.checker.add(EMPTY_LIST, Place::Block(kind), 0, 0);
        };
        let Ok(Parts { known: [lower, upper, ..], others }) = Parts::read(block, &LIST_KEYS) else {
            return self.checker.add(SHAPE, Place::Block(kind), JSON_OBJECT, 0);
        };
        match [lower, upper] {
            [Some(_), Some(_)] => self.checker.add(SHAPE, Place::Block(kind), JSON_ARRAY, 0),
            [None, None] => self.checker.add(EMPTY_LIST, Place::Block(kind), 0, 0),
            [Some(list), None] => self.list(kind, 0, list),
            [None, Some(list)] => self.list(kind, 1, list),
        }
        for name in others {
            let nearest = near(&name);
            self.checker.add(UNKNOWN, Place::BlockName(kind, name), nearest, 0);
        }
    }

    fn list(&mut self, kind: Kind, key: u8, json: &[u8]) {
        self.list_key = key;
        let mut reader = Reader::new(json);
        if is_nothing(json) {
            return self.checker.add(EMPTY_LIST, Place::Block(kind), 0, 0);
        }
        if reader.peek() != Ok(JsonType::Array) {
            return self.checker.add(SHAPE, Place::List(kind, key), JSON_ARRAY, 0);
        }
        // The text was read once as a whole, so no fault is met here.
        let Ok(mut list) = reader.begin_array() else { return };
        while let Ok(true) = reader.next_element(&mut list) {
            match Record::read(kind, &mut reader) {
                Ok(Some(record)) => _ = self.checker.record(&record),
                Ok(None) => self.checker.not_an_object(),
                Err(syntax) => return self.checker.broken(syntax),
            }
            if self.checker.is_full() {
                return;
            }
        }
    }
}
