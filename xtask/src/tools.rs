//! What a machine needs: of Rust the wasm target, rustfmt and clippy, a recent Node, and the npm packages. What rustup and
//! npm can install is installed; the rest is named. Chromium, nginx and Python are `program.rs`.

use crate::Outcome;
use crate::run::{answer, cargo, command, npm, run};
use crate::stamp::Step;
use std::path::Path;

/// The target of all wasm.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// What package and portal are built with.
pub(crate) fn set_up() -> Outcome {
    node()?;
    wasm_target()?;
    packages()
}

fn wasm_target() -> Outcome {
    let sysroot =
        answer(command("rustc").args(["--print", "sysroot"])).ok_or("rustc does not run: install Rust with rustup (https://rustup.rs)")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    run("adding the wasm target to Rust", command("rustup").args(["target", "add", WASM]))
        .map_err(|error| format!("{error}; the target {WASM} is needed: with rustup, `rustup target add {WASM}`"))
}

/// What the formatting and clippy stages need.
pub(crate) fn components() -> Outcome {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if answer(cargo().args([subcommand, "--version"])).is_none() {
            let step = format!("adding {component} to Rust");
            run(&step, command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn node() -> Outcome {
    const NEED: &str = "Node 20.19 or newer is needed, with npm: see https://nodejs.org";
    let version = answer(command("node").arg("--version")).ok_or(format!("node does not run: {NEED}"))?;
    if !new_enough(&version) {
        return Err(format!("this is Node {version}: {NEED}"));
    }
    answer(npm().arg("--version")).map(drop).ok_or(format!("npm does not run: {NEED}"))
}

/// Vite takes Node 20 from 20.19 and 22 from 22.12.
fn new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    let (major, minor) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    major > 22 || (major == 22 && minor >= 12) || (major == 20 && minor >= 19)
}

fn packages() -> Outcome {
    let step = Step {
        name: "npm",
        reads: &["package.json", "pkg/package.json", "www/package.json", "package-lock.json", ".npmrc"],
        writes: &["node_modules/.package-lock.json"],
    };
    step.unless_fresh(|| run("installing the npm packages (npm ci; the first time takes a minute)", npm().args(["ci", "--include=dev"])))
}

#[cfg(test)]
mod tests {
    use super::new_enough;

    #[test]
    fn node_is_taken_from_the_versions_vite_takes() {
        for version in ["v20.19.0", "v20.20.2", "v22.12.0", "v23.0.0", "v24.1.0"] {
            assert!(new_enough(version), "{version}");
        }
        for version in ["v18.20.0", "v20.18.9", "v21.7.3", "v22.11.0", "", "v", "node"] {
            assert!(!new_enough(version), "{version}");
        }
    }
}
