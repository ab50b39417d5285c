//! The gateway's requests and replies: each reply of the document reads as it should, whatever comes instead costs no record its
//! outcome, and no secret shows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]
#![cfg(feature = "gateway")]

#[path = "gateway/arbitrary.rs"]
mod arbitrary;
#[path = "gateway/masking.rs"]
mod masking;
#[path = "gateway/replies.rs"]
mod replies;
#[path = "gateway/requests.rs"]
mod requests;
#[path = "gateway/tables.rs"]
mod tables;

use mohurd_ecert::gateway::{Access, Chunk, Response, Secret};
use mohurd_ecert::spec::Role;
use mohurd_ecert::{Kind, Record};

/// A chunk of records that have these ids and nothing else.
fn chunk(kind: Kind, ids: &[impl AsRef<str>]) -> Chunk {
    let table = kind.table();
    let place = table.with_role(Role::RecordId).or(table.with_role(Role::Assignment)).unwrap();
    let records: Vec<Record> = ids.iter().map(|id| Record::from_pairs(kind, [(table.fields[place].name, id.as_ref())])).collect();
    Chunk::of(kind, &records)
}

fn response(status: u16, body: impl Into<Vec<u8>>) -> Response {
    Response { status, content_type: None, body: body.into() }
}

fn access() -> Access {
    Access { system_id: "system-1".to_owned(), token: Secret::new("KTOKEN_invented") }
}
