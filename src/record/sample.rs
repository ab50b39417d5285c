//! The valid, invented record of each kind, as a record.

use std::borrow::Cow;

use super::compact::quote;
use super::text::Text;
use super::{Given, Record};
use crate::spec::example::{self, Sample};
use crate::spec::{ITEM_MEMBERS, Kind};

impl Record<'static> {
    /// A valid record of a kind; nothing in it belongs to anybody.
    pub fn example(kind: Kind) -> Record<'static> {
        let mut record = Record::new(kind);
        for (name, sample) in example::of(kind) {
            if let Some(index) = kind.table().index_of(name) {
                record.put(index, given(*sample));
            }
        }
        record
    }
}

fn given(sample: Sample) -> Given<'static> {
    match sample {
        Sample::Text(text) => Given::Text(Text::whole(Cow::Borrowed(text))),
        Sample::Items(items) => Given::Array(Cow::Owned(list(items))),
    }
}

fn list(items: &[(&str, &str)]) -> String {
    let [code, text] = ITEM_MEMBERS;
    let items = items.iter().map(|item| format!("{{{}:{},{}:{}}}", quoted(code), quoted(item.0), quoted(text), quoted(item.1)));
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

fn quoted(text: &str) -> String {
    let mut json = String::new();
    quote(text, &mut json);
    json
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::info::Info;

    #[test]
    fn the_entries_are_a_list_as_the_document_has_it() {
        let json = list(&[("01", "a\"b"), ("02", "")]);
        let info = Info::parse(&json).ok().unwrap();
        let items: Vec<_> = info.items.iter().map(|item| (&*item.code.text, &*item.text.text)).collect();
        assert_eq!(items, [("01", "a\"b"), ("02", "")]);
        assert_eq!(info.json(), json);
    }

    #[test]
    fn every_sample_finds_its_field() {
        for kind in Kind::ALL {
            let record = Record::example(kind);
            let given = (0..kind.table().fields.len()).filter(|index| !matches!(record.at(*index), Given::Absent)).count();
            assert_eq!(given, example::of(kind).len());
        }
    }
}
