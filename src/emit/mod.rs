//! What others read, written from the tables: TypeScript, JSON Schema, OpenAPI, form metadata, and the reference of fields and rules.
//!
//! Nothing here decides anything: every fact comes from `spec`, `check` and `gateway`. The files are committed, and `tests/fresh.rs`
//! writes them anew when they are stale.

mod data;
mod endpoints;
mod facts;
mod forms;
mod issuing;
mod layout;
mod markdown;
mod messages;
mod openapi;
mod reference;
mod reference_gateway;
mod reference_rules;
mod rules;
mod schema;
mod schema_reach;
mod schema_request;
mod types;

pub use schema_reach::Reach;

/// What every generated file says first.
const NOTE: &str = "generated from the tables, do not edit: `cargo test --test fresh` writes it";

/// Every generated file: its path from the root of the repository, and its text.
pub fn files() -> Vec<(String, String)> {
    let typescript = [
        ("dictionaries", forms::dictionaries()),
        ("endpoints", endpoints::endpoints()),
        ("examples", forms::examples()),
        ("forms", forms::forms()),
        ("issuing", issuing::issuing()),
        ("layout", layout::layout()),
        ("messages", messages::messages()),
        ("rules", rules::rules()),
        ("types", types::types()),
    ];
    let typescript = typescript.map(|(name, text)| (format!("pkg/src/generated/{name}.ts"), format!("// {NOTE}\n\n{text}")));
    let schemas = schema::schemas().into_iter().chain([schema_request::request()]);
    let schemas = schemas.map(|(name, text)| (format!("pkg/schema/{name}.schema.json"), text));
    let rules = ("pkg/vectors/rules.json".to_owned(), rules::for_vectors());
    let reference = ("docs/reference.md".to_owned(), reference::reference());
    typescript.into_iter().chain(schemas).chain([openapi::openapi(), rules, reference]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_says_that_it_is_generated() {
        for (path, text) in files() {
            let start: String = text.lines().take(2).collect();
            assert!(start.contains(NOTE), "{path}");
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{path}");
        }
    }

    #[test]
    fn no_two_files_share_a_path() {
        let mut paths: Vec<_> = files().into_iter().map(|(path, _)| path).collect();
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), files().len());
    }
}
