//! A manager's record for serde, validator and garde: one struct with the attributes of all three. The fields are called as the
//! document calls them. serde passes names over that it does not know, so neither peer finds those.

use crate::forms::{at_most, by_garde, by_validator};
use crate::value::Given;

/// A manager's record.
#[allow(non_snake_case, reason = "the names are those of the document, and the errors of both libraries tell them")]
#[derive(Debug, Default, serde::Deserialize, validator::Validate, garde::Validate)]
#[serde(default)]
pub(crate) struct Manager<'a> {
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::record_id"))]
    #[garde(custom(at_most(50)), custom(by_garde::record_id))]
    pub(crate) eCertID: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::province"))]
    #[garde(custom(by_garde::province))]
    pub(crate) provinceNum: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 23), custom(function = "by_validator::cert_number"))]
    #[garde(custom(at_most(23)), custom(by_garde::cert_number))]
    pub(crate) certNum: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::issuer"))]
    #[garde(custom(at_most(50)), custom(by_garde::issuer))]
    pub(crate) issuAuth: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::issuer_code"))]
    #[garde(custom(by_garde::issuer_code))]
    pub(crate) issuAuthCode: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date"))]
    #[garde(custom(by_garde::date))]
    pub(crate) issuedDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date"))]
    #[garde(custom(by_garde::date))]
    pub(crate) issuDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date"))]
    #[garde(custom(by_garde::date))]
    pub(crate) effectiveDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date"))]
    #[garde(custom(by_garde::date))]
    pub(crate) expiringDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::category"))]
    #[garde(custom(by_garde::category))]
    pub(crate) categoryCode: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::text"))]
    #[garde(custom(at_most(50)), custom(by_garde::text))]
    pub(crate) name: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::gender"))]
    #[garde(custom(by_garde::gender))]
    pub(crate) gender: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date"))]
    #[garde(custom(by_garde::date))]
    pub(crate) birthDate: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 18), custom(function = "by_validator::text"))]
    #[garde(custom(at_most(18)), custom(by_garde::text))]
    pub(crate) identityCard: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::id_type"))]
    #[garde(custom(by_garde::id_type))]
    pub(crate) identityCardType: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 200), custom(function = "by_validator::text"))]
    #[garde(custom(at_most(200)), custom(by_garde::text))]
    pub(crate) companyName: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::credit_code"))]
    #[garde(custom(by_garde::credit_code))]
    pub(crate) creditCode: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::appointment"))]
    #[garde(custom(by_garde::appointment))]
    pub(crate) appointment: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::technical_title"))]
    #[garde(custom(by_garde::technical_title))]
    pub(crate) technicalTitle: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::degree"))]
    #[garde(custom(by_garde::degree))]
    pub(crate) educationDegree: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 20), custom(function = "by_validator::optional_text"))]
    #[garde(custom(at_most(20)), custom(by_garde::optional_text))]
    pub(crate) major: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::photo"))]
    #[garde(custom(by_garde::photo))]
    pub(crate) photo: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::state"))]
    #[garde(custom(by_garde::state))]
    pub(crate) certState: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 200), custom(function = "by_validator::optional_text"))]
    #[garde(custom(at_most(200)), custom(by_garde::optional_text))]
    pub(crate) certStatusDescription: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 73), custom(function = "by_validator::licence_id"))]
    #[garde(custom(at_most(73)), custom(by_garde::licence_id))]
    pub(crate) associatedZzeCertID: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::info"))]
    #[garde(custom(by_garde::info))]
    pub(crate) businessInformation: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::operation"))]
    #[garde(custom(by_garde::operation))]
    pub(crate) operateType: Given<'a>,
}
