//! A call with a token, from its request to what it answers: the token refused is renewed once, the call repeated once.

use std::sync::atomic::{AtomicBool, Ordering};

use super::super::address::Address;
use super::super::code::ResultCode;
use super::super::envelope;
use super::super::failure::{Cause, Failure};
use super::super::request::{Access, Call, Request};
use super::super::response::Response;
use super::super::token::{self, Token};
use super::super::{preview, soap, submit};
use super::Client;
use super::attempt::{Sender, attempts, within};
use super::broker;
use super::session::{Numbered, Session};
use super::settings::{Interface, System, Via};
use super::transport::Transport;
use crate::spec::endpoints::Class;

/// What came back to a submission, by the way it is to be read.
pub(super) enum Came {
    /// From a gateway, or from a broker, as JSON.
    Json(Response),
    /// In a SOAP envelope.
    Soap(Response),
}

impl<T: Transport> Client<T> {
    /// The session of a call: its interface's own, or the common one. A call that carries no record takes any there is.
    pub(super) fn session(&self, call: Call) -> Option<&Session> {
        let common = self.session.as_ref();
        match call {
            Call::Submit => self.submit.as_ref().or(common),
            Call::Preview => self.preview.as_ref().or(common),
            _ => common.or(self.submit.as_ref()).or(self.preview.as_ref()),
        }
    }

    /// The token of a session, fetched where there is none, or where that one was refused.
    pub(super) async fn fetch(&self, session: &Session, refused: Option<u64>) -> Result<Numbered, Failure> {
        session.token(refused, async || self.new_token(&session.system).await).await
    }

    async fn new_token(&self, system: &System) -> Result<Token, Failure> {
        let failure = |cause| Failure::new(Call::Token, cause);
        match within(&self.transport, self.settings.timeout, self.transport.provide_token()).await {
            None => return Err(failure(Cause::Timeout)),
            Some(Some(given)) => return given.map_err(failure),
            Some(None) => {}
        }
        let key = system.key.as_ref().ok_or(failure(Cause::Settings))?;
        let request = token::request(&self.settings.base, &system.id, key);
        let trace = self.trace(&request);
        let read = |response: Response| {
            trace.answered(&response);
            token::read(&response)
        };
        let token = attempts(&self.sender(), &request, read).await;
        // Without a token nothing can be reported.
        if token.is_ok() {
            self.keep(trace, true);
        }
        token
    }

    /// A call with the two headers.
    pub(super) async fn signed<R>(
        &self,
        call: Call,
        make: impl Fn(&Access, &Token) -> Result<Request, Failure>,
        read: impl Fn(Response) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let session = self.session(call).ok_or(Failure::new(call, Cause::Settings))?;
        let first = self.fetch(session, None).await?;
        let answer = self.with_token(session, &first.token, &make, &read).await;
        if !answer.as_ref().is_err_and(is_token_refused) {
            return answer;
        }
        let second = self.fetch(session, Some(first.number)).await?;
        self.with_token(session, &second.token, &make, &read).await
    }

    async fn with_token<R>(
        &self,
        session: &Session,
        token: &Token,
        make: impl Fn(&Access, &Token) -> Result<Request, Failure>,
        read: impl Fn(Response) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let access = Access { system_id: session.system.id.clone(), token: token.token.clone() };
        let request = make(&access, token)?;
        let trace = self.trace(&request);
        let read = |response: Response| {
            trace.answered(&response);
            match envelope::refusal(&response) {
                Some(code @ ResultCode::Known(_)) => Err(Failure::new(request.call, Cause::Code(code))),
                _ => read(response),
            }
        };
        let answer = attempts(&self.sender(), &request, read).await;
        self.keep(trace, answer.is_ok());
        answer
    }

    pub(super) fn sender(&self) -> Sender<'_, T> {
        Sender { transport: &self.transport, timeout: self.settings.timeout, retry: &self.settings.retry, budget: &self.budget }
    }

    fn interface(&self, call: Call) -> &Interface {
        if call == Call::Preview { &self.settings.preview } else { &self.settings.submit }
    }

    /// Posts a body. `may_have_arrived` is set from when it is sent until it is known that it was not received.
    pub(super) async fn post(&self, call: Call, body: &str, may_have_arrived: &AtomicBool) -> Result<Came, Failure> {
        let came = match self.session(call) {
            Some(_) => self.post_signed(call, body, may_have_arrived).await,
            None => self.post_to_broker(call, body, may_have_arrived).await,
        };
        if came.as_ref().is_err_and(Failure::not_received) {
            may_have_arrived.store(false, Ordering::Relaxed);
        }
        came
    }

    async fn post_signed(&self, call: Call, body: &str, may_have_arrived: &AtomicBool) -> Result<Came, Failure> {
        let interface = self.interface(call);
        let make = |access: &Access, token: &Token| {
            let address = interface.url.as_ref().or(self.settings.remote.as_ref()).or(token.remote_address.as_ref());
            let request = carrying(call, address.ok_or(Failure::new(call, Cause::Settings))?, access, body, &interface.via);
            may_have_arrived.store(request.is_ok(), Ordering::Relaxed);
            request
        };
        let response = self.signed(call, make, Ok).await?;
        Ok(if interface.via == Via::Json { Came::Json(response) } else { Came::Soap(response) })
    }

    async fn post_to_broker(&self, call: Call, body: &str, may_have_arrived: &AtomicBool) -> Result<Came, Failure> {
        let address = self.interface(call).url.clone().unwrap_or_else(|| self.settings.base.join(call.id()));
        let request = Request::post(call, &address, body.to_owned());
        may_have_arrived.store(true, Ordering::Relaxed);
        let response = attempts(&self.sender(), &request, Ok).await?;
        broker::failure(call, &response).map_or(Ok(Came::Json(response)), Err)
    }
}

/// Whether the document's table says that the token does not count (any more).
fn is_token_refused(failure: &Failure) -> bool {
    matches!(failure.cause, Cause::Code(ResultCode::Known(row)) if row.class == Class::Token)
}

/// The request that carries a body its way.
fn carrying(call: Call, address: &Address, access: &Access, body: &str, via: &Via) -> Result<Request, Failure> {
    match via {
        Via::Soap { method, param } => soap::request(address, access, method, &[(param, body)]),
        Via::Json if call == Call::Preview => preview::request(address, access, body.to_owned()),
        Via::Json => submit::request(address, access, body.to_owned()),
    }
}
