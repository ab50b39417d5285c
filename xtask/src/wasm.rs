//! The wasm builds: rustc, then wasm-bindgen, then wasm-opt, once for each row of [`BUILDS`].
//!
//! A boundary that carries numbers only needs none of wasm-bindgen's JavaScript: the package's own loader instantiates such a
//! module with nothing. The others keep it, as `client.js` beside `client.wasm`; the package's build fits it in.

use crate::features;
use crate::run::{cargo, node_script, run};
use crate::stamp::Step;
use crate::tools::WASM;
use crate::{Outcome, root, target};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::{Bindgen, Output};

/// One wasm module of the package.
struct Build {
    name: &'static str,
    /// The feature that it holds.
    feature: &'static str,
    /// How it is optimised: see the profile in Cargo.toml.
    level: &'static str,
    /// Whether it may use simd128.
    simd: bool,
    /// What is written, from the root: the module, and wasm-bindgen's JavaScript where it is kept.
    writes: &'static [&'static str],
}

/// All modules. The two of the core lie in `dist`, since they are published as files too; the others are inlined only.
const BUILDS: &[Build] = &[
    Build { name: "core", feature: "core", level: "2", simd: true, writes: &["pkg/dist/core.wasm"] },
    Build { name: "scalar", feature: "core", level: "s", simd: false, writes: &["pkg/dist/core-scalar.wasm"] },
    Build { name: "client", feature: "client", level: "s", simd: false, writes: &["pkg/.build/client.wasm", "pkg/.build/client.js"] },
    Build { name: "qr", feature: "qr-js", level: "z", simd: false, writes: &["pkg/.build/qr.wasm", "pkg/.build/qr.js"] },
    Build {
        name: "sandbox",
        feature: "sandbox-js",
        level: "s",
        simd: false,
        writes: &["pkg/.build/sandbox.wasm", "pkg/.build/sandbox.js"],
    },
];

/// At level 2 these save a fiftieth of the size and cost no time, as measured; what is worth its place nevertheless is marked in the
/// sources. The levels below do so of themselves.
const SPARING: [&str; 2] = ["-Cllvm-args=-inline-threshold=130", "-Cllvm-args=-unroll-runtime=false"];

/// What decides how a module comes out.
const READS: &[&str] = &["src", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "xtask/src/wasm.rs", "package-lock.json"];

/// Builds the modules that are not fresh.
pub(crate) fn all() -> Outcome {
    BUILDS.iter().try_for_each(|build| Step { name: build.name, reads: READS, writes: build.writes }.unless_fresh(|| build.make()))
}

/// The files of all modules, from the root.
pub(crate) fn files() -> impl Iterator<Item = &'static str> {
    BUILDS.iter().flat_map(|build| build.writes).copied()
}

impl Build {
    fn make(&self) -> Outcome {
        // The builds share rustc's output: it is taken up at once.
        let compiled = compile(self)?;
        let bound = compiled.with_file_name(format!("{}.bound.wasm", self.name));
        let (module, glue) = match self.writes {
            [module, glue] => (module, Some(root().join(glue))),
            [module, ..] => (module, None),
            [] => return Err(format!("the build of `{}` writes nothing", self.name)),
        };
        bind(&compiled, &bound, glue.as_deref())?;
        let module = root().join(module);
        optimise(&bound, &module, self.simd)?;
        features::refuse_newer(&module, self.simd)
    }
}

/// Not as a `crate-type` of the manifest: beside an rlib it would switch link-time optimisation off.
fn compile(Build { feature, level, simd, .. }: &Build) -> Outcome<PathBuf> {
    let folder = target();
    let step = format!("compiling the wasm of `{feature}`");
    let mut command = cargo();
    command.args(["rustc", "--quiet", "--package", "mohurd-ecert", "--lib", "--crate-type", "cdylib", "--target", WASM]);
    command.args(["--profile", "wasm", "--no-default-features", "--features", feature, "--target-dir"]).arg(&folder);
    command.env("CARGO_ENCODED_RUSTFLAGS", flags(level, *simd)).env("CARGO_PROFILE_WASM_OPT_LEVEL", level);
    run(&step, &mut command)?;
    Ok(folder.join(WASM).join("wasm/mohurd_ecert.wasm"))
}

/// The paths of this machine stay out of the module, which would else differ from one machine to the next.
fn flags(level: &str, simd: bool) -> String {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let home = cargo_home.map(|home| format!("--remap-path-prefix={}=cargo", home.display()));
    let root = format!("--remap-path-prefix={}=mohurd-ecert", root().display());
    let sparing = SPARING.iter().filter(|_| level == "2").map(|flag| (*flag).to_owned());
    home.into_iter().chain([root, features::of_rustc(simd)]).chain(sparing).collect::<Vec<_>>().join("\u{1f}")
}

/// wasm-bindgen's part: the module, and its JavaScript where there is a place for it.
fn bind(compiled: &Path, bound: &Path, glue: Option<&Path>) -> Outcome {
    let bytes = fs::read(compiled).map_err(|error| format!("cannot read {}: {error}", compiled.display()))?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("mohurd_ecert", features::unsaid(&bytes)?)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true);
    let output = bindgen.web(true).and_then(|bindgen| bindgen.generate_output());
    let mut output = output.map_err(|error| format!("wasm-bindgen cannot read {}: {error:#}", compiled.display()))?;
    if !output.local_modules().is_empty() || output.snippets().values().any(|snippets| !snippets.is_empty()) {
        return Err("a crate brings JavaScript of its own, which the package's build would leave behind".into());
    }
    match glue {
        Some(glue) => write(glue, output.js().as_bytes())?,
        None => strip(&mut output)?,
    }
    write(bound, &output.wasm_mut().emit_wasm())
}

/// Removes what only wasm-bindgen's own JavaScript needs: the table of JavaScript values and the start function that fills it. A
/// module with a start function of its own would lose it here.
fn strip(output: &mut Output) -> Outcome {
    let module = output.wasm_mut();
    module.start = None;
    let own: Vec<String> = module.exports.iter().map(|export| export.name.clone()).filter(|name| name.starts_with("__")).collect();
    own.iter()
        .try_for_each(|name| module.exports.remove(name).map_err(|error| format!("wasm-bindgen's {name} cannot be removed: {error:#}")))
}

/// wasm-opt drops what nothing refers to any more.
fn optimise(from: &Path, to: &Path, simd: bool) -> Outcome {
    make_folder_of(to)?;
    let mut command = node_script("binaryen/bin/wasm-opt");
    command
        .args(["-O3", "--converge", "--reorder-functions", "--strip-producers", "--mvp-features"])
        .args(features::of_wasm_opt(simd))
        .arg(from)
        .arg("-o")
        .arg(to);
    run("optimising the wasm (wasm-opt)", &mut command)
}

fn make_folder_of(path: &Path) -> Outcome {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    make_folder_of(path)?;
    fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
