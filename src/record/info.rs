//! 业务信息: an array of type and text (reading R4).
//!
//! Members beside the two are neither asked for nor refused: they are carried as they are.

use super::compact::compact;
use super::json::{JsonType, QuickItems, Reader, Syntax};
use super::text::{Text, length};
use crate::spec::ITEM_MEMBERS;

/// The array, read.
pub struct Info<'a> {
    /// Its entries.
    pub items: Vec<Item<'a>>,
    /// The JSON text that was read.
    raw: &'a str,
}

/// One entry.
pub struct Item<'a> {
    /// `itemvalue`: the type.
    pub code: Text<'a>,
    /// `itemtext`: the content.
    pub text: Text<'a>,
}

/// What is wrong with the shape, and where: the array itself, an entry, or a member of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misshapen {
    /// The entry.
    pub item: Option<u32>,
    /// The member, by its place in `ITEM_MEMBERS`.
    pub member: Option<u8>,
}

impl Misshapen {
    const WHOLE: Misshapen = Misshapen { item: None, member: None };
}

impl<'a> Info<'a> {
    /// Reads the JSON text of the array.
    ///
    /// # Errors
    /// The first place whose shape is wrong.
    pub fn parse(json: &'a str) -> Result<Info<'a>, Misshapen> {
        if let Some(items) = quick(json) {
            return Ok(Info { items, raw: json });
        }
        Info::parse_any(json)
    }

    #[inline(never)]
    fn parse_any(json: &'a str) -> Result<Info<'a>, Misshapen> {
        let mut reader = Reader::of(json);
        if reader.peek() != Ok(JsonType::Array) {
            return Err(Misshapen::WHOLE);
        }
        let mut items = Vec::new();
        let mut list = reader.begin_array().map_err(whole)?;
        while reader.next_element(&mut list).map_err(whole)? {
            items.push(Item::read(&mut reader).map_err(|member| misshapen(&items, member))?);
        }
        reader.end().map_err(whole)?;
        Ok(Info { items, raw: json })
    }

    /// The array as it is sent: JSON text without white space.
    pub fn json(&self) -> String {
        // What was read is JSON.
        compact(self.raw.as_bytes()).unwrap_or_default()
    }

    /// How long it is on the wire, in characters, where that is more than so many.
    pub fn length_beyond(&self, max: u32) -> Option<u32> {
        // What is sent has no more characters than what was read has bytes.
        (self.raw.len() > max as usize).then(|| length(&self.json())).filter(|length| *length > max)
    }
}

/// The entries of an array that is written as programs write it.
fn quick(json: &str) -> Option<Vec<Item<'_>>> {
    let mut entries = QuickItems::of(json);
    let mut items = Vec::new();
    while let Some([code, text]) = entries.next() {
        items.push(Item { code, text });
    }
    entries.end()?.is_empty().then_some(items)
}

fn whole(_: Syntax) -> Misshapen {
    Misshapen::WHOLE
}

/// Text that ends or breaks off inside an entry is the whole array's fault, not the entry's.
fn misshapen(items: &[Item], fault: Fault) -> Misshapen {
    let item = u32::try_from(items.len()).ok();
    match fault {
        Fault::Syntax => Misshapen::WHOLE,
        Fault::Item => Misshapen { item, member: None },
        Fault::Member(member) => Misshapen { item, member: Some(member) },
    }
}

enum Fault {
    Syntax,
    Item,
    Member(u8),
}

impl From<Syntax> for Fault {
    fn from(_: Syntax) -> Fault {
        Fault::Syntax
    }
}

impl<'a> Item<'a> {
    fn read(reader: &mut Reader<'a>) -> Result<Item<'a>, Fault> {
        if reader.peek()? != JsonType::Object {
            return Err(Fault::Item);
        }
        let (mut code, mut text) = (None, None);
        let mut list = reader.begin_object()?;
        while let Some(name) = reader.next_member(&mut list)? {
            let slot = match ITEM_MEMBERS.iter().position(|member| *member == name.text) {
                Some(0) => &mut code,
                Some(_) => &mut text,
                None => {
                    reader.skip()?;
                    continue;
                }
            };
            *slot = if reader.peek()? == JsonType::String {
                Some(reader.string()?)
            } else {
                reader.skip()?;
                None
            };
        }
        Ok(Item { code: code.ok_or(Fault::Member(0))?, text: text.ok_or(Fault::Member(1))? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(json: &str) -> Option<(Option<u32>, Option<u8>)> {
        Info::parse(json).err().map(|fault| (fault.item, fault.member))
    }

    #[test]
    fn the_documents_form_is_read() {
        let info = Info::parse(r#" [ {"itemvalue": "01", "itemtext": "资质"} ] "#).ok().unwrap();
        assert_eq!(info.items.len(), 1);
        assert_eq!(info.json(), r#"[{"itemvalue":"01","itemtext":"资质"}]"#);
        assert_eq!([0, 35, 36, 37, 5000].map(|max| info.length_beyond(max)), [Some(36), Some(36), None, None, None]);
        assert_eq!(fault("[]"), None);
        assert_eq!(fault(r#"[{"itemtext":"","itemvalue":"","more":[1]}]"#), None);
    }

    /// All that is found in an array, by either way.
    fn shown(info: Result<Info, Misshapen>) -> Result<String, Misshapen> {
        let show = |text: &Text| format!("{:?} {} {:?}", text.text, text.ill_formed, text.letters);
        let item = |item: &Item| [show(&item.code), show(&item.text)].concat();
        info.map(|info| info.items.iter().map(item).collect::<Vec<_>>().join("\n") + &info.json())
    }

    #[test]
    fn what_is_quick_to_read_is_read_as_all_else() {
        let text =
            r#"[{"itemvalue":"01","itemtext":"资质"},{"itemvalue":"","itemtext":"a long text of ASCII"},{"itemvalue":"02","itemtext":""}]"#;
        assert_eq!(quick(text).map(|items| items.len()), Some(3));
        for end in 0..=text.len() {
            let Some((front, back)) = text.split_at_checked(end) else { continue };
            assert_eq!(shown(Info::parse(front)), shown(Info::parse_any(front)));
            for letter in ["\"", "\\", ",", ":", "}", "{", "]", "[", " ", "a", "\u{1}", "\u{80}"] {
                for back in [back, back.get(1..).unwrap_or_default()] {
                    let other = [front, letter, back].concat();
                    assert_eq!(shown(Info::parse(&other)), shown(Info::parse_any(&other)), "{other}");
                }
            }
        }
    }

    #[test]
    fn a_wrong_shape_is_found_at_its_place() {
        assert_eq!(fault(r#"{"itemvalue":"01","itemtext":""}"#), Some((None, None)));
        assert_eq!(fault("[1]"), Some((Some(0), None)));
        assert_eq!(fault(r#"[{"itemvalue":"01","itemtext":""},{"itemvalue":"01"}]"#), Some((Some(1), Some(1))));
        assert_eq!(fault(r#"[{"itemvalue":1,"itemtext":""}]"#), Some((Some(0), Some(0))));
        assert_eq!(fault(r#"[{"itemvalue":"01","itemtext":""}"#), Some((None, None)));
        assert_eq!(fault(r#"[{"itemvalue":"01","#), Some((None, None)));
        assert_eq!(fault(""), Some((None, None)));
        assert_eq!(fault("[] x"), Some((None, None)));
    }
}
