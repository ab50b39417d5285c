//! How to check: the profile, what a host page sets by rule id, its own dictionaries, and the inputs that stand outside a
//! record. Compiled once, used for any number of records.

use super::gravity;
use super::issue::RuleId;
use super::rules;
use crate::record::date::Date;
use crate::record::json::{JsonType, Reader, Syntax};
use crate::spec::{CERT_TYPE, Dictionary, Kind, LIST_KEYS, Severity, Short, dictionary};

/// Which severities hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// What the document says is an error, all else a warning.
    #[default]
    Document,
    /// Standards outside the document are errors too.
    Strict,
}

/// How a body is written.
#[derive(Clone, Default)]
pub struct Layout {
    /// The spelling of the list's name, by its place in `LIST_KEYS`; else as the kind's own sample has it (reading R3).
    pub list_key: Option<u8>,
    /// 业务信息 as a string that holds the array, instead of the array (reading R4).
    pub info_as_text: bool,
    /// Whether the canonical spellings of `normalise` are written.
    pub normalise: bool,
    /// Names outside the table that are let through.
    pub extra: Vec<String>,
}

/// How to check, and how to write.
#[derive(Clone)]
pub struct Options {
    /// The profile.
    pub profile: Profile,
    /// Today, for the tests of it; without it they do not run.
    pub today: Option<Date>,
    /// The certificate that a preview belongs to.
    pub certificate: Option<Kind>,
    /// How a body is written.
    pub layout: Layout,
    rules: Vec<(RuleId, Option<Severity>)>,
    dictionaries: Vec<(&'static Dictionary, Vec<String>)>,
}

impl Default for Options {
    fn default() -> Options {
        Options::new(Profile::default())
    }
}

impl Options {
    /// The options of a profile.
    pub const fn new(profile: Profile) -> Options {
        let layout = Layout { list_key: None, info_as_text: false, normalise: false, extra: Vec::new() };
        Options { profile, today: None, certificate: None, layout, rules: Vec::new(), dictionaries: Vec::new() }
    }

    /// Sets the severity of a rule, or switches it off; false where there is no rule of that id.
    pub fn set_rule(&mut self, id: &str, severity: Option<Severity>) -> bool {
        RuleId::find(id).map(|rule| self.put_rule(rule, severity)).is_some()
    }

    fn put_rule(&mut self, rule: RuleId, severity: Option<Severity>) {
        self.rules.retain(|(other, _)| *other != rule);
        self.rules.push((rule, severity));
    }

    /// Puts these codes in a dictionary's place; false where there is no dictionary of that id.
    pub fn set_dictionary(&mut self, id: &str, codes: Vec<String>) -> bool {
        Dictionary::find(id).map(|dictionary| self.put_dictionary(dictionary, codes)).is_some()
    }

    fn put_dictionary(&mut self, dictionary: &'static Dictionary, codes: Vec<String>) {
        self.dictionaries.retain(|(other, _)| !std::ptr::eq(*other, dictionary));
        self.dictionaries.push((dictionary, codes));
    }

    /// The severity of a rule at a field of a kind; nothing where it is switched off.
    pub fn severity(&self, rule: RuleId, kind: Kind, field: Option<usize>) -> Option<Severity> {
        if let Some((_, severity)) = self.rules.iter().find(|(other, _)| *other == rule) {
            return *severity;
        }
        gravity::severity(rule, self.profile, kind, field)
    }

    /// Whether the code is listed, in the host's dictionary or in ours.
    pub fn lists(&self, dictionary: &Dictionary, code: &str) -> bool {
        self.has(dictionary, Short::of(code), code)
    }

    /// The same, for a code that was read as one.
    #[inline]
    pub(super) fn has(&self, dictionary: &Dictionary, code: Short, text: &str) -> bool {
        match self.dictionaries.iter().find(|(other, _)| std::ptr::eq(*other, dictionary)) {
            Some((_, codes)) => codes.iter().any(|other| other == text),
            None => dictionary.has(code),
        }
    }

    /// Options from JSON text, as the JavaScript face hands them over, with rules and dictionaries by their places in the lists of
    /// all; nothing where the text is not of that form.
    pub fn from_json(json: &[u8]) -> Option<Options> {
        let mut options = Options::default();
        let mut reader = Reader::new(json);
        members(&mut reader, |name, reader| options.read(name, reader))?;
        reader.end().ok()?;
        Some(options)
    }

    fn read(&mut self, name: &str, reader: &mut Reader) -> Option<()> {
        match name {
            "profile" => self.profile = if text(reader)? == "strict" { Profile::Strict } else { Profile::Document },
            "rules" => members(reader, |place, reader| {
                self.put_rule(RuleId::listed(place.parse().ok()?)?, severity(&text(reader)?)?);
                Some(())
            })?,
            "dictionaries" => members(reader, |place, reader| {
                self.put_dictionary(dictionary::ALL.get(place.parse::<usize>().ok()?)?, texts(reader)?);
                Some(())
            })?,
            "listKey" => self.layout.list_key = Some(u8::from(text(reader)? == LIST_KEYS[1])),
            "normalise" => self.layout.normalise = flag(reader)?,
            "extra" => self.layout.extra = texts(reader)?,
            CERT_TYPE => self.certificate = Some(Kind::from_cert_type(&text(reader)?)?),
            name if is_info(name) => self.layout.info_as_text = text(reader)? == "string",
            _ => return None,
        }
        Some(())
    }
}

/// The option that says how 业务信息 is written is called as its field.
fn is_info(name: &str) -> bool {
    use crate::spec::Format::Info;
    Kind::Safety.table().fields.iter().any(|field| field.name == name && matches!(field.format, Info(_)))
}

fn severity(word: &str) -> Option<Option<Severity>> {
    match word {
        "error" => Some(Some(Severity::Error)),
        "warning" => Some(Some(Severity::Warning)),
        "off" => Some(None),
        _ => None,
    }
}

fn members(reader: &mut Reader, mut each: impl FnMut(&str, &mut Reader) -> Option<()>) -> Option<()> {
    let mut list = begin(reader, JsonType::Object, Reader::begin_object)?;
    while let Some(name) = reader.next_member(&mut list).ok()? {
        each(&name.text, reader)?;
    }
    Some(())
}

fn begin<'a, L>(reader: &mut Reader<'a>, json: JsonType, begin: impl Fn(&mut Reader<'a>) -> Result<L, Syntax>) -> Option<L> {
    if reader.peek().ok()? == json { begin(reader).ok() } else { None }
}

fn text(reader: &mut Reader) -> Option<String> {
    (reader.peek().ok()? == JsonType::String).then(|| reader.string().ok())?.map(|text| text.text.into_owned())
}

fn texts(reader: &mut Reader) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    let mut list = begin(reader, JsonType::Array, Reader::begin_array)?;
    while reader.next_element(&mut list).ok()? {
        texts.push(text(reader)?);
    }
    Some(texts)
}

fn flag(reader: &mut Reader) -> Option<bool> {
    (reader.peek().ok()? == JsonType::Boolean).then(|| reader.skip().ok())?.map(|raw| raw == b"true")
}

const _: () = assert!(rules::COUNT <= 255);
