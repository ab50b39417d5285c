//! The arrows between the layers, and that a field's name stands in one place only.
//!
//! `spec ← record ← check ← payload ← gateway ← wasm`; `qr` reads spec and record; `sandbox` reads all up to the gateway, and `qr`; `emit` reads spec, record, check, payload
//! and gateway; nothing reads `wasm` or `emit`. Outside the tables and the rules no string literal is the name of a field: other code asks the table for a role.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

use mohurd_ecert::Kind;

/// A layer, and those it may name.
const MAY_READ: [(&str, &[&str]); 10] = [
    ("spec", &[]),
    ("record", &["spec"]),
    ("check", &["spec", "record"]),
    ("normalise", &["spec", "record", "check"]),
    ("payload", &["spec", "record", "check", "normalise"]),
    ("gateway", &["spec", "record", "check", "normalise", "payload"]),
    ("qr", &["spec", "record"]),
    ("sandbox", &["spec", "record", "check", "normalise", "payload", "gateway", "qr"]),
    ("emit", &["spec", "record", "check", "payload", "gateway"]),
    ("wasm", &["spec", "record", "check", "normalise", "payload", "gateway", "qr", "sandbox"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension() == Some("rs".as_ref()))
        .collect()
}

/// The part of a file that is built into the crate: up to its tests, without comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

fn layer_of(path: &Path) -> String {
    let first = path.strip_prefix(root()).unwrap().components().next().unwrap();
    Path::new(first.as_os_str()).file_stem().unwrap().to_string_lossy().into_owned()
}

fn is_test(path: &Path) -> bool {
    path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("tests"))
}

#[test]
fn a_layer_reads_only_those_below_it() {
    let mut seen = 0;
    for path in sources(&root()) {
        let layer = layer_of(&path);
        let Some((_, below)) = MAY_READ.iter().find(|(name, _)| *name == layer) else {
            assert!(["lib", "validator"].contains(&layer.as_str()), "{}: a layer without a row here", path.display());
            continue;
        };
        let code = code(&path);
        for (other, _) in MAY_READ.iter().filter(|(other, _)| *other != layer && !below.contains(other)) {
            assert!(!code.contains(&format!("crate::{other}")), "{} reads {other}", path.display());
        }
        seen += code.matches("crate::").count();
    }
    assert!(seen > 50, "the sources were not found");
}

#[test]
fn a_field_is_named_by_the_tables_and_the_rules_alone() {
    let is_camel = |name: &&str| name.chars().any(|character| character.is_ascii_uppercase());
    let names: Vec<_> = Kind::ALL.iter().flat_map(|kind| kind.table().fields).map(|field| field.name).filter(is_camel).collect();
    assert!(names.len() > 60);
    let mut searched = 0;
    for path in sources(&root()) {
        let inside = path.strip_prefix(root()).unwrap();
        if inside.starts_with("spec") || inside.starts_with("check/rules") || is_test(&path) {
            continue;
        }
        let code = code(&path);
        for name in &names {
            assert!(!code.contains(&format!("\"{name}\"")), "{} names {name}", path.display());
        }
        searched += 1;
    }
    assert!(searched > 20, "the sources were not found");
}

#[test]
fn a_rule_file_is_short_and_one_rule() {
    for path in sources(&root().join("check/rules")) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if ["mod.rs", "by_row.rs", "entries.rs"].contains(&name.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches("pub(super) static RULE: Rule").count(), 1, "{name}");
        assert!(text.lines().count() <= 60, "{name}");
        let rule = mohurd_ecert::check::rules::ALL.iter().find(|rule| rule.id.replace(['/', '-'], "_") + ".rs" == name);
        assert!(rule.is_some_and(|rule| text.contains(&format!("\"{}\"", rule.id))), "{name} is not called as its rule");
    }
}
