//! The boundary to JavaScript, one file a build: from what a page hands over to the crate, and from what is found to what a page
//! reads. No decisions.
//!
//! `core` is the build behind the package's main entry: everything crosses it as numbers and through two buffers of its
//! memory, so that a record costs no JavaScript object and no string here. `client` is the one behind `./gateway`, where a call
//! waits for a network: what comes and goes there is JavaScript objects. Records come packed in both. `sandbox` is the one behind
//! `./sandbox`, a server's side: JSON text and bytes. `qr` is the one behind `./qr`: texts in, lists of texts out.

#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "core")]
pub mod core;
#[cfg(feature = "core")]
mod input;
#[cfg(any(feature = "core", feature = "client"))]
mod pack;
#[cfg(feature = "qr-js")]
pub mod qr;
#[cfg(feature = "qr-js")]
pub mod qr_values;
#[cfg(feature = "core")]
mod result;
#[cfg(feature = "sandbox-js")]
pub mod sandbox;
#[cfg(feature = "core")]
mod stream;

/// It is less than half as large as the standard library's.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
