//! `docs/reference.md`: the readings, the tables, the dictionaries, the gateway and the rules, for people.

use super::NOTE;
use super::facts::{need_title, pattern};
use super::markdown::{anchor, code, codes, table};
use super::{reference_gateway, reference_rules};
use crate::spec::dictionary::{self, Code, Confidence, Dictionary, relation};
use crate::spec::{Field, Format, Kind, Need, Openness, Severity, Shape, Table, pattern as patterns, reading};

const OPENING: &str = "\
# 字段与规则 · Fields and rules

接口文档的四张字段表、代码字典、平台的接口和返回码，以及本库的读法和规则。本页由表格生成。
The four tables of the interface document, its dictionaries, the gateway's calls and codes, and the readings and rules of this library, written from the tables.

[读法 Readings](#readings) · [字段 Fields](#fields) · [格式 Patterns](#patterns) · [字典 Dictionaries](#dictionaries) · [平台 Gateway](#gateway) · [规则 Rules](#rules)
";

/// The file.
pub(super) fn reference() -> String {
    let mut text = format!("<!-- {NOTE} -->\n{OPENING}\n");
    text.push_str(&readings());
    text.push_str(&fields());
    text.push_str(&formats());
    text.push_str(&dictionaries());
    text.push_str(&relations());
    text.push_str(&reference_gateway::gateway());
    text.push_str(&reference_rules::rules());
    text
}

fn readings() -> String {
    let rows = reading::ALL.iter().map(|reading| {
        let number = format!("{}R{}", anchor(&format!("reading-R{}", reading.number)), reading.number);
        vec![number, reading.document.to_owned(), format!("{}<br>{}", reading.zh, reading.en)]
    });
    let head =
        "文档有些地方没有说，或前后不一；这里写明怎样理解。\nWhere the document is silent or at odds with itself, this is how it is read.";
    format!("{}\n## 读法 Readings\n\n{head}\n\n{}\n", anchor("readings"), table(&["#", "文档 Document", "读法 Reading"], rows))
}

fn fields() -> String {
    let kinds: String = Kind::ALL.into_iter().map(|kind| kind_section(kind.table())).collect();
    format!("{}\n## 字段 Fields\n\n{kinds}", anchor("fields"))
}

fn kind_section(of: &Table) -> String {
    let cert_type = of.cert_type.map_or("1, 2 或 3".to_owned(), str::to_owned);
    let rows = (0..).zip(of.fields).map(|(index, field)| row(of, index, field));
    let head = ["序号", "字段 Field", "数据名称", "类型", "长度", "必填 Need", "内容 Content", "说明 Help"];
    format!(
        "{}\n### {} · `{}`\n\n参数块 block {}，列表 list {}，`certType` {cert_type}。\n\n{}\n",
        anchor(of.kind.id()),
        of.title,
        of.kind.id(),
        code(of.block),
        code(of.list_key),
        table(&head, rows)
    )
}

fn row(of: &Table, index: usize, field: &Field) -> Vec<String> {
    let name = format!("{}{}", anchor(&format!("{}.{}", of.kind.id(), field.name)), code(field.name));
    vec![
        of.cite(index).trim_start_matches(of.block).trim().to_owned(),
        name,
        field.title.to_owned(),
        field.ty.title().to_owned(),
        length(field),
        need(field),
        content(of, index, field),
        field.remark.to_owned(),
    ]
}

/// 字段长度 as printed; that of dates is not applied.
fn length(field: &Field) -> String {
    let length = field.length.map_or("–".to_owned(), |length| length.to_string());
    if matches!(field.format, Format::Date) { format!("{length}（[R1](#reading-R1)）") } else { length }
}

fn need(field: &Field) -> String {
    match field.need {
        Need::When(condition) => format!("{}：{}<br>{}", need_title(field.need), condition.zh, condition.en),
        other => need_title(other).to_owned(),
    }
}

fn content(of: &Table, index: usize, field: &Field) -> String {
    match field.format {
        Format::Code(dictionary) => format!("字典 [{0}](#dictionary-{0})", dictionary.id),
        Format::Info(dictionary) => format!("类型取自 [{0}](#dictionary-{0})", dictionary.id),
        Format::Fixed(fixed) => format!("“{fixed}”"),
        Format::Photo => "[R14](#reading-R14)".to_owned(),
        Format::EconomicType => "[R21](#reading-R21)".to_owned(),
        _ => pattern(of.kind, index, field).map_or("–".to_owned(), |pattern| format!("[{0}](#pattern-{0})", pattern.id)),
    }
}

fn formats() -> String {
    let rows = patterns::ALL.iter().map(|pattern| {
        let id = format!("{}{}", anchor(&format!("pattern-{}", pattern.id)), code(pattern.id));
        vec![id, pattern.cite.to_owned(), code(pattern.regex)]
    });
    let head = "校验位和证件号码里的出生日期要计算，不在模式里。\nCheck characters, and the birth date in an id number, are computed; no pattern says them.";
    format!("{}\n## 格式 Patterns\n\n{head}\n\n{}\n", anchor("patterns"), table(&["格式", "依据 Source", "模式 Pattern"], rows))
}

fn dictionaries() -> String {
    let sections: String = dictionary::ALL.into_iter().map(dictionary_section).collect();
    let head = "多数字典在另一份未公开的规范里，所以每个代码都注明怎样得知：文档写明、多方证实（标准或两个来源）、单一来源、推断。\n\
                Most of them stand in a document that is not public, so each code says how it is known.";
    format!("{}\n## 字典 Dictionaries\n\n{head}\n\n{sections}", anchor("dictionaries"))
}

fn dictionary_section(dictionary: &Dictionary) -> String {
    let rows = dictionary.rows.iter().map(|row: &Code| vec![code(&row.code), row.name.to_owned(), known(row.confidence).to_owned()]);
    format!(
        "{}\n### {} · `{}`\n\n{}。{}\n\n{}\n",
        anchor(&format!("dictionary-{}", dictionary.id)),
        dictionary.title,
        dictionary.id,
        dictionary.cite,
        openness(dictionary),
        table(&["代码 Code", "名称 Name", "来源 Known from"], rows)
    )
}

fn openness(dictionary: &Dictionary) -> String {
    match (dictionary.openness, dictionary.shape) {
        (Openness::Closed { tolerated: [] }, _) => "封闭：未列出的代码是错误。Closed.".to_owned(),
        (Openness::Closed { tolerated }, _) => {
            format!("封闭，另有未列出而在用的 {}。Closed, but for these.", codes(tolerated.iter().copied()))
        }
        (Openness::Open { strict }, shape) => {
            let digits = if let Shape::Digits(digits) = shape { format!("{digits} 位数字") } else { String::new() };
            let strict = if strict == Severity::Error { "strict 下是错误" } else { "strict 下也是警告" };
            format!("开放：代码为 {digits}，未列出的是警告，{strict}。Open.")
        }
    }
}

fn known(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Seed => "文档 document",
        Confidence::Confirmed => "证实 confirmed",
        Confidence::Single => "单一来源 single source",
        Confidence::Inferred => "推断 inferred",
    }
}

fn relations() -> String {
    let tables: String = Kind::CERTIFICATES.into_iter().map(relation_table).collect();
    let head = "关系表未公开：这里是实际使用的搭配，其余为推断，所以只给警告。\n\
                The tables themselves are not public: these pairs are in use or inferred, so others only warn.";
    format!("{}\n### 操作类型与证书状态 Operations and states\n\n{head}\n\n{tables}", anchor("relations"))
}

fn relation_table(kind: Kind) -> String {
    let rows = relation::of(kind).iter().map(|(operation, states)| vec![code(operation), codes(states.iter().map(|state| &**state))]);
    format!("{}：\n\n{}\n", kind.table().title, table(&["操作类型 Operation", "证书状态 States"], rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands between two marks, everywhere in a text.
    fn between<'t>(text: &'t str, start: &str, end: char) -> Vec<&'t str> {
        text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
    }

    #[test]
    fn every_link_has_its_one_anchor() {
        let text = reference();
        let anchors = between(&text, "<a id=\"", '"');
        let mut once = anchors.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), anchors.len());
        let links = between(&text, "](#", ')');
        let lost: Vec<_> = links.iter().filter(|link| !anchors.contains(link)).collect();
        assert!(!links.is_empty() && lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn every_field_rule_and_dictionary_has_a_place() {
        let text = reference();
        let anchors = between(&text, "<a id=\"", '"');
        for kind in Kind::ALL {
            assert!(kind.table().fields.iter().all(|field| anchors.contains(&format!("{}.{}", kind.id(), field.name).as_str())));
        }
        assert!(crate::check::rules::ALL.iter().all(|rule| anchors.contains(&rule.id)));
        assert!(dictionary::ALL.iter().all(|each| anchors.contains(&format!("dictionary-{}", each.id).as_str())));
    }
}
