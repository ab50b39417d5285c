//! `forms.ts`, `dictionaries.ts` and `examples.ts`: what a page draws a form from, and what fills it.

use serde_json::{Map, Value, json};

use super::data::made;
use super::facts::{max_length, names, reads};
use crate::check::plan;
use crate::spec::dictionary::{self, Dictionary};
use crate::spec::example::{self, Sample};
use crate::spec::{Field, Format, ITEM_MEMBERS, Kind, Need, Shape, Table, Type};

/// From this length on a text is edited in several lines.
const LONG: u16 = 200;

/// `forms.ts`.
pub(super) fn forms() -> String {
    let forms = by_kind(|kind| form(kind.table()));
    let text = made("forms", ": Record<Kind, FormSpec>", &forms);
    format!("import type {{ FormSpec, Kind }} from './types.js';\n\n{text}")
}

/// `dictionaries.ts`.
pub(super) fn dictionaries() -> String {
    let dictionaries: Map<String, Value> =
        dictionary::ALL.into_iter().map(|dictionary| (dictionary.id.to_owned(), rows(dictionary))).collect();
    let text = made("dictionaries", ": Record<string, Dictionary>", &Value::Object(dictionaries));
    format!("import type {{ Dictionary }} from './types.js';\n\n{text}")
}

/// `examples.ts`.
pub(super) fn examples() -> String {
    let examples =
        by_kind(|kind| example::of(kind).iter().map(|(name, sample)| ((*name).to_owned(), value(*sample))).collect::<Map<_, _>>().into());
    let text = made("examples", ": { [K in Kind]: RecordOf<K> }", &examples);
    format!("import type {{ Kind, RecordOf }} from './types.js';\n\n{text}")
}

fn by_kind(of: fn(Kind) -> Value) -> Value {
    Kind::ALL.into_iter().map(|kind| (kind.id().to_owned(), of(kind))).collect::<Map<_, _>>().into()
}

fn form(table: &'static Table) -> Value {
    let fields: Value = (0..).zip(table.fields).map(|(index, field)| spec(table, index, field)).collect();
    json!({ "kind": table.kind.id(), "title": table.title, "block": table.block, "listKey": table.list_key, "fields": fields })
}

fn spec(table: &Table, index: usize, field: &Field) -> Value {
    let mut spec = json!({
        "name": field.name,
        "number": field.number,
        "title": field.title,
        "type": widget(field),
        "maxLength": max_length(field),
        "need": need(field.need),
        "dictionary": choices(field).map(|dictionary| dictionary.id),
        "help": field.remark,
        "cite": table.cite(index),
        "affects": names(table, &plan::affects(table.kind, index)),
    });
    if let (Format::Fixed(fixed), Value::Object(spec)) = (field.format, &mut spec) {
        spec.insert("fixed".to_owned(), json!(fixed));
    }
    spec
}

/// The dictionary of a field's codes, or of the types of its entries.
fn choices(field: &Field) -> Option<&'static Dictionary> {
    match field.format {
        Format::Info(types) => Some(types),
        format => format.dictionary(),
    }
}

fn widget(field: &Field) -> &'static str {
    match field.format {
        Format::Date => "date",
        Format::Code(_) => "code",
        Format::Photo => "photo",
        Format::Info(_) => "list",
        Format::Url => "url",
        _ if field.ty == Type::LongText || field.length.is_some_and(|length| length >= LONG) => "long-text",
        _ => "text",
    }
}

fn need(need: Need) -> Value {
    match need {
        Need::Yes => json!("yes"),
        Need::No => json!("no"),
        Need::When(condition) => json!({ "text": condition.zh, "reads": reads(condition) }),
    }
}

fn rows(dictionary: &Dictionary) -> Value {
    let rows: Value =
        dictionary.rows.iter().map(|row| json!({ "code": &*row.code, "name": row.name, "confidence": row.confidence.id() })).collect();
    let digits = match dictionary.shape {
        Shape::Digits(digits) => Some(digits),
        Shape::Listed => None,
    };
    let closed = dictionary.is_closed();
    json!({ "id": dictionary.id, "title": dictionary.title, "cite": dictionary.cite, "closed": closed, "digits": digits, "rows": rows })
}

fn value(sample: Sample) -> Value {
    let [code, content] = ITEM_MEMBERS;
    match sample {
        Sample::Text(text) => json!(text),
        Sample::Items(items) => items.iter().map(|(kind, text)| json!({ code: kind, content: text })).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Options, Profile, validate};
    use crate::record::Record;
    use crate::record::date::Date;

    #[test]
    fn no_rule_has_anything_to_say_of_the_examples() {
        for (kind, profile) in Kind::ALL.into_iter().flat_map(|kind| [(kind, Profile::Document), (kind, Profile::Strict)]) {
            for today in ["2025-01-01", "2026-11-23", "2035-12-31"] {
                let sample: Map<_, _> = example::of(kind).iter().map(|(name, sample)| ((*name).to_owned(), value(*sample))).collect();
                let record = Value::Object(sample).to_string();
                let record = Record::from_json(kind, record.as_bytes()).unwrap();
                let mut options = Options::new(profile);
                options.today = Date::parse(today);
                options.certificate = Some(Kind::Safety);
                let issues = validate(&record, &options).issues;
                assert!(issues.is_empty(), "{} {profile:?} {today}: {issues:?}", kind.id());
            }
        }
    }

    #[test]
    fn what_a_condition_reads_is_told_to_the_form() {
        let form = form(Kind::Manager.table());
        let title = form["fields"].as_array().unwrap().iter().find(|field| field["title"] == "技术职称").unwrap();
        assert_eq!(title["need"]["reads"], json!(["categoryCode", "appointment"]));
        assert_eq!(title["type"], "code");
    }
}
