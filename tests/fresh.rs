//! The generated files are those that the tables give. A stale one is written anew, and the test fails once to say so.

#![cfg(feature = "emit")]

use std::fs;
use std::path::Path;

#[test]
fn the_generated_files_are_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut stale = Vec::new();
    for (path, text) in mohurd_ecert::emit::files() {
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
    let generated: Vec<_> = mohurd_ecert::emit::files().into_iter().map(|(path, _)| root.join(path)).collect();
    for folder in ["pkg/src/generated", "pkg/schema"] {
        for entry in fs::read_dir(root.join(folder)).into_iter().flatten() {
            let path = entry.unwrap().path();
            assert!(generated.contains(&path), "nothing generates {} any more: delete it", path.display());
        }
    }
}
