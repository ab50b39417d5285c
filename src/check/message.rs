//! The words of an issue: the templates of its rule, with title, parameters and citation put in. JavaScript puts its own
//! together from the same templates; a test holds the two against each other.

use super::issue::{Issue, Place};
use super::rule::{Cite, From};
use super::words::{self, FRAME_EN, FRAME_ZH};
use crate::record::Found;
use crate::record::json::Reason;
use crate::spec::{Dictionary, Field, Format, Kind, dictionary::category::CERT_TYPES};

/// The languages of the messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Chinese.
    #[default]
    ZhCn,
    /// English.
    En,
}

/// A fact in a message: a count, or a name from the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Param {
    /// A count or a place.
    Number(u32),
    /// A name.
    Text(&'static str),
}

impl std::fmt::Display for Param {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Param::Number(number) => write!(out, "{number}"),
            Param::Text(text) => out.write_str(text),
        }
    }
}

impl Issue {
    /// *What is wrong · why, with the citation · what to do*.
    pub fn message(&self, kind: Option<Kind>, locale: Locale) -> String {
        let Some(words) = words::ALL.get(self.rule.index()) else { return String::new() };
        let (frame, [what, why, fix]) = match locale {
            Locale::ZhCn => (FRAME_ZH, words.zh),
            Locale::En => (FRAME_EN, words.en),
        };
        let cite = self.cite(kind);
        let part = |template| fill(template, |name| self.word(kind, name));
        fill(frame, |name| match name {
            "what" => part(what),
            "why" => part(why),
            "fix" => part(fix),
            "cite" => cite.clone(),
            _ => String::new(),
        })
    }

    /// What the issue rests on: a clause of the document, a standard, or a reading by its number.
    pub fn cite(&self, kind: Option<Kind>) -> String {
        match (self.rule.rule().cite, kind) {
            (Cite::Text(text), _) => text.to_owned(),
            (Cite::Row, Some(kind)) => self.field_index().map_or_else(String::new, |index| kind.table().cite(index)),
            (Cite::Row, None) => String::new(),
        }
    }

    /// The parameters, by name.
    pub fn params(&self, kind: Option<Kind>) -> Vec<(&'static str, Param)> {
        self.rule.rule().params.iter().map(|param| (param.name, self.value(kind, param.from))).collect()
    }

    fn field_index(&self) -> Option<usize> {
        match self.place {
            Place::Field(field) | Place::Item { field, .. } => Some(usize::from(field)),
            _ => None,
        }
    }

    fn row(&self, kind: Option<Kind>) -> Option<&'static Field> {
        kind?.table().fields.get(self.field_index()?)
    }

    fn word(&self, kind: Option<Kind>, name: &str) -> String {
        match name {
            "title" => self.title(kind).to_owned(),
            "name" => self.field(kind).unwrap_or_default().to_owned(),
            _ => {
                let param = self.rule.rule().params.iter().find(|param| param.name == name);
                param.map_or_else(String::new, |param| self.value(kind, param.from).to_string())
            }
        }
    }

    fn title(&self, kind: Option<Kind>) -> &'static str {
        match &self.place {
            Place::CertType => CERT_TYPES.title,
            Place::Block(kind) | Place::List(kind, _) => kind.table().title,
            _ => self.row(kind).map_or("", |field| field.title),
        }
    }

    fn value(&self, kind: Option<Kind>, from: From) -> Param {
        let table = kind.map(Kind::table);
        let text = match from {
            From::A => return Param::Number(self.a),
            From::B => return Param::Number(self.b),
            From::TypeA => Found::NAMES.get(self.a as usize).copied(),
            From::ReasonB => Reason::ALL.get(self.b as usize).map(|reason| reason.id()),
            From::NearA => self.near(kind),
            From::BlockA => Kind::from_index(self.a).map(|kind| kind.table().block),
            From::Dictionary => self.row(kind).and_then(|field| field.format.dictionary()).map(|dictionary: &Dictionary| dictionary.id),
            From::Fixed => self.row(kind).and_then(|field| match field.format {
                Format::Fixed(fixed) => Some(fixed),
                _ => None,
            }),
            From::Form => table.and_then(|table| table.number_form),
            From::LicenceType => table.and_then(|table| table.kind.licence_type()),
            From::Expected => self.row(kind).map(expected),
        };
        Param::Text(text.unwrap_or_default())
    }

    fn near(&self, kind: Option<Kind>) -> Option<&'static str> {
        let index = (self.a as usize).checked_sub(1)?;
        match self.place {
            Place::BodyName(_) | Place::BlockName(..) => super::envelope_names().get(index).copied(),
            _ => kind?.table().fields.get(index).map(|field| field.name),
        }
    }
}

/// What JSON type a field has, for people.
pub fn expected(field: &Field) -> &'static str {
    match field.format {
        Format::Info(_) => "array or string",
        _ => "string",
    }
}

/// A template with its places filled; `{name|words}` has the words where the value is empty.
fn fill(template: &str, word: impl Fn(&str) -> String) -> String {
    let mut parts = template.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or((part, ""));
        let (name, fallback) = place.split_once('|').unwrap_or((place, ""));
        let value = word(name);
        text.push_str(if value.is_empty() { fallback } else { &value });
        text.push_str(rest);
    }
    text
}
