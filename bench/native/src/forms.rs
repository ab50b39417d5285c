//! What a single value must be. The peers share the library's own readers of dates, numbers with check digits and photos, as the
//! peers in JavaScript share theirs; how each is called by validator and by garde is made here once.

use mohurd_ecert::record::cert_number::CertNumber;
use mohurd_ecert::record::date::Date;
use mohurd_ecert::record::licence_id::LicenceId;
use mohurd_ecert::record::{credit_code, photo, record_id, text};
use mohurd_ecert::spec::dictionary::{category, gender, id_type, info_type, operate_type, person, province, state};
use mohurd_ecert::spec::{Dictionary, Kind};

use crate::value::{Given, Item};

/// The longest list of 业务信息, as JSON.
const MOST_INFO: usize = 5000;
/// What an entry of it has around its two texts.
const AROUND_ITEM: usize = 30;

fn needed(given: &Given, check: impl Fn(&str) -> bool) -> bool {
    matches!(given, Given::Text(text) if !text.is_empty() && check(text))
}

fn optional(given: &Given, check: impl Fn(&str) -> bool) -> bool {
    given.is_blank() || needed(given, check)
}

fn is_clean(value: &str) -> bool {
    text::trim(value).len() == value.len() && text::forbidden(value).is_none() && text::line_break(value).is_none()
}

fn listed(dictionary: &'static Dictionary) -> impl Fn(&str) -> bool {
    |code| dictionary.lists(code)
}

fn is_photo(value: &str) -> bool {
    let sharp = |resolution: photo::Resolution| [resolution.x, resolution.y].iter().all(|dpi| (200..=300).contains(dpi));
    photo::read(value).is_ok_and(|photo| photo.resolution.is_some_and(sharp))
}

fn is_cert_number(value: &str) -> bool {
    CertNumber::parse(Kind::Manager, value).is_some_and(|number| number.canonical() == value)
}

fn is_licence_id(value: &str) -> bool {
    LicenceId::parse(value).is_some_and(|id| id.check_ok() && id.kind() == Some(Kind::Manager))
}

/// The department's name follows the province's own, in full or in short.
fn is_provincial(name: &str) -> bool {
    let Some(end) = ["住房", "住建"].iter().filter_map(|word| name.find(word)).min() else {
        return name.contains("兵团");
    };
    let before = &name[..end];
    let is_short = |full: &str| before.chars().count() > 1 && full.starts_with(before);
    let of_province = || province::PROVINCES.rows.iter().any(|row| before.ends_with(row.name) || is_short(row.name));
    name.contains("兵团") || before.ends_with("自治区") || of_province()
}

fn is_info(given: &Given) -> bool {
    let Given::Items(items) = given else { return given.is_blank() };
    let fits = |item: &Item| matches!(item.text, Given::Text(_)) && needed(&item.code, listed(&info_type::MANAGER));
    let length = |item: &Item| AROUND_ITEM + item.code.text().len() + item.text.text().chars().count();
    items.iter().all(fits) && items.iter().map(length).sum::<usize>() <= MOST_INFO
}

/// Each check once, and how the two libraries call it.
macro_rules! forms {
    ($($name:ident: |$given:ident| $check:expr;)*) => {
        /// As validator calls them.
        pub(crate) mod by_validator {
            use super::*;
            $(pub(crate) fn $name($given: &Given) -> Result<(), validator::ValidationError> {
                if $check { Ok(()) } else { Err(validator::ValidationError::new(stringify!($name))) }
            })*
        }

        /// As garde calls them.
        pub(crate) mod by_garde {
            use super::*;
            $(pub(crate) fn $name($given: &Given, _: &()) -> garde::Result {
                if $check { Ok(()) } else { Err(garde::Error::new(stringify!($name))) }
            })*
        }
    };
}

forms! {
    text: |given| needed(given, is_clean);
    optional_text: |given| optional(given, is_clean);
    date: |given| needed(given, |text| Date::parse(text).is_some());
    record_id: |given| needed(given, record_id::is_record_id);
    cert_number: |given| needed(given, is_cert_number);
    issuer: |given| needed(given, |text| is_clean(text) && is_provincial(text));
    issuer_code: |given| needed(given, |text| text.starts_with('1') && credit_code::is_valid(text));
    credit_code: |given| needed(given, credit_code::is_valid);
    photo: |given| needed(given, is_photo);
    licence_id: |given| optional(given, is_licence_id);
    info: |given| is_info(given);
    province: |given| needed(given, listed(&province::PROVINCES));
    category: |given| needed(given, listed(&category::POSTS));
    gender: |given| needed(given, listed(&gender::GENDERS));
    id_type: |given| needed(given, listed(&id_type::ID_TYPES));
    appointment: |given| needed(given, listed(&person::APPOINTMENTS));
    technical_title: |given| optional(given, listed(&person::TITLES));
    degree: |given| optional(given, listed(&person::DEGREES));
    state: |given| needed(given, listed(&state::MANAGER));
    operation: |given| needed(given, listed(&operate_type::MANAGER));
}

/// Of garde: a text of at most so many characters.
pub(crate) fn at_most(most: usize) -> impl Fn(&Given, &()) -> garde::Result {
    move |given, _| if given.text().chars().count() <= most { Ok(()) } else { Err(garde::Error::new("length")) }
}
