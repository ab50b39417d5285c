//! The rules in `docs/reference.md`: each with an anchor of its id.

use super::facts::{Place, Severities, cite, kinds, places};
use super::markdown::{anchor, code, codes};
use crate::check::rule::{Rule, Scope};
use crate::check::rules::ALL;
use crate::check::words::{self, Words};
use crate::spec::{Kind, Severity};

const OPENING: &str = "\
级别按 `document` / `strict` 两种方案给出，每条规则都可以按编号设为 `error`、`warning` 或 `off`。文字是模板：`{title}` 为数据名称，`{name}` 为字段名，其余为参数。
Severities are given for the profiles `document` / `strict`; each rule can be set by its id. The words are templates.
";

/// The section.
pub(super) fn rules() -> String {
    let sections: Vec<String> =
        ALL.iter().enumerate().zip(&words::ALL).map(|((index, rule), words)| section(rule, &places(index), words)).collect();
    format!("{}\n## 规则 Rules\n\n{OPENING}\n{}", anchor("rules"), sections.join("\n"))
}

fn section(rule: &Rule, places: &[Place], words: &Words) -> String {
    let mut lines = vec![
        format!("- 级别 Severity：{}", severity(rule.severity)),
        format!("- 依据 Rests on：{}", cite(rule).map_or("字段所在行 the row of the field".to_owned(), linked)),
        format!("- 范围 Checked on：{} · 始于 since {}", scope(rule.scope), rule.since),
    ];
    lines.extend(stands(rule, places));
    if !rule.params.is_empty() {
        lines.push(format!("- 参数 Parameters：{}", codes(rule.params.iter().map(|param| param.name))));
    }
    lines.push(format!("- {}。{}。{}。", words.zh[0], words.zh[1], words.zh[2]));
    lines.push(format!("- {}. {}. {}.", words.en[0], words.en[1], words.en[2]));
    format!("{}\n### {}\n\n{}\n", anchor(rule.id), code(rule.id), lines.join("\n"))
}

fn severity((document, strict): Severities) -> String {
    let word = |severity| if severity == Severity::Error { "错误 error" } else { "警告 warning" };
    format!("{} / {}", word(document), word(strict))
}

/// A reading is a link to it.
fn linked(cite: &str) -> String {
    match cite.strip_prefix("reading R") {
        Some(number) => format!("[{cite}](#reading-R{number})"),
        None => cite.to_owned(),
    }
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Record => "每条记录 every record",
        Scope::Entry => "批次和请求中的条目 entries of batches and requests",
        Scope::Text => "JSON 文本 JSON text",
        Scope::Batch => "批次 batches",
        Scope::Request => "请求 requests",
    }
}

fn stands(rule: &Rule, places: &[Place]) -> Vec<String> {
    let kinds = kinds(rule, places);
    if places.is_empty() {
        return vec![format!("- 类别 Kinds：{}", codes(kinds.into_iter().map(Kind::id)))];
    }
    kinds.into_iter().map(|kind| format!("- {}：{}", code(kind.id()), fields(rule, kind, places))).collect()
}

fn fields(rule: &Rule, kind: Kind, places: &[Place]) -> String {
    let here: Vec<&Place> = places.iter().filter(|place| place.kind == kind).collect();
    if here.len() == kind.table().fields.len() {
        return "全部字段 every field".to_owned();
    }
    let here: Vec<String> = here.into_iter().map(|place| field(rule, place)).collect();
    here.join("、")
}

fn field(rule: &Rule, place: &Place) -> String {
    let mut text = code(place.at.name);
    if !place.reads.is_empty() {
        text.push_str(&format!("（读 reads {}）", codes(place.reads.iter().copied())));
    }
    if place.severity != rule.severity {
        text.push_str(&format!("（{}）", severity(place.severity)));
    }
    text
}
