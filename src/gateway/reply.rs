//! The answer to a submission: what it says of the call, and of each record.
//!
//! 1: all are accepted. 2: accepted, those in `WarnData` with a warning. 0: those in `ErrorData` are refused, those in
//! `SuccessGuids` or `SuccessData` accepted, any other refused in a chunk of one and else unknown; a record that stands on
//! both sides is unknown. Source: the interface document, 返回示例 of both submissions; readings R15 and R16.

use serde_json::{Map, Value};

use super::chunk::Chunk;
use super::code::ReturnCode;
use super::envelope;
use super::failure::{Cause, Failure};
use super::outcome::{Assignment, Note, Outcomes, State};
use super::request::Call;
use super::response::Response;
use super::secret::Words;
use crate::spec::endpoints::{
    ASSIGNMENT, ERROR_DATA, ERROR_ENTRY, RETURN_CODE, RETURN_DATA, RETURN_MESSAGE, SUCCESS_DATA, SUCCESS_ENTRY, SUCCESS_IDS, WARN_DATA,
    WARN_ENTRY,
};

type Object = Map<String, Value>;

/// What became of each record of the chunk.
pub(super) fn read(call: Call, chunk: &Chunk, response: &Response) -> Outcomes {
    match envelope::opened(call, response) {
        Ok(value) => settle(call, chunk, value),
        Err(failure) => Outcomes::failed(chunk.len(), &failure),
    }
}

/// The same from the text of a reply, for callers with an HTTP stack of their own.
pub fn read_text(call: Call, chunk: &Chunk, text: &str) -> Outcomes {
    let response = Response { status: 200, content_type: None, body: text.as_bytes().to_vec() };
    read(call, chunk, &response)
}

fn settle(call: Call, chunk: &Chunk, value: Value) -> Outcomes {
    let failed = |cause| Outcomes::failed(chunk.len(), &Failure::new(call, cause));
    let members = match envelope::submission(value) {
        Ok(members) => members,
        Err(cause) => return failed(cause),
    };
    let mut outcomes = match members.get(RETURN_CODE).and_then(ReturnCode::read) {
        None => failed(Cause::Shape),
        Some(ReturnCode::Unknown(number)) => failed(Cause::Return(number)),
        Some(code) => Reading::of(chunk, &members).outcomes(code),
    };
    outcomes.message = members.get(RETURN_MESSAGE).and_then(text).filter(|text| !text.is_empty()).map(Words::new);
    outcomes
}

/// On which sides of the reply a record stands.
#[derive(Clone, Default)]
struct Marks {
    accepted: bool,
    warned: bool,
    refused: bool,
}

/// A reply while it is read.
struct Reading<'c> {
    chunk: &'c Chunk,
    marks: Vec<Marks>,
    outcomes: Outcomes,
}

impl Reading<'_> {
    fn of<'c>(chunk: &'c Chunk, members: &Object) -> Reading<'c> {
        let marks = vec![Marks::default(); chunk.len()];
        let mut reading = Reading { chunk, marks, outcomes: Outcomes::unknown(chunk.len()) };
        if let Some(data) = members.get(RETURN_DATA) {
            reading.data(data);
        }
        if let Some(assignment) = assignment(members) {
            reading.assign(chunk.only(), assignment);
        }
        reading
    }

    fn data(&mut self, data: &Value) {
        for entry in entries(data.get(ERROR_DATA)).chain(bare(data)) {
            if let Some(marks) = self.note(entry, ERROR_ENTRY) {
                marks.refused = true;
            }
        }
        for entry in entries(data.get(WARN_DATA)) {
            if let Some(marks) = self.note(entry, WARN_ENTRY) {
                marks.warned = true;
            }
        }
        for entry in entries(data.get(SUCCESS_DATA)) {
            self.success(entry);
        }
        for ids in entries(data.get(SUCCESS_IDS)).filter_map(text) {
            let separates = |mark: char| mark.is_whitespace() || [',', ';', '，', '；'].contains(&mark);
            for id in [ids.as_str()].into_iter().chain(ids.split(separates)).filter(|id| !id.is_empty()) {
                self.accept(self.chunk.named(id));
            }
        }
    }

    /// An entry that has neither id nor assignment says nothing, and accepts nothing.
    fn success(&mut self, entry: &Value) {
        let id = entry.get(SUCCESS_ENTRY).and_then(text).unwrap_or_default();
        let assignment = entry.as_object().and_then(assignment);
        let place = self.chunk.named(&id);
        if !id.is_empty() || assignment.is_some() {
            self.accept(place);
        }
        if let Some(assignment) = assignment {
            self.assign(place, assignment);
        }
    }

    /// Puts an entry's words at the record it names, or at the call, and gives that record's marks. An entry may be empty.
    fn note(&mut self, entry: &Value, [id, words]: [&str; 2]) -> Option<&mut Marks> {
        let words = text(entry).or_else(|| entry.get(words).and_then(text)).unwrap_or_default();
        let id = entry.get(id).and_then(text).unwrap_or_default();
        if words.is_empty() && id.is_empty() {
            return None;
        }
        let place = self.chunk.named(&id);
        let record = place.and_then(|place| self.outcomes.records.get_mut(place));
        let notes = record.map_or(&mut self.outcomes.notes, |record| &mut record.replies);
        if !words.is_empty() {
            notes.push(Note { field: self.chunk.field(&words), text: Words::new(words) });
        }
        self.marks.get_mut(place?)
    }

    fn accept(&mut self, place: Option<usize>) {
        if let Some(marks) = place.and_then(|place| self.marks.get_mut(place)) {
            marks.accepted = true;
        }
    }

    /// A record keeps its first assignment; another one that differs belongs to nobody that could be told.
    fn assign(&mut self, place: Option<usize>, assignment: Assignment) {
        match place.and_then(|place| self.outcomes.records.get_mut(place)) {
            Some(record) if record.assignment.is_none() => record.assignment = Some(assignment),
            Some(record) if record.assignment.as_ref() == Some(&assignment) => {}
            _ => self.outcomes.unassigned.push(assignment),
        }
    }

    fn outcomes(self, code: ReturnCode) -> Outcomes {
        let Reading { marks, mut outcomes, .. } = self;
        let alone = marks.len() == 1;
        for (outcome, marks) in outcomes.records.iter_mut().zip(marks) {
            outcome.state = state(code, &marks, alone);
        }
        outcomes
    }
}

fn state(code: ReturnCode, marks: &Marks, alone: bool) -> State {
    let taken = if marks.warned { State::AcceptedWithWarning } else { State::Accepted };
    match (code, marks.refused, marks.accepted) {
        (ReturnCode::Done, ..) => State::Accepted,
        (ReturnCode::DoneWithWarning, ..) => taken,
        (ReturnCode::Failed, true, false) => State::Refused,
        (ReturnCode::Failed, false, true) => taken,
        (ReturnCode::Failed, false, false) if alone => State::Refused,
        _ => State::Unknown,
    }
}

/// The entries of a list; one that stands alone is a list of one.
fn entries(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let (list, single) = match value {
        Some(Value::Array(list)) => (list.as_slice(), None),
        other => (&[][..], other.filter(|value| !value.is_null())),
    };
    list.iter().chain(single)
}

/// The data itself, where it is an error's words, or holds an entry's members without a list around them.
fn bare(data: &Value) -> Option<&Value> {
    let is_entry = ERROR_ENTRY.iter().any(|member| data.get(member).is_some());
    (is_entry || data.is_string()).then_some(data)
}

fn assignment(members: &Object) -> Option<Assignment> {
    let [cert_id, key] = ASSIGNMENT.map(|name| members.get(name).and_then(Value::as_str));
    Assignment::of(cert_id, key)
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
