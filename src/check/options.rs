//! How to check: the profile, what a host page sets by rule id, its own dictionaries, and the inputs that stand outside a
//! record. Compiled once, used for any number of records.

use super::gravity;
use super::issue::RuleId;
use super::rules;
use crate::record::date::Date;
use crate::record::json::Reader;
use crate::spec::{CERT_TYPE, Dictionary, Format, Kind, LIST_KEYS, Severity, Short, dictionary};

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
    /// What was set last counts, of these and of the dictionaries.
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
        RuleId::find(id).map(|rule| self.rules.push((rule, severity))).is_some()
    }

    /// Puts these codes in a dictionary's place; false where there is no dictionary of that id.
    pub fn set_dictionary(&mut self, id: &str, codes: Vec<String>) -> bool {
        Dictionary::find(id).map(|dictionary| self.dictionaries.push((dictionary, codes))).is_some()
    }

    /// The severity of a rule at a field of a kind; nothing where it is switched off.
    pub fn severity(&self, rule: RuleId, kind: Kind, field: Option<usize>) -> Option<Severity> {
        if let Some((_, severity)) = self.rules.iter().rev().find(|(other, _)| *other == rule) {
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
        match self.dictionaries.iter().rev().find(|(other, _)| std::ptr::eq(*other, dictionary)) {
            Some((_, codes)) => codes.iter().any(|other| other == text),
            None => dictionary.has(code),
        }
    }

    /// Options from JSON text, as the JavaScript face hands them over: an array of arrays of texts, each what an option is set to and then
    /// its name. A rule or a dictionary has its place in the list of all before that. Nothing where the text is not of that form.
    pub fn from_json(json: &[u8]) -> Option<Options> {
        let mut options = Options::default();
        let mut reader = Reader::new(json);
        let mut list = reader.begin_array().ok()?;
        while reader.next_element(&mut list).ok()? {
            options.set(texts(&mut reader)?)?;
        }
        reader.end().ok()?;
        Some(options)
    }

    fn set(&mut self, mut texts: Vec<String>) -> Option<()> {
        let name = texts.pop()?;
        if name == "extra" {
            self.layout.extra = texts;
            return Some(());
        }
        let text = texts.pop()?;
        match name.as_str() {
            "rules" => self.rules.push((RuleId::listed(number(&text)?)?, severity(&texts.pop()?)?)),
            "dictionaries" => self.dictionaries.push((dictionary::ALL.get(number(&text)?)?, texts)),
            "profile" => self.profile = if text == "strict" { Profile::Strict } else { Profile::Document },
            "listKey" => self.layout.list_key = Some(u8::from(text == LIST_KEYS[1])),
            "normalise" => self.layout.normalise = text == "true",
            CERT_TYPE => self.certificate = Some(Kind::from_cert_type(&text)?),
            INFO => self.layout.info_as_text = text == "string",
            _ => return None,
        }
        Some(())
    }
}

/// The option that says how 业务信息 is written is called as its field.
#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const INFO: &str = {
    let fields = Kind::Safety.table().fields;
    let mut index = 0;
    while !matches!(fields[index].format, Format::Info(_)) {
        index += 1;
    }
    fields[index].name
};

/// A place in a list; one that is too large is in none.
fn number(text: &str) -> Option<usize> {
    text.bytes().try_fold(0_usize, |number, digit| Some(number.saturating_mul(10).saturating_add(char::from(digit).to_digit(10)? as usize)))
}

fn severity(word: &str) -> Option<Option<Severity>> {
    match word {
        "error" => Some(Some(Severity::Error)),
        "warning" => Some(Some(Severity::Warning)),
        "off" => Some(None),
        _ => None,
    }
}

fn texts(reader: &mut Reader) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    let mut list = reader.begin_array().ok()?;
    while reader.next_element(&mut list).ok()? {
        texts.push(reader.string().ok()?.text.into_owned());
    }
    Some(texts)
}

const _: () = assert!(rules::COUNT <= 255);
