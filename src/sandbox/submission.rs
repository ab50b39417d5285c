//! A submission as it arrives: which of the two it is, by its body, and its records one by one.

use std::borrow::Cow;

use super::Incoming;
use super::soap::{self, Refused};
use crate::check::{Options, Report, validate_request};
use crate::gateway::Call;
use crate::record::Record;
use crate::record::json::{JsonType, List, Reader, Syntax};
use crate::spec::{Kind, LIST_KEYS};

/// A submission as it arrives.
pub(super) struct Submission<'a> {
    /// Which of the two it is: what the path says where the body says nothing.
    pub(super) interface: Call,
    /// Whether it came by SOAP.
    pub(super) by_soap: bool,
    /// The body and what was found in it, or what is wrong with the envelope around it.
    pub(super) body: Result<(Cow<'a, [u8]>, Report), Refused>,
}

impl<'a> Submission<'a> {
    /// The submission in a request to the path of that interface.
    pub(super) fn read(incoming: &Incoming<'a>, path: Call, options: &Options) -> Submission<'a> {
        let by_soap = incoming.header("content-type").is_some_and(|label| label.to_ascii_lowercase().starts_with("text/xml"));
        let json = if by_soap {
            soap::parameter(incoming.body).map(|text| Cow::Owned(text.into_bytes()))
        } else {
            Ok(Cow::Borrowed(incoming.body))
        };
        let body = json.map(|json| {
            let report = validate_request(&json, options);
            (json, report)
        });
        let interface = match body.as_ref().ok().and_then(|(_, report)| report.kind) {
            Some(Kind::Preview) => Call::Preview,
            Some(_) => Call::Submit,
            None => path,
        };
        Submission { interface, by_soap, body }
    }

    /// The call that it counts as.
    pub(super) fn call(&self) -> Call {
        if self.by_soap { Call::Soap } else { self.interface }
    }
}

/// The records of a body that has no error in its envelope. Where an entry is no record, nothing stands in its place.
pub(super) fn records(kind: Kind, json: &[u8]) -> Vec<Option<Record<'_>>> {
    entries(kind, json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json)).unwrap_or_default()
}

fn entries(kind: Kind, json: &[u8]) -> Result<Vec<Option<Record<'_>>>, Syntax> {
    let block = member(json, &[kind.table().block])?.unwrap_or_default();
    let list = member(block, &LIST_KEYS)?.unwrap_or_default();
    let (mut reader, mut records) = (Reader::new(list), Vec::new());
    let mut open: List = reader.begin_array()?;
    while reader.next_element(&mut open)? {
        records.push(Record::read(kind, &mut reader)?.map(|record| *record));
    }
    Ok(records)
}

/// The text of the last member of one of these names.
fn member<'a>(json: &'a [u8], names: &[&str]) -> Result<Option<&'a [u8]>, Syntax> {
    let (mut reader, mut found) = (Reader::new(json), None);
    if reader.peek()? != JsonType::Object {
        return Ok(None);
    }
    let mut open = reader.begin_object()?;
    while let Some(name) = reader.next_member(&mut open)? {
        let text = reader.skip()?;
        if names.contains(&&*name.text) {
            found = Some(text);
        }
    }
    Ok(found)
}
