//! A world without waiting: a clock that jumps to whoever sleeps shortest, a transport that answers from a function, and an
//! executor that notices when nobody can go on any more.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use mohurd_ecert::gateway::client::{Lost, Transport};
use mohurd_ecert::gateway::{Cause, Request, Response, token::Token};

/// 2024-06-01 00:00:00 in UTC.
const START: u64 = 1_717_200_000_000;

/// A clock that is moved by [`run`] alone.
#[derive(Clone, Default)]
pub(crate) struct Clock(Rc<Inner>);

#[derive(Default)]
struct Inner {
    passed: Cell<u64>,
    sleepers: RefCell<BTreeMap<(u64, u64), Waker>>,
    count: Cell<u64>,
}

impl Clock {
    /// Milliseconds since 1970-01-01.
    pub(crate) fn now(&self) -> u64 {
        START + self.passed()
    }

    /// Milliseconds since the beginning.
    pub(crate) fn passed(&self) -> u64 {
        self.0.passed.get()
    }

    pub(crate) fn sleep(&self, time: Duration) -> Sleep {
        let until = self.passed() + u64::try_from(time.as_millis()).unwrap();
        self.0.count.set(self.0.count.get() + 1);
        Sleep { clock: self.clone(), key: (until, self.0.count.get()) }
    }

    fn advance(&self) {
        let next = self.0.sleepers.borrow_mut().pop_first();
        let ((until, _), waker) = next.expect("nobody sleeps and nobody goes on: something would never settle");
        self.0.passed.set(self.passed().max(until));
        waker.wake();
    }
}

/// A sleep; dropping it forgets it.
pub(crate) struct Sleep {
    clock: Clock,
    key: (u64, u64),
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.clock.passed() >= self.key.0 {
            return Poll::Ready(());
        }
        self.clock.0.sleepers.borrow_mut().insert(self.key, context.waker().clone());
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        self.clock.0.sleepers.borrow_mut().remove(&self.key);
    }
}

struct Flag(AtomicBool);

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Runs a future to its end, the clock with it.
pub(crate) fn run<F: Future>(clock: &Clock, future: F) -> F::Output {
    let flag = Arc::new(Flag(AtomicBool::new(true)));
    let waker = Waker::from(Arc::clone(&flag));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        while flag.0.swap(false, Ordering::SeqCst) {
            if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
                return output;
            }
        }
        clock.advance();
    }
}

/// What a scripted other side does with a request.
pub(crate) enum Act {
    Answer(u16, String),
    Lose(Lost),
    Never,
}

/// A transport that answers as a function says, each after its latency.
pub(crate) struct Script<F> {
    pub(crate) clock: Clock,
    pub(crate) latency: Duration,
    pub(crate) seen: Rc<RefCell<Vec<Request>>>,
    pub(crate) provided: Option<Rc<Cell<u32>>>,
    answer: F,
}

impl<F: Fn(&Request) -> Act> Script<F> {
    pub(crate) fn new(clock: &Clock, answer: F) -> Script<F> {
        Script { clock: clock.clone(), latency: Duration::from_millis(5), seen: Rc::default(), provided: None, answer }
    }
}

impl<F: Fn(&Request) -> Act> Transport for Script<F> {
    async fn send(&self, request: Request) -> Result<Response, Lost> {
        let act = (self.answer)(&request);
        self.seen.borrow_mut().push(request);
        self.clock.sleep(self.latency).await;
        match act {
            Act::Answer(status, body) => Ok(Response { status, content_type: None, body: body.into_bytes() }),
            Act::Lose(lost) => Err(lost),
            Act::Never => std::future::pending().await,
        }
    }

    async fn sleep(&self, time: Duration) {
        self.clock.sleep(time).await;
    }

    fn now(&self) -> u64 {
        self.clock.now()
    }

    fn random(&self) -> f64 {
        0.5
    }

    async fn provide_token(&self) -> Option<Result<Token, Cause>> {
        let count = self.provided.as_ref()?;
        count.set(count.get() + 1);
        Some(Ok(Token { token: mohurd_ecert::gateway::Secret::new(format!("given-{}", count.get())), remote_address: None }))
    }
}
