//! What a single value must be, by the readers of a contender; how each is called by validator and by garde is made here once.

use mohurd_ecert::spec::dictionary::{category, gender, id_type, info_type, operate_type, person, province, state};
use mohurd_ecert::spec::{Dictionary, Kind};

use crate::readers::Readers;
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
    let forbidden = |character: char| {
        character.is_control()
            || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
    };
    value.trim().len() == value.len() && !value.chars().any(forbidden)
}

fn listed(dictionary: &'static Dictionary) -> impl Fn(&str) -> bool {
    |code| dictionary.rows.iter().any(|row| row.code.is(code))
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

fn is_licence<R: Readers>(kind: Kind) -> impl Fn(&str) -> bool {
    move |text| R::licence(text).is_some_and(|licence| kind.licence_type() == Some(licence.type_code))
}

fn is_info(given: &Given, dictionary: &'static Dictionary) -> bool {
    let Given::Items(items) = given else { return given.is_blank() };
    let fits = |item: &Item| matches!(item.text, Given::Text(_)) && needed(&item.code, listed(dictionary));
    let length = |item: &Item| AROUND_ITEM + item.code.text().len() + item.text.text().chars().count();
    items.iter().all(fits) && items.iter().map(length).sum::<usize>() <= MOST_INFO
}

/// Each check once, and how the two libraries call it.
macro_rules! forms {
    ($($name:ident: |$given:ident| $check:expr;)*) => {
        /// As validator calls them.
        pub(crate) mod by_validator {
            use super::*;
            $(pub(crate) fn $name<R: Readers>($given: &Given) -> Result<(), validator::ValidationError> {
                if $check { Ok(()) } else { Err(validator::ValidationError::new(stringify!($name))) }
            })*
        }

        /// As garde calls them.
        pub(crate) mod by_garde {
            use super::*;
            $(#[allow(dead_code, reason = "only the manager's record is judged by garde")]
            pub(crate) fn $name<R: Readers>($given: &Given, _: &()) -> garde::Result {
                if $check { Ok(()) } else { Err(garde::Error::new(stringify!($name))) }
            })*
        }
    };
}

forms! {
    text: |given| needed(given, is_clean);
    optional_text: |given| optional(given, is_clean);
    date: |given| needed(given, |text| R::date(text).is_some());
    record_id: |given| needed(given, R::is_record_id);
    safety_number: |given| needed(given, |text| R::number(Kind::Safety, text).is_some());
    special_number: |given| needed(given, |text| R::number(Kind::Special, text).is_some());
    manager_number: |given| needed(given, |text| R::number(Kind::Manager, text).is_some());
    issuer: |given| needed(given, |text| is_clean(text) && is_provincial(text));
    issuer_code: |given| needed(given, |text| text.starts_with('1') && R::is_credit_code(text));
    credit_code: |given| needed(given, R::is_credit_code);
    photo: |given| needed(given, R::is_photo);
    economic_type: |given| needed(given, |text| is_clean(text) && !R::is_long_type(text));
    safety_licence: |given| optional(given, is_licence::<R>(Kind::Safety));
    special_licence: |given| optional(given, is_licence::<R>(Kind::Special));
    manager_licence: |given| optional(given, is_licence::<R>(Kind::Manager));
    safety_info: |given| is_info(given, &info_type::SAFETY);
    special_info: |given| is_info(given, &info_type::SPECIAL);
    manager_info: |given| is_info(given, &info_type::MANAGER);
    province: |given| needed(given, listed(&province::PROVINCES));
    post: |given| needed(given, listed(&category::POSTS));
    trade: |given| needed(given, listed(&category::OPERATIONS));
    gender: |given| needed(given, listed(&gender::GENDERS));
    id_type: |given| needed(given, listed(&id_type::ID_TYPES));
    appointment: |given| needed(given, listed(&person::APPOINTMENTS));
    technical_title: |given| optional(given, listed(&person::TITLES));
    degree: |given| optional(given, listed(&person::DEGREES));
    safety_state: |given| needed(given, listed(&state::SAFETY));
    special_state: |given| needed(given, listed(&state::SPECIAL));
    manager_state: |given| needed(given, listed(&state::MANAGER));
    safety_operation: |given| needed(given, listed(&operate_type::SAFETY));
    special_operation: |given| needed(given, listed(&operate_type::SPECIAL));
    manager_operation: |given| needed(given, listed(&operate_type::MANAGER));
}

/// Of garde: a text of at most so many characters.
pub(crate) fn at_most(most: usize) -> impl Fn(&Given, &()) -> garde::Result {
    move |given, _| if given.text().chars().count() <= most { Ok(()) } else { Err(garde::Error::new("length")) }
}
