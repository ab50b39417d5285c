//! A live record as the page packs it.
//!
//! It is a run of descriptors (a tag in the low three bits, a number above them), one per field of a mask
//! and two per other name, then their texts one behind the other, those of UTF-16 at even offsets.

use std::borrow::Cow;

use crate::record::json::JsonType;
use crate::record::text::{Text, from_utf16};
use crate::record::{Found, Given, Other, Record, utf8};
use crate::spec::{Kind, places};

/// What of a record was packed.
pub(super) struct Packed {
    /// The fields, as a mask; more than the table has means all.
    mask: u32,
    /// How many other names.
    extras: usize,
}

impl Packed {
    /// Every field, and that many other names.
    pub(super) fn whole(extras: usize) -> Packed {
        Packed { mask: u32::MAX, extras }
    }

    /// These fields alone.
    #[cfg(feature = "core")]
    pub(super) fn fields(mask: u32) -> Packed {
        Packed { mask, extras: 0 }
    }

    /// The record; what was not packed is absent.
    pub(super) fn unpack(self, bytes: &[u8], kind: Kind) -> Record<'_> {
        let mask = self.mask & ((1 << kind.table().fields.len()) - 1);
        let heads = mask.count_ones() as usize + 2 * self.extras;
        let mut pieces = Pieces::behind(bytes, heads);
        let mut record = Record::new(kind);
        for index in places(mask) {
            record.put(index, pieces.next());
        }
        for _ in 0..self.extras {
            let name = match pieces.next() {
                Given::Text(name) => name.text,
                _ => Cow::Borrowed(""),
            };
            let json = match pieces.next() {
                Given::Array(json) => Some(json),
                _ => None,
            };
            record.others.push(Other { name, json });
        }
        record
    }
}

struct Pieces<'a> {
    heads: std::slice::Iter<'a, [u8; 4]>,
    bytes: &'a [u8],
    at: usize,
    /// What is known to be UTF-8, from that place on: all of most records.
    known: &'a str,
    from: usize,
}

/// The number of a descriptor, above its tag.
fn number(head: [u8; 4]) -> usize {
    (u32::from_le_bytes(head) >> 3) as usize
}

impl<'a> Pieces<'a> {
    /// The pieces of so many descriptors, which the bytes begin with.
    fn behind(bytes: &'a [u8], count: usize) -> Pieces<'a> {
        let heads = bytes.as_chunks().0.get(..count).unwrap_or_default();
        let from = heads.len() * 4;
        // Of other tags the number is small; then something that was left there is looked at in vain.
        let all = heads.iter().fold(0_usize, |all, head| all.saturating_add(number(*head)));
        let known = utf8::beginning(bytes.get(from..bytes.len().min(from.saturating_add(all))).unwrap_or_default());
        Pieces { heads: heads.iter(), bytes, at: from, known, from }
    }

    fn take(&mut self, bytes: usize) -> &'a [u8] {
        let start = self.at;
        self.at = start.saturating_add(bytes);
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    fn utf8(&mut self, bytes: usize) -> Text<'a> {
        let known = (self.at - self.from).checked_add(bytes).and_then(|end| self.known.get(self.at - self.from..end));
        let piece = self.take(bytes);
        let text = known.or_else(|| core::str::from_utf8(piece).ok());
        // A page writes nothing else than UTF-8 there.
        Text { ill_formed: text.is_none(), ..Text::whole(Cow::Borrowed(text.unwrap_or_default())) }
    }

    fn utf16(&mut self, bytes: usize) -> Text<'a> {
        self.at += self.at % 2;
        from_utf16(self.take(bytes))
    }

    fn next(&mut self) -> Given<'a> {
        let Some(head) = self.heads.next().copied() else { return Given::Absent };
        let number = number(head);
        match u32::from_le_bytes(head) & 7 {
            1 => Given::Text(self.utf16(number)),
            2 => Given::Text(self.utf8(number)),
            3 => Given::Array(match self.utf16(number).text {
                Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
                Cow::Owned(text) => Cow::Owned(text.into_bytes()),
            }),
            4 => Given::Array(Cow::Borrowed(self.take(number))),
            5 => Given::Other(found(number)),
            _ => Given::Absent,
        }
    }
}

fn found(number: usize) -> Found {
    match number {
        1 => Found::Json(JsonType::Boolean),
        2 => Found::Json(JsonType::Number),
        4 => Found::Json(JsonType::Array),
        5 => Found::Json(JsonType::Object),
        _ => Found::Unreadable,
    }
}
