//! A live record as the page packs it.
//!
//! It is a run of descriptors (a tag in the low three bits, a number above them), one per field of a mask
//! and two per other name, then their texts one behind the other, each at an even offset.

use std::borrow::Cow;

use crate::record::json::JsonType;
use crate::record::text::{Text, from_utf16};
use crate::record::{Found, Given, Other, Record};
use crate::spec::Kind;

/// What of a record was packed.
pub(super) struct Packed {
    /// The fields, as a mask.
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
        let fields = (0..kind.table().fields.len()).filter(|index| self.mask & 1 << index != 0);
        let heads = (fields.clone().count() + 2 * self.extras) * 4;
        let (heads, mut pieces) = bytes.split_at_checked(heads).map_or((&[][..], Pieces(&[])), |(heads, rest)| (heads, Pieces(rest)));
        let mut heads = heads.chunks_exact(4).map(|head| head.try_into().map_or(0, u32::from_le_bytes));
        let mut record = Record::new(kind);
        for index in fields {
            record.put(index, pieces.given(heads.next().unwrap_or_default()));
        }
        for _ in 0..self.extras {
            let name = match pieces.given(heads.next().unwrap_or_default()) {
                Given::Text(name) => name.text,
                _ => Cow::Borrowed(""),
            };
            let json = match pieces.given(heads.next().unwrap_or_default()) {
                Given::Array(json) => Some(json),
                _ => None,
            };
            record.others.push(Other { name, json });
        }
        record
    }
}

struct Pieces<'a>(&'a [u8]);

impl<'a> Pieces<'a> {
    fn take(&mut self, bytes: usize) -> &'a [u8] {
        let (piece, _) = self.0.split_at_checked(bytes).unwrap_or((self.0, &[]));
        self.0 = self.0.get(bytes + bytes % 2..).unwrap_or_default();
        piece
    }

    fn given(&mut self, head: u32) -> Given<'a> {
        let number = head >> 3;
        match head & 7 {
            1 => Given::Text(from_utf16(self.take(number as usize))),
            2 => Given::Text(utf8(self.take(number as usize))),
            3 => Given::Array(match from_utf16(self.take(number as usize)).text {
                Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
                Cow::Owned(text) => Cow::Owned(text.into_bytes()),
            }),
            4 => Given::Array(Cow::Borrowed(self.take(number as usize))),
            5 => Given::Other(found(number)),
            _ => Given::Absent,
        }
    }
}

fn utf8(bytes: &[u8]) -> Text<'_> {
    match core::str::from_utf8(bytes) {
        Ok(text) => Text::whole(Cow::Borrowed(text)),
        Err(_) => Text { ill_formed: true, ..Text::whole(String::from_utf8_lossy(bytes)) },
    }
}

fn found(number: u32) -> Found {
    match number {
        1 => Found::Json(JsonType::Boolean),
        2 => Found::Json(JsonType::Number),
        4 => Found::Json(JsonType::Array),
        5 => Found::Json(JsonType::Object),
        _ => Found::Unreadable,
    }
}
