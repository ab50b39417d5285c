//! The ministry's reply to a submission, as the document's samples write it (返回示例 of both submissions; reading R15).

use serde_json::{Map, Value, json};

use super::config::Pairs;
use crate::gateway::Words;
use crate::spec::Kind;
use crate::spec::endpoints::{
    ASSIGNMENT, ERROR_DATA, ERROR_ENTRY, RETURN_CODE, RETURN_CODES, RETURN_DATA, RETURN_MESSAGE, SUCCESS_DATA, SUCCESS_ENTRY, SUCCESS_IDS,
    WARN_DATA, WARN_ENTRY,
};

type Object = Map<String, Value>;

/// What became of one record, or of a body that is refused as a whole.
pub(super) struct Entry {
    /// What the reply calls it by.
    pub(super) id: String,
    pub(super) verdict: Verdict,
}

/// What became of it.
pub(super) enum Verdict {
    /// It was taken; its QR assignment and the warnings to it, where there are any.
    Taken { pair: Option<[String; 2]>, warnings: Vec<Words> },
    /// It was refused, for these reasons.
    Refused(Vec<String>),
}

impl Entry {
    pub(super) fn refused(id: String, reasons: Vec<String>) -> Entry {
        Entry { id, verdict: Verdict::Refused(reasons) }
    }

    pub(super) fn is_taken(&self) -> bool {
        matches!(self.verdict, Verdict::Taken { .. })
    }

    fn warnings(&self) -> &[Words] {
        match &self.verdict {
            Verdict::Taken { warnings, .. } => warnings,
            Verdict::Refused(_) => &[],
        }
    }

    fn errors(&self) -> &[String] {
        match &self.verdict {
            Verdict::Refused(reasons) => reasons,
            Verdict::Taken { .. } => &[],
        }
    }

    /// `encryCertid` and `encryKey`, where it has them.
    fn pair(&self) -> Object {
        let pair = match &self.verdict {
            Verdict::Taken { pair, .. } => pair.as_ref(),
            Verdict::Refused(_) => None,
        };
        ASSIGNMENT.iter().zip(pair.into_iter().flatten()).map(|(name, text)| ((*name).to_owned(), text.as_str().into())).collect()
    }
}

/// 上传失败, 上传成功, 上传成功有预警: the code and its words.
const FAILED: usize = 0;
const DONE: usize = 1;
const DONE_WITH_WARNING: usize = 2;

/// The reply for these records; a preview gets nothing back but the code.
pub(super) fn reply(entries: &[Entry], kind: Option<Kind>, pairs: Pairs) -> Value {
    let code = if !entries.iter().all(Entry::is_taken) {
        FAILED
    } else if entries.iter().any(|entry| !entry.warnings().is_empty()) {
        DONE_WITH_WARNING
    } else {
        DONE
    };
    let is_preview = kind == Some(Kind::Preview);
    let mut reply = outcome(code);
    match entries {
        _ if code == DONE && is_preview => {}
        [only] if code == DONE && pairs == Pairs::Top => reply.extend(only.pair()),
        _ => drop(reply.insert(RETURN_DATA.to_owned(), Value::Object(details(code, is_preview, entries)))),
    }
    Value::Object(reply)
}

fn outcome(code: usize) -> Object {
    let row = RETURN_CODES.get(code);
    let members =
        row.map(|(code, words)| [(RETURN_CODE.to_owned(), code.to_string().into()), (RETURN_MESSAGE.to_owned(), (*words).into())]);
    members.into_iter().flatten().collect()
}

/// What is said of single records.
fn details(code: usize, is_preview: bool, entries: &[Entry]) -> Object {
    let mut details = Object::new();
    let mut put = |name: &str, value: Value| drop(details.insert(name.to_owned(), value));
    let taken: Vec<&Entry> = entries.iter().filter(|entry| entry.is_taken()).collect();
    if code == FAILED {
        let [id, words] = ERROR_ENTRY;
        put(SUCCESS_IDS, ids(&taken));
        let errors = entries.iter().flat_map(|entry| entry.errors().iter().map(move |error| json!({id: entry.id, words: error})));
        put(ERROR_DATA, errors.collect());
    }
    let [id, words] = WARN_ENTRY;
    let warnings =
        taken.iter().flat_map(|entry| entry.warnings().iter().map(move |warning| json!({id: entry.id, words: warning.as_str()})));
    let warnings: Vec<Value> = warnings.collect();
    if !warnings.is_empty() {
        put(WARN_DATA, warnings.into());
    }
    if !taken.is_empty() && !is_preview {
        put(SUCCESS_DATA, taken.into_iter().map(success).collect());
    }
    details
}

/// The ids of what was taken: nothing, one text or a list.
fn ids(taken: &[&Entry]) -> Value {
    match taken {
        [] => "".into(),
        [only] => only.id.as_str().into(),
        several => several.iter().map(|entry| entry.id.as_str()).collect(),
    }
}

fn success(entry: &Entry) -> Value {
    let mut success: Object = outcome(DONE).into_iter().filter(|(name, _)| name == RETURN_MESSAGE).collect();
    success.extend(entry.pair());
    success.insert(SUCCESS_ENTRY.to_owned(), entry.id.as_str().into());
    Value::Object(success)
}
