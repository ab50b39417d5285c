//! Everything the interface document says of the housing ministry's electronic certificates (住建部电子证照), and of the
//! provincial gateway in front of its platform.
//!
//! Data goes two straight ways. Checking: JSON → [`record`] → [`check`] field by row, then rules → issues → words.
//! Sending: records → [`payload`] → the gateway. [`spec`] is what the document says, and depends on nothing; `emit` writes
//! from it what others read; `wasm` is the boundary to JavaScript, and decides nothing.
//!
//! ```
//! use mohurd_ecert::{Kind, Options, Record, validate};
//!
//! let record = Record::from_json(Kind::Preview, br#"{"ID":"1100002022000000001","url":"http://localhost/"}"#)?;
//! let report = validate(&record, &Options::default());
//! let rules: Vec<&str> = report.issues.iter().map(|issue| issue.rule_id()).collect();
//! assert_eq!(rules, ["field/required", "url/https"]);
//! # Ok::<(), mohurd_ecert::record::ReadError>(())
//! ```

pub mod spec;

pub mod record;

pub mod check;

pub mod normalise;
pub mod payload;

#[cfg(feature = "gateway")]
pub mod gateway;

#[cfg(feature = "qr")]
pub mod qr;

#[cfg(feature = "sandbox")]
pub mod sandbox;

#[cfg(feature = "emit")]
pub mod emit;

#[cfg(feature = "validator")]
mod validator;

#[cfg(any(feature = "core", feature = "client", feature = "qr-js", feature = "sandbox-js"))]
pub mod wasm;

pub use check::rule::Rule;
pub use check::{InputError, Issue, Needed, Options, Profile, Report, Step, Stream};
pub use check::{needs, validate, validate_batch, validate_field, validate_request};
pub use normalise::changes as normalise;
pub use payload::{BuildError, build_request};
pub use record::Record;
pub use spec::{Dictionary, Field, Kind, Severity, Table};

/// The table of a kind: its fields with title, length, need, remark and format.
pub fn describe(kind: Kind) -> &'static Table {
    kind.table()
}

/// The code table of that id.
pub fn dictionary(id: &str) -> Option<&'static Dictionary> {
    Dictionary::find(id)
}

/// Every rule, in the order in which the issues at one field come.
pub fn rules() -> &'static [&'static Rule] {
    &check::rules::ALL
}

/// A valid, invented record of a kind.
pub fn example(kind: Kind) -> Record<'static> {
    Record::example(kind)
}
