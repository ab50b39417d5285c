//! One request, within its time; and what failed on the way tried again, within bounds.
//!
//! A call that carries no record may be repeated after any fault that can pass. One that carries records is repeated only where
//! it certainly was not received. Waits grow, and are drawn at random up to their bound (full jitter), so that many clients do
//! not come back at once; a budget for all calls of a client keeps a gateway that is down from being asked three times as often.

use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::{Either, select};

use super::super::failure::{Cause, Failure};
use super::super::request::{Call, Request};
use super::super::response::Response;
use super::settings::Retry;
use super::transport::Transport;

/// What a retry takes of the budget; a call that needs none gives one back.
const PRICE: u32 = 10;

/// The retries in hand, in tenths.
pub(super) struct Budget(Mutex<u32>);

impl Budget {
    pub(super) fn new(retry: &Retry) -> Budget {
        Budget(Mutex::new(retry.budget.saturating_mul(PRICE)))
    }

    fn take(&self) -> bool {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let enough = *left >= PRICE;
        *left -= if enough { PRICE } else { 0 };
        enough
    }

    fn give(&self, retry: &Retry) {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *left = left.saturating_add(1).min(retry.budget.saturating_mul(PRICE));
    }
}

/// Sends, again where that is allowed, until `read` gives something.
pub(super) async fn attempts<R>(
    sender: &Sender<'_, impl Transport>,
    request: &Request,
    read: impl Fn(Response) -> Result<R, Failure>,
) -> Result<R, Failure> {
    let retry = sender.retry;
    for attempt in 1.. {
        let failure = match sender.once(request.clone()).await.and_then(&read) {
            Ok(answer) => {
                if attempt == 1 {
                    sender.budget.give(retry);
                }
                return Ok(answer);
            }
            Err(failure) => failure,
        };
        if attempt >= retry.attempts || !may_repeat(&failure) || !sender.budget.take() {
            return Err(failure);
        }
        sender.transport.sleep(wait(retry, attempt, sender.transport.random())).await;
    }
    Err(Failure::new(request.call, Cause::Broken))
}

/// What sending needs.
pub(super) struct Sender<'c, T> {
    pub(super) transport: &'c T,
    pub(super) timeout: Duration,
    pub(super) retry: &'c Retry,
    pub(super) budget: &'c Budget,
}

impl<T: Transport> Sender<'_, T> {
    /// One request, within its time.
    async fn once(&self, request: Request) -> Result<Response, Failure> {
        let call = request.call;
        let answer = within(self.transport, self.timeout, self.transport.send(request)).await;
        match answer {
            Some(Ok(response)) => Ok(response),
            Some(Err(lost)) => Err(Failure::new(call, lost.cause())),
            None => Err(Failure::new(call, Cause::Timeout)),
        }
    }
}

/// What the future gives, if it does so within the time.
pub(super) async fn within<R>(transport: &impl Transport, time: Duration, future: impl Future<Output = R>) -> Option<R> {
    match select(pin!(future), pin!(transport.sleep(time))).await {
        Either::Left((answer, _)) => Some(answer),
        Either::Right(_) => None,
    }
}

/// Whether the same call may be sent again at once. A refusal would be the same again.
fn may_repeat(failure: &Failure) -> bool {
    let passes = failure.retryable() && !matches!(failure.cause, Cause::Code(_));
    match failure.call {
        Call::Token | Call::Validate | Call::Log => passes,
        Call::Submit | Call::Preview | Call::Soap => passes && failure.not_received(),
    }
}

/// How long to wait after so many attempts: anything up to a bound that doubles.
fn wait(retry: &Retry, attempt: u32, random: f64) -> Duration {
    let doubled = retry.base.saturating_mul(1_u32.checked_shl(attempt - 1).unwrap_or(u32::MAX));
    let share = if random.is_nan() { 0.0 } else { random.clamp(0.0, 1.0) };
    doubled.min(retry.most).mul_f64(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_a_bound_and_are_drawn_below_it() {
        let retry = Retry { base: Duration::from_millis(100), most: Duration::from_millis(350), ..Retry::default() };
        let bounds: Vec<u128> = (1..5).map(|attempt| wait(&retry, attempt, 1.0).as_millis()).collect();
        assert_eq!(bounds, [100, 200, 350, 350]);
        assert_eq!(wait(&retry, 2, 0.25).as_millis(), 50);
        assert_eq!([f64::NAN, -1.0, 7.0].map(|random| wait(&retry, 40, random).as_millis()), [0, 0, 350]);
    }

    #[test]
    fn the_budget_ends_and_comes_back_slowly() {
        let retry = Retry { budget: 2, ..Retry::default() };
        let budget = Budget::new(&retry);
        assert_eq!([budget.take(), budget.take(), budget.take()], [true, true, false]);
        (0..9).for_each(|_| budget.give(&retry));
        assert!(!budget.take());
        budget.give(&retry);
        assert!(budget.take());
        (0..90).for_each(|_| budget.give(&retry));
        assert_eq!([budget.take(), budget.take(), budget.take()], [true, true, false]);
    }

    #[test]
    fn what_carries_records_is_repeated_only_where_it_was_not_received() {
        let may = |call, cause| may_repeat(&Failure::new(call, cause));
        for cause in [Cause::Broken, Cause::Timeout, Cause::Status(503), Cause::Empty, Cause::Json] {
            assert!(may(Call::Token, cause) && may(Call::Validate, cause) && may(Call::Log, cause), "{cause:?}");
            assert!(!may(Call::Submit, cause) && !may(Call::Preview, cause) && !may(Call::Soap, cause), "{cause:?}");
        }
        for call in Call::ALL {
            assert!(may(call, Cause::Unreachable));
            assert!(!may(call, Cause::Code(crate::gateway::ResultCode::of(1214))) && !may(call, Cause::Shape));
        }
    }
}
