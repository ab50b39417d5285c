//! 业务数据归集赋码: certificates in, and for each an outcome and, for those that get one, a QR assignment.
//!
//! The body is [`payload`](crate::payload)'s; whether the records are right was said before it was built.

use super::address::Address;
use super::chunk::Chunk;
use super::failure::Failure;
use super::outcome::Outcomes;
use super::reply;
use super::request::{Access, Call, Request};
use super::response::Response;

/// The request, to the address that came with the token.
///
/// # Errors
/// A token or system id that no header can carry.
pub fn request(address: &Address, access: &Access, body: String) -> Result<Request, Failure> {
    Request::post(Call::Submit, address, body).signed(access)
}

/// What became of each record of the chunk.
pub fn read(chunk: &Chunk, response: &Response) -> Outcomes {
    reply::read(Call::Submit, chunk, response)
}
