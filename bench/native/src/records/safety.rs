//! A firm's licence (安全生产许可证) for serde and validator: one struct with the attributes of both. The fields are
//! called as the document calls them. serde passes names over that it does not know, so no peer finds those.

use std::marker::PhantomData;

use crate::forms::by_validator;
use crate::readers::Readers;
use crate::value::Given;

/// A firm's licence (安全生产许可证).
#[allow(non_snake_case, reason = "the names are those of the document, and the errors of validator tell them")]
#[derive(Debug, Default, serde::Deserialize, validator::Validate)]
#[serde(default)]
pub(crate) struct Safety<'a, R: Readers> {
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::record_id::<R>"))]
    pub(crate) eCertID: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::province::<R>"))]
    pub(crate) provinceNum: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 25), custom(function = "by_validator::safety_number::<R>"))]
    pub(crate) certNum: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::issuer::<R>"))]
    pub(crate) issuAuth: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::issuer_code::<R>"))]
    pub(crate) issuAuthCode: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    pub(crate) issuDate: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 200), custom(function = "by_validator::text::<R>"))]
    pub(crate) companyName: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::credit_code::<R>"))]
    pub(crate) creditCode: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 200), custom(function = "by_validator::text::<R>"))]
    pub(crate) companyAddress: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 20), custom(function = "by_validator::text::<R>"))]
    pub(crate) responsiblePerson: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 18), custom(function = "by_validator::text::<R>"))]
    pub(crate) responsiblePersonID: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::id_type::<R>"))]
    pub(crate) responsiblePersonIDType: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 20), custom(function = "by_validator::economic_type::<R>"))]
    pub(crate) economicType: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 4), custom(function = "by_validator::text::<R>"))]
    pub(crate) licenseScope: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    pub(crate) effectiveDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    pub(crate) expiringDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    pub(crate) firstIssuDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::safety_state::<R>"))]
    pub(crate) certState: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 200), custom(function = "by_validator::optional_text::<R>"))]
    pub(crate) certStatusDescription: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 73), custom(function = "by_validator::safety_licence::<R>"))]
    pub(crate) associatedZzeCertID: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::safety_info::<R>"))]
    pub(crate) businessInformation: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::safety_operation::<R>"))]
    pub(crate) operateType: Given<'a>,
    #[serde(skip)]
    readers: PhantomData<R>,
}
