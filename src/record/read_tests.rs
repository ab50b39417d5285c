use super::*;
use crate::record::ReadError;
use crate::record::entries::{Entries, Entry};
use crate::spec::MAX_FIELDS;

/// All that is known of a record.
fn shown(record: &Record) -> String {
    let given = (0..MAX_FIELDS).map(|index| match record.at(index) {
        Given::Absent => String::from("-"),
        Given::Text(text) => format!("{:?} {} {:?}", text.text, text.ill_formed, text.letters),
        Given::Array(json) => format!("{json:?}"),
        Given::Other(found) => format!("{found:?}"),
    });
    let others = record.others.iter().map(|other| format!("{} {:?}", other.name, other.json));
    let repeated = record.repeated.iter().map(|name| format!("{name} again"));
    given.chain(others).chain(repeated).collect::<Vec<_>>().join("\n")
}

/// What a batch has, each entry read in the place of the one before.
fn batch(kind: Kind, bytes: &[u8]) -> Vec<Result<String, ReadError>> {
    let mut entries = Entries::new(kind, bytes);
    let mut all = Vec::new();
    while let Some(entry) = entries.next() {
        all.push(match &entry {
            Entry::Record(record) => Ok(shown(record)),
            Entry::NotAnObject => Err(ReadError::NotAnObject),
            Entry::Broken(syntax) => Err(ReadError::Syntax(*syntax)),
        });
        entries.reuse(entry);
    }
    all
}

/// The same of one that is read by itself, of which nothing is known to be UTF-8, so that nothing of it is quick to read.
fn alone(kind: Kind, bytes: &[u8]) -> Result<String, ReadError> {
    Record::from_json(kind, bytes).map(|record| shown(&record))
}

/// Numbers that look like chance, below a limit each.
fn chance(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |limit| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % limit
    }
}

/// A record as one program or another may write it: fields left out, moved and repeated, values of every kind and length.
fn written(kind: Kind, chance: &mut impl FnMut(usize) -> usize) -> String {
    let mut names: Vec<&str> = kind.table().fields.iter().map(|field| field.name).filter(|_| chance(6) > 0).collect();
    for _ in 0..chance(3) {
        let (from, to) = (chance(names.len().max(1)), chance(names.len().max(1)));
        if let Some(name) = names.get(from).copied() {
            if chance(2) == 0 { names.insert(to, name) } else { names.swap(from, to) }
        }
    }
    if chance(4) == 0 {
        names.insert(chance(names.len() + 1), ["", "x", "eCertI", "eCertIDD", "eCert\\u0049D", "\u{5b89}"][chance(6)]);
    }
    let comma = [",", ",", ",", ", "][chance(4)];
    let colon = [":", ":", ":", ": "][chance(4)];
    let members = names.into_iter().map(|name| format!("\"{name}\"{colon}{}", value(chance)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(comma))
}

fn value(chance: &mut impl FnMut(usize) -> usize) -> String {
    match chance(16) {
        0 => ["null", "1.5", "true", "[1,{}]", "{\"ID\":\"1\"}"][chance(5)].to_owned(),
        1 => ["\"a\\n\"", "\"\\ud800\"", "\"\\u5b89aaaaaaaaaaaaaaaa\""][chance(3)].to_owned(),
        2 => format!("\"{}\"", "a".repeat(chance(200))),
        3 => format!("\"{}\u{7f}\"", "a".repeat(chance(40))),
        4 => format!("\"{}安{}\"", "a".repeat(chance(40)), "a".repeat(chance(40))),
        _ => format!("\"{}\"", "a".repeat(chance(20))),
    }
}

#[test]
fn what_is_quick_to_read_is_read_as_all_else() {
    let mut chance = chance(1);
    for round in 0..400 {
        let kind = Kind::ALL[round % 4];
        let records: Vec<String> = (0..4).map(|_| written(kind, &mut chance)).collect();
        let expected: Vec<_> = records.iter().map(|record| alone(kind, record.as_bytes())).collect();
        assert!(expected.iter().all(Result::is_ok));
        for text in [format!("[{}]", records.join(",")), records.join("\n")] {
            assert_eq!(batch(kind, text.as_bytes()), expected, "{text}");
        }
    }
}

#[test]
fn a_fault_is_found_at_its_place_by_either_way() {
    let mut chance = chance(2);
    for round in 0..24 {
        let kind = Kind::ALL[round % 4];
        let text = written(kind, &mut chance).into_bytes();
        for place in 1..text.len() {
            let mut broken = text.clone();
            broken[place] = b"\",:}{\\ a\x01\x80\xe5"[chance(11)];
            assert_eq!(batch(kind, &broken), [alone(kind, &broken)], "{}", String::from_utf8_lossy(&broken));
        }
    }
}

#[test]
fn entries_are_read_by_either_way() {
    let fields = Kind::Manager.table().fields;
    let place = fields.iter().position(|field| matches!(field.format, Format::Info(_))).unwrap();
    let [before, name] = [place - 1, place].map(|place| fields[place].name);
    let entries = [r#"{"itemvalue":"01","itemtext":"安a"}"#, r#"{"itemvalue":"","itemtext":""}"#, r#"{"itemtext":"","itemvalue":"1"}"#];
    for entries in [vec![], vec![entries[0]], vec![entries[1]; 3], vec![entries[0], entries[2]]] {
        let list = format!("\"{name}\":[{}]", entries.join(","));
        // Behind the field before it, it is expected again.
        let twice = format!("{{{list},\"{before}\":\"a\",{list}}}").into_bytes();
        assert_eq!(batch(Kind::Manager, &twice), [alone(Kind::Manager, &twice)]);
        let text = format!("{{{list},\"name\":\"b\"}}").into_bytes();
        let expected = alone(Kind::Manager, &text);
        assert!(expected.is_ok());
        assert_eq!(batch(Kind::Manager, &text), [expected]);
        for (place, byte) in (1..text.len()).flat_map(|place| b"\",:}{][\\ a\x01\x80\xe5".iter().map(move |byte| (place, *byte))) {
            let mut broken = text.clone();
            broken[place] = byte;
            assert_eq!(batch(Kind::Manager, &broken), [alone(Kind::Manager, &broken)], "{}", String::from_utf8_lossy(&broken));
        }
    }
}

#[test]
fn the_text_of_one_record_does_not_stay_for_the_next() {
    let full = Kind::Manager.table().fields.iter().map(|field| format!("\"{}\":\"\\u0061\"", field.name)).collect::<Vec<_>>().join(",");
    for first in [&format!("{{{full},\"x\":1,\"x\":2}}"), &format!("{{{}}}", full.replace("\\u0061", "a"))] {
        let read = batch(Kind::Manager, format!("[{first},{{\"name\":\"b\"}},{{}}]").as_bytes());
        let expected = [first, "{\"name\":\"b\"}", "{}"].map(|record| alone(Kind::Manager, record.as_bytes()));
        assert_eq!(read, expected);
    }
}
