//! The sandbox: what each of its interfaces answers, that the gateway's readers read it so, what every fault does, and that
//! nothing secret shows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]
#![cfg(feature = "sandbox")]

#[path = "sandbox/support.rs"]
mod support;

#[path = "sandbox/arbitrary.rs"]
mod arbitrary;
#[path = "sandbox/control.rs"]
mod control;
#[path = "sandbox/faults.rs"]
mod faults;
#[path = "sandbox/hiding.rs"]
mod hiding;
#[path = "sandbox/platform.rs"]
mod platform;
#[path = "sandbox/previews.rs"]
mod previews;
#[path = "sandbox/seal.rs"]
mod seal;
#[path = "sandbox/settings.rs"]
mod settings;
#[path = "sandbox/soap.rs"]
mod soap;
#[path = "sandbox/store.rs"]
mod store;
#[path = "sandbox/submissions.rs"]
mod submissions;
#[path = "sandbox/wording.rs"]
mod wording;
