//! The rules, in the order in which issues at one field come. A rule is one file, one `mod` line and one line of the list.

mod by_row;
mod category_description_format;
mod category_description_when_other;
mod cert_num_agrees;
mod cert_num_format;
mod cert_num_province_agrees;
mod cert_num_spelling;
mod credit_code_check_digit;
mod dates_already_expired;
mod dates_birth_before_issue;
mod dates_first_collected;
mod dates_first_not_after_issue;
mod dates_issue_in_validity;
mod dates_validity_order;
mod ecert_id_shape;
mod economic_type_length;
mod entries;
mod id_check_digit;
mod id_gender_agrees;
mod id_spelling;
mod id_type_for_person;
mod issuer_province_level;
mod manager_appointment_agrees;
mod manager_birth_date_matches_id;
mod manager_title_or_degree;
mod preview_id_shape;
mod state_description_fixed;
mod state_description_stop;
mod state_description_when_other;
mod state_operation_agrees;
mod zze_associated_when_renewed;
mod zze_format;
mod zze_serial_agrees;
mod zze_type_agrees;

use super::rule::Rule;

/// How many rules there are.
pub const COUNT: usize = 64;

/// Every rule, in order; the place in this list is the number that crosses the wasm boundary.
pub static ALL: [&Rule; COUNT] = [
    &by_row::REQUIRED,
    &by_row::TYPE,
    &by_row::MAX_LENGTH,
    &by_row::CHARACTERS,
    &by_row::LINE_BREAK,
    &by_row::WHITESPACE,
    &by_row::DATE,
    &by_row::CODE,
    &by_row::CODE_UNLISTED,
    &by_row::FIXED,
    &entries::UNKNOWN,
    &economic_type_length::RULE,
    &state_description_when_other::RULE,
    &state_description_fixed::RULE,
    &state_description_stop::RULE,
    &state_operation_agrees::RULE,
    &category_description_when_other::RULE,
    &category_description_format::RULE,
    &manager_title_or_degree::RULE,
    &manager_birth_date_matches_id::RULE,
    &manager_appointment_agrees::RULE,
    &id_check_digit::RULE,
    &id_spelling::RULE,
    &id_gender_agrees::RULE,
    &id_type_for_person::RULE,
    &credit_code_check_digit::RULE,
    &issuer_province_level::RULE,
    &cert_num_spelling::RULE,
    &cert_num_format::RULE,
    &cert_num_agrees::RULE,
    &cert_num_province_agrees::RULE,
    &ecert_id_shape::RULE,
    &zze_format::RULE,
    &zze_type_agrees::RULE,
    &zze_associated_when_renewed::RULE,
    &zze_serial_agrees::RULE,
    &dates_validity_order::RULE,
    &dates_first_not_after_issue::RULE,
    &dates_first_collected::RULE,
    &dates_issue_in_validity::RULE,
    &dates_birth_before_issue::RULE,
    &dates_already_expired::RULE,
    &by_row::PHOTO_DECODABLE,
    &by_row::PHOTO_FORMAT,
    &by_row::PHOTO_SIZE,
    &by_row::PHOTO_RESOLUTION,
    &by_row::PHOTO_RESOLUTION_UNKNOWN,
    &by_row::INFO_SHAPE,
    &by_row::INFO_LENGTH,
    &by_row::INFO_TYPE_UNLISTED,
    &by_row::URL_HTTPS,
    &by_row::URL_PUBLIC_HOST,
    &preview_id_shape::RULE,
    &entries::DUPLICATE_ASSIGNMENT,
    &entries::OBJECT,
    &entries::SYNTAX,
    &entries::DUPLICATE_KEY,
    &entries::SHAPE,
    &entries::CERT_TYPE,
    &entries::ONLY_OWN_PARAMETER,
    &entries::EMPTY_LIST,
    &entries::REQUEST_DUPLICATE_ID,
    &entries::BATCH_DUPLICATE_ID,
    &entries::BATCH_DUPLICATE_CERT_NUM,
];
