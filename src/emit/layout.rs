//! `layout.ts`: what the package needs to pack a record and to put names to the numbers that the core answers with.

use serde_json::{Value, json};

use super::data::constant;
use crate::check::message::expected;
use crate::check::rule::Rule;
use crate::check::{envelope_names, plan, rules};
use crate::record::Found;
use crate::record::json::Reason;
use crate::spec::{CERT_TYPE, Field, Format, ITEM_MEMBERS, Kind, LIST_KEYS, Table};

/// Where a parameter may come from; `check::rule::From` names those in use.
const PARAM: &str = "\
/** One parameter of a rule's issues: its name, and where its value comes from. */
export interface Param {
  readonly name: string;
  readonly from:
    | 'a'
    | 'b'
    | 'type-a'
    | 'type-b'
    | 'reason-a'
    | 'reason-b'
    | 'near-a'
    | 'block-a'
    | 'dictionary'
    | 'fixed'
    | 'form'
    | 'licence-type'
    | 'expected'
    | 'name';
}
";

const FIELD_FACTS: &str = ": readonly (readonly { title: string; dictionary?: string; fixed?: string; expected: string }[])[]";
const KIND_FACTS: &str = ": readonly { title: string; form: string; licenceType: string }[]";
const NUMBERS: &str = ": readonly number[]";
const NUMBERS_BY_KIND: &str = ": readonly (readonly number[])[]";
const NAMES: &str = ": readonly string[]";
const NAMES_BY_KIND: &str = ": readonly (readonly string[])[]";

/// The file.
pub(super) fn layout() -> String {
    [envelope(), fields(), PARAM.to_owned(), rows()].join("\n")
}

fn envelope() -> String {
    [
        constant("KINDS", "", &json!(Kind::ALL.map(Kind::id))).replace(";\n", " as const;\n"),
        constant("LIST_KEYS", "", &json!(LIST_KEYS)).replace(";\n", " as const;\n"),
        constant("CERT_TYPE", ": string", &json!(CERT_TYPE)),
        constant("ITEM_MEMBERS", NAMES, &json!(ITEM_MEMBERS)),
        said("The block of each kind in a request body.", constant("BLOCKS", NAMES, &by_table(|table| json!(table.block)))),
        said("The names of the envelope, for the offer of the nearest.", constant("ENVELOPE_NAMES", NAMES, &json!(envelope_names()))),
    ]
    .join("\n")
}

fn fields() -> String {
    let conditions = by_table(|table| json!(plan::condition_mask(table.kind)));
    let facts = by_table(|table| table.fields.iter().map(field_facts).collect());
    [
        said("The fields of each kind, in the document's order.", constant("FIELDS", NAMES_BY_KIND, &by_table(field_names))),
        said("The place of each kind's 业务信息, or -1.", constant("INFO", NUMBERS, &by_table(info))),
        said("The fields that a check of one field looks at, as a bit mask.", constant("READS", NUMBERS_BY_KIND, &by_table(reads))),
        said("The fields that decide what is needed, as a bit mask.", constant("CONDITION_READS", NUMBERS, &conditions)),
        said("Where each field stands in the document.", constant("CITES", NAMES_BY_KIND, &by_table(cites))),
        constant("FIELD_FACTS", FIELD_FACTS, &facts),
        constant("KIND_FACTS", KIND_FACTS, &by_table(kind_facts)),
        constant("JSON_TYPES", NAMES, &json!(Found::NAMES)),
        constant("REASONS", NAMES, &json!(Reason::ALL.map(Reason::id))),
    ]
    .join("\n")
}

fn rows() -> String {
    let ty = ": readonly { id: string; cite: string; params: readonly Param[] }[]";
    let rows = constant("RULE_ROWS", ty, &rules::ALL.into_iter().map(rule_row).collect());
    said("The rules by their number; an empty citation stands for that of the field's row.", rows)
}

fn by_table(of: fn(&Table) -> Value) -> Value {
    Value::from_iter(Kind::ALL.map(Kind::table).map(of))
}

fn said(what: &str, constant: String) -> String {
    format!("/** {what} */\n{constant}")
}

fn field_names(table: &Table) -> Value {
    table.fields.iter().map(|field| field.name).collect()
}

fn info(table: &Table) -> Value {
    let place = table.fields.iter().position(|field| matches!(field.format, Format::Info(_)));
    place.map_or(json!(-1), |place| json!(place))
}

fn reads(table: &Table) -> Value {
    (0..table.fields.len()).map(|field| plan::reads_mask(table.kind, field)).collect()
}

fn cites(table: &Table) -> Value {
    (0..table.fields.len()).map(|field| table.cite(field)).collect()
}

fn field_facts(field: &Field) -> Value {
    let mut facts = json!({ "title": field.title, "expected": expected(field) });
    if let Value::Object(facts) = &mut facts {
        if let Some(dictionary) = field.format.dictionary() {
            facts.insert("dictionary".to_owned(), json!(dictionary.id));
        }
        if let Format::Fixed(fixed) = field.format {
            facts.insert("fixed".to_owned(), json!(fixed));
        }
    }
    facts
}

fn kind_facts(table: &Table) -> Value {
    json!({
        "title": table.title,
        "form": table.number_form.unwrap_or_default(),
        "licenceType": table.kind.licence_type().unwrap_or_default(),
    })
}

fn rule_row(rule: &'static Rule) -> Value {
    let params: Value = rule.params.iter().map(|param| json!({ "name": param.name, "from": param.from.id() })).collect();
    json!({ "id": rule.id, "cite": super::facts::cite(rule).unwrap_or_default(), "params": params })
}
