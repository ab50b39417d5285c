//! Reading what a host hands over as JSON: settings and faults. A fault in it is told by its place, never by its value.

use std::fmt;

use serde_json::{Map, Value};

/// What was handed over cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The member, for instance `systems[0].key`; empty for the whole.
    pub member: String,
    zh: &'static str,
    en: &'static str,
}

impl Misread {
    /// What is wrong with it, in Chinese and in English; the member comes in front.
    pub const fn words(&self) -> [&'static str; 2] {
        [self.zh, self.en]
    }

    pub(super) fn new(member: impl Into<String>, zh: &'static str, en: &'static str) -> Misread {
        Misread { member: member.into(), zh, en }
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = if self.member.is_empty() { "" } else { " " };
        write!(out, "{}{of}{} ({}{of}{})", self.member, self.zh, self.member, self.en)
    }
}

impl std::error::Error for Misread {}

/// The value of a JSON text.
pub(super) fn parsed(text: &[u8]) -> Result<Value, Misread> {
    serde_json::from_slice(text).map_err(|_| Misread::new("", "不是合法的 JSON", "is not JSON"))
}

/// The members of an object, all of known names. A member that is `null` is absent.
pub(super) struct Members<'v> {
    place: String,
    members: &'v Map<String, Value>,
}

impl<'v> Members<'v> {
    /// The object at a place.
    pub(super) fn of(value: &'v Value, place: &str, known: &[&str]) -> Result<Members<'v>, Misread> {
        let members = value.as_object().ok_or_else(|| Misread::new(place, "应为对象", "must be an object"))?;
        if members.keys().any(|name| !known.contains(&name.as_str())) {
            return Err(Misread::new(place, "有不认识的成员", "has a member that is not known"));
        }
        Ok(Members { place: place.to_owned(), members })
    }

    /// The place of a member.
    pub(super) fn place(&self, name: &str) -> String {
        if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) }
    }

    pub(super) fn get(&self, name: &str) -> Option<&'v Value> {
        self.members.get(name).filter(|value| !value.is_null())
    }

    fn read<T>(&self, name: &str, as_type: impl FnOnce(&'v Value) -> Option<T>, zh: &'static str, en: &'static str) -> Read<T> {
        let value = self.get(name).map(|value| as_type(value).ok_or_else(|| Misread::new(self.place(name), zh, en)));
        value.transpose()
    }

    pub(super) fn text(&self, name: &str) -> Read<&'v str> {
        self.read(name, Value::as_str, "应为字符串", "must be a string")
    }

    pub(super) fn number<T: TryFrom<u64>>(&self, name: &str) -> Read<T> {
        let number = |value: &Value| value.as_u64().and_then(|number| T::try_from(number).ok());
        self.read(name, number, "应为范围内的非负整数", "must be a whole number in its range")
    }

    pub(super) fn flag(&self, name: &str) -> Read<bool> {
        self.read(name, Value::as_bool, "应为 true 或 false", "must be true or false")
    }

    /// What one of these words stands for.
    pub(super) fn choice<T: Copy>(&self, name: &str, choices: &[(&str, T)]) -> Read<T> {
        let chosen = |value: &Value| choices.iter().find(|(word, _)| value.as_str() == Some(*word)).map(|(_, choice)| *choice);
        self.read(name, chosen, "不在可选值之内", "must be one of its words")
    }

    /// The entries of a list, each with its place.
    pub(super) fn list(&self, name: &str) -> Read<Vec<(String, &'v Value)>> {
        let list = self.read(name, Value::as_array, "应为数组", "must be an array")?;
        let place = self.place(name);
        Ok(list.map(|list| list.iter().enumerate().map(|(index, entry)| (format!("{place}[{index}]"), entry)).collect()))
    }
}

/// A member that may be absent.
pub(super) type Read<T> = Result<Option<T>, Misread>;
