//! Where the checks put what they find, for one record after the other.

use super::issue::{Issue, MAX_ISSUES, Place, RuleId};
use super::options::Options;
use crate::spec::{Kind, Severity};

/// What was found so far.
pub(super) struct Findings {
    pub(super) kind: Kind,
    pub(super) record: u32,
    /// Whether what is found is kept; where it is not, only its gravity counts.
    pub(super) keeps: bool,
    pub(super) errors: u32,
    pub(super) overflow: bool,
    pub(super) issues: Vec<Issue>,
}

impl Findings {
    pub(super) fn new(kind: Kind) -> Findings {
        Findings { kind, record: 0, keeps: true, errors: 0, overflow: false, issues: Vec::new() }
    }

    /// A rule that does not hold; how grave that is, or nothing where the rule is switched off.
    pub(super) fn add(&mut self, options: &Options, rule: RuleId, place: Place, a: u32, b: u32) -> Option<Severity> {
        let field = match &place {
            Place::Field(field) | Place::Item { field, .. } => Some(usize::from(*field)),
            _ => None,
        };
        let severity = options.severity(rule, self.kind, field)?;
        if self.keeps {
            self.errors += u32::from(severity == Severity::Error);
            self.overflow |= self.issues.len() >= MAX_ISSUES;
            if !self.overflow {
                self.issues.push(Issue { rule, severity, record: self.record, place, a, b });
            }
        }
        Some(severity)
    }

    /// Where the issues of that record begin, or should; those of records are in their order.
    pub(super) fn start_of(&self, record: u32) -> usize {
        self.issues.partition_point(|issue| issue.record < record)
    }

    /// Whether an error of that record stands behind the start.
    pub(super) fn has_error(&self, start: usize, record: u32) -> bool {
        let mut behind = self.issues.iter().skip(start);
        behind.any(|issue| issue.record == record && issue.severity == Severity::Error)
    }

    /// Puts the issues from `start` on in the order of records, fields and rules. They are few and nearly in order.
    pub(super) fn sort_from(&mut self, start: usize) {
        for end in start + 1..self.issues.len() {
            let mut at = end;
            while at > start
                && let Some([before, issue]) = self.issues.get_mut(at - 1..=at)
                && order(issue) < order(before)
            {
                std::mem::swap(before, issue);
                at -= 1;
            }
        }
    }
}

/// The record, above the place, above the rule.
fn order(issue: &Issue) -> u64 {
    let place = match issue.place {
        Place::Field(field) | Place::Item { field, .. } => field,
        Place::Record => 0,
        _ => u8::MAX,
    };
    u64::from(issue.record) << 16 | u64::from(place) << 8 | issue.rule.index() as u64
}
