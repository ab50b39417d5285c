//! One token for all calls of one system: fetched once however many ask for it, and fetched anew when it is refused.
//!
//! It does not know when a token ends: the document gives no time, so that a refusal (1205) is how a client learns of it.

use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::lock::Mutex;

use super::super::failure::Failure;
use super::super::token::Token;
use super::settings::System;

/// A token, and which of the session's tokens it is.
#[derive(Clone)]
pub(super) struct Numbered {
    pub(super) token: Token,
    pub(super) number: u64,
}

/// The token of one system.
pub(super) struct Session {
    pub(super) system: System,
    held: Mutex<Held>,
    /// How many attempts to get a token have ended.
    ended: AtomicU64,
}

#[derive(Default)]
struct Held {
    number: u64,
    /// What the last attempt gave; nothing before the first.
    last: Option<Result<Token, Failure>>,
}

impl Session {
    pub(super) fn new(system: System) -> Session {
        Session { system, held: Mutex::default(), ended: AtomicU64::new(0) }
    }

    /// The token in hand, unless it is the one that was refused; else a new one. Whoever waited while somebody else tried takes
    /// what that attempt gave, be it a failure: a hundred callers are one request.
    pub(super) async fn token(
        &self,
        refused: Option<u64>,
        fetch: impl AsyncFnOnce() -> Result<Token, Failure>,
    ) -> Result<Numbered, Failure> {
        let ended = self.ended.load(Ordering::Acquire);
        let mut held = self.held.lock().await;
        let number = held.number;
        match &held.last {
            Some(Ok(token)) if refused != Some(number) => return Ok(Numbered { token: token.clone(), number }),
            Some(Err(failure)) if self.ended.load(Ordering::Acquire) != ended => return Err(failure.clone()),
            _ => {}
        }
        let fetched = fetch().await;
        held.number += 1;
        held.last = Some(fetched.clone());
        self.ended.fetch_add(1, Ordering::AcqRel);
        fetched.map(|token| Numbered { token, number: held.number })
    }

    /// The token in hand, where there is one.
    pub(super) async fn in_hand(&self) -> Option<Token> {
        self.held.lock().await.last.clone()?.ok()
    }
}
