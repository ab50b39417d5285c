//! 获取接口地址和token (`getInterfaceTokenInfo`): system id and key for a token and the interface's address.
//!
//! It is the one call without the two headers, and the only one that carries the key.

use serde_json::Value;

use super::address::Address;
use super::envelope;
use super::failure::{Cause, Failure};
use super::request::{Call, Request, is_header_value};
use super::response::Response;
use super::secret::Secret;
use crate::spec::endpoints::{KEY, OAUTH_TOKEN, REMOTE_ADDRESS, SYSTEM_ID, TOKEN, TOKEN_HEADER, TOKEN_PATH};

/// What the platform gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// 登录凭证.
    pub token: Secret,
    /// 调用接口地址: where submissions go, unless the caller says otherwise.
    pub remote_address: Option<Address>,
}

impl Token {
    /// A token with the address that came with it.
    ///
    /// # Errors
    /// A token that no header can carry, or an address that is none.
    pub fn new(token: &str, remote_address: Option<&str>) -> Result<Token, Cause> {
        if !is_header_value(token) {
            return Err(Cause::Header(TOKEN_HEADER));
        }
        let remote_address = remote_address.map(|text| Address::parse(text.trim())).transpose().map_err(Cause::Address)?;
        Ok(Token { token: Secret::new(token), remote_address })
    }
}

/// The request.
pub fn request(base: &Address, system_id: &str, key: &Secret) -> Request {
    Request::get(Call::Token, &base.join(TOKEN_PATH), &[(SYSTEM_ID, system_id), (KEY, key.expose())])
}

/// The answer.
///
/// # Errors
/// A refusal, a reply that cannot be read, a token that no header can carry, or an address that is none.
pub fn read(response: &Response) -> Result<Token, Failure> {
    let data = envelope::data(Call::Token, response)?;
    let text = |name| data.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let failure = |cause| Failure::new(Call::Token, cause);
    let token = text(TOKEN).or_else(|| text(OAUTH_TOKEN)).ok_or(failure(Cause::Shape))?;
    Token::new(token, text(REMOTE_ADDRESS)).map_err(failure)
}
