//! How the ministry's system words a refusal. What the document and production systems show is 不能为空, 赋码已使用, 已存在 and
//! 匹配关系校验失败 behind what they speak of; the rest is in their manner.
//!
//! As everywhere, no value of a record stands in these words.

use crate::check::rule::Stands;
use crate::check::{Issue, Place};
use crate::spec::endpoints::{ASSIGNMENT_USED, MUST_NOT_BE_EMPTY};
use crate::spec::{CERT_TYPE, Field, Kind, Need, Role};

/// What a refusal says of a record or a certificate that is already held, after what it speaks of.
const ALREADY_HELD: &str = "已存在";
/// What it says of a preview whose assignment was never given.
pub(super) const ASSIGNMENT_UNKNOWN: &str = "赋码不存在";

/// What it says after what it speaks of, by rule; `{max}` is the rule's parameter. The other rules have a common wording each
/// for fields and for what stands around them.
const ENDINGS: [(&str, &str); 12] = [
    ("field/required", MUST_NOT_BE_EMPTY),
    ("field/max-length", "长度不能超过{max}"),
    ("info/length", "长度不能超过{max}"),
    ("photo/size", "大小不能超过{max}字节"),
    ("field/code", "不在字典范围内"),
    ("field/code-unlisted", "不在字典范围内"),
    ("field/fixed", "不在字典范围内"),
    ("request/duplicate-id", ALREADY_HELD),
    ("request/empty-list", MUST_NOT_BE_EMPTY),
    ("request/only-own-parameter", "必须为空"),
    ("request/cert-type", "不在字典范围内"),
    ("request/shape", "格式不正确"),
];
const WRONG_FORM: &str = "格式不正确";
const DISAGREES: &str = "匹配关系校验失败";

/// What is said of an error.
pub(super) fn of(issue: &Issue, kind: Option<Kind>) -> String {
    if issue.rule_id() == "preview/duplicate-assignment" {
        return ASSIGNMENT_USED.to_owned();
    }
    let field = field(issue, kind);
    let ending = ending(issue, field);
    let max = issue.params(kind).into_iter().find(|(name, _)| *name == "max").map(|(_, max)| max);
    format!("{}{}", subject(issue, field), ending.replace("{max}", &max.map(|max| max.to_string()).unwrap_or_default()))
}

/// What is said of something that is already held.
pub(super) fn already_held(kind: Kind, role: Role) -> String {
    let field = kind.table().with_role(role).and_then(|place| kind.table().fields.get(place));
    format!("{}{ALREADY_HELD}", field.map_or("", |field| field.title))
}

fn field(issue: &Issue, kind: Option<Kind>) -> Option<&'static Field> {
    match issue.place {
        Place::Field(field) | Place::Item { field, .. } => kind?.table().fields.get(usize::from(field)),
        _ => None,
    }
}

fn ending(issue: &Issue, field: Option<&Field>) -> &'static str {
    let rule = issue.rule.rule();
    let is_need = |field: &Field| matches!(field.need, Need::When(condition) if condition.rule == rule.id);
    if field.is_some_and(is_need) {
        return MUST_NOT_BE_EMPTY;
    }
    if let Some((_, ending)) = ENDINGS.iter().find(|(id, _)| *id == rule.id) {
        return ending;
    }
    let reads_others = matches!(rule.stands, Stands::At(stands, _) if stands.iter().any(|stand| !stand.reads.is_empty()));
    if reads_others { DISAGREES } else { WRONG_FORM }
}

/// What a refusal speaks of: the field's title, the name of what stands around the records, or the data as a whole.
fn subject(issue: &Issue, field: Option<&Field>) -> &'static str {
    match (&issue.place, field) {
        (_, Some(field)) => field.title,
        (Place::CertType, _) => CERT_TYPE,
        (Place::Block(kind) | Place::List(kind, _), _) => kind.table().block,
        _ => "数据",
    }
}
