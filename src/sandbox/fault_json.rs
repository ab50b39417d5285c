//! Faults as JSON: a word, or an object of the one member that says more, for instance `"cut"`, `{"delay":500}`,
//! `{"close":{"taken":true}}`, `{"status":503}` or `{"status":{"status":504,"taken":true}}`.

use serde_json::Value;

use super::fault::Fault;
use super::json::{Members, Misread};
use crate::gateway::{Call, Words};

/// The faults that a word tells.
const WORDS: [Fault; 9] = [
    Fault::None,
    Fault::Silence { taken: false },
    Fault::Close { taken: false },
    Fault::Cut,
    Fault::Empty,
    Fault::NotUtf8,
    Fault::Bom,
    Fault::TooLong,
    Fault::TokenWithLineBreak,
];
/// The faults that a member tells.
const MEMBERS: [&str; 8] = ["delay", "silence", "close", "html", "status", "code", "refuse", "text"];
const TAKEN: &str = "taken";
const STATUS: &str = "status";

impl Fault {
    /// The word, or the member, that tells it.
    pub const fn id(&self) -> &'static str {
        match self {
            Fault::None => "none",
            Fault::Delay(_) => "delay",
            Fault::Silence { .. } => "silence",
            Fault::Close { .. } => "close",
            Fault::Cut => "cut",
            Fault::Html { .. } => "html",
            Fault::Status { .. } => "status",
            Fault::Code(_) => "code",
            Fault::Refuse(_) => "refuse",
            Fault::Empty => "empty",
            Fault::NotUtf8 => "not-utf8",
            Fault::Bom => "bom",
            Fault::TooLong => "too-long",
            Fault::Text(_) => "text",
            Fault::TokenWithLineBreak => "token-with-line-break",
        }
    }

    /// The fault that a JSON value tells.
    ///
    /// # Errors
    /// The member that cannot be read, or that is not known.
    pub fn from_json(json: &Value) -> Result<Fault, Misread> {
        Fault::at("", json)
    }

    pub(super) fn at(place: &str, json: &Value) -> Result<Fault, Misread> {
        let unknown = || Misread::new(place, "不是故障", "must be a fault");
        if let Some(word) = json.as_str() {
            return WORDS.into_iter().find(|fault| fault.id() == word).ok_or_else(unknown);
        }
        let members = Members::of(json, place, &MEMBERS)?;
        let mut given = MEMBERS.into_iter().filter(|name| members.get(name).is_some());
        match (given.next(), given.next()) {
            (Some(name), None) => read(&members, name)?.ok_or_else(unknown),
            _ => Err(unknown()),
        }
    }
}

fn read(members: &Members, name: &str) -> Result<Option<Fault>, Misread> {
    Ok(match name {
        "delay" => members.number(name)?.map(Fault::Delay),
        "code" => members.number(name)?.map(Fault::Code),
        "refuse" => members.text(name)?.map(|text| Fault::Refuse(Words::new(text))),
        "text" => members.text(name)?.map(|text| Fault::Text(Words::new(text))),
        "silence" => Some(Fault::Silence { taken: taken(members, name)? }),
        "close" => Some(Fault::Close { taken: taken(members, name)? }),
        "html" => status(members, name)?.map(|(status, taken)| Fault::Html { status, taken }),
        _ => status(members, name)?.map(|(status, taken)| Fault::Status { status, taken }),
    })
}

fn taken(members: &Members, name: &str) -> Result<bool, Misread> {
    let Some(inner) = members.get(name) else { return Ok(false) };
    Ok(Members::of(inner, &members.place(name), &[TAKEN])?.flag(TAKEN)?.unwrap_or_default())
}

/// A status, alone or with whether the call was carried out.
fn status(members: &Members, name: &str) -> Result<Option<(u16, bool)>, Misread> {
    let Some(inner) = members.get(name).filter(|inner| inner.is_object()) else {
        return Ok(checked(members, name)?.map(|status| (status, false)));
    };
    let inner = Members::of(inner, &members.place(name), &[STATUS, TAKEN])?;
    let taken = inner.flag(TAKEN)?.unwrap_or_default();
    Ok(checked(&inner, STATUS)?.map(|status| (status, taken)))
}

/// A status that a server can send at the end of an exchange.
fn checked(members: &Members, name: &str) -> Result<Option<u16>, Misread> {
    let wrong = || Misread::new(members.place(name), "应为 200 至 599 的状态码", "must be a status from 200 to 599");
    members.number(name)?.map(|status| if (200..600).contains(&status) { Ok(status) } else { Err(wrong()) }).transpose()
}

/// The call of that name.
pub(super) fn call(members: &Members, name: &str) -> Result<Call, Misread> {
    let choices = Call::ALL.map(|call| (call.id(), call));
    members.choice(name, &choices)?.ok_or_else(|| Misread::new(members.place(name), "不能为空", "must not be empty"))
}
