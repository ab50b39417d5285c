//! The wasm builds: rustc, then wasm-bindgen, then wasm-opt. The core's boundary carries numbers only, so that wasm-bindgen's
//! JavaScript is not needed: the package's own loader instantiates the module with nothing.

use crate::run::{cargo, node_script, run};
use crate::stamp::Step;
use crate::tools::WASM;
use crate::{Outcome, root, target};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// What the package inlines, from the root.
pub(crate) const CORE: &str = "pkg/dist/core.wasm";

/// Builds the core unless it is fresh.
pub(crate) fn core() -> Outcome {
    let reads = &["src", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "xtask/src/wasm.rs", "package-lock.json"];
    let step = Step { name: "core", reads, writes: &[CORE] };
    step.unless_fresh(|| {
        let compiled = compile("core")?;
        let bound = compiled.with_file_name("core.bound.wasm");
        write(&bound, &bind(&compiled)?)?;
        optimise(&bound, &root().join(CORE))
    })
}

/// Not as a `crate-type` of the manifest: beside an rlib it would switch link-time optimisation off.
fn compile(feature: &str) -> Outcome<PathBuf> {
    let folder = target();
    let step = format!("compiling the wasm of `{feature}`");
    let mut command = cargo();
    command.args(["rustc", "--quiet", "--package", "mohurd-ecert", "--lib", "--crate-type", "cdylib", "--target", WASM]);
    command.args(["--profile", "wasm", "--no-default-features", "--features", feature, "--target-dir"]).arg(&folder);
    command.env("CARGO_ENCODED_RUSTFLAGS", flags());
    run(&step, &mut command)?;
    Ok(folder.join(WASM).join("wasm/mohurd_ecert.wasm"))
}

/// The paths of this machine stay out of the module, which would else differ from one machine to the next.
fn flags() -> String {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let home = cargo_home.map(|home| format!("--remap-path-prefix={}=cargo", home.display()));
    let root = format!("--remap-path-prefix={}=mohurd-ecert", root().display());
    home.into_iter().chain([root]).collect::<Vec<_>>().join("\u{1f}")
}

/// wasm-bindgen's part, less what only its own JavaScript needs: the table of JavaScript values and the start function that
/// fills it. A core with a start function of its own would lose it here.
fn bind(compiled: &Path) -> Outcome<Vec<u8>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).remove_name_section(true).remove_producers_section(true);
    let output = bindgen.web(true).and_then(|bindgen| bindgen.generate_output());
    let mut output = output.map_err(|error| format!("wasm-bindgen cannot read {}: {error:#}", compiled.display()))?;
    let module = output.wasm_mut();
    module.start = None;
    let own: Vec<String> = module.exports.iter().map(|export| export.name.clone()).filter(|name| name.starts_with("__")).collect();
    for name in &own {
        module.exports.remove(name).map_err(|error| format!("wasm-bindgen's {name} cannot be removed: {error:#}"))?;
    }
    Ok(module.emit_wasm())
}

/// wasm-opt reads from the module which features rustc used, and drops what nothing refers to any more.
fn optimise(from: &Path, to: &Path) -> Outcome {
    let folder = to.parent().unwrap_or(to);
    fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let mut command = node_script("binaryen/bin/wasm-opt");
    command.args(["-O3", "--strip-producers", "--strip-target-features"]).arg(from).arg("-o").arg(to);
    run("optimising the wasm (wasm-opt)", &mut command)
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
