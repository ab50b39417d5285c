//! The library's own readers.

use mohurd_ecert::Kind;
use mohurd_ecert::record::cert_number::CertNumber;
use mohurd_ecert::record::date::Date;
use mohurd_ecert::record::id_number::IdNumber;
use mohurd_ecert::record::licence_id::LicenceId;
use mohurd_ecert::record::{credit_code, photo, record_id};

use crate::readers::{Citizen, Licence, Number, Readers};

/// Who reads with them.
#[derive(Debug, Default)]
pub(crate) struct Library;

impl Readers for Library {
    type Date = Date;

    fn date(text: &str) -> Option<Date> {
        Date::parse(text)
    }

    fn citizen(text: &str) -> Option<Citizen<Date>> {
        let id = IdNumber::parse(text)?;
        Some(Citizen { birth: id.birth_date(), is_male: id.is_male(), is_valid: id.is_valid() })
    }

    fn number(kind: Kind, text: &str) -> Option<Number<'_>> {
        let number = CertNumber::parse(kind, text).filter(|number| number.canonical() == text)?;
        Some(Number { mark: number.front().chars().next()?, group: number.group(), year: number.year(), serial: number.serial() })
    }

    fn licence(text: &str) -> Option<Licence<'_>> {
        let id = LicenceId::parse(text).filter(LicenceId::check_ok)?;
        Some(Licence { type_code: id.type_code, serial: id.serial })
    }

    fn is_record_id(text: &str) -> bool {
        record_id::is_record_id(text)
    }

    fn is_credit_code(text: &str) -> bool {
        credit_code::is_valid(text)
    }

    fn is_photo(text: &str) -> bool {
        let sharp = |resolution: photo::Resolution| [resolution.x, resolution.y].iter().all(|dpi| (200..=300).contains(dpi));
        photo::read(text).is_ok_and(|photo| photo.resolution.is_some_and(sharp))
    }

    fn is_trade(text: &str) -> bool {
        record_id::is_category_text(text)
    }

    fn is_long_type(text: &str) -> bool {
        record_id::is_long_economic_type(text)
    }
}
