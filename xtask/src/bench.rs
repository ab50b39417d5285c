//! The benchmark in `bench`: it needs the package and Chromium, installs the peers by itself, and writes `BENCHMARKS.md`.

use crate::program::CHROMIUM;
use crate::run::{command, run};
use crate::{Outcome, package, tools};

/// The command `bench`.
pub(crate) fn bench() -> Outcome {
    tools::set_up()?;
    let chromium = CHROMIUM.path()?;
    package::make()?;
    let mut node = command("node");
    node.arg("bench/run.mjs").env(CHROMIUM.variable, chromium);
    run("measuring beside the peers (some ten minutes; keep the machine quiet)", &mut node)
}
