//! The boundary to JavaScript: from packed records or bytes to the core, and from its findings to numbers. No decisions.
//!
//! Everything crosses as numbers and through two buffers of this instance's memory, so that a record costs no JavaScript
//! object and no string here. `core` is the build behind the package's main entry.

pub mod core;
mod pack;
mod result;
