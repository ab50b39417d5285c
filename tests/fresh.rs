//! The generated files are those that the tables, the cases and the replies give. A stale one is written anew, and the test fails once
//! to say so.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]
#![cfg(feature = "emit")]

mod rules_support;
mod vectors;

use std::fs;
use std::path::Path;

/// Every generated file: its path from the root of the repository, and its text.
fn files() -> Vec<(String, String)> {
    mohurd_ecert::emit::files().into_iter().chain(vectors::files()).collect()
}

#[test]
fn the_generated_files_are_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut stale = Vec::new();
    for (path, text) in files() {
        let file = root.join(&path);
        // A checkout may have turned the ends of lines.
        if fs::read_to_string(&file).is_ok_and(|written| written.replace("\r\n", "\n") == text) {
            continue;
        }
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        stale.push(path);
    }
    assert!(stale.is_empty(), "these were stale and are written anew: run again and commit them\n  {}", stale.join("\n  "));
}

#[test]
fn no_generated_file_is_left_over() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let generated: Vec<_> = files().into_iter().map(|(path, _)| root.join(path)).collect();
    for folder in ["pkg/src/generated", "pkg/schema", "pkg/vectors"] {
        for entry in fs::read_dir(root.join(folder)).into_iter().flatten() {
            let path = entry.unwrap().path();
            assert!(generated.contains(&path) || path.ends_with("README.md"), "nothing generates {} any more: delete it", path.display());
        }
    }
}
