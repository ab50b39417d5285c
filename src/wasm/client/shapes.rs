//! The shapes in which results go out: plain data, as the package's types have them.

use serde_json::{Map, Value, json};

use crate::check::message::{Locale, Param};
use crate::check::{Issue, Root, Step};
use crate::gateway::client::{CallNote, Report, Settled};
use crate::gateway::outcome::{Assignment, Note};
use crate::gateway::soap::Answer;
use crate::gateway::token::Token;
use crate::gateway::{Failure, State, Words};
use crate::spec::endpoints::{ASSIGNMENT, REMOTE_ADDRESS, SUCCESS_ENTRY, TOKEN};
use crate::spec::{Kind, Role};

/// In which language results are put.
#[derive(Clone, Copy)]
pub(super) struct Shapes {
    /// English; else Chinese.
    pub(super) english: bool,
}

pub(super) fn token(token: &Token) -> Value {
    json!({ TOKEN: token.token.expose(), REMOTE_ADDRESS: token.remote_address.as_ref().map(|address| address.as_str()) })
}

pub(super) fn soap(answer: &Answer) -> Value {
    match answer {
        Answer::Text(text) => json!({ "text": text.as_str() }),
        Answer::Fault(fault) => json!({ "fault": fault.as_str() }),
    }
}

impl Shapes {
    fn locale(self) -> Locale {
        if self.english { Locale::En } else { Locale::ZhCn }
    }

    pub(super) fn failure(self, failure: &Failure) -> Value {
        json!({
            "call": failure.call.id(),
            "cause": failure.cause.id(),
            "code": failure.cause.number(),
            "retryable": failure.retryable(),
            "notReceived": failure.not_received(),
            "message": failure.message(self.locale()),
            "advice": failure.advice(self.locale()),
        })
    }

    pub(super) fn report(self, report: &Report) -> Value {
        let counts = State::ALL.map(|state| (state.id().to_owned(), report.count(state).into()));
        json!({
            "kind": report.kind.id(),
            "total": report.outcomes.len(),
            "counts": counts.into_iter().collect::<Map<_, _>>(),
            "outcomes": self.outcomes(report.kind, report.outcomes.iter()),
            "calls": report.calls.iter().map(|call| call_note(report.kind, call)).collect::<Vec<_>>(),
        })
    }

    pub(super) fn outcomes<'s>(self, kind: Kind, outcomes: impl Iterator<Item = &'s Settled>) -> Value {
        outcomes.map(|outcome| self.outcome(kind, outcome)).collect()
    }

    fn outcome(self, kind: Kind, outcome: &Settled) -> Value {
        let mut members = Map::new();
        let mut add = |name: &str, value: Value| drop(members.insert(name.to_owned(), value));
        let id = outcome.id.as_ref().map(Words::as_str);
        let assignment = kind.table().with_role(Role::Assignment).and_then(|place| name(kind, place));
        add("index", outcome.index.into());
        add(SUCCESS_ENTRY, if assignment.is_some() { Value::Null } else { id.into() });
        if let Some(name) = assignment {
            add(name, id.into());
        }
        add("state", outcome.state.id().into());
        add("issues", outcome.issues.iter().map(|issue| self.issue(kind, issue)).collect());
        add("replies", replies(kind, &outcome.replies));
        if let Some(failure) = &outcome.failure {
            add("failure", self.failure(failure));
        }
        members.extend(outcome.assignment.iter().flat_map(pair));
        Value::Object(members)
    }

    fn issue(self, kind: Kind, issue: &Issue) -> Value {
        let known = Some(kind);
        let params = issue.params(known).into_iter().map(|(name, param)| {
            let value = match param {
                Param::Number(number) => number.into(),
                Param::Text(text) => text.into(),
            };
            (name.to_owned(), value)
        });
        json!({
            "rule": issue.rule_id(),
            "severity": issue.severity.id(),
            "path": issue.path(known, Root::Batch).into_iter().map(step).collect::<Vec<_>>(),
            "field": issue.field(known),
            "message": issue.message(known, self.locale()),
            "params": params.collect::<Map<_, _>>(),
            "cite": issue.cite(known),
        })
    }
}

fn step(step: Step) -> Value {
    match step {
        Step::Name(name) => name.into(),
        Step::Index(index) => index.into(),
    }
}

fn call_note(kind: Kind, call: &CallNote) -> Value {
    json!({
        "records": call.records,
        "message": call.message.as_ref().map(Words::as_str),
        "replies": replies(kind, &call.notes),
        "unassigned": call.unassigned.iter().map(|assignment| pair(assignment).collect::<Map<_, _>>()).collect::<Vec<_>>(),
    })
}

fn replies(kind: Kind, notes: &[Note]) -> Value {
    notes.iter().map(|note| json!({ "text": note.text.as_str(), "field": note.field.and_then(|place| name(kind, place)) })).collect()
}

fn name(kind: Kind, place: usize) -> Option<&'static str> {
    kind.table().fields.get(place).map(|field| field.name)
}

/// The members of an assignment that are there.
fn pair(assignment: &Assignment) -> impl Iterator<Item = (String, Value)> {
    let values = [&assignment.cert_id, &assignment.key].map(|words| words.as_ref().map(|words| Value::from(words.as_str())));
    ASSIGNMENT.into_iter().zip(values).filter_map(|(name, value)| Some((name.to_owned(), value?)))
}
