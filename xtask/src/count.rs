//! How many tests a runner says it ran: read from what it prints, so that a run of nothing is seen.

use std::ops::Add;

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// From cargo's lines: `test result: ok. 12 passed; 0 failed; 0 ignored; …`, one a test binary.
pub(crate) fn cargo(printed: &str) -> Count {
    let results = printed.lines().filter_map(|line| line.strip_prefix("test result: "));
    results.map(|result| Count { passed: before(result, " passed"), failed: before(result, " failed") }).fold(Count::default(), Add::add)
}

/// From the last lines of Node's `spec` reporter: `ℹ pass 3` and `ℹ fail 0`. It counts a file without tests as a test that
/// passed, by the file's name: such a file is counted as failed.
pub(crate) fn node(printed: &str) -> Count {
    let last = |name| printed.lines().rev().find_map(|line| line.strip_prefix(name)?.trim().parse().ok()).unwrap_or(0);
    let empty = printed.lines().filter(|line| line.starts_with('✔') && line.contains(".test.mjs (")).count();
    let empty = u32::try_from(empty).unwrap_or(u32::MAX);
    let passed: u32 = last("ℹ pass ");
    Count { passed: passed.saturating_sub(empty), failed: last("ℹ fail ") + empty }
}

/// From the last line of `tests/python/run_vectors.py`: `python: 17 passed, 0 failed`.
pub(crate) fn python(printed: &str) -> Count {
    let last = printed.lines().rev().find_map(|line| line.strip_prefix("python: ")).unwrap_or_default();
    Count { passed: before(last, " passed"), failed: before(last, " failed") }
}

/// The cases of a file of type tests.
pub(crate) fn type_cases(source: &str) -> usize {
    source.lines().filter(|line| line.trim_start().starts_with("// case:")).count()
}

/// The errors that tsc prints.
pub(crate) fn type_errors(printed: &str) -> usize {
    printed.lines().filter(|line| line.contains("error TS")).count()
}

/// The number that stands before a word.
fn before(text: &str, word: &str) -> u32 {
    let number = text.split(word).next().and_then(|head| head.rsplit(' ').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_binaries_are_added_up() {
        let printed = "running 2 tests\ntest a ... ok\n\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n\
                       test result: FAILED. 11 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(cargo(printed), Count { passed: 13, failed: 3 });
        assert_eq!(cargo("running 0 tests"), Count::default());
    }

    #[test]
    fn node_counts_are_the_last_ones() {
        let printed = "✔ adds (0.5ms)\nℹ pass 9\nℹ tests 4\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 0\n";
        assert_eq!(node(printed), Count { passed: 3, failed: 1 });
        assert_eq!(node(""), Count::default());
    }

    #[test]
    fn a_node_file_without_tests_has_failed() {
        let printed = "✔ adds (0.5ms)\n✔ tests/package/none.test.mjs (40.1ms)\nℹ pass 2\nℹ fail 0\n";
        assert_eq!(node(printed), Count { passed: 1, failed: 1 });
    }

    #[test]
    fn python_counts_are_the_last_line() {
        assert_eq!(python("python: 1 passed, 0 failed\nOK\npython: 17 passed, 2 failed\n"), Count { passed: 17, failed: 2 });
        assert_eq!(python("Ran 0 tests"), Count::default());
    }

    #[test]
    fn cases_and_errors_of_types_are_lines() {
        assert_eq!(type_cases("// case: one\nconst a = 1;\n  // case: two\n// a remark on case: three\n"), 2);
        assert_eq!(type_errors("a.ts(1,2): error TS2322: no.\n  more\nb.ts(1,2): error TS1: no.\n"), 2);
    }
}
