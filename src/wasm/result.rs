//! The result buffer: ten words of what is common to all results, then seven words an issue (or a change, or one word a
//! need), and the texts they point to.

use crate::check::{Issue, Needed, Place, Report, Root, Turn};
use crate::normalise::Change;

/// How many words stand before the issues.
const HEAD: usize = 10;
/// A member's number where there is none.
const NO_MEMBER: u32 = 2;

/// The buffer that the page reads.
pub(super) struct Output {
    words: Vec<u32>,
    text: Vec<u8>,
    names: Vec<u8>,
}

impl Output {
    /// An empty one.
    pub(super) const NEW: Output = Output { words: Vec::new(), text: Vec::new(), names: Vec::new() };

    #[inline(never)]
    fn start(&mut self, count: usize) {
        self.words.clear();
        self.names.clear();
        self.words.resize(HEAD, 0);
        self.head(0, count as u32);
    }

    fn head(&mut self, index: usize, value: u32) {
        if let Some(word) = self.words.get_mut(index) {
            *word = value;
        }
    }

    #[inline(never)]
    fn finish(&mut self) -> usize {
        self.head(6, self.text.as_ptr() as u32);
        self.head(7, self.text.len() as u32);
        self.head(8, self.names.as_ptr() as u32);
        self.head(9, self.names.len() as u32);
        self.words.as_ptr() as usize
    }

    /// A report, and the body that was built where there is one.
    pub(super) fn report(&mut self, report: Report, body: Option<String>) -> usize {
        self.start(report.issues.len());
        self.text = body.map(String::into_bytes).unwrap_or_default();
        let list_key = match report.root {
            Root::Request { list_key } => u32::from(list_key),
            Root::Record | Root::Batch => 0,
        };
        let kind = report.kind.map_or(0, |kind| kind as u32 + 1);
        let head = [report.total, report.valid_records, kind, list_key, u32::from(report.overflow)];
        for (index, value) in (1..).zip(head) {
            self.head(index, value);
        }
        for issue in &report.issues {
            self.issue(issue);
        }
        self.finish()
    }

    /// What was found in a part of a batch, and what comes next.
    pub(super) fn turn(&mut self, report: Report, turn: Turn) -> usize {
        let at = self.report(report, None);
        self.head(4, turn as u32);
        at
    }

    /// The issues of one field.
    pub(super) fn issues(&mut self, issues: &[Issue]) -> usize {
        self.start(issues.len());
        for issue in issues {
            self.issue(issue);
        }
        self.finish()
    }

    fn issue(&mut self, issue: &Issue) {
        let (place, [x, y, z]) = match &issue.place {
            Place::Body => (0, [0; 3]),
            Place::CertType => (1, [0; 3]),
            Place::Block(kind) => (2, [*kind as u32, 0, 0]),
            Place::List(kind, key) => (3, [*kind as u32, u32::from(*key), 0]),
            Place::Record => (4, [0; 3]),
            Place::Field(field) => (5, [u32::from(*field), 0, 0]),
            Place::Item { field, item, member } => (6, [u32::from(*field), *item, member.map_or(NO_MEMBER, u32::from)]),
            Place::Name(name) => (7, self.name(0, name)),
            Place::BodyName(name) => (8, self.name(0, name)),
            Place::BlockName(kind, name) => (9, self.name(*kind as u32, name)),
        };
        let head = issue.rule.index() as u32 | (issue.severity as u32) << 8 | place << 16;
        self.words.extend_from_slice(&[head, issue.record, x, y, z, issue.a, issue.b]);
    }

    #[inline(never)]
    fn name(&mut self, block: u32, name: &str) -> [u32; 3] {
        let offset = self.names.len() as u32;
        self.names.extend_from_slice(name.as_bytes());
        [block, offset, name.len() as u32]
    }

    /// What each field needs.
    pub(super) fn needs(&mut self, needs: &[Needed]) -> usize {
        self.start(needs.len());
        self.words.extend(needs.iter().map(|need| *need as u32));
        self.finish()
    }

    /// What `normalise` changes.
    pub(super) fn changes(&mut self, changes: &[Change]) -> usize {
        self.start(changes.len());
        self.text.clear();
        for change in changes {
            let (offset, len) = (self.text.len() as u32, change.text.len() as u32);
            self.text.extend_from_slice(change.text.as_bytes());
            self.words.extend_from_slice(&[change.rule.index() as u32, change.field as u32, offset, len, u32::from(change.is_json), 0, 0]);
        }
        self.finish()
    }
}
