//! The benchmark in `bench`: it needs the package, installs the peers by itself, and writes `BENCHMARKS.md`.

use crate::run::{command, run};
use crate::{Outcome, package, tools};

/// The command `bench`.
pub(crate) fn bench() -> Outcome {
    tools::set_up()?;
    package::make()?;
    run("measuring beside the peers (some minutes; keep the machine quiet)", command("node").arg("bench/run.mjs"))
}
