//! Very long texts, described: a photo at the limit of its size would else be most of a file.

use serde_json::{Value, json};

/// A text of more characters is described.
const LONG: usize = 10_000;
/// The shortest repetition that is worth a description, in characters.
const RUN: usize = 500;

/// The value, with `{"$text": [part, …]}` in the place of each long text: a part is a text, or a text and how many times it stands.
pub(crate) fn described(value: Value) -> Value {
    match value {
        Value::String(text) if text.len() > LONG => json!({"$text": parts(&text)}),
        Value::Array(items) => items.into_iter().map(described).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, described(value))).collect(),
        other => other,
    }
}

fn parts(text: &str) -> Vec<Value> {
    let letters: Vec<char> = text.chars().collect();
    let (mut parts, mut plain, mut at) = (Vec::new(), String::new(), 0);
    while at < letters.len() {
        let Some((unit, times)) = (1..=4).find_map(|unit| run(&letters[at..], unit)) else {
            plain.push(letters[at]);
            at += 1;
            continue;
        };
        parts.push(json!(std::mem::take(&mut plain)));
        parts.push(json!([letters[at..at + unit].iter().collect::<String>(), times]));
        at += unit * times;
    }
    parts.push(json!(plain));
    parts.retain(|part| part != "");
    parts
}

/// How often the first letters stand one after the other, where that is often.
fn run(letters: &[char], unit: usize) -> Option<(usize, usize)> {
    let first = letters.get(..unit)?;
    let times = letters.chunks(unit).take_while(|chunk| *chunk == first).count();
    (unit * times >= RUN).then_some((unit, times))
}
