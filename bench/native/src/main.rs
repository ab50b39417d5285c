//! The native part of the benchmark: the library beside serde_json with validator, garde and jsonschema, over a file that the
//! Node part wrote. Called as
//!
//!     mohurd-ecert-bench KIND DATA SCHEMA ROUNDS        every contender, once all agree
//!     mohurd-ecert-bench KIND DATA SCHEMA ROUNDS ours   the library alone
//!
//! It prints JSON: milliseconds of each contender in each round, and what the schema's validator finds of all findings.

#![forbid(unsafe_code)]

mod agree;
mod contenders;
mod cross;
mod forms;
mod library;
mod race;
mod readers;
mod records;
mod usual;
mod value;

use std::process::ExitCode;

use contenders::Bench;
use mohurd_ecert::Kind;
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
    let [kind, data, schema, rounds, rest @ ..] = args else { return Err("called as: KIND DATA SCHEMA ROUNDS [ours]".into()) };
    let kind = Kind::ALL.into_iter().find(|each| each.id() == kind).ok_or("KIND is no kind")?;
    let bytes = std::fs::read(data).map_err(|error| format!("{data}: {error}"))?;
    let schema = std::fs::read_to_string(schema).map_err(|error| format!("{schema}: {error}"))?;
    let rounds = rounds.parse().map_err(|_| "ROUNDS is a number".to_owned())?;
    let bench = Bench::new(kind, &bytes, &schema)?;
    if rest.is_empty() { all(&bench, rounds) } else { Ok(serde_json::json!({ "times": race(&ours(&bench), rounds) })) }
}

fn all(bench: &Bench, rounds: usize) -> Result<serde_json::Value, String> {
    let agreement = agree::check(bench)?;
    let mut contenders = ours(bench);
    for (name, peer) in bench.peers() {
        contenders.push((name, Box::new(move || peer().len())));
    }
    contenders.push(("serde_json + jsonschema", Box::new(|| bench.schema().len())));
    contenders.push(("serde_json alone", Box::new(|| bench.parse())));
    contenders.push(("memchr", Box::new(|| bench.scan())));
    let agreement = serde_json::json!({ "findings": agreement.all, "unknownNames": agreement.unknown, "bySchema": agreement.by_schema });
    Ok(serde_json::json!({ "times": race(&contenders, rounds), "agreement": agreement }))
}

fn ours<'b>(bench: &'b Bench) -> Vec<Contender<'b>> {
    vec![("mohurd-ecert", Box::new(|| bench.ours()))]
}
