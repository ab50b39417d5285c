//! Plain data as text: JSON, or the same as a TypeScript literal. Short lists and objects stand on one line.

use serde_json::Value;

/// The widest line, in characters, on which a list or an object still stands whole.
const WIDTH: usize = 120;

/// How the data is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Json,
    TypeScript,
}

/// A file of JSON.
pub(super) fn json(value: &Value) -> String {
    let mut text = String::new();
    Style::Json.write(value, 0, 0, &mut text);
    text.push('\n');
    text
}

/// A constant of TypeScript; its type, with the colon, or nothing where it is to be inferred.
pub(super) fn constant(name: &str, ty: &str, value: &Value) -> String {
    let head = format!("export const {name}{ty} = ");
    let mut text = head.clone();
    Style::TypeScript.write(value, 0, head.chars().count(), &mut text);
    text.push_str(";\n");
    text
}

/// A function of TypeScript that makes the value; its type, with the colon. Engines skip a function until it is called, so that a large
/// table costs no start; an arrow with nothing but an expression they do not skip.
pub(super) fn made(name: &str, ty: &str, value: &Value) -> String {
    format!("export function {name}(){ty} {{\n  return {};\n}}\n", block(value, 2))
}

/// A list or an object of TypeScript, broken into lines and indented.
pub(super) fn block(value: &Value, indent: usize) -> String {
    let mut text = String::new();
    Style::TypeScript.write(value, indent, WIDTH, &mut text);
    text
}

/// A text in the quotes of TypeScript.
pub(super) fn quote(text: &str) -> String {
    Style::TypeScript.scalar(&Value::from(text))
}

impl Style {
    fn write(self, value: &Value, indent: usize, used: usize, out: &mut String) {
        let line = self.line(value);
        if indent + used + line.chars().count() < WIDTH {
            return out.push_str(&line);
        }
        let deeper = indent + 2;
        match value {
            Value::Array(items) if items.iter().all(Value::is_number) => fill(items, indent, out),
            Value::Array(items) => self.block(['[', ']'], indent, out, items.iter().map(|item| (String::new(), item)), deeper),
            Value::Object(members) => {
                self.block(['{', '}'], indent, out, members.iter().map(|(key, item)| (format!("{}: ", self.key(key)), item)), deeper);
            }
            _ => out.push_str(&line),
        }
    }

    fn block<'v>(self, ends: [char; 2], indent: usize, out: &mut String, items: impl Iterator<Item = (String, &'v Value)>, deeper: usize) {
        let [open, close] = ends;
        out.push(open);
        let mut items = items.peekable();
        while let Some((key, item)) = items.next() {
            out.push('\n');
            out.push_str(&" ".repeat(deeper));
            out.push_str(&key);
            self.write(item, deeper, key.chars().count(), out);
            // JSON has no comma after the last one.
            if self == Style::TypeScript || items.peek().is_some() {
                out.push(',');
            }
        }
        out.push('\n');
        out.push_str(&" ".repeat(indent));
        out.push(close);
    }

    fn line(self, value: &Value) -> String {
        match value {
            Value::Array(items) => {
                let items: Vec<String> = items.iter().map(|item| self.line(item)).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Object(members) if members.is_empty() => "{}".to_owned(),
            Value::Object(members) => {
                let members: Vec<String> = members.iter().map(|(key, item)| format!("{}: {}", self.key(key), self.line(item))).collect();
                format!("{{ {} }}", members.join(", "))
            }
            _ => self.scalar(value),
        }
    }

    fn key(self, key: &str) -> String {
        let plain =
            key.chars().all(|character| character.is_ascii_alphanumeric()) && !key.starts_with(|first: char| first.is_ascii_digit());
        if self == Style::TypeScript && plain { key.to_owned() } else { self.scalar(&Value::from(key)) }
    }

    fn scalar(self, value: &Value) -> String {
        let json = value.to_string();
        match (self, json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'))) {
            (Style::TypeScript, Some(text)) => format!("'{}'", text.replace("\\\"", "\"").replace('\'', "\\'")),
            _ => json,
        }
    }
}

/// Numbers, as many on a line as fit.
fn fill(items: &[Value], indent: usize, out: &mut String) {
    out.push('[');
    let mut used = WIDTH;
    for (place, item) in items.iter().enumerate() {
        let item = item.to_string();
        let comma = if place == 0 { "" } else { "," };
        if used + item.len() + 2 >= WIDTH {
            out.push_str(&format!("{comma}\n{}{item}", " ".repeat(indent + 2)));
            used = indent + 2 + item.len();
        } else {
            out.push_str(&format!("{comma} {item}"));
            used += item.len() + 2;
        }
    }
    out.push_str(&format!("\n{}]", " ".repeat(indent)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn short_data_stands_on_one_line() {
        assert_eq!(json(&json!({"a": [1, "x"], "b": {}})), "{ \"a\": [1, \"x\"], \"b\": {} }\n");
        assert_eq!(constant("A", ": string", &json!("it's \"so\" \\")), "export const A: string = 'it\\'s \"so\" \\\\';\n");
    }

    #[test]
    fn long_lists_of_numbers_are_filled_lines() {
        let value = json!((0..100).collect::<Vec<_>>());
        let text = json(&value);
        assert!(text.lines().count() < 10 && text.lines().all(|line| line.len() < WIDTH), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }

    #[test]
    fn long_data_is_broken_into_lines_and_reads_back() {
        let value = json!({"a-b": ["x".repeat(80), "y".repeat(80)], "c": {"d": null, "e": true}});
        let text = json(&value);
        assert!(text.lines().count() > 4 && text.lines().all(|line| line.len() < WIDTH), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        let text = constant("A", "", &value);
        assert!(text.contains("  'a-b': [\n    'xx") && text.contains("\n  c: { d: null, e: true },\n};\n"), "{text}");
    }
}
