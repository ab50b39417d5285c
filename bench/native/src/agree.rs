//! Whether the native contenders find the same fields wrong in the same records. Names of fields are told, never a value.

use std::collections::BTreeSet;

use crate::contenders::{Bench, Findings};

type Set = BTreeSet<(usize, String)>;

/// How many findings there are, how many of them are names that no peer knows of, and how many the schema can say.
pub(crate) struct Agreement {
    pub(crate) all: usize,
    pub(crate) unknown: usize,
    pub(crate) by_schema: usize,
}

/// The findings of the typed peers are ours but for unknown names, and those of the schema are among ours; else a line that tells
/// where they differ.
pub(crate) fn check(bench: &Bench) -> Result<Agreement, String> {
    let ours = bench.ours_found();
    let known: Set = ours.iter().filter(|(_, field)| bench.kind().table().index_of(field).is_some()).cloned().collect();
    for (name, found) in bench.peers() {
        let found = set(found());
        differ(&known, &found, name, "misses")?;
        differ(&found, &known, name, "alone finds")?;
    }
    let by_schema = set(bench.schema());
    // What the schema says of several fields at once has no field: then the record is the finding.
    let records: Set = ours.iter().map(|(index, _)| (*index, String::new())).collect();
    differ(&by_schema, &known.union(&records).cloned().collect(), "jsonschema", "alone finds")?;
    Ok(Agreement { all: ours.len(), unknown: ours.len() - known.len(), by_schema: by_schema.len() })
}

fn set(found: Findings) -> Set {
    found.into_iter().map(|(index, field)| (index, field.into_owned())).collect()
}

fn differ(some: &Set, others: &Set, name: &str, what: &str) -> Result<(), String> {
    let fields: BTreeSet<&str> = some.difference(others).map(|(_, field)| field.as_str()).collect();
    match some.difference(others).next() {
        None => Ok(()),
        Some((first, _)) => Err(format!("{name} {what} {fields:?}, first in record {first}")),
    }
}
