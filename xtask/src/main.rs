//! The build tool, `cargo xtask`: it sets up what is missing, builds, serves and tests. It knows nothing of certificates.

mod bench;
mod count;
mod features;
mod package;
mod portal;
mod program;
mod python;
mod run;
mod stamp;
mod test;
mod tools;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What went wrong, as the line that tells what to do.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
usage: cargo xtask <command>

  start [--port N]   build all and serve the portal on 127.0.0.1, port 8787 unless told
  build              build the npm package: node_modules/mohurd-ecert is then ready to import
  test               format, clippy, native, package, Python, type, browser and consumer tests
  bench              measure the package beside its peers, and write BENCHMARKS.md
  generate           write the generated files anew from the tables";

/// The port of the portal unless told.
const PORT: u16 = 8787;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(line) => {
            eprintln!("xtask: {line}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[&str]) -> Outcome {
    match args {
        ["start"] => portal::start(PORT),
        ["start", "--port", port] => portal::start(parse_port(port)?),
        ["build"] => package::build(),
        ["test"] => test::all(),
        ["bench"] => bench::bench(),
        ["generate"] => test::generate(),
        ["help" | "-h" | "--help"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("that is no command\n{USAGE}")),
    }
}

fn parse_port(text: &str) -> Outcome<u16> {
    match text.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(format!("`{text}` is no port: give a number from 1 to 65535")),
    }
}

/// The root of the repository.
fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Where cargo builds, and where the stamps lie.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_a_number_above_zero() {
        assert_eq!(parse_port("8787"), Ok(8787));
        for text in ["0", "65536", "-1", "", "http"] {
            assert!(parse_port(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_unknown_command_shows_the_usage() {
        assert!(dispatch(&["strat"]).is_err_and(|line| line.contains("usage")));
        assert!(dispatch(&[]).is_err());
        assert!(dispatch(&["start", "--port"]).is_err());
    }
}
