//! The rules of names, entries and envelopes, and of several records against each other: their ids and severities.
//! The checks themselves are in `check::checker` and `check::request`.

use crate::check::rule::{
    Cite, ERROR, From, Rule,
    Scope::{Batch, Entry, Record, Request, Text},
    Stands, WARNING, beyond, param,
};
use crate::spec::Role;

pub(super) static UNKNOWN: Rule =
    beyond("field/unknown", WARNING, Cite::Text("reading R22"), Record, Stands::Elsewhere, &[param("nearest", From::NearA)]);

pub(super) static DUPLICATE_ASSIGNMENT: Rule = beyond(
    "preview/duplicate-assignment",
    ERROR,
    Cite::Text("电子证照数据归集赋码 返回示例"),
    Entry,
    Stands::Among(Role::Assignment),
    &[param("first", From::A), param("record", From::B)],
);

pub(super) static OBJECT: Rule = beyond("record/object", ERROR, Cite::Text("业务数据归集赋码 接口示例"), Entry, Stands::Elsewhere, &[]);

pub(super) static SYNTAX: Rule = beyond(
    "record/syntax",
    ERROR,
    Cite::Text("RFC 8259"),
    Entry,
    Stands::Elsewhere,
    &[param("at", From::A), param("reason", From::ReasonB)],
);

pub(super) static DUPLICATE_KEY: Rule = beyond("record/duplicate-key", WARNING, Cite::Text("RFC 8259 §4"), Text, Stands::Elsewhere, &[]);

pub(super) static SHAPE: Rule =
    beyond("request/shape", ERROR, Cite::Text("reading R3"), Request, Stands::Elsewhere, &[param("expected", From::TypeA)]);

pub(super) static CERT_TYPE: Rule = beyond("request/cert-type", ERROR, Cite::Text("certType 1"), Request, Stands::Elsewhere, &[]);

pub(super) static ONLY_OWN_PARAMETER: Rule =
    beyond("request/only-own-parameter", ERROR, Cite::Text("reading R8"), Request, Stands::Elsewhere, &[param("own", From::BlockA)]);

pub(super) static EMPTY_LIST: Rule = beyond("request/empty-list", ERROR, Cite::Text("reading R8"), Request, Stands::Elsewhere, &[]);

pub(super) static REQUEST_DUPLICATE_ID: Rule = beyond(
    "request/duplicate-id",
    ERROR,
    Cite::Text("reading R9"),
    Request,
    Stands::Among(Role::RecordId),
    &[param("first", From::A), param("record", From::B)],
);

pub(super) static BATCH_DUPLICATE_ID: Rule = beyond(
    "batch/duplicate-id",
    WARNING,
    Cite::Text("reading R9"),
    Batch,
    Stands::Among(Role::RecordId),
    &[param("first", From::A), param("record", From::B)],
);

pub(super) static BATCH_DUPLICATE_CERT_NUM: Rule = beyond(
    "batch/duplicate-cert-num",
    WARNING,
    Cite::Row,
    Entry,
    Stands::Among(Role::CertNumber),
    &[param("first", From::A), param("record", From::B)],
);
