//! The SOAP call of the document's example: a method with string parameters, and the text or the fault that comes back.
//!
//! The envelope is well formed, which the example's is not; names, namespaces and `xsi:type` are the example's (reading R17).
//! Which method and which parameters a gateway has stands in no document: the caller gives them.

use super::address::Address;
use super::chunk::Chunk;
use super::failure::{Cause, Failure};
use super::outcome::Outcomes;
use super::reply;
use super::request::{Access, Call, Request};
use super::response::Response;
use super::secret::Words;
use super::xml;
use crate::record::text::oddities;
use crate::spec::endpoints::{SOAP_ENCODING, SOAP_ENVELOPE, SOAP_METHOD, XML_SCHEMA, XML_SCHEMA_INSTANCE};

/// The request.
///
/// # Errors
/// A name that no XML element can have, a character that XML cannot carry, a token or system id that no header can carry.
pub fn request(address: &Address, access: &Access, method: &str, parameters: &[(&str, &str)]) -> Result<Request, Failure> {
    let body = envelope(method, parameters).map_err(|cause| Failure::new(Call::Soap, cause))?;
    Request::post(Call::Soap, address, body).signed(access)
}

/// The envelope of a call.
///
/// # Errors
/// [`Cause::Name`] or [`Cause::Character`].
pub fn envelope(method: &str, parameters: &[(&str, &str)]) -> Result<String, Cause> {
    if !parameters.iter().map(|(name, _)| *name).chain([method]).all(is_name) {
        return Err(Cause::Name);
    }
    let mut text = format!(
        "<soapenv:Envelope xmlns:soapenv=\"{SOAP_ENVELOPE}\" xmlns:xsd=\"{XML_SCHEMA}\" xmlns:xsi=\"{XML_SCHEMA_INSTANCE}\">\
         <soapenv:Body><ns1:{method} xmlns:ns1=\"{SOAP_METHOD}\" soapenv:encodingStyle=\"{SOAP_ENCODING}\">"
    );
    for (name, value) in parameters {
        if oddities(value).forbidden.is_some() {
            return Err(Cause::Character);
        }
        text.push_str(&format!("<{name} xsi:type=\"xsd:string\">"));
        escape(value, &mut text);
        text.push_str(&format!("</{name}>"));
    }
    text.push_str(&format!("</ns1:{method}></soapenv:Body></soapenv:Envelope>"));
    Ok(text)
}

/// A name without a prefix. Names beyond ASCII are names too, but no gateway is known to have one.
fn is_name(text: &str) -> bool {
    let starts = |first: char| first.is_ascii_alphabetic() || first == '_';
    text.starts_with(starts) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

fn escape(value: &str, out: &mut String) {
    for character in value.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // A reader turns a bare one into a line feed.
            '\r' => out.push_str("&#13;"),
            _ => out.push(character),
        }
    }
}

/// What a method answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Its text.
    Text(Words),
    /// A fault, with the words to it.
    Fault(Words),
}

/// The answer. SOAP sends a fault under status 500, so that a fault is read under any.
///
/// # Errors
/// A status outside 2xx without a fault, or a reply that cannot be read.
pub fn read(response: &Response) -> Result<Answer, Failure> {
    let answer = response.text().and_then(|text| xml::answer(text).map_err(|cause| if is_page(text) { Cause::Page } else { cause }));
    let status = Cause::Status(response.status);
    match answer {
        Ok(answer @ Answer::Fault(_)) => Ok(answer),
        _ if !response.is_success() => Err(Failure::new(Call::Soap, status)),
        answer => answer.map_err(|cause| Failure::new(Call::Soap, cause)),
    }
}

/// An HTML page has angle brackets too.
fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(14).collect::<String>().to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// What became of each record of a chunk that was submitted this way: the answer's text is the reply.
pub fn outcomes(chunk: &Chunk, response: &Response) -> Outcomes {
    match read(response) {
        Ok(Answer::Text(text)) => reply::read_text(Call::Soap, chunk, text.as_str()),
        Ok(Answer::Fault(words)) => {
            let failed = Outcomes::failed(chunk.len(), &Failure::new(Call::Soap, Cause::Fault));
            Outcomes { message: Some(words), ..failed }
        }
        Err(failure) => Outcomes::failed(chunk.len(), &failure),
    }
}
