//! Everything the interface document says of the housing ministry's electronic certificates.

pub mod record;
pub mod spec;
