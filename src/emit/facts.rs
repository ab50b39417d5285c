//! What several of the generated files say of a field or a rule, worked out once.

use crate::check::rule::{Cite, Rule, Stands};
use crate::check::{Options, Profile, RuleId, plan, rules};
use crate::spec::pattern::{self, Pattern};
use crate::spec::{Condition, Field, Format, Kind, Need, Role, Severity, Table};

/// The severity under the profiles `document` and `strict`.
pub(super) type Severities = (Severity, Severity);

/// One place of a rule.
pub(super) struct Place {
    pub(super) kind: Kind,
    pub(super) at: &'static Field,
    pub(super) reads: Vec<&'static str>,
    pub(super) severity: Severities,
}

/// The places of a rule, in the order of kinds and fields; none where it stands at a name, an entry or the envelope.
pub(super) fn places(index: usize) -> Vec<Place> {
    let Some(rule) = rules::ALL.get(index) else { return Vec::new() };
    Kind::ALL.into_iter().flat_map(|kind| places_in(kind, index, rule)).collect()
}

fn places_in(kind: Kind, index: usize, rule: &Rule) -> Vec<Place> {
    let table = kind.table();
    let bounds = || plan::of(kind).iter().filter(|bound| bound.rule.index() == index);
    let stands = |place: usize, field: &Field| match rule.stands {
        Stands::ByRow(on) => on(field),
        Stands::At(..) => bounds().any(|bound| usize::from(bound.at()) == place),
        Stands::Among(role) => field.role == role,
        Stands::Elsewhere => false,
    };
    let reads = |place: usize| {
        let bounds = bounds().filter(|bound| usize::from(bound.at()) == place);
        let fields = bounds.flat_map(|bound| bound.fields().iter().skip(1));
        fields.filter_map(|field| table.fields.get(usize::from(*field))).map(|field| field.name).collect()
    };
    let fields = table.fields.iter().enumerate().filter(|(place, field)| stands(*place, field));
    fields.map(|(place, at)| Place { kind, at, reads: reads(place), severity: severities(rule, kind, place) }).collect()
}

fn severities(rule: &Rule, kind: Kind, field: usize) -> Severities {
    let under =
        |profile, other| RuleId::find(rule.id).and_then(|id| Options::new(profile).severity(id, kind, Some(field))).unwrap_or(other);
    (under(Profile::Document, rule.severity.0), under(Profile::Strict, rule.severity.1))
}

/// The kinds on which a rule is checked.
pub(super) fn kinds(rule: &Rule, places: &[Place]) -> Vec<Kind> {
    let everywhere = matches!(rule.stands, Stands::Elsewhere);
    Kind::ALL.into_iter().filter(|kind| everywhere || places.iter().any(|place| place.kind == *kind)).collect()
}

/// What a rule rests on, where that is not the row of the field at which it stands.
pub(super) fn cite(rule: &Rule) -> Option<&'static str> {
    match rule.cite {
        Cite::Text(text) => Some(text),
        Cite::Row => None,
    }
}

/// The most characters a field holds on the wire: ten in a date (reading R1); none is given for a photo.
pub(super) fn max_length(field: &Field) -> Option<u16> {
    match field.format {
        Format::Date => Some(10),
        _ => field.length,
    }
}

/// The fields that a condition reads, in its own order.
pub(super) fn reads(condition: &Condition) -> Vec<&'static str> {
    let mut names = Vec::new();
    for test in condition.any.iter().copied().flatten() {
        if !names.contains(&test.field) {
            names.push(test.field);
        }
    }
    names
}

/// The published pattern of a field's texts.
pub(super) fn pattern(kind: Kind, index: usize, field: &Field) -> Option<&'static Pattern> {
    let numbers = match kind {
        Kind::Safety => Some(&pattern::SAFETY_NUMBER),
        Kind::Special => Some(&pattern::SPECIAL_NUMBER),
        Kind::Manager => Some(&pattern::MANAGER_NUMBER),
        Kind::Preview => None,
    };
    match (field.format, field.role) {
        (Format::Date, _) => Some(&pattern::DATE),
        (Format::IdNumber, _) => Some(&pattern::ID_NUMBER),
        (Format::CreditCode, _) => Some(&pattern::CREDIT_CODE),
        (Format::CertNumber, _) => numbers,
        (Format::LicenceId, _) => Some(&pattern::LICENCE_ID),
        (Format::Url, _) => Some(&pattern::URL),
        (_, Role::RecordId) => Some(&pattern::RECORD_ID),
        (_, Role::Assignment) => Some(&pattern::ASSIGNMENT),
        _ => stands_at("category/description-format", kind, index).then_some(&pattern::CATEGORY_TEXT),
    }
}

/// Whether a rule of that id stands at a field.
pub(super) fn stands_at(rule: &str, kind: Kind, field: usize) -> bool {
    plan::of(kind).iter().any(|bound| bound.rule.rule().id == rule && usize::from(bound.at()) == field)
}

/// 是否必填, in the document's words.
pub(super) fn need_title(need: Need) -> &'static str {
    match need {
        Need::Yes => "必填",
        Need::No => "选填",
        Need::When(_) => "满足条件必填",
    }
}

/// The name of a field in a table, by its place.
pub(super) fn names(table: &Table, places: &[usize]) -> Vec<&'static str> {
    places.iter().filter_map(|place| table.fields.get(*place)).map(|field| field.name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(id: &str) -> (usize, &'static Rule) {
        rules::ALL.into_iter().enumerate().find(|(_, rule)| rule.id == id).unwrap()
    }

    #[test]
    fn a_rule_across_fields_names_what_it_reads() {
        let (index, rule) = find("dates/validity-order");
        let places = places(index);
        assert_eq!(kinds(rule, &places), Kind::CERTIFICATES);
        assert!(places.iter().all(|place| place.at.name == "expiringDate" && place.reads == ["effectiveDate"]));
    }

    #[test]
    fn a_check_by_row_stands_where_the_rows_say_so() {
        let (index, rule) = find("field/fixed");
        let places = places(index);
        assert_eq!(places.len(), 1);
        assert_eq!(kinds(rule, &places), [Kind::Safety]);
    }

    #[test]
    fn an_unlisted_code_is_as_grave_as_its_dictionary_says() {
        let (index, _) = find("field/code-unlisted");
        let grave = |kind, name| {
            let places = places(index);
            let place = places.iter().find(|place| place.kind == kind && place.at.name == name).unwrap();
            place.severity
        };
        assert_eq!(grave(Kind::Safety, "certState"), (Severity::Warning, Severity::Warning));
        assert_eq!(grave(Kind::Special, "certState"), (Severity::Warning, Severity::Error));
        assert_eq!(grave(Kind::Manager, "technicalTitle"), (Severity::Warning, Severity::Warning));
    }
}
