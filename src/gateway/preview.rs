//! 电子证照数据归集赋码: the addresses of preview pages in, and an outcome for each. No assignment comes back.

use super::address::Address;
use super::chunk::Chunk;
use super::failure::Failure;
use super::outcome::Outcomes;
use super::reply;
use super::request::{Access, Call, Request};
use super::response::Response;

/// The request, to the address that came with the token of this interface.
///
/// # Errors
/// A token or system id that no header can carry.
pub fn request(address: &Address, access: &Access, body: String) -> Result<Request, Failure> {
    Request::post(Call::Preview, address, body).signed(access)
}

/// What became of each record of the chunk.
pub fn read(chunk: &Chunk, response: &Response) -> Outcomes {
    reply::read(Call::Preview, chunk, response)
}
