//! A manager's record (安管人员) for serde, validator and garde: one struct with the attributes of all three. The fields are
//! called as the document calls them. serde passes names over that it does not know, so neither peer finds those.

use std::marker::PhantomData;

use crate::forms::{at_most, by_garde, by_validator};
use crate::readers::Readers;
use crate::value::Given;

/// A manager's record (安管人员).
#[allow(non_snake_case, reason = "the names are those of the document, and the errors of both libraries tell them")]
#[derive(Debug, Default, serde::Deserialize, validator::Validate, garde::Validate)]
#[serde(default)]
pub(crate) struct Manager<'a, R: Readers> {
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::record_id::<R>"))]
    #[garde(custom(at_most(50)), custom(by_garde::record_id::<R>))]
    pub(crate) eCertID: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::province::<R>"))]
    #[garde(custom(by_garde::province::<R>))]
    pub(crate) provinceNum: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 23), custom(function = "by_validator::manager_number::<R>"))]
    #[garde(custom(at_most(23)), custom(by_garde::manager_number::<R>))]
    pub(crate) certNum: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::issuer::<R>"))]
    #[garde(custom(at_most(50)), custom(by_garde::issuer::<R>))]
    pub(crate) issuAuth: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::issuer_code::<R>"))]
    #[garde(custom(by_garde::issuer_code::<R>))]
    pub(crate) issuAuthCode: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    #[garde(custom(by_garde::date::<R>))]
    pub(crate) issuedDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    #[garde(custom(by_garde::date::<R>))]
    pub(crate) issuDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    #[garde(custom(by_garde::date::<R>))]
    pub(crate) effectiveDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    #[garde(custom(by_garde::date::<R>))]
    pub(crate) expiringDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::post::<R>"))]
    #[garde(custom(by_garde::post::<R>))]
    pub(crate) categoryCode: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::text::<R>"))]
    #[garde(custom(at_most(50)), custom(by_garde::text::<R>))]
    pub(crate) name: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::gender::<R>"))]
    #[garde(custom(by_garde::gender::<R>))]
    pub(crate) gender: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    #[garde(custom(by_garde::date::<R>))]
    pub(crate) birthDate: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 18), custom(function = "by_validator::text::<R>"))]
    #[garde(custom(at_most(18)), custom(by_garde::text::<R>))]
    pub(crate) identityCard: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::id_type::<R>"))]
    #[garde(custom(by_garde::id_type::<R>))]
    pub(crate) identityCardType: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 200), custom(function = "by_validator::text::<R>"))]
    #[garde(custom(at_most(200)), custom(by_garde::text::<R>))]
    pub(crate) companyName: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::credit_code::<R>"))]
    #[garde(custom(by_garde::credit_code::<R>))]
    pub(crate) creditCode: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::appointment::<R>"))]
    #[garde(custom(by_garde::appointment::<R>))]
    pub(crate) appointment: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::technical_title::<R>"))]
    #[garde(custom(by_garde::technical_title::<R>))]
    pub(crate) technicalTitle: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::degree::<R>"))]
    #[garde(custom(by_garde::degree::<R>))]
    pub(crate) educationDegree: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 20), custom(function = "by_validator::optional_text::<R>"))]
    #[garde(custom(at_most(20)), custom(by_garde::optional_text::<R>))]
    pub(crate) major: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::photo::<R>"))]
    #[garde(custom(by_garde::photo::<R>))]
    pub(crate) photo: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::manager_state::<R>"))]
    #[garde(custom(by_garde::manager_state::<R>))]
    pub(crate) certState: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 200), custom(function = "by_validator::optional_text::<R>"))]
    #[garde(custom(at_most(200)), custom(by_garde::optional_text::<R>))]
    pub(crate) certStatusDescription: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 73), custom(function = "by_validator::manager_licence::<R>"))]
    #[garde(custom(at_most(73)), custom(by_garde::manager_licence::<R>))]
    pub(crate) associatedZzeCertID: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::manager_info::<R>"))]
    #[garde(custom(by_garde::manager_info::<R>))]
    pub(crate) businessInformation: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::manager_operation::<R>"))]
    #[garde(custom(by_garde::manager_operation::<R>))]
    pub(crate) operateType: Given<'a>,
    #[serde(skip)]
    #[garde(skip)]
    readers: PhantomData<R>,
}
