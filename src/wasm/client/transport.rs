//! What a client needs of a JavaScript engine: `fetch` or the caller's own transport, timers, the clock, and chance.

use std::time::Duration;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Date, Function, Math};
use web_sys::AbortController;

use super::{fetch, own};
use crate::gateway::client::{Lost, Transport};
use crate::gateway::token::Token;
use crate::gateway::{Cause, Request, Response};

/// The surroundings of a client in a page or on a server.
pub(super) struct Web {
    send: Option<Function>,
    token: Option<Function>,
}

impl Web {
    /// By the global `fetch`, unless there is a transport.
    pub(super) fn new(send: Option<Function>, token: Option<Function>) -> Web {
        Web { send, token }
    }
}

impl Transport for Web {
    async fn send(&self, request: Request) -> Result<Response, Lost> {
        let controller = AbortController::new().map_err(|_| Lost::Unreachable)?;
        let signal = controller.signal();
        let mut abort = Abort { controller, is_over: false };
        let answer = match &self.send {
            Some(transport) => own::send(transport, &request, &signal).await,
            None => fetch::send(&request, &signal).await,
        };
        abort.is_over = answer.is_ok();
        answer
    }

    async fn sleep(&self, time: Duration) {
        // A longer one would end at once.
        const LONGEST: u32 = i32::MAX as u32;
        TimeoutFuture::new(u32::try_from(time.as_millis()).unwrap_or(LONGEST).min(LONGEST)).await;
    }

    fn now(&self) -> u64 {
        Date::now() as u64
    }

    fn random(&self) -> f64 {
        Math::random()
    }

    async fn provide_token(&self) -> Option<Result<Token, Cause>> {
        Some(own::token(self.token.as_ref()?).await)
    }
}

/// Ends what is under way when its future is dropped, or when nobody reads on.
struct Abort {
    controller: AbortController,
    is_over: bool,
}

impl Drop for Abort {
    fn drop(&mut self) {
        if !self.is_over {
            self.controller.abort();
        }
    }
}
