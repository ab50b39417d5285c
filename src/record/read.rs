//! A record from JSON text. What stands in it is kept, whatever it is; `check` judges.

use std::borrow::Cow;

use super::json::{JsonType, Reader, Syntax};
use super::names::NameSet;
use super::{Found, Given, Other, Record};
use crate::spec::{Field, Format, Kind};

impl<'a> Record<'a> {
    /// Reads one value; nothing where it is no object.
    ///
    /// # Errors
    /// The fault that ends the text as JSON.
    pub fn read(kind: Kind, reader: &mut Reader<'a>) -> Result<Option<Box<Record<'a>>>, Syntax> {
        if reader.peek()? != JsonType::Object {
            reader.skip()?;
            return Ok(None);
        }
        // It is large: it is read where it stays.
        let mut members = Members { record: Box::new(Record::new(kind)), seen: 0, others: NameSet::default() };
        let fields = kind.table().fields;
        let mut list = reader.begin_object()?;
        let mut expected = 0;
        loop {
            // Most records come in the table's order.
            while let Some((left_out, text)) = reader.quick_member(&mut list, fields.get(expected..).unwrap_or_default()) {
                members.put(expected + left_out, Given::Text(text));
                expected += left_out + 1;
            }
            if !reader.next_element(&mut list)? {
                return Ok(Some(members.record));
            }
            let known = reader.pass_name(fields, expected)?;
            let name = if known.is_none() { reader.name()?.text } else { Cow::Borrowed("") };
            // A name that was not passed may be one of the table's, written with escapes.
            let place = known.or_else(|| kind.table().index_of(&name));
            match place.and_then(|index| Some((index, fields.get(index)?))) {
                Some((index, field)) => {
                    members.put(index, read_given(field, reader)?);
                    expected = index + 1;
                }
                None => members.other(name, reader.skip()?),
            }
        }
    }
}

/// The members of a record, as far as they are read.
struct Members<'a> {
    record: Box<Record<'a>>,
    /// The fields that were given, as a mask.
    seen: u32,
    others: NameSet,
}

impl<'a> Members<'a> {
    #[inline(always)]
    fn put(&mut self, index: usize, given: Given<'a>) {
        let Some(place) = self.record.given.get_mut(index) else { return };
        let earlier = std::mem::replace(place, given);
        if self.seen & 1 << index != 0 {
            let name = self.record.kind.table().fields.get(index).map_or("", |field| field.name);
            self.record.repeated.push(Cow::Borrowed(name));
        } else {
            // Nothing stood there, so that there is nothing to take apart, which would be asked for every member.
            std::mem::forget(earlier);
        }
        self.seen |= 1 << index;
    }

    fn other(&mut self, name: Cow<'a, str>, json: &'a [u8]) {
        if !self.others.insert(&name) {
            self.record.repeated.push(name.clone());
        }
        self.record.others.push(Other { name, json: Some(Cow::Borrowed(json)) });
    }
}

fn read_given<'a>(field: &Field, reader: &mut Reader<'a>) -> Result<Given<'a>, Syntax> {
    Ok(match reader.peek()? {
        JsonType::String => Given::Text(reader.string()?),
        JsonType::Null => {
            reader.skip()?;
            Given::Absent
        }
        JsonType::Array if matches!(field.format, Format::Info(_)) => Given::Array(Cow::Borrowed(reader.skip()?)),
        other => {
            reader.skip()?;
            Given::Other(Found::Json(other))
        }
    })
}
