//! The npm package: the wasm inlined into one module, and the types.

use crate::run::{command, node_script, run, say};
use crate::stamp::Step;
use crate::{Outcome, root, tools, wasm};
use std::fs;

/// The command `build`.
pub(crate) fn build() -> Outcome {
    tools::set_up()?;
    make()?;
    say("the package is built: import it as mohurd-ecert");
    Ok(())
}

/// Builds the package where the tools are set up.
pub(crate) fn make() -> Outcome {
    wasm::core()?;
    let reads =
        &["pkg/src", "pkg/package.json", "pkg/tsconfig.json", "pkg/build.mjs", "tsconfig.base.json", "package-lock.json", wasm::CORE];
    let step = Step { name: "package", reads, writes: &["pkg/dist"] };
    step.unless_fresh(|| {
        run("bundling the package (esbuild)", command("node").arg("pkg/build.mjs"))?;
        run("writing the types of the package (tsc)", node_script("typescript/bin/tsc").args(["-p", "pkg"]))?;
        size()
    })
}

fn size() -> Outcome {
    let file = root().join("pkg/dist/index.js");
    let bytes = fs::metadata(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?.len();
    say(&format!("pkg/dist/index.js has {} KB", bytes.div_ceil(1024)));
    Ok(())
}
