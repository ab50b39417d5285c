//! The npm package: its entries with the wasm inlined, and the types.

use crate::run::{command, node_script, npm, run, say};
use crate::stamp::Step;
use crate::{Outcome, tools, wasm};

/// What decides how the package comes out, beside the modules of wasm.
const SOURCES: &[&str] = &[
    "pkg/src",
    "pkg/schema",
    "pkg/package.json",
    "pkg/tsconfig.json",
    "pkg/build.mjs",
    "pkg/entries.mjs",
    "pkg/inlined.mjs",
    "pkg/outputs.mjs",
    "pkg/slim.mjs",
    "pkg/types.mjs",
    "tsconfig.base.json",
    "package-lock.json",
];

/// The command `build`.
pub(crate) fn build() -> Outcome {
    tools::set_up()?;
    make()?;
    say("the package is built: import it as mohurd-ecert");
    Ok(())
}

/// Builds the package where the tools are set up.
pub(crate) fn make() -> Outcome {
    wasm::all()?;
    let reads: Vec<&str> = SOURCES.iter().copied().chain(wasm::files()).collect();
    let step = Step { name: "package", reads: &reads, writes: &["pkg/dist"] };
    step.unless_fresh(|| {
        run("bundling the package (esbuild)", command("node").arg("pkg/build.mjs"))?;
        run("writing the types of the package (tsc)", node_script("typescript/bin/tsc").args(["-p", "pkg"]))?;
        run("writing the types for CommonJS", command("node").arg("pkg/types.mjs"))?;
        // When npm installed the package in the clone, its command was not there yet, and npm links none that is not.
        run("linking the command of the package (npm rebuild)", npm().args(["rebuild", "--silent", "--ignore-scripts", "mohurd-ecert"]))
    })
}
