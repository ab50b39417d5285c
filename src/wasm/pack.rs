//! A live record as the page packs it.
//!
//! It is the length of the texts that were joined, then a run of descriptors (a tag in the low three bits, a number above them), one
//! per field of a mask and two per other name, and from [`FROM`] on or behind them the texts one behind the other, first those that
//! were joined, those of UTF-16 at even offsets.

use std::borrow::Cow;

use simdutf8::basic::from_utf8;

use crate::record::bytes::{LONG, Letters, letters_of};
use crate::record::json::JsonType;
use crate::record::text::{Text, from_utf16};
use crate::record::{Found, Given, Other, Record, utf8};
use crate::spec::places;

/// The tags of descriptors: nothing, a text, a list as JSON text, a value of another type, a text that was joined.
const NOTHING: u32 = 0;
const UTF16: u32 = 1;
const UTF8: u32 = 2;
const LIST_UTF16: u32 = 3;
const LIST_UTF8: u32 = 4;
const OTHER: u32 = 5;
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
        let count = mask.count_ones() as usize;
        let (heads, mut texts) = behind(bytes, count + 2 * self.extras);
        let (fields, extras) = heads.split_at_checked(count).unwrap_or((heads, &[]));
        for (index, head) in places(mask).zip(fields) {
            let head = Head::of(*head);
            // What most pieces are is put where it stays; the others are handed on, which takes as long again.
            if let Some((text, letters)) = texts.text(head) {
                record.put_first(index, text, letters);
            } else if head.tag != NOTHING {
                record.put(index, texts.other(head));
            }
        }
        record.others.extend(extras.as_chunks().0.iter().map(|[name, value]| texts.extra(Head::of(*name), Head::of(*value))));
    }
}

/// A descriptor.
#[derive(Clone, Copy)]
struct Head {
    tag: u32,
    number: usize,
}

impl Head {
    #[inline]
    fn of(bytes: [u8; 4]) -> Head {
        let word = u32::from_le_bytes(bytes);
        Head { tag: word & 7, number: (word >> 3) as usize }
    }
}

/// The descriptors, which stand behind the first word, and the texts.
fn behind(bytes: &[u8], count: usize) -> (&[[u8; 4]], Texts<'_>) {
    let (first, rest) = bytes.as_chunks().0.split_first().unwrap_or((&[0; 4], &[]));
    let heads = rest.get(..count).unwrap_or_default();
    let from = FROM.max(1 + heads.len()) * 4;
    // Of tags without a text the number is small; then something that was left there is looked at in vain.
    let all = heads.iter().fold(0_usize, |all, head| all.saturating_add(Head::of(*head).number));
    let texts = bytes.get(from..bytes.len().min(from.saturating_add(all))).unwrap_or_default();
    let known = from_utf8(texts).unwrap_or_else(|_| utf8::beginning(texts));
    let joined = u32::from_le_bytes(*first) as usize;
    let at = from.saturating_add(joined);
    let joined = known.get(..joined).unwrap_or_default();
    (heads, Texts { joined, printable: letters(joined).are_printable(), bytes, at, known, from })
}

/// The texts, as far as they were not taken yet.
struct Texts<'a> {
    /// Those that were joined.
    joined: &'a str,
    /// Whether all of them are known to be printable.
    printable: bool,
    bytes: &'a [u8],
    /// Where the next one of the others stands.
    at: usize,
    /// What is known to be UTF-8, from that place on: all of most records.
    known: &'a str,
    from: usize,
}

impl<'a> Texts<'a> {
    /// The next text, where it is one of UTF-8, and what is known of it.
    #[inline]
    fn text(&mut self, head: Head) -> Option<(&'a str, Letters)> {
        match head.tag {
            JOINED => {
                let (text, rest) = self.joined.split_at_checked(head.number)?;
                self.joined = rest;
                Some((text, if self.printable && text.len() <= LONG { Letters::Printable } else { letters(text) }))
            }
            UTF8 => self.known_text(head.number).map(|text| (text, letters(text))),
            _ => None,
        }
    }

    /// What stands at a piece of another kind, or at one that is not known to be UTF-8.
    #[inline(never)]
    fn other(&mut self, Head { tag, number }: Head) -> Given<'a> {
        match tag {
            UTF16 => Given::Text(self.utf16(number)),
            UTF8 => Given::Text(Text::whole(Cow::Borrowed(self.utf8(number)))),
            LIST_UTF16 => Given::Array(self.utf16(number).text),
            LIST_UTF8 => Given::Array(Cow::Borrowed(self.utf8(number))),
            OTHER => Given::Other(found(number)),
            _ => Given::Absent,
        }
    }

    /// A name that the table does not have, and its value as far as it crossed.
    fn extra(&mut self, name: Head, value: Head) -> Other<'a> {
        let name = match self.other(name) {
            Given::Text(name) => name.text,
            _ => Cow::Borrowed(""),
        };
        let json = match self.other(value) {
            Given::Array(Cow::Borrowed(json)) => Some(Cow::Borrowed(json.as_bytes())),
            Given::Array(Cow::Owned(json)) => Some(Cow::Owned(json.into_bytes())),
            _ => None,
        };
        Other { name, json }
    }

    fn take(&mut self, bytes: usize) -> &'a [u8] {
        let start = self.at;
        self.at = start.saturating_add(bytes);
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    /// The next text of the others, where it is known to be UTF-8.
    #[inline]
    fn known_text(&mut self, bytes: usize) -> Option<&'a str> {
        let end = self.at.saturating_add(bytes);
        let text = self.known.get(self.at - self.from..end - self.from)?;
        self.at = end;
        Some(text)
    }

    /// The same where it is not known, as behind a text of UTF-16. A page writes nothing else there.
    fn utf8(&mut self, bytes: usize) -> &'a str {
        self.known_text(bytes).unwrap_or_else(|| core::str::from_utf8(self.take(bytes)).unwrap_or_default())
    }

    fn utf16(&mut self, bytes: usize) -> Text<'a> {
        self.at += self.at % 2;
        from_utf16(self.take(bytes))
    }
}

/// Not at each place where it is asked.
#[inline(never)]
fn letters(text: &str) -> Letters {
    letters_of(text)
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
