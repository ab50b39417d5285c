//! Members written as programs write them: without white space, their texts without escapes. All but a few of a batch's are, so
//! that what these cost is what its reading costs.

use super::scan::run_of;
use super::{List, Reader};
use crate::record::bytes::{begins, begins_as, plain_run};
use crate::record::text::Text;
use crate::spec::{HEAD_ROOM, Head, ITEM_HEADS};

/// Reads such members of an object, as long as there are.
pub(in crate::record) struct Quick<'a> {
    /// What is left from the separator of the next member on, as far as it is known to be UTF-8: what is not is looked at elsewhere.
    rest: &'a str,
    separator: u8,
}

impl<'a> Quick<'a> {
    /// Begins where the reader stands: behind the object's brace, or behind a member.
    pub(in crate::record) fn at(reader: &Reader<'a>, list: &List) -> Quick<'a> {
        let (before, separator) = if list.begun { (0, b',') } else { (1, b'{') };
        // What is written otherwise is told by its first letter.
        let rest = reader.known.get(reader.at - before..).filter(|rest| matches!(rest.as_bytes(), [_, b'"', ..]));
        rest.map_or(Quick { rest: "", separator: b'{' }, |rest| Quick { rest, separator })
    }

    /// The text of the next member, where it is that of a field whose members begin so; else nothing is read.
    #[inline(always)]
    pub(in crate::record) fn member(&mut self, head: &Head) -> Option<Text<'a>> {
        let [separator, ahead @ ..] = self.rest.as_bytes().first_chunk::<{ 1 + HEAD_ROOM }>()?;
        if *separator != self.separator || !begins_as(ahead, head.bytes(), head.length()) {
            return None;
        }
        let value = self.rest.get(1 + head.length()..)?;
        let run = plain_run(value.as_bytes());
        let Some(b'"') = value.as_bytes().get(run.length) else { return None };
        let text = value.get(..run.length)?;
        (self.rest, self.separator) = (value.get(run.length + 1..)?, b',');
        Some(Text::of_run(text, run))
    }

    /// The JSON text of the next member, where it is an array of such entries; else nothing is read.
    #[inline(always)]
    pub(in crate::record) fn array(&mut self, head: &Head) -> Option<&'a str> {
        let (json, rest) = array(self.rest.strip_prefix(char::from(self.separator))?, head)?;
        (self.rest, self.separator) = (rest, b',');
        Some(json)
    }

    /// Whether nothing that is written so can follow.
    pub(in crate::record) fn is_over(&self) -> bool {
        self.rest.is_empty()
    }

    /// Has the reader go on behind what was read.
    pub(in crate::record) fn end(self, reader: &mut Reader<'a>, list: &mut List) {
        // Where nothing was read, it is as it was.
        if self.separator == b',' {
            (reader.at, list.begun) = (reader.known.len() - self.rest.len(), true);
        }
    }
}

/// Reads such entries of 业务信息, as long as there are.
pub(in crate::record) struct QuickItems<'a> {
    /// What is left from the bracket or comma before the next entry on.
    rest: &'a str,
    separator: u8,
}

impl<'a> QuickItems<'a> {
    /// Begins at the array's bracket.
    pub(in crate::record) fn of(text: &'a str) -> QuickItems<'a> {
        QuickItems { rest: text, separator: b'[' }
    }

    /// The two texts of the next entry, where it is written so.
    #[inline(never)]
    pub(in crate::record) fn next(&mut self) -> Option<[Text<'a>; 2]> {
        if self.rest.as_bytes().first() != Some(&self.separator) {
            return None;
        }
        let [code, text] = ITEM_HEADS;
        let (code, rest) = behind(code, self.rest.get(1..)?)?;
        let (text, rest) = behind(text, rest)?;
        (self.rest, self.separator) = (rest.strip_prefix("\"}")?, b',');
        Some([code, text])
    }

    /// What stands behind the array, where all its entries were read.
    pub(in crate::record) fn end(self) -> Option<&'a str> {
        if self.separator == b',' { self.rest.strip_prefix(']') } else { None }
    }
}

/// The array of such entries behind a head, and what is left behind it. What it gets are values: what [`Quick`] holds would else
/// have to stand in memory at each member.
#[inline(never)]
fn array<'a>(text: &'a str, head: &Head) -> Option<(&'a str, &'a str)> {
    // The mark before a text is the head's end.
    let name = head.bytes().get(..head.length() - 1)?;
    if !begins(text.as_bytes(), name) {
        return None;
    }
    let list = text.get(name.len()..)?;
    let mut items = QuickItems::of(list);
    while items.next().is_some() {}
    list.split_at_checked(list.len() - items.end()?.len())
}

/// The text behind a head, and what is left from the first character on that is not plain.
fn behind<'a>(head: &str, text: &'a str) -> Option<(Text<'a>, &'a str)> {
    if !begins(text.as_bytes(), head.as_bytes()) {
        return None;
    }
    let value = text.get(head.len()..)?;
    let run = run_of(value.as_bytes());
    let (text, rest) = value.split_at_checked(run.length)?;
    Some((Text::of_run(text, run), rest))
}
