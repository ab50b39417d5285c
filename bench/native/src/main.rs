//! The native part of the benchmark: the library beside serde_json with validator, garde and jsonschema, over a file that the
//! Node part wrote. Called as
//!
//!     mohurd-ecert-bench DATA SCHEMA ROUNDS        every contender, once all agree
//!     mohurd-ecert-bench DATA SCHEMA ROUNDS ours   the library alone
//!
//! It prints JSON: milliseconds of each contender in each round, and what the schema's validator finds of all findings.

#![forbid(unsafe_code)]

mod agree;
mod contenders;
mod cross;
mod forms;
mod manager;
mod race;
mod value;

use std::process::ExitCode;

use contenders::{Bench, parse, scan};
use race::{Contender, race};

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(result) => {
            println!("{result}");
            ExitCode::SUCCESS
        }
        Err(line) => {
            eprintln!("{line}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<serde_json::Value, String> {
    let [data, schema, rounds, rest @ ..] = args else { return Err("called as: DATA SCHEMA ROUNDS [ours]".into()) };
    let bytes = std::fs::read(data).map_err(|error| format!("{data}: {error}"))?;
    let schema = std::fs::read_to_string(schema).map_err(|error| format!("{schema}: {error}"))?;
    let rounds = rounds.parse().map_err(|_| "ROUNDS is a number".to_owned())?;
    let bench = Bench::new(&schema)?;
    if rest.is_empty() { all(&bench, &bytes, rounds) } else { Ok(serde_json::json!({ "times": race(&ours(&bench, &bytes), rounds) })) }
}

fn all(bench: &Bench, bytes: &[u8], rounds: usize) -> Result<serde_json::Value, String> {
    let agreement = agree::check(bench, bytes)?;
    let mut contenders = ours(bench, bytes);
    contenders.push(("serde_json + validator", Box::new(|| bench.validator(bytes).len())));
    contenders.push(("serde_json + garde", Box::new(|| bench.garde(bytes).len())));
    contenders.push(("serde_json + jsonschema", Box::new(|| bench.schema(bytes).len())));
    contenders.push(("serde_json alone", Box::new(|| parse(bytes).len())));
    contenders.push(("memchr", Box::new(|| scan(bytes))));
    let agreement = serde_json::json!({ "findings": agreement.all, "unknownNames": agreement.unknown, "bySchema": agreement.by_schema });
    Ok(serde_json::json!({ "times": race(&contenders, rounds), "agreement": agreement }))
}

fn ours<'b>(bench: &'b Bench, bytes: &'b [u8]) -> Vec<Contender<'b>> {
    vec![("mohurd-ecert", Box::new(|| bench.ours(bytes)))]
}
