//! When a field is needed: the conditions of the tables, their fields by places, resolved when the crate is built. A condition that
//! names a field its table does not have does not compile.

use crate::spec::{Condition, Kind, Need, Short, Test, place};

/// A condition in one of the tables.
#[derive(Clone, Copy)]
pub(crate) struct Resolved {
    /// The field that has it.
    field: u8,
    /// The fields of which one suffices; none where the field itself is needed.
    one_of: [Option<u8>; 2],
    /// It holds when all tests of a row do.
    any: [[Option<Tested>; 2]; 2],
}

/// A test of the code of a field.
#[derive(Clone, Copy)]
struct Tested {
    field: u8,
    listed: bool,
    codes: &'static [Short],
}

/// The most fields of a table that have a condition.
const MOST: usize = 3;

static CONDITIONS: [[Option<Resolved>; MOST]; 4] =
    [conditions(Kind::Safety), conditions(Kind::Special), conditions(Kind::Manager), conditions(Kind::Preview)];

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn conditions(kind: Kind) -> [Option<Resolved>; MOST] {
    let (fields, mut found, mut count, mut index) = (kind.table().fields, [None; MOST], 0, 0);
    while index < fields.len() {
        if let Need::When(condition) = fields[index].need {
            found[count] = Some(resolved(kind, index as u8, condition));
            count += 1;
        }
        index += 1;
    }
    found
}

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn resolved(kind: Kind, field: u8, condition: &Condition) -> Resolved {
    let mut resolved = Resolved { field, one_of: [None; 2], any: [[None; 2]; 2] };
    let mut index = 0;
    while index < condition.one_of.len() {
        resolved.one_of[index] = Some(place(kind, condition.one_of[index]));
        index += 1;
    }
    index = 0;
    while index < condition.any.len() {
        resolved.any[index] = tests(kind, condition.any[index]);
        index += 1;
    }
    resolved
}

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a wrong index does not build")]
const fn tests(kind: Kind, tests: &'static [Test]) -> [Option<Tested>; 2] {
    let (mut tested, mut index) = ([None; 2], 0);
    while index < tests.len() {
        let Test { field, listed, codes } = tests[index];
        tested[index] = Some(Tested { field: place(kind, field), listed, codes });
        index += 1;
    }
    tested
}

/// The conditions of a kind.
fn all(kind: Kind) -> impl Iterator<Item = &'static Resolved> {
    CONDITIONS.get(kind as usize).into_iter().flatten().flatten()
}

/// The condition of a field.
pub(crate) fn of(kind: Kind, field: u8) -> Option<&'static Resolved> {
    all(kind).find(|condition| condition.field == field)
}

/// The fields that the conditions of a kind test, as a mask.
pub(crate) fn tested(kind: Kind) -> u32 {
    all(kind).flat_map(|condition| condition.any.iter().flatten().flatten()).fold(0, |mask, test| mask | 1 << test.field)
}

impl Resolved {
    /// Whether it holds for a record whose codes the function tells; a field without one fails its test.
    pub(crate) fn holds(&self, code_of: impl Fn(u8) -> Option<Short>) -> bool {
        let passes =
            |test: &Tested| code_of(test.field).is_some_and(|code| test.codes.iter().any(|other| code.same(*other)) == test.listed);
        self.any.iter().any(|row| row.first().is_some_and(Option::is_some) && row.iter().flatten().all(passes))
    }

    /// The fields of which one suffices, where it is not the field itself.
    pub(crate) fn one_of(&self) -> impl Iterator<Item = u8> {
        self.one_of.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::plan;

    #[test]
    fn every_condition_of_the_tables_is_here() {
        for kind in Kind::ALL {
            for (index, field) in (0..).zip(kind.table().fields) {
                assert_eq!(of(kind, index).is_some(), matches!(field.need, Need::When(_)), "{} {}", kind.id(), field.name);
            }
        }
    }

    #[test]
    fn the_rule_of_a_condition_reads_what_it_does() {
        for kind in Kind::ALL {
            for condition in all(kind) {
                let Need::When(row) = kind.table().fields[usize::from(condition.field)].need else { panic!("no condition") };
                let Some(bound) = plan::of(kind).iter().find(|bound| bound.rule.rule().id == row.rule) else { panic!("{}", row.rule) };
                let tests = condition.any.iter().flatten().flatten().map(|test| test.field);
                assert!(tests.chain(condition.one_of()).all(|field| bound.fields().contains(&field)), "{} {}", kind.id(), row.rule);
            }
        }
    }
}
