//! A body passed on as it is, and the text of the reply: what a broker does between a browser and the gateway.
//!
//! Nothing is checked here, and nothing that was used as a key or a token comes back.

use std::sync::atomic::AtomicBool;

use super::super::failure::{Cause, Failure};
use super::super::request::Call;
use super::super::soap::{self, Answer};
use super::super::{envelope, mask};
use super::Client;
use super::exchange::Came;
use super::transport::Transport;

impl<T: Transport> Client<T> {
    /// Passes a body on, by [`Call::Submit`] or [`Call::Preview`], and gives the JSON text of the reply.
    ///
    /// # Errors
    /// A refusal, or no answer.
    pub async fn relay(&self, call: Call, body: &str) -> Result<String, Failure> {
        let came = self.post(call, body, &AtomicBool::new(false)).await;
        self.report_traces().await;
        let mut reply = match came? {
            Came::Json(response) => envelope::opened(call, &response)?,
            Came::Soap(response) => match soap::read(&response)? {
                Answer::Text(words) => serde_json::from_str(words.as_str()).map_err(|_| Failure::new(call, Cause::Json))?,
                Answer::Fault(_) => return Err(Failure::new(Call::Soap, Cause::Fault)),
            },
        };
        let mut secrets = Vec::new();
        for session in [&self.session, &self.submit, &self.preview].into_iter().flatten() {
            secrets.extend(session.system.key.clone());
            secrets.extend(session.in_hand().await.map(|token| token.token));
        }
        mask::hide(&mut reply, secrets);
        Ok(reply.to_string())
    }
}
