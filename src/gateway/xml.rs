//! Reading a SOAP answer: the first text in its body, or the fault.
//!
//! A document type is refused and an entity of its own is nothing, so that no reply can grow while it is read.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::failure::Cause;
use super::secret::Words;
use super::soap::Answer;

/// How deep elements may stand in each other.
const MAX_DEPTH: usize = 32;
/// The elements whose text tells a fault, in SOAP 1.1 and 1.2.
const FAULT_TEXTS: [&str; 2] = ["faultstring", "Text"];

/// An element that is being read.
struct Open {
    name: String,
    text: String,
    /// No element stands in it.
    is_leaf: bool,
}

/// What was read so far.
#[derive(Default)]
struct Walk {
    open: Vec<Open>,
    /// The envelope is closed.
    done: bool,
    in_fault: bool,
    text: Option<String>,
}

/// The answer in an envelope.
pub(super) fn answer(text: &str) -> Result<Answer, Cause> {
    let mut reader = Reader::from_str(text);
    let mut walk = Walk::default();
    loop {
        match reader.read_event().map_err(|_| Cause::Xml)? {
            Event::Start(element) => walk.begin(&element)?,
            Event::Empty(element) => {
                walk.begin(&element)?;
                walk.end();
            }
            Event::End(_) => walk.end(),
            Event::Text(text) => walk.add(&text.xml10_content())?,
            Event::CData(text) => walk.add(&text.xml10_content())?,
            Event::GeneralRef(entity) => walk.add(character(&entity)?.encode_utf8(&mut [0; 4]))?,
            Event::DocType(_) => return Err(Cause::Xml),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => return walk.answer(),
        }
    }
}

fn character(entity: &BytesRef) -> Result<char, Cause> {
    match &**entity {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "apos" => Ok('\''),
        "quot" => Ok('"'),
        _ => entity.resolve_char_ref().ok().flatten().ok_or(Cause::Xml),
    }
}

impl Walk {
    fn begin(&mut self, element: &BytesStart) -> Result<(), Cause> {
        if self.done || self.open.len() == MAX_DEPTH {
            return Err(Cause::Xml);
        }
        if let Some(parent) = self.open.last_mut() {
            parent.is_leaf = false;
        }
        let name = element.local_name().as_ref().to_owned();
        self.open.push(Open { name, text: String::new(), is_leaf: true });
        self.in_fault |= self.is_in_body() && self.open.len() == 3 && self.open.last().is_some_and(|open| open.name == "Fault");
        Ok(())
    }

    /// Text outside of all elements can only be white space.
    fn add(&mut self, text: &str) -> Result<(), Cause> {
        match self.open.last_mut() {
            Some(open) => open.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(Cause::Xml),
        }
        Ok(())
    }

    fn end(&mut self) {
        let in_body = self.is_in_body();
        let Some(open) = self.open.pop() else { return };
        self.done = self.open.is_empty();
        let tells = !self.in_fault || FAULT_TEXTS.contains(&open.name.as_str());
        if in_body && tells && open.is_leaf && self.text.is_none() && !open.text.trim().is_empty() {
            self.text = Some(open.text);
        }
    }

    fn is_in_body(&self) -> bool {
        self.open.len() > 2 && self.open.iter().map(|open| open.name.as_str()).take(2).eq(["Envelope", "Body"])
    }

    fn answer(self) -> Result<Answer, Cause> {
        if !self.done {
            return Err(Cause::Xml);
        }
        match self.text {
            text if self.in_fault => Ok(Answer::Fault(Words::new(text.unwrap_or_default()))),
            Some(text) => Ok(Answer::Text(Words::new(text))),
            None => Err(Cause::Shape),
        }
    }
}
