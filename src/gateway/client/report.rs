//! What became of a submission: one outcome a record, and what was said of calls and belongs to no record.

use super::super::failure::Failure;
use super::super::outcome::{Assignment, Note, State};
use super::super::secret::Words;
use crate::check::Issue;
use crate::spec::Kind;

/// What became of a submission.
#[derive(Debug)]
pub struct Report {
    /// The kind of the records.
    pub kind: Kind,
    /// One for each record, in their order.
    pub outcomes: Vec<Settled>,
    /// What was said of calls, and belongs to none of their records.
    pub calls: Vec<CallNote>,
}

/// What became of one record.
#[derive(Clone, Debug)]
pub struct Settled {
    /// Its place among the records that were given.
    pub index: usize,
    /// What names it: the record's own id, or for a preview its assignment.
    pub id: Option<Words>,
    /// What became of it.
    pub state: State,
    /// What was found in it before it was sent.
    pub issues: Vec<Issue>,
    /// What was said of it.
    pub replies: Vec<Note>,
    /// Its QR assignment.
    pub assignment: Option<Assignment>,
    /// Why there is no answer, where there is none.
    pub failure: Option<Failure>,
}

/// What was said of a call, and belongs to none of its records.
#[derive(Clone, Debug)]
pub struct CallNote {
    /// The records of the call.
    pub records: Vec<usize>,
    /// The reply's own words.
    pub message: Option<Words>,
    /// What was said without naming a record.
    pub notes: Vec<Note>,
    /// Assignments that belong to no record that could be told.
    pub unassigned: Vec<Assignment>,
}

/// What an earlier report says of a record: enough to go on from there.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// What named it then.
    pub id: Option<Words>,
    /// What became of it.
    pub state: State,
}

impl Report {
    /// How many records ended so.
    pub fn count(&self, state: State) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.state == state).count()
    }
}
