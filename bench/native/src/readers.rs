//! The single values that need a reader, and who reads them: the library's own readers, or what a program without it would take.

use std::fmt::Debug;

use mohurd_ecert::Kind;

/// The readers of one contender.
pub(crate) trait Readers: Debug + Default + 'static {
    /// A day.
    type Date: Copy + Ord;

    /// The day that a text names.
    fn date(text: &str) -> Option<Self::Date>;
    /// The number of a citizen, of the right shape and with a day of birth.
    fn citizen(text: &str) -> Option<Citizen<Self::Date>>;
    /// The number of a kind's certificate, as it should be written.
    fn number(kind: Kind, text: &str) -> Option<Number<'_>>;
    /// A licence id with the right check character.
    fn licence(text: &str) -> Option<Licence<'_>>;
    /// Whether it is a record's own id.
    fn is_record_id(text: &str) -> bool;
    /// Whether it is a credit code with the right check character.
    fn is_credit_code(text: &str) -> bool;
    /// Whether it is a photo of 200–300 dpi and at most 50 KB.
    fn is_photo(text: &str) -> bool;
    /// Whether it is how an unlisted trade is described.
    fn is_trade(text: &str) -> bool;
    /// Whether it is a type of company that is too long for its field.
    fn is_long_type(text: &str) -> bool;
}

/// What the number of a citizen says.
pub(crate) struct Citizen<D> {
    pub(crate) birth: D,
    pub(crate) is_male: bool,
    /// Whether region and check character are right.
    pub(crate) is_valid: bool,
}

/// What the number of a certificate says.
pub(crate) struct Number<'a> {
    /// The character of the province.
    pub(crate) mark: char,
    pub(crate) group: Option<&'a str>,
    pub(crate) year: &'a str,
    pub(crate) serial: &'a str,
}

/// What a licence id says.
pub(crate) struct Licence<'a> {
    pub(crate) type_code: &'a str,
    pub(crate) serial: &'a str,
}
