//! The vectors of `pkg/vectors`, for implementations in other languages: the cases of `tests/cases` and the replies of `tests/replies`
//! with everything put together, and what the core makes of them. Their form is described in `pkg/vectors/README.md`.

mod bodies;
mod checks;
mod long;
mod replies;

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::rules_support::{self, Case, Input};

/// A case, and its input put together.
type Given<'c> = (&'c Case, Input);

const NOTE: &str = "generated from tests/cases and tests/replies, do not edit: `cargo test --test fresh` writes it";

/// Every file: its path from the root of the repository, and its text.
pub(crate) fn files() -> Vec<(String, String)> {
    let cases = rules_support::all();
    let cases: Vec<Given> = cases.iter().map(|case| (case, case.input())).collect();
    let files = checks::files(&cases).into_iter().chain([
        ("normalise", bodies::normalised(&cases)),
        ("payloads", bodies::payloads(&cases)),
        ("replies", replies::replies()),
    ]);
    files.map(|(name, vectors)| (format!("pkg/vectors/{name}.json"), text(vectors))).collect()
}

/// A vector a line: a difference shows one case, and the file stays small.
fn text(vectors: Vec<Value>) -> String {
    let lines: Vec<String> = vectors.into_iter().map(|vector| long::described(vector).to_string()).collect();
    format!("{{\"note\": {},\n\"vectors\": [\n{}\n]}}\n", Value::from(NOTE), lines.join(",\n"))
}

/// A stable name: the rule, and what the case says of it.
fn id(case: &Case) -> String {
    format!("{}: {}", case.rule, case.json["says"].as_str().unwrap())
}

/// What every vector begins with.
fn named(id: String) -> Map<String, Value> {
    Map::from_iter([("id".to_owned(), Value::from(id))])
}

/// Two vectors of one id would be one test.
fn unique(vectors: Vec<Value>) -> Vec<Value> {
    let mut ids = HashSet::new();
    assert!(vectors.iter().all(|vector| ids.insert(vector["id"].to_string())), "an id stands twice");
    vectors
}
