//! `types.ts`: the records and requests as TypeScript, each field with what the document says of it, and the shapes of the
//! other generated files.

use super::data::quote;
use super::facts::{max_length, need_title};
use crate::check::rules;
use crate::spec::dictionary::{self, Dictionary};
use crate::spec::{CERT_TYPE, Field, Format, ITEM_MEMBERS, Kind, LIST_KEYS, Need, Openness, Table, dictionary::category::CERT_TYPES};

/// The most codes that a doc comment lists.
const LISTED: usize = 12;

const SHAPES: &str = include_str!("shapes.ts");

/// The file.
pub(super) fn types() -> String {
    let mut parts = vec![
        ids("What can be submitted.", "Kind", Kind::ALL.map(Kind::id)),
        ids("Every rule.", "RuleId", rules::ALL.map(|rule| rule.id)),
        ids("Every dictionary.", "DictionaryId", dictionary::ALL.map(|dictionary| dictionary.id)),
        item(),
    ];
    for kind in Kind::ALL {
        parts.push(record(kind.table()));
        parts.push(request(kind.table()));
    }
    parts.push(maps());
    parts.push(SHAPES.to_owned());
    parts.join("\n")
}

fn ids(what: &str, name: &str, ids: impl IntoIterator<Item = &'static str>) -> String {
    let lines: String = ids.into_iter().map(|id| format!("\n  | {}", quote(id))).collect();
    format!("/** {what} */\nexport type {name} ={lines};\n")
}

fn item() -> String {
    let types = Kind::ALL.into_iter().flat_map(|kind| kind.table().fields).find_map(|field| match field.format {
        Format::Info(types) => Some(types),
        _ => None,
    });
    let [code, content] = ITEM_MEMBERS;
    format!(
        "/** One entry of 业务信息: its type, and the text. */\nexport interface BusinessInformationItem {{\n  \
         /** 扩展信息类型 */\n  {code}: {};\n  /** 业务信息 */\n  {content}: string;\n}}\n",
        types.map_or("string".to_owned(), union)
    )
}

fn record(table: &Table) -> String {
    let fields: String = (0..).zip(table.fields).map(|(index, field)| member(table, index, field)).collect();
    format!("/** {}: a record of `{}`. */\nexport interface {} {{\n{fields}}}\n", table.title, table.block, record_name(table))
}

fn member(table: &Table, index: usize, field: &Field) -> String {
    let (mark, rest) = match field.need {
        Need::Yes => ("", ""),
        Need::No | Need::When(_) => ("?", " | null | undefined"),
    };
    let ty = value_type(field);
    format!("  /**\n{}   */\n  {}{mark}: {ty}{rest};\n", comment(table, index, field), field.name)
}

fn comment(table: &Table, index: usize, field: &Field) -> String {
    let length = max_length(field).map_or(String::new(), |length| format!(" · {length} 字符以内"));
    let mut lines = vec![
        format!("{} · {}{length} · {}", field.title, field.ty.title(), need_title(field.need)),
        String::new(),
        format!("{}（{}）", field.remark, table.cite(index)),
    ];
    if let Need::When(condition) = field.need {
        lines.push(format!("{}；{}", condition.zh, condition.en));
    }
    if let Some(dictionary) = field.format.dictionary() {
        lines.push(String::new());
        lines.push(codes(dictionary));
    }
    lines.iter().map(|line| format!("   * {line}").trim_end().to_owned() + "\n").collect()
}

fn codes(dictionary: &Dictionary) -> String {
    let rows: Vec<String> = dictionary.rows.iter().take(LISTED).map(|row| format!("`{}` {}", &*row.code, row.name)).collect();
    let more = if dictionary.rows.len() > LISTED { " …" } else { "" };
    format!("{}{more} — `dictionary('{}')`", rows.join(" · "), dictionary.id)
}

fn value_type(field: &Field) -> String {
    match field.format {
        Format::Code(dictionary) => union(dictionary),
        Format::Fixed(fixed) => quote(fixed),
        Format::Info(_) => "BusinessInformationItem[] | string".to_owned(),
        _ => "string".to_owned(),
    }
}

/// The codes of a dictionary; an open one lets other texts through and still offers its codes.
fn union(dictionary: &Dictionary) -> String {
    let mut codes: Vec<String> = dictionary.rows.iter().map(|row| quote(&row.code)).collect();
    match dictionary.openness {
        Openness::Closed { tolerated } => codes.extend(tolerated.iter().map(|code| quote(code))),
        Openness::Open { .. } => codes.push("(string & {})".to_owned()),
    }
    codes.join(" | ")
}

fn request(table: &Table) -> String {
    let code = table.cert_type.map_or_else(|| union(&CERT_TYPES), quote);
    let [lower, upper] = LIST_KEYS;
    let (record, block) = (record_name(table), table.block);
    format!(
        "/** A request body of {}. The list has one of its two names, `{}` unless an option says otherwise. */\n\
         export interface {} {{\n  {CERT_TYPE}: {code};\n  {block}: {{ {lower}?: {record}[]; {upper}?: {record}[] }};\n}}\n",
        table.title,
        table.list_key,
        request_name(table)
    )
}

fn maps() -> String {
    let map = |what: &str, name: &str, of: fn(&Table) -> String| {
        let members: String = Kind::ALL.into_iter().map(|kind| format!("  {}: {};\n", kind.id(), of(kind.table()))).collect();
        format!("/** {what} of each kind. */\nexport interface {name} {{\n{members}}}\n")
    };
    let of = "/** The record of a kind. */\nexport type RecordOf<K extends Kind> = Records[K];\n\n\
              /** The request body of a kind. */\nexport type RequestOf<K extends Kind> = Requests[K];\n";
    [map("The record", "Records", record_name), map("The request body", "Requests", request_name), of.to_owned()].join("\n")
}

fn record_name(table: &Table) -> String {
    format!("{}Record", capital(table.kind))
}

fn request_name(table: &Table) -> String {
    format!("{}Request", capital(table.kind))
}

fn capital(kind: Kind) -> String {
    let (first, rest) = kind.id().split_at(1);
    first.to_ascii_uppercase() + rest
}
