//! A transport that leads to a sandbox in the same process, over a network that loses what it is told to lose.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use mohurd_ecert::gateway::client::{Lost, Transport};
use mohurd_ecert::gateway::{Request, Response};
use mohurd_ecert::sandbox::{Config, Incoming, Sandbox, Then};

use super::world::Clock;

/// What becomes of a request before the gateway sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Network {
    Through,
    Unreachable,
    LostOnTheWay,
}

/// A transport to a sandbox. Clones lead to the same one.
#[derive(Clone)]
pub(crate) struct InProcess {
    clock: Clock,
    pub(crate) sandbox: Rc<RefCell<Sandbox>>,
    pub(crate) network: Rc<RefCell<VecDeque<Network>>>,
    chance: Rc<RefCell<u64>>,
}

impl InProcess {
    pub(crate) fn new(clock: &Clock, config: Config, seed: u64) -> InProcess {
        InProcess {
            clock: clock.clone(),
            sandbox: Rc::new(RefCell::new(Sandbox::new(config))),
            network: Rc::default(),
            chance: Rc::new(RefCell::new(seed | 1)),
        }
    }

    /// A step of xorshift64.
    fn draw(&self) -> u64 {
        let mut state = self.chance.borrow_mut();
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state
    }

    async fn latency(&self) {
        self.clock.sleep(Duration::from_millis(self.draw() % 20)).await;
    }

    fn handle(&self, request: &Request) -> mohurd_ecert::sandbox::Reply {
        let url = request.url.as_str();
        let target = url.split_once("://").unwrap().1.find('/').map_or("/", |at| &url[url.find("://").unwrap() + 3 + at..]);
        let mut headers: Vec<(String, String)> = request.headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        headers.extend(request.content_type.map(|kind| ("Content-Type".to_owned(), kind.to_owned())));
        let body = request.body.as_deref().unwrap_or_default().as_bytes();
        let incoming = Incoming { method: request.method.id(), target, headers: &headers, body };
        self.sandbox.borrow_mut().handle(&incoming, self.clock.now())
    }
}

impl Transport for InProcess {
    async fn send(&self, request: Request) -> Result<Response, Lost> {
        let network = self.network.borrow_mut().pop_front().unwrap_or(Network::Through);
        self.latency().await;
        match network {
            Network::Through => {}
            Network::Unreachable => return Err(Lost::Unreachable),
            Network::LostOnTheWay => return Err(Lost::Broken),
        }
        let reply = self.handle(&request);
        self.clock.sleep(Duration::from_millis(reply.delay)).await;
        self.latency().await;
        match reply.then {
            Then::Answer(response) => Ok(response),
            Then::Cut(_) | Then::Close => Err(Lost::Broken),
            Then::Silence => std::future::pending().await,
        }
    }

    async fn sleep(&self, time: Duration) {
        self.clock.sleep(time).await;
    }

    fn now(&self) -> u64 {
        self.clock.now()
    }

    fn random(&self) -> f64 {
        (self.draw() >> 11) as f64 / (1_u64 << 53) as f64
    }
}
