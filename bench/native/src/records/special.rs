//! A worker's certificate (特种作业) for serde and validator: one struct with the attributes of both. The fields are
//! called as the document calls them. serde passes names over that it does not know, so no peer finds those.

use std::marker::PhantomData;

use crate::forms::by_validator;
use crate::readers::Readers;
use crate::value::Given;

/// A worker's certificate (特种作业).
#[allow(non_snake_case, reason = "the names are those of the document, and the errors of validator tell them")]
#[derive(Debug, Default, serde::Deserialize, validator::Validate)]
#[serde(default)]
pub(crate) struct Special<'a, R: Readers> {
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::record_id::<R>"))]
    pub(crate) eCertID: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::province::<R>"))]
    pub(crate) provinceNum: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 25), custom(function = "by_validator::special_number::<R>"))]
    pub(crate) certNum: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::issuer::<R>"))]
    pub(crate) issuAuth: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::issuer_code::<R>"))]
    pub(crate) issuAuthCode: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    pub(crate) issuedDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    pub(crate) issuDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    pub(crate) effectiveDate: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::date::<R>"))]
    pub(crate) expiringDate: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 50), custom(function = "by_validator::text::<R>"))]
    pub(crate) name: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::gender::<R>"))]
    pub(crate) gender: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 18), custom(function = "by_validator::text::<R>"))]
    pub(crate) identityCard: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::id_type::<R>"))]
    pub(crate) identityCardType: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::photo::<R>"))]
    pub(crate) photo: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::trade::<R>"))]
    pub(crate) operationCategory: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 200), custom(function = "by_validator::optional_text::<R>"))]
    pub(crate) categoryDescription: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::special_state::<R>"))]
    pub(crate) certState: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 200), custom(function = "by_validator::optional_text::<R>"))]
    pub(crate) certStatusDescription: Given<'a>,
    #[serde(borrow)]
    #[validate(length(max = 73), custom(function = "by_validator::special_licence::<R>"))]
    pub(crate) associatedZzeCertID: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::special_info::<R>"))]
    pub(crate) businessInformation: Given<'a>,
    #[serde(borrow)]
    #[validate(custom(function = "by_validator::special_operation::<R>"))]
    pub(crate) operateType: Given<'a>,
    #[serde(skip)]
    readers: PhantomData<R>,
}
