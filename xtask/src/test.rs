//! The command `test`: all that CI holds the project to. Every stage runs, whatever came of those before it; the summary
//! counts what the runners say they ran, and a stage that ran nothing has failed.

use crate::count::{self, Count};
use crate::program::{CHROMIUM, NGINX};
use crate::run::{cargo, command, node_script, run, run_kept, say};
use crate::tools::{self, WASM};
use crate::{Outcome, package, portal, python, root};
use std::fs;
use std::ops::Add;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A hang must end; no test is held to a time.
const PATIENCE: &str = "--test-timeout=600000";

/// Every member, with what plain `cargo test` leaves out because its crates are many.
const ALL: [&str; 3] = ["--workspace", "--features", "mohurd-ecert/native"];

/// The library as the wasm build of that feature has it.
const fn of_build(feature: &str) -> [&str; 8] {
    ["--package", "mohurd-ecert", "--lib", "--target", WASM, "--no-default-features", "--features", feature]
}

pub(crate) fn all() -> Outcome {
    tools::set_up()?;
    tools::components()?;
    let (chromium, nginx) = (CHROMIUM.path()?, NGINX.path()?);
    let checks = [
        run("checking the format (cargo fmt)", cargo().args(["fmt", "--all", "--check"])),
        run("checking the code (clippy)", &mut clippy(&[&ALL[..], &["--all-targets"]].concat())),
        run("checking the code of the core's wasm (clippy)", &mut clippy(&of_build("core"))),
        run("checking the code of the client's wasm (clippy)", &mut clippy(&of_build("client"))),
        run("checking the code of the QR code's wasm (clippy)", &mut clippy(&of_build("qr-js"))),
        run("checking the code of the sandbox's wasm (clippy)", &mut clippy(&of_build("sandbox-js"))),
        package::make(),
        run("checking the package as it is published (publint)", node_script("publint/src/cli.js").args(["run", "pkg", "--strict"])),
        portal::make(),
    ];
    let stages = [
        ("native", native()),
        ("package", node("package", &[(NGINX.variable, nginx.as_path())])),
        ("python", python::tests().map(|(count, ok)| settle(count, ok))),
        ("types", types()),
        ("browser", node("browser", &[(CHROMIUM.variable, chromium.as_path())])),
        ("consumers", node("consumers", &[(CHROMIUM.variable, chromium.as_path())])),
    ];
    summary(checks.into_iter().filter_map(Outcome::err).collect(), stages)
}

/// The command `generate`: the test of the generated files writes those that are stale, and fails for it once.
pub(crate) fn generate() -> Outcome {
    let fresh = || cargo_test(&["--package", "mohurd-ecert", "--test", "fresh"]);
    if run_kept("writing the generated files that are stale", &mut fresh())?.1 {
        return Ok(());
    }
    run("reading them again", &mut fresh())
}

fn clippy(args: &[&str]) -> Command {
    let mut clippy = cargo();
    clippy.args(["clippy", "--quiet"]).args(args).args(["--", "-D", "warnings"]);
    clippy
}

fn cargo_test(args: &[&str]) -> Command {
    let mut test = cargo();
    test.args(["test", "--no-fail-fast"]).args(args);
    test
}

fn native() -> Outcome<Count> {
    let (printed, ok) = run_kept("native tests (cargo test)", &mut cargo_test(&ALL))?;
    Ok(settle(count::cargo(&printed), ok))
}

/// The tests of `tests/<name>`, by Node's runner, one file after another.
fn node(name: &str, env: &[(&str, &Path)]) -> Outcome<Count> {
    let folder = format!("tests/{name}");
    let mut files = files(&folder, ".test.mjs")?;
    files.sort();
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1", PATIENCE]).args(&files).envs(env.iter().copied());
    let (printed, ok) = run_kept(&format!("{name} tests (node --test)"), &mut node)?;
    Ok(settle(count::node(&printed), ok))
}

/// Each case is a comment `// case: …` in a file that tsc must accept.
fn types() -> Outcome<Count> {
    let mut cases = 0;
    for file in files("tests/types", ".ts")? {
        cases += count::type_cases(&fs::read_to_string(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?);
    }
    let mut tsc = node_script("typescript/bin/tsc");
    let (printed, ok) = run_kept("type tests (tsc)", tsc.args(["--noEmit", "--pretty", "false", "-p", "tests/types"]))?;
    let errors = count::type_errors(&printed).min(cases);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(settle(Count { passed: number(cases - errors), failed: number(errors) }, ok))
}

/// The files of a folder with such an end; there must be some.
fn files(folder: &str, end: &str) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(root().join(folder)).map_err(|error| format!("cannot read {folder}: {error}"))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let found: Vec<PathBuf> = paths.filter(|path| path.to_string_lossy().ends_with(end)).collect();
    if found.is_empty() { Err(format!("no *{end} in {folder}")) } else { Ok(found) }
}

/// A runner that failed without a failed test, or ran none, counts as one that failed.
fn settle(count: Count, ok: bool) -> Count {
    let silent = count.failed == 0 && (!ok || count.passed == 0);
    Count { failed: count.failed + u32::from(silent), ..count }
}

/// The counts, with the total alone on the last line.
fn summary<const N: usize>(faults: Vec<String>, stages: [(&str, Outcome<Count>); N]) -> Outcome {
    say("summary");
    for fault in &faults {
        println!("  {fault}");
    }
    let unmet = Count { passed: 0, failed: u32::try_from(faults.len()).unwrap_or(u32::MAX) };
    let counts = stages.map(|(name, outcome)| {
        let count = outcome.unwrap_or_else(|fault| {
            println!("  {name}: {fault}");
            Count { passed: 0, failed: 1 }
        });
        let failed = if count.failed == 0 { String::new() } else { format!(", {} failed", count.failed) };
        println!("{name} {}{failed}", count.passed);
        count
    });
    let total = counts.into_iter().fold(unmet, Add::add);
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { Ok(()) } else { Err("there are failures: see above".into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_that_ran_nothing_has_failed() {
        assert_eq!(settle(Count::default(), true), Count { passed: 0, failed: 1 });
        assert_eq!(settle(Count { passed: 3, failed: 0 }, false), Count { passed: 3, failed: 1 });
        assert_eq!(settle(Count { passed: 3, failed: 2 }, false), Count { passed: 3, failed: 2 });
        assert_eq!(settle(Count { passed: 3, failed: 0 }, true), Count { passed: 3, failed: 0 });
    }

    #[test]
    fn the_summary_fails_with_any_fault() {
        let good = || Ok(Count { passed: 1, failed: 0 });
        assert_eq!(summary(vec![], [("a", good()), ("b", good())]), Ok(()));
        assert!(summary(vec!["format".into()], [("a", good())]).is_err());
        assert!(summary(vec![], [("a", Err("no".into()))]).is_err());
        assert!(summary(vec![], [("a", Ok(Count { passed: 1, failed: 1 }))]).is_err());
    }
}
