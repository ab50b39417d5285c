//! How records are submitted, and how a caller follows and ends it.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use futures_channel::oneshot::{Receiver, Sender, channel};
use futures_util::FutureExt;
use futures_util::future::Shared;

use super::report::{Report, Settled};
use crate::check::Options;

/// How records are submitted.
pub struct Submission<'o> {
    /// How they are checked, and how their bodies are written.
    pub options: &'o Options,
    /// How many records a call carries. One, unless told: then every refusal is about its record, and a lost reply leaves one in
    /// doubt.
    pub chunk_size: usize,
    /// How many calls are under way at a time.
    pub concurrency: usize,
    /// An earlier report of these records: what is settled in it stays so.
    pub resume: Option<&'o Report>,
    /// Whether those that it calls unknown are sent again. Whether the ministry's system takes a record with the same id as the
    /// same record stands in no document.
    pub resend_unknown: bool,
    /// By what it is ended.
    pub stop: Stop,
}

impl<'o> Submission<'o> {
    /// One record a call, one call at a time.
    pub fn new(options: &'o Options) -> Submission<'o> {
        Submission { options, chunk_size: 1, concurrency: 1, resume: None, resend_unknown: false, stop: Stop::default() }
    }
}

/// How far a submission is.
pub struct Progress<'r> {
    /// How many records have their outcome.
    pub done: usize,
    /// How many records there are.
    pub total: usize,
    /// The outcomes that came last.
    pub outcomes: &'r [&'r Settled],
}

/// A way to end a submission from outside, with its report: what is under way is dropped, and nothing more is sent.
#[derive(Clone)]
pub struct Stop {
    sender: Arc<Mutex<Option<Sender<()>>>>,
    stopped: Shared<Receiver<()>>,
}

impl Default for Stop {
    fn default() -> Stop {
        let (sender, receiver) = channel();
        Stop { sender: Arc::new(Mutex::new(Some(sender))), stopped: receiver.shared() }
    }
}

impl Stop {
    /// Ends it.
    pub fn stop(&self) {
        // The receiver takes the end of its sender as the signal.
        drop(self.sender.lock().unwrap_or_else(PoisonError::into_inner).take());
    }

    /// Whether it is ended.
    pub fn is_stopped(&self) -> bool {
        self.sender.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// Waits until it is ended.
    pub async fn stopped(&self) {
        let _ = self.stopped.clone().await;
    }
}

impl fmt::Debug for Stop {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Stop({})", self.is_stopped())
    }
}
