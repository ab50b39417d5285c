//! An earlier report, read back from the form in which `shapes` gave it out. What was found in the records is left out: they are
//! checked anew.

use serde_json::Value;

use crate::gateway::client::{CallNote, Report, Settled};
use crate::gateway::outcome::{Assignment, Note};
use crate::gateway::{Call, Cause, Failure, State, Words};
use crate::spec::endpoints::{ASSIGNMENT, SUCCESS_ENTRY};
use crate::spec::{Kind, Role};

/// The report in a JSON text; nothing where it is none.
pub(super) fn read(json: &str) -> Option<Report> {
    let report: Value = serde_json::from_str(json).ok()?;
    let kind = Kind::from_id(report.get("kind")?.as_str()?)?;
    let outcomes = report.get("outcomes")?.as_array()?.iter().enumerate();
    Some(Report {
        kind,
        outcomes: outcomes.map(|(index, value)| outcome(kind, index, value)).collect::<Option<_>>()?,
        calls: list(&report, "calls", |call| call_note(kind, call))?,
    })
}

fn outcome(kind: Kind, index: usize, value: &Value) -> Option<Settled> {
    let assignment = kind.table().with_role(Role::Assignment).and_then(|place| kind.table().fields.get(place));
    let failure = value.get("failure").filter(|failure| !failure.is_null());
    Some(Settled {
        index,
        id: words(value.get(assignment.map_or(SUCCESS_ENTRY, |field| field.name))),
        state: State::from_id(value.get("state")?.as_str()?)?,
        issues: Vec::new(),
        replies: list(value, "replies", |reply| note(kind, reply))?,
        assignment: pair(value),
        failure: match failure {
            Some(told) => Some(self::failure(told)?),
            None => None,
        },
    })
}

fn failure(value: &Value) -> Option<Failure> {
    let number = value.get("code").and_then(Value::as_i64).and_then(|number| i32::try_from(number).ok());
    let [call, cause] = ["call", "cause"].map(|name| value.get(name).and_then(Value::as_str));
    Some(Failure::new(Call::from_id(call?)?, Cause::from_id(cause?, number)?))
}

fn call_note(kind: Kind, value: &Value) -> Option<CallNote> {
    Some(CallNote {
        records: list(value, "records", |record| record.as_u64().map(|record| record as usize))?,
        message: words(value.get("message")),
        notes: list(value, "replies", |reply| note(kind, reply))?,
        unassigned: list(value, "unassigned", pair)?,
    })
}

fn note(kind: Kind, value: &Value) -> Option<Note> {
    let field = value.get("field").and_then(Value::as_str).and_then(|name| kind.table().index_of(name));
    Some(Note { text: words(value.get("text"))?, field })
}

fn pair(value: &Value) -> Option<Assignment> {
    let [cert_id, key] = ASSIGNMENT.map(|name| words(value.get(name)));
    (cert_id.is_some() || key.is_some()).then_some(Assignment { cert_id, key })
}

fn words(value: Option<&Value>) -> Option<Words> {
    value.and_then(Value::as_str).map(Words::new)
}

fn list<T>(value: &Value, name: &str, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.get(name)?.as_array()?.iter().map(read).collect()
}
