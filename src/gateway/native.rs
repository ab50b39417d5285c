//! The transport of native programs: reqwest on tokio, TLS by rustls.
//!
//! It follows no redirect, keeps no cookie, and reads no more than [`MAX_REPLY`]. Time-outs and retries are the client's. As
//! reqwest does, it takes the proxies that the environment names (`HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`, less `NO_PROXY`), for
//! loopback too; [`ClientBuilder::no_proxy`](reqwest::ClientBuilder::no_proxy) ends that. It must be polled in a tokio runtime
//! with I/O and time enabled. Source of what travels: the interface document, 接口列表.
//!
//! ```no_run
//! use mohurd_ecert::gateway::client::{Settings, Submission};
//! use mohurd_ecert::gateway::native::Native;
//! use mohurd_ecert::gateway::{Address, Client, Secret, State};
//! use mohurd_ecert::record::entries::Entry;
//! use mohurd_ecert::{Kind, Options, example};
//!
//! # async fn submit() -> Result<(), Box<dyn std::error::Error>> {
//! // A sandbox that listens; the document's own addresses are constants of `spec::endpoints`.
//! let base = Address::parse("http://127.0.0.1:8788/")?;
//! let settings = Settings::platform(base, "sandbox-system", Secret::new("sandbox-key"));
//! let client = Client::new(settings, Native::new()?);
//!
//! let records = [Entry::Record(Box::new(example(Kind::Safety)))];
//! let options = Options::default();
//! let report = client.submit(Kind::Safety, &records, &Submission::new(&options), |_| ()).await?;
//! assert_eq!(report.count(State::Accepted), 1);
//! # Ok(())
//! # }
//! ```

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The reqwest by which a caller says how to connect; it is part of the interface of this module.
pub use reqwest;
use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use rustls::crypto::{CryptoProvider, ring};

use super::client::{Lost, Transport};
use super::request::{Method, Request};
use super::response::{MAX_REPLY, Response};

/// A transport that keeps its connections; a clone shares them.
#[derive(Clone)]
pub struct Native {
    client: reqwest::Client,
}

impl Native {
    /// A transport that trusts the root certificates of the system.
    ///
    /// # Errors
    /// The system's certificates cannot be used.
    pub fn new() -> Result<Native, reqwest::Error> {
        Native::with(reqwest::Client::builder())
    }

    /// A transport that connects as the caller says: with own root certificates, through a proxy, from an address. The document's
    /// production address is an IP address with https, for which a public certificate is rare: its root is then the caller's to
    /// add. Whatever the builder says, no redirect is followed: the key, the token and the record would go with it.
    ///
    /// # Errors
    /// What was said of certificates or proxies cannot be used.
    ///
    /// ```no_run
    /// use mohurd_ecert::gateway::native::{Native, reqwest};
    ///
    /// let root = reqwest::Certificate::from_pem(&std::fs::read("platform.pem")?)?;
    /// let transport = Native::with(reqwest::Client::builder().tls_certs_merge([root]))?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with(builder: reqwest::ClientBuilder) -> Result<Native, reqwest::Error> {
        // reqwest brings no cryptography of its own here and would panic without any. One that the program has chosen stays.
        if CryptoProvider::get_default().is_none() {
            let _ = ring::default_provider().install_default();
        }
        Ok(Native { client: builder.redirect(Policy::none()).build()? })
    }

    fn request(&self, request: Request) -> reqwest::RequestBuilder {
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
        };
        let mut asked = self.client.request(method, request.url.as_str());
        for (name, value) in request.headers {
            asked = asked.header(name, value);
        }
        if let Some(label) = request.content_type {
            asked = asked.header(CONTENT_TYPE, label);
        }
        match request.body {
            Some(body) => asked.body(body),
            None => asked,
        }
    }
}

impl Transport for Native {
    async fn send(&self, request: Request) -> Result<Response, Lost> {
        let mut reply = self.request(request).send().await.map_err(|error| lost(&error))?;
        let status = reply.status().as_u16();
        let content_type = reply.headers().get(CONTENT_TYPE).and_then(|label| label.to_str().ok()).map(str::to_owned);
        let mut body = Vec::new();
        while let Some(chunk) = reply.chunk().await.map_err(|_| Lost::Broken)? {
            if body.len() + chunk.len() > MAX_REPLY {
                return Err(Lost::TooLong);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Response { status, content_type, body })
    }

    async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }

    fn now(&self) -> u64 {
        // A clock before 1970 is a clock that was never set.
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    fn random(&self) -> f64 {
        fastrand::f64()
    }
}

/// Certainly nothing was sent where no connection came about (TLS included), and where no request could be made of the address.
fn lost(error: &reqwest::Error) -> Lost {
    if error.is_connect() || error.is_builder() { Lost::Unreachable } else { Lost::Broken }
}
