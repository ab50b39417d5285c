//! A submission under way: its records go out chunk by chunk, and each ends with one outcome.
//!
//! Who is sent and what is put down is `book`'s; here is only what is under way at a time.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use futures_util::StreamExt;
use futures_util::future::select;
use futures_util::stream::FuturesUnordered;

use super::super::chunk::Chunk;
use super::super::failure::{Cause, Failure};
use super::super::outcome::Outcomes;
use super::super::request::Call;
use super::super::{reply, soap};
use super::Client;
use super::book::Book;
use super::exchange::Came;
use super::report::{Report, record};
use super::submission::{Progress, Submission};
use super::transport::Transport;
use crate::check::{InputError, Options};
use crate::payload::Body;
use crate::record::Record;
use crate::record::entries::Entry;
use crate::spec::Kind;

/// One call of a submission.
pub(super) struct Flight {
    pub(super) records: Vec<usize>,
    pub(super) may_have_arrived: AtomicBool,
    pub(super) has_landed: AtomicBool,
}

/// What became of a call's records.
pub(super) struct Landed<'f> {
    pub(super) records: &'f [usize],
    pub(super) outcomes: Outcomes,
}

impl<T: Transport> Client<T> {
    /// Submits records: those without an error, chunk by chunk. Every record has exactly one outcome in the report.
    ///
    /// # Errors
    /// A malformed call: a preview whose certificate the options do not name, an earlier report of other records.
    pub async fn submit(
        &self,
        kind: Kind,
        entries: &[Entry<'_>],
        submission: &Submission<'_>,
        mut progress: impl FnMut(Progress<'_>),
    ) -> Result<Report, InputError> {
        let mut book = Book::open(kind, entries, submission)?;
        book.tell_settled(&mut progress);
        let flights = book.flights();
        let mut waiting = flights.iter();
        let landed = Mutex::new(Vec::new());
        let mut flying = FuturesUnordered::new();
        while !submission.stop.is_stopped() {
            while flying.len() < submission.concurrency.max(1) && !book.has_given_up() {
                let Some(flight) = waiting.next() else { break };
                flying.push(self.fly(kind, entries, submission.options, flight, &landed));
            }
            if flying.is_empty() {
                break;
            }
            select(flying.next(), pin!(submission.stop.stopped())).await;
            book.land(std::mem::take(&mut *landed.lock().unwrap_or_else(PoisonError::into_inner)), &mut progress);
        }
        // What is still under way ends here.
        drop(flying);
        let cause = if submission.stop.is_stopped() { Cause::Cancelled } else { Cause::GivenUp };
        Ok(book.close(&flights, cause, &mut progress))
    }

    /// One call, from its body to what became of its records. That is put down before the call is reported to the platform: ending
    /// the submission meanwhile must not lose it.
    async fn fly<'f>(&self, kind: Kind, entries: &[Entry<'_>], options: &Options, flight: &'f Flight, landed: &Mutex<Vec<Landed<'f>>>) {
        let records = || flight.records.iter().filter_map(|index| entries.get(*index).and_then(record));
        let (call, chunk) = (Call::of(kind), Chunk::of(kind, records()));
        let came = match body(kind, records(), options) {
            Some(body) => self.post(call, &body, &flight.may_have_arrived).await,
            None => Err(Failure::new(call, Cause::Settings)),
        };
        let outcomes = match came {
            Ok(Came::Json(response)) => reply::read(call, &chunk, &response),
            Ok(Came::Soap(response)) => soap::outcomes(&chunk, &response),
            Err(failure) => Outcomes::failed(chunk.len(), &failure),
        };
        flight.has_landed.store(true, Ordering::Relaxed);
        landed.lock().unwrap_or_else(PoisonError::into_inner).push(Landed { records: &flight.records, outcomes });
        self.report_traces().await;
    }
}

fn body<'r>(kind: Kind, records: impl Iterator<Item = &'r Record<'r>>, options: &Options) -> Option<String> {
    let mut body = Body::open(kind, options).ok()?;
    for record in records {
        body.add(record, &options.layout);
    }
    Some(body.close())
}
