//! What became of the records of a call: exactly one outcome for each.

use super::failure::Failure;
use super::secret::Words;

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Taken.
    Accepted,
    /// Taken, and there is something to look after.
    AcceptedWithWarning,
    /// Seen, and not taken.
    Refused,
    /// Nobody can tell from the reply.
    Unknown,
    /// It certainly did not reach the ministry's system.
    NotSent,
    /// It has an error, and was not sent.
    Invalid,
}

impl State {
    /// All states.
    pub const ALL: [State; 6] =
        [State::Accepted, State::AcceptedWithWarning, State::Refused, State::Invalid, State::Unknown, State::NotSent];

    /// The state of that name.
    pub fn from_id(id: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.id() == id)
    }

    /// The name used in reports.
    pub const fn id(self) -> &'static str {
        match self {
            State::Accepted => "accepted",
            State::AcceptedWithWarning => "accepted-with-warning",
            State::Refused => "refused",
            State::Unknown => "unknown",
            State::NotSent => "not-sent",
            State::Invalid => "invalid",
        }
    }
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The words.
    pub text: Words,
    /// The field they are about, by its place in the table.
    pub field: Option<usize>,
}

/// A QR assignment as it came, encrypted, without the white space in it (reading R16).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// `encryCertid`.
    pub cert_id: Option<Words>,
    /// `encryKey`, its padding restored.
    pub key: Option<Words>,
}

impl Assignment {
    /// The pair, where there is anything of it.
    pub(super) fn of(cert_id: Option<&str>, key: Option<&str>) -> Option<Assignment> {
        let cert_id = cert_id.map(compact).filter(|text| !text.is_empty());
        let key = key.map(compact).map(padded).filter(|text| !text.is_empty());
        let is_there = cert_id.is_some() || key.is_some();
        is_there.then(|| Assignment { cert_id: cert_id.map(Words::new), key: key.map(Words::new) })
    }
}

fn compact(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn padded(mut text: String) -> String {
    text.truncate(text.trim_end_matches('=').len());
    // One character over a group of four is no base64, and no padding makes it one.
    let missing = match text.len() % 4 {
        2 => "==",
        3 => "=",
        _ => "",
    };
    text.push_str(missing);
    text
}

/// What became of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its place in the chunk.
    pub index: usize,
    /// What became of it.
    pub state: State,
    /// What was said of it.
    pub replies: Vec<Note>,
    /// Its QR assignment.
    pub assignment: Option<Assignment>,
    /// Why there is no answer, where there is none.
    pub failure: Option<Failure>,
}

/// What became of a call's records, and what belongs to none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcomes {
    /// One for each record, in their order.
    pub records: Vec<Outcome>,
    /// The reply's own words, for the call.
    pub message: Option<Words>,
    /// What was said without naming a record of the call.
    pub notes: Vec<Note>,
    /// Assignments that belong to no record of the call that could be told (reading R15).
    pub unassigned: Vec<Assignment>,
}

impl Outcomes {
    /// So many records, of which nothing is known.
    pub(super) fn unknown(count: usize) -> Outcomes {
        let of = |index| Outcome { index, state: State::Unknown, replies: Vec::new(), assignment: None, failure: None };
        Outcomes { records: (0..count).map(of).collect(), message: None, notes: Vec::new(), unassigned: Vec::new() }
    }

    /// The outcomes of a call without an answer: not sent where it certainly was not received, else unknown.
    pub fn failed(count: usize, failure: &Failure) -> Outcomes {
        let mut outcomes = Outcomes::unknown(count);
        for outcome in &mut outcomes.records {
            outcome.state = if failure.not_received() { State::NotSent } else { State::Unknown };
            outcome.failure = Some(failure.clone());
        }
        outcomes
    }
}
