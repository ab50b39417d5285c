//! The checks of a single field by its row: their ids and severities. The checks themselves are in `check::field`.

use crate::check::rule::{Cite, ERROR, From, Rule, STRICTER, WARNING, always, by_row, is_one_line, is_required, param};
use crate::spec::{Field, Format};

fn is_code(field: &Field) -> bool {
    field.format.dictionary().is_some()
}

fn is_photo(field: &Field) -> bool {
    matches!(field.format, Format::Photo)
}

fn is_info(field: &Field) -> bool {
    matches!(field.format, Format::Info(_))
}

fn is_url(field: &Field) -> bool {
    matches!(field.format, Format::Url)
}

pub(super) static REQUIRED: Rule = by_row("field/required", ERROR, Cite::Row, is_required, &[]);

pub(super) static TYPE: Rule =
    by_row("field/type", ERROR, Cite::Row, always, &[param("expected", From::Expected), param("found", From::TypeA)]);

pub(super) static MAX_LENGTH: Rule =
    by_row("field/max-length", ERROR, Cite::Row, |field| field.format.limited(), &[param("max", From::A), param("length", From::B)]);

pub(super) static CHARACTERS: Rule = by_row("field/characters", ERROR, Cite::Text("XML 1.0 §2.2"), always, &[param("at", From::A)]);

pub(super) static LINE_BREAK: Rule = by_row("field/line-break", WARNING, Cite::Text("reading R22"), is_one_line, &[param("at", From::A)]);

pub(super) static WHITESPACE: Rule = by_row("field/whitespace", WARNING, Cite::Text("reading R22"), always, &[]);

pub(super) static DATE: Rule = by_row("field/date", ERROR, Cite::Text("reading R1"), |field| matches!(field.format, Format::Date), &[]);

pub(super) static CODE: Rule = by_row("field/code", ERROR, Cite::Row, is_code, &[param("dictionary", From::Dictionary)]);

pub(super) static CODE_UNLISTED: Rule =
    by_row("field/code-unlisted", STRICTER, Cite::Text("reading R13"), is_code, &[param("dictionary", From::Dictionary)]);

pub(super) static FIXED: Rule =
    by_row("field/fixed", ERROR, Cite::Row, |field| matches!(field.format, Format::Fixed(_)), &[param("fixed", From::Fixed)]);

pub(super) static PHOTO_DECODABLE: Rule = by_row("photo/decodable", ERROR, Cite::Row, is_photo, &[]);

pub(super) static PHOTO_FORMAT: Rule = by_row("photo/format", ERROR, Cite::Row, is_photo, &[]);

pub(super) static PHOTO_SIZE: Rule = by_row("photo/size", ERROR, Cite::Row, is_photo, &[param("max", From::A), param("bytes", From::B)]);

pub(super) static PHOTO_RESOLUTION: Rule =
    by_row("photo/resolution", STRICTER, Cite::Row, is_photo, &[param("x", From::A), param("y", From::B)]);

pub(super) static PHOTO_RESOLUTION_UNKNOWN: Rule = by_row("photo/resolution-unknown", WARNING, Cite::Text("reading R14"), is_photo, &[]);

pub(super) static INFO_SHAPE: Rule = by_row("info/shape", ERROR, Cite::Text("reading R4"), is_info, &[]);

pub(super) static INFO_LENGTH: Rule = by_row("info/length", ERROR, Cite::Row, is_info, &[param("max", From::A), param("length", From::B)]);

pub(super) static INFO_TYPE_UNLISTED: Rule = by_row("info/type-unlisted", WARNING, Cite::Text("reading R13"), is_info, &[]);

pub(super) static URL_HTTPS: Rule = by_row("url/https", ERROR, Cite::Row, is_url, &[]);

pub(super) static URL_PUBLIC_HOST: Rule = by_row("url/public-host", ERROR, Cite::Text("reading R12"), is_url, &[]);
