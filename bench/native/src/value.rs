//! A member's value as serde leaves it: a text borrowed from the input where that is possible, and anything else without ending
//! the read, so that a record with a number for a text is judged like any other.

use std::borrow::Cow;
use std::fmt::{Formatter, Result as Written};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use validator::ValidateLength;

/// What a member may hold.
#[derive(Debug, Default)]
pub(crate) enum Given<'a> {
    /// The record has no such member.
    #[default]
    Absent,
    /// A text.
    Text(Cow<'a, str>),
    /// A list of entries.
    Items(Vec<Item<'a>>),
    /// Anything else.
    Other,
}

/// An entry of 业务信息.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Item<'a> {
    #[serde(borrow, rename = "itemvalue")]
    pub(crate) code: Given<'a>,
    #[serde(borrow, rename = "itemtext")]
    pub(crate) text: Given<'a>,
}

impl Given<'_> {
    /// The text; empty where there is none.
    pub(crate) fn text(&self) -> &str {
        if let Given::Text(text) = self { text } else { "" }
    }

    /// Whether nothing is given.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self, Given::Absent) || matches!(self, Given::Text(text) if text.is_empty())
    }
}

impl ValidateLength<u64> for Given<'_> {
    fn length(&self) -> Option<u64> {
        if let Given::Text(text) = self { Some(text.chars().count() as u64) } else { None }
    }
}

/// validator puts the value into its errors.
impl Serialize for Given<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.text())
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Given<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Given<'de>;

    fn expecting(&self, out: &mut Formatter) -> Written {
        out.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Given::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Given::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Given::Items(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Given::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Given::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Given::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Given::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Given::Other)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Given::Other)
    }
}
