//! The values that a record has once or not at all, and whose checks are longer than those of other fields: numbers, the photo,
//! 业务信息, the address of a preview.

use super::super::issue::{Place, RuleId};
use super::super::view::Slot;
use super::{CHARACTERS, FieldChecks, bad_character};
use crate::record::bytes::Letters;
use crate::record::cert_number::CertNumber;
use crate::record::id_number::IdNumber;
use crate::record::info::Info;
use crate::record::licence_id::LicenceId;
use crate::record::photo::{self, PhotoFault};
use crate::record::text::{Text, oddities};
use crate::record::url;
use crate::spec::{Dictionary, Format, Severity};

const FIXED: RuleId = RuleId::of("field/fixed");
const PHOTO_DECODABLE: RuleId = RuleId::of("photo/decodable");
const PHOTO_FORMAT: RuleId = RuleId::of("photo/format");
const PHOTO_SIZE: RuleId = RuleId::of("photo/size");
const PHOTO_RESOLUTION: RuleId = RuleId::of("photo/resolution");
const PHOTO_RESOLUTION_UNKNOWN: RuleId = RuleId::of("photo/resolution-unknown");
const INFO_SHAPE: RuleId = RuleId::of("info/shape");
const INFO_LENGTH: RuleId = RuleId::of("info/length");
const INFO_TYPE_UNLISTED: RuleId = RuleId::of("info/type-unlisted");
const URL_HTTPS: RuleId = RuleId::of("url/https");
const URL_PUBLIC_HOST: RuleId = RuleId::of("url/public-host");

/// The resolutions a photo may have, in dots per inch (specialCertParameter 14, managerCertParameter 22).
const RESOLUTIONS: std::ops::RangeInclusive<u32> = 200..=300;

impl<'r> FieldChecks<'_, 'r> {
    /// The value of a format that a record has once.
    #[inline(never)]
    pub(super) fn rare_value(&mut self, given: &Text, text: &'r str) -> Slot<'r> {
        let wrong = match self.field.format {
            Format::CertNumber => {
                self.parsed.cert_number = CertNumber::parse(self.found.kind, text);
                return Slot::CertNumber(text);
            }
            Format::LicenceId => {
                self.parsed.licence_id = LicenceId::parse(text);
                return Slot::LicenceId(text);
            }
            Format::IdNumber => {
                self.parsed.citizen = IdNumber::parse(text).map(|number| number.citizen());
                return Slot::IdNumber(text);
            }
            Format::Info(types) => return self.info(text, types),
            Format::Fixed(fixed) => text != fixed && self.fails(FIXED, 0, 0),
            Format::Photo => self.photo(text, matches!(given.letters, Letters::Symbols)),
            Format::Url => self.url(text),
            _ => false,
        };
        if wrong { Slot::Wrong } else { Slot::Text(text) }
    }

    fn photo(&mut self, text: &str, has_symbols: bool) -> bool {
        match photo::read_knowing(text, has_symbols) {
            Err((PhotoFault::Decodable, _)) => self.fails(PHOTO_DECODABLE, 0, 0),
            Err((PhotoFault::Format, _)) => self.fails(PHOTO_FORMAT, 0, 0),
            Err((PhotoFault::Size, bytes)) => self.fails(PHOTO_SIZE, photo::MAX_BYTES, bytes),
            Ok(photo) => match photo.resolution {
                None => self.fails(PHOTO_RESOLUTION_UNKNOWN, 0, 0),
                Some(dpi) => !(RESOLUTIONS.contains(&dpi.x) && RESOLUTIONS.contains(&dpi.y)) && self.fails(PHOTO_RESOLUTION, dpi.x, dpi.y),
            },
        }
    }

    fn url(&mut self, text: &str) -> bool {
        !url::is_https(text) && self.fails(URL_HTTPS, 0, 0) || !url::has_public_host(text) && self.fails(URL_PUBLIC_HOST, 0, 0)
    }

    pub(super) fn info(&mut self, json: &str, types: &'static Dictionary) -> Slot<'r> {
        let info = match Info::parse(json) {
            Ok(info) => info,
            Err(misshapen) => {
                let field = self.index;
                let place = misshapen.item.map_or(self.at(), |item| Place::Item { field, item, member: misshapen.member });
                self.found.add(self.options, INFO_SHAPE, place, 0, 0);
                return Slot::Wrong;
            }
        };
        if self.has_bad_items(&info) {
            return Slot::Wrong;
        }
        let max = self.field.length.map_or(u32::MAX, u32::from);
        let wrong = info.length_beyond(max).is_some_and(|length| self.fails(INFO_LENGTH, max, length));
        for (item, _) in (0..).zip(&info.items).filter(|(_, item)| !self.options.lists(types, &item.code.text)) {
            self.found.add(self.options, INFO_TYPE_UNLISTED, Place::Item { field: self.index, item, member: Some(0) }, 0, 0);
        }
        if wrong { Slot::Wrong } else { Slot::Text("") }
    }

    /// The texts inside 业务信息 are taken as they are, but they too must be such that XML can carry them.
    fn has_bad_items(&mut self, info: &Info) -> bool {
        for (item, entry) in (0..).zip(&info.items) {
            for (member, text) in [(0, &entry.code), (1, &entry.text)].into_iter().filter(|(_, text)| !text.is_bare()) {
                if let Some(number) = bad_character(text, &text.text, oddities(&text.text)) {
                    let place = Place::Item { field: self.index, item, member: Some(member) };
                    return self.found.add(self.options, CHARACTERS, place, number, 0) == Some(Severity::Error);
                }
            }
        }
        false
    }
}
