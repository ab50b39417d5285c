//! The SOAP way in and out (reading R17): the one parameter's text is the body, the answer's text is the reply.
//!
//! Which method a gateway has stands in no document: any will do here but one that is called `unknown`.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use crate::gateway::Response;
use crate::gateway::soap::{self, Answer};
use crate::spec::endpoints::{SOAP_ENVELOPE, XML_TYPE};

/// The method that this service says it does not have.
const UNKNOWN_METHOD: &str = "unknown";
/// The method's element in an answer, and the one that holds its text.
const ANSWER: [&str; 2] = ["response", "return"];

/// What is wrong with an envelope.
#[derive(Clone, Copy)]
pub(super) enum Refused {
    /// It is no envelope with a method and the text of a parameter.
    Envelope,
    /// The method is the unknown one.
    Method,
    /// The reply holds a character that XML cannot carry.
    Reply,
}

/// The text of the first parameter that has one.
pub(super) fn parameter(body: &[u8]) -> Result<String, Refused> {
    // A call's envelope has the form of an answer's.
    let envelope = Response { status: 200, content_type: None, body: body.to_vec() };
    let Ok(Answer::Text(text)) = soap::read(&envelope) else { return Err(Refused::Envelope) };
    match str::from_utf8(body).ok().and_then(method) {
        Some(name) if name != UNKNOWN_METHOD => Ok(text.as_str().to_owned()),
        Some(_) => Err(Refused::Method),
        None => Err(Refused::Envelope),
    }
}

/// The first element of the body.
fn method(text: &str) -> Option<String> {
    let mut reader = Reader::from_str(text);
    let mut above: Vec<String> = Vec::new();
    let name = |element: &BytesStart| element.local_name().as_ref().to_owned();
    loop {
        let in_body = above == ["Envelope", "Body"];
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) if in_body => return Some(name(&element)),
            Event::Start(element) => above.push(name(&element)),
            Event::End(_) => drop(above.pop()),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The answer that carries a reply.
pub(super) fn answer(reply: &Value) -> Response {
    let [method, text] = ANSWER;
    match soap::envelope(method, &[(text, &reply.to_string())]) {
        Ok(body) => response(200, body),
        Err(_) => fault(Refused::Reply),
    }
}

/// A fault, under the status that SOAP 1.1 has for it.
pub(super) fn fault(refused: Refused) -> Response {
    let (code, text) = match refused {
        Refused::Envelope => ("Client", "no envelope with a method and a parameter"),
        Refused::Method => ("Client", "no such method"),
        Refused::Reply => ("Server", "the reply cannot be written as XML"),
    };
    let body = format!(
        "<soapenv:Envelope xmlns:soapenv=\"{SOAP_ENVELOPE}\"><soapenv:Body><soapenv:Fault>\
         <faultcode>soapenv:{code}</faultcode><faultstring>{text}</faultstring>\
         </soapenv:Fault></soapenv:Body></soapenv:Envelope>"
    );
    response(500, body)
}

fn response(status: u16, body: String) -> Response {
    Response { status, content_type: Some(XML_TYPE.to_owned()), body: body.into_bytes() }
}
