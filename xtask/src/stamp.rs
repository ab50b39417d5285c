//! What need not be done again: a step is fresh while the contents it reads and the contents it wrote are what they were.
//! Contents, not times: a new checkout or a touched file changes nothing.

use crate::{Outcome, root, target};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A step with the files or folders it reads and writes, by their paths from the root.
pub(crate) struct Step<'a> {
    pub(crate) name: &'a str,
    pub(crate) reads: &'a [&'a str],
    pub(crate) writes: &'a [&'a str],
}

impl Step<'_> {
    /// Does the step unless it is fresh.
    pub(crate) fn unless_fresh(&self, work: impl FnOnce() -> Outcome) -> Outcome {
        self.unless_fresh_in(root(), &target().join("xtask"), work)
    }

    fn unless_fresh_in(&self, base: &Path, stamps: &Path, work: impl FnOnce() -> Outcome) -> Outcome {
        let file = stamps.join(format!("{}.stamp", self.name));
        // Before the work: what is changed meanwhile is then done again.
        let reads = digest(base, self.reads)?;
        if fs::read_to_string(&file).is_ok_and(|old| self.stamp(base, reads).is_ok_and(|now| now == old)) {
            return Ok(());
        }
        work()?;
        let stamp = self.stamp(base, reads)?;
        fs::create_dir_all(stamps).and_then(|()| fs::write(&file, stamp)).map_err(|error| cannot(&file, &error))
    }

    fn stamp(&self, base: &Path, reads: u64) -> Outcome<String> {
        Ok(format!("{reads:016x} {:016x}\n", digest(base, self.writes)?))
    }
}

/// A number for all that lies under the paths: names and contents.
fn digest(base: &Path, paths: &[&str]) -> Outcome<u64> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        add(&mut hasher, base, &base.join(path))?;
    }
    Ok(hasher.finish())
}

fn add(hasher: &mut DefaultHasher, base: &Path, path: &Path) -> Outcome {
    let name = path.strip_prefix(base).unwrap_or(path).to_string_lossy();
    if path.is_dir() {
        return entries(path)?.iter().try_for_each(|entry| add(hasher, base, entry));
    }
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(cannot(path, &error)),
    };
    for part in [name.as_bytes(), bytes.as_slice()] {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    Ok(())
}

/// What lies in a folder, in a fixed order; what is installed or built there is another step's.
fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| cannot(folder, &error))? {
        let entry = entry.map_err(|error| cannot(folder, &error))?;
        let name = entry.file_name();
        if name != "node_modules" && name != "dist" {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn cannot(path: &Path, error: &std::io::Error) -> String {
    format!("cannot use {}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: Step = Step { name: "step", reads: &["in", "one.txt"], writes: &["out"] };

    /// A folder of its own for one test, away from the project.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("in/deep")).unwrap();
        fs::write(folder.join("in/deep/a"), "a").unwrap();
        fs::write(folder.join("one.txt"), "1").unwrap();
        folder
    }

    /// Whether the step does its work.
    fn works(folder: &Path) -> bool {
        let mut worked = false;
        STEP.unless_fresh_in(folder, &folder.join("stamps"), || {
            worked = true;
            fs::write(folder.join("out"), "made").map_err(|error| error.to_string())
        })
        .unwrap();
        worked
    }

    #[test]
    fn a_step_is_done_once() {
        let folder = folder("once");
        assert!(works(&folder));
        assert!(!works(&folder));
        fs::write(folder.join("one.txt"), "1").unwrap();
        assert!(!works(&folder), "the same content, written again, is no change");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn any_change_has_it_done_again() {
        let folder = folder("again");
        let changes: [&dyn Fn(); 6] = [
            &|| fs::write(folder.join("in/deep/a"), "b").unwrap(),
            &|| fs::write(folder.join("in/new"), "").unwrap(),
            &|| fs::rename(folder.join("in/new"), folder.join("in/newer")).unwrap(),
            &|| fs::remove_file(folder.join("one.txt")).unwrap(),
            &|| fs::write(folder.join("out"), "spoilt").unwrap(),
            &|| fs::remove_file(folder.join("out")).unwrap(),
        ];
        works(&folder);
        for (number, change) in changes.iter().enumerate() {
            change();
            assert!(works(&folder), "change {number}");
            assert!(!works(&folder), "after change {number}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_failed_is_not_fresh() {
        let folder = folder("failed");
        let failed = STEP.unless_fresh_in(&folder, &folder.join("stamps"), || Err("no".into()));
        assert_eq!(failed, Err("no".into()));
        assert!(works(&folder));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_built_inside_a_read_folder_does_not_count() {
        let folder = folder("inside");
        works(&folder);
        fs::create_dir_all(folder.join("in/dist")).unwrap();
        fs::write(folder.join("in/dist/x"), "x").unwrap();
        assert!(!works(&folder));
        fs::remove_dir_all(folder).unwrap();
    }
}
