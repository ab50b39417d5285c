//! A live record as the page packs it.
//!
//! It is the length of the texts that were joined, then a run of descriptors (a tag in the low three bits, a number above them), one
//! per field of a mask and two per other name, and from [`FROM`] on or behind them the texts one behind the other, first those that
//! were joined, those of UTF-16 at even offsets.

use std::borrow::Cow;

use simdutf8::basic::from_utf8;

use crate::record::bytes::{LONG, Letters};
use crate::record::json::JsonType;
use crate::record::text::{Text, from_utf16};
use crate::record::{Found, Given, Other, Record, utf8};
use crate::spec::places;

/// The tag of a text that was joined.
const JOINED: u32 = 6;

/// Where the texts begin at the earliest, in words: those of most records there, so that a page can keep its view of them.
const FROM: usize = 32;

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

    /// Puts what was packed into an empty record, which is too large to be handed on.
    #[inline(never)]
    pub(super) fn unpack<'a>(self, bytes: &'a [u8], record: &mut Record<'a>) {
        let mask = self.mask & ((1 << record.kind().table().fields.len()) - 1);
        let heads = mask.count_ones() as usize + 2 * self.extras;
        let mut pieces = Pieces::behind(bytes, heads);
        for index in places(mask) {
            record.put(index, pieces.next());
        }
        for _ in 0..self.extras {
            let name = match pieces.next() {
                Given::Text(name) => name.text,
                _ => Cow::Borrowed(""),
            };
            let json = match pieces.next() {
                Given::Array(Cow::Borrowed(json)) => Some(Cow::Borrowed(json.as_bytes())),
                Given::Array(Cow::Owned(json)) => Some(Cow::Owned(json.into_bytes())),
                _ => None,
            };
            record.others.push(Other { name, json });
        }
    }
}

struct Pieces<'a> {
    heads: std::slice::Iter<'a, [u8; 4]>,
    bytes: &'a [u8],
    /// Where the next text stands that was joined, and the next one of the others.
    joined: usize,
    at: usize,
    /// What is known of all that were joined.
    letters: Letters,
    /// What is known to be UTF-8, from that place on: all of most records.
    known: &'a str,
    from: usize,
}

/// The number of a descriptor, above its tag.
fn number(head: [u8; 4]) -> usize {
    (u32::from_le_bytes(head) >> 3) as usize
}

impl<'a> Pieces<'a> {
    /// The pieces of so many descriptors, which stand behind the first word.
    fn behind(bytes: &'a [u8], count: usize) -> Pieces<'a> {
        let (first, rest) = bytes.as_chunks().0.split_first().unwrap_or((&[0; 4], &[]));
        let heads = rest.get(..count).unwrap_or_default();
        let from = FROM.max(1 + heads.len()) * 4;
        // Of tags without a text the number is small; then something that was left there is looked at in vain.
        let all = heads.iter().fold(0_usize, |all, head| all.saturating_add(number(*head)));
        let texts = bytes.get(from..bytes.len().min(from.saturating_add(all))).unwrap_or_default();
        let known = from_utf8(texts).unwrap_or_else(|_| utf8::beginning(texts));
        let joined = u32::from_le_bytes(*first) as usize;
        let letters = known.get(..joined).map_or(Letters::Any, |text| whole(Some(text)).letters);
        Pieces { heads: heads.iter(), bytes, joined: from, at: from.saturating_add(joined), letters, known, from }
    }

    fn take(&mut self, bytes: usize) -> &'a [u8] {
        let start = self.at;
        self.at = start.saturating_add(bytes);
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    /// The next text of those that were joined.
    fn joined(&mut self, bytes: usize) -> Text<'a> {
        let start = self.joined;
        self.joined = start.saturating_add(bytes);
        match self.utf8(start, self.joined) {
            Some(text) if self.letters.are_printable() && text.len() <= LONG => {
                Text { text: Cow::Borrowed(text), ill_formed: false, letters: Letters::Printable }
            }
            text => whole(text),
        }
    }

    /// The next text of the others.
    fn apart(&mut self, bytes: usize) -> Option<&'a str> {
        let start = self.at;
        self.at = start.saturating_add(bytes);
        self.utf8(start, self.at)
    }

    fn utf8(&self, start: usize, end: usize) -> Option<&'a str> {
        self.known.get(start - self.from..end - self.from).or_else(|| slow(self.bytes.get(start..end)))
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
            2 => Given::Text(whole(self.apart(number))),
            3 => Given::Array(self.utf16(number).text),
            4 => Given::Array(Cow::Borrowed(self.apart(number).unwrap_or_default())),
            JOINED => Given::Text(self.joined(number)),
            5 => Given::Other(found(number)),
            _ => Given::Absent,
        }
    }
}

/// The same of bytes that were not known.
#[cold]
fn slow(bytes: Option<&[u8]>) -> Option<&str> {
    core::str::from_utf8(bytes.unwrap_or_default()).ok()
}

/// A page writes nothing else than UTF-8 there.
#[inline(never)]
fn whole(text: Option<&str>) -> Text<'_> {
    Text { ill_formed: text.is_none(), ..Text::whole(Cow::Borrowed(text.unwrap_or_default())) }
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
