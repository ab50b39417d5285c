//! The tests in `tests/python`: an environment of their own below `target`, with exactly the packages that they name, and their run.

use crate::count::{self, Count};
use crate::program::PYTHON;
use crate::run::{command, run, run_kept};
use crate::stamp::Step;
use crate::{Outcome, target};
use std::path::PathBuf;

const PACKAGES: &str = "tests/python/requirements.txt";

/// The Python of the environment, which is made if need be.
fn environment() -> Outcome<PathBuf> {
    let folder = target().join("python");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let writes = [folder.join("pyvenv.cfg"), python.clone()].map(|path| path.to_string_lossy().into_owned());
    let step = Step { name: "python", reads: &[PACKAGES], writes: &writes.each_ref().map(String::as_str) };
    step.unless_fresh(|| {
        let program = PYTHON.path()?;
        run("making an environment for the Python tests (venv)", command(program).args(["-m", "venv", "--clear"]).arg(&folder))?;
        let mut pip = command(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:", "-r", PACKAGES]);
        run("installing what the Python tests need (pip)", &mut pip)
    })?;
    Ok(python)
}

/// The tests, after those of the package: they hold ajv's verdicts against their own.
pub(crate) fn tests() -> Outcome<(Count, bool)> {
    let mut tests = command(environment()?);
    tests.args(["-B", "tests/python/run_vectors.py"]);
    let (printed, ok) = run_kept("Python tests (unittest)", &mut tests)?;
    Ok((count::python(&printed), ok))
}
