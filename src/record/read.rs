//! A record from JSON text. What stands in it is kept, whatever it is; `check` judges.

use std::borrow::Cow;

use super::json::{JsonType, List, Quick, Reader, Syntax};
use super::names::NameSet;
use super::{Found, Given, Other, Record};
use crate::spec::{Field, Format, Kind};

/// So many fields one behind the other are often left out.
const MOST_LEFT_OUT: usize = 4;

impl<'a> Record<'a> {
    /// Reads one value; nothing where it is no object.
    ///
    /// # Errors
    /// The fault that ends the text as JSON.
    pub fn read(kind: Kind, reader: &mut Reader<'a>) -> Result<Option<Box<Record<'a>>>, Syntax> {
        Record::read_into(&mut None, kind, reader)
    }

    /// The same, in the place of a spare record where there is one: to make its room, and empty it, takes long.
    pub(super) fn read_into(
        spare: &mut Option<Box<Record<'a>>>,
        kind: Kind,
        reader: &mut Reader<'a>,
    ) -> Result<Option<Box<Record<'a>>>, Syntax> {
        if reader.peek()? != JsonType::Object {
            reader.skip()?;
            return Ok(None);
        }
        // It is large: it is read where it stays.
        let record = spare.take().unwrap_or_else(|| Box::new(Record::new(kind)));
        let mut members = Members { record, seen: 0, others: NameSet::default() };
        let mut list = reader.begin_object()?;
        let mut expected = 0;
        loop {
            // Most records come in the table's order.
            expected = members.quick(reader, &mut list, expected);
            match members.next(reader, &mut list, expected)? {
                Some(next) => expected = next,
                None => return Ok(Some(members.record)),
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
    /// Reads members that are quick to read and come in the table's order, from the expected field on; which is expected then.
    #[inline(always)]
    fn quick(&mut self, reader: &mut Reader<'a>, list: &mut List, expected: usize) -> usize {
        let mut quick = Quick::at(reader, list);
        let fields = self.record.kind.table().fields.get(expected..).unwrap_or_default();
        let given = self.record.given.get_mut(expected..).unwrap_or_default();
        let mut bit = 1 << expected;
        let mut next = bit;
        for (field, given) in fields.iter().zip(given) {
            // A second one is for `put` to tell.
            let text = if self.seen & bit == 0 { quick.member(&field.head) } else { None };
            if let Some(text) = text {
                given.fill(text);
                self.seen |= bit;
                next = bit << 1;
            } else if self.seen & bit == 0 && quick_array(field, &mut quick, given) {
                self.seen |= bit;
                next = bit << 1;
            } else if bit >> MOST_LEFT_OUT >= next || quick.is_over() {
                break;
            }
            bit <<= 1;
        }
        quick.end(reader, list);
        next.trailing_zeros() as usize
    }

    /// Reads the next member, whatever it is; which field is expected then, or nothing at the end.
    #[inline(never)]
    fn next(&mut self, reader: &mut Reader<'a>, list: &mut List, expected: usize) -> Result<Option<usize>, Syntax> {
        if !reader.next_element(list)? {
            return Ok(None);
        }
        let table = self.record.kind.table();
        let known = reader.pass_name(table.fields, expected)?;
        let name = if known.is_none() { reader.name()?.text } else { Cow::Borrowed("") };
        // A name that was not passed may be one of the table's, written with escapes.
        let place = known.or_else(|| table.index_of(&name));
        Ok(Some(match place.and_then(|index| Some((index, table.fields.get(index)?))) {
            Some((index, field)) => {
                self.put(index, read_given(field, reader)?);
                index + 1
            }
            None => {
                self.other(name, reader.skip()?);
                expected
            }
        }))
    }

    fn put(&mut self, index: usize, given: Given<'a>) {
        if self.seen & 1 << index != 0 {
            let name = self.record.kind.table().fields.get(index).map_or("", |field| field.name);
            self.record.repeated.push(Cow::Borrowed(name));
        }
        self.seen |= 1 << index;
        self.record.put(index, given);
    }

    fn other(&mut self, name: Cow<'a, str>, json: &'a [u8]) {
        if !self.others.insert(&name) {
            self.record.repeated.push(name.clone());
        }
        self.record.others.push(Other { name, json: Some(Cow::Borrowed(json)) });
    }
}

/// Reads the array of 业务信息 where the field may hold one; whether it did.
#[inline(always)]
fn quick_array<'a>(field: &Field, quick: &mut Quick<'a>, given: &mut Given<'a>) -> bool {
    let json = if matches!(field.format, Format::Info(_)) { quick.array(&field.head) } else { None };
    json.map(|json| *given = Given::Array(Cow::Borrowed(json))).is_some()
}

fn read_given<'a>(field: &Field, reader: &mut Reader<'a>) -> Result<Given<'a>, Syntax> {
    Ok(match reader.peek()? {
        JsonType::String => Given::Text(reader.string()?),
        JsonType::Null => {
            reader.skip()?;
            Given::Absent
        }
        JsonType::Array if matches!(field.format, Format::Info(_)) => Given::Array(Cow::Borrowed(reader.skip_text()?)),
        other => {
            reader.skip()?;
            Given::Other(Found::Json(other))
        }
    })
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
