//! The records of the three certificates.

mod manager;
mod safety;
mod special;

pub(crate) use manager::Manager;
pub(crate) use safety::Safety;
pub(crate) use special::Special;
