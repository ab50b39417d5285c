//! How records are submitted, and how a caller follows and ends it.

use super::report::{Earlier, Settled};
use crate::check::Options;

/// How records are submitted.
pub struct Submission<'o> {
    /// How they are checked, and how their bodies are written.
    pub options: &'o Options,
    /// How many records a call carries. One, unless told: then every refusal is about its record, and a lost reply leaves one in doubt.
    pub chunk_size: usize,
    /// How many calls are under way at a time.
    pub concurrency: usize,
    /// What an earlier report says of these records, in their order.
    pub resume: Vec<Earlier>,
    /// Whether those that it calls unknown are sent again.
    pub resend_unknown: bool,
    /// By what it is ended.
    pub stop: Stop,
}

impl<'o> Submission<'o> {
    /// One record a call, one call at a time.
    pub fn new(options: &'o Options) -> Submission<'o> {
        Submission { options, chunk_size: 1, concurrency: 1, resume: Vec::new(), resend_unknown: false, stop: Stop::default() }
    }
}

/// How far a submission is.
pub struct Progress<'r> {
    /// How many records have their outcome.
    pub done: usize,
    /// How many records there are.
    pub total: usize,
    /// The outcomes that came last.
    pub outcomes: &'r [Settled],
}

/// A way to end a submission from outside, with its report.
#[derive(Clone, Debug, Default)]
pub struct Stop {}

impl Stop {
    /// Ends what is under way and begins nothing more.
    pub fn stop(&self) {
        todo!()
    }
}
