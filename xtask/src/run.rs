//! Running other programs: every step says what it does before it does it, and a failure is one line.

use crate::{Outcome, root};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Says what comes next.
pub(crate) fn say(step: &str) {
    println!("==> {step}");
}

/// A program, to be run at the root.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Node with a script of an installed package, without npm between.
pub(crate) fn node_script(script: &str) -> Command {
    let mut command = command("node");
    command.arg(root().join("node_modules").join(script));
    command
}

/// npm, which is a script of another name on Windows.
pub(crate) fn npm() -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Runs to the end; what it prints is seen.
pub(crate) fn run(step: &str, command: &mut Command) -> Outcome {
    say(step);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("failed ({status}): {step}; what it printed stands above")),
        Err(error) => Err(cannot_start(command, &error)),
    }
}

/// Runs to the end; what it prints is seen and kept, and whether it succeeded.
pub(crate) fn run_kept(step: &str, command: &mut Command) -> Outcome<(String, bool)> {
    say(step);
    command.env("NO_COLOR", "1").env_remove("FORCE_COLOR").stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|error| cannot_start(command, &error))?;
    let mut kept = String::new();
    for line in child.stdout.take().into_iter().flat_map(|stdout| BufReader::new(stdout).split(b'\n')) {
        let line = line.map_err(|error| format!("cannot read what `{step}` prints: {error}"))?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        kept.push_str(&line);
        kept.push('\n');
    }
    let status = child.wait().map_err(|error| format!("cannot wait for `{step}`: {error}"))?;
    Ok((kept, status.success()))
}

/// What a program prints, where it can be run and succeeds; nothing is seen.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("cannot run `{}`: {error}", command.get_program().to_string_lossy())
}
