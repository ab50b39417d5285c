use super::*;

/// Each entry in a letter: r record, n not an object, and the reason of a fault.
fn read(text: &str) -> Vec<&'static str> {
    Entries::new(Kind::Preview, text.as_bytes())
        .map(|entry| match entry {
            Entry::Record(_) => "r",
            Entry::NotAnObject => "n",
            Entry::Broken(syntax) => syntax.reason.id(),
        })
        .collect()
}

const UNEXPECTED: &str = "unexpected";
const END: &str = "end";

#[test]
fn whole_batches_are_read() {
    assert_eq!(read(""), [""; 0]);
    assert_eq!(read(" \n "), [""; 0]);
    assert_eq!(read("[]"), [""; 0]);
    assert_eq!(read("\u{feff}[{}]"), ["r"]);
    assert_eq!(read("[{}, 1, [2], {}]"), ["r", "n", "n", "r"]);
    assert_eq!(read("{}\n\n{}\r\n1\n"), ["r", "r", "n"]);
    assert_eq!(read("{\n  \"ID\": \"1\"\n}\n"), ["r"]);
}

#[test]
fn a_broken_line_costs_itself() {
    assert_eq!(read("{}\n{\"ID\":\n{}"), ["r", END, "r"]);
    assert_eq!(read("{}\n{} x\n{}").len(), 3);
}

#[test]
fn a_truncated_array_is_one_fault() {
    assert_eq!(read("[{},{\"ID\":\"1"), ["r", END]);
    assert_eq!(read("[{},"), ["r", END]);
    assert_eq!(read("[{}"), ["r", END]);
    assert_eq!(read("["), [END]);
    assert_eq!(read("[{}] {}"), ["r", "trailing"]);
    assert_eq!(read("[{},]"), ["r", UNEXPECTED]);
}

#[test]
fn a_fault_within_an_array_costs_its_entry() {
    assert_eq!(read("[{},{\"ID\":,},{}]"), ["r", UNEXPECTED, "r"]);
    assert_eq!(read("[{},{\"ID\" 1},{\"x\":[{}]}, 2]"), ["r", UNEXPECTED, "r", "n"]);
    assert_eq!(read("[{} {},{}]"), [UNEXPECTED, "r"]);
    assert_eq!(read("[x,{},y]"), [UNEXPECTED, "r", UNEXPECTED]);
    // A lost quotation mark turns strings and brackets about; the next known name sets them right.
    assert_eq!(read("[{\"url\":\"a},{\"ID\":\"1\"},{\"ID\":\"2\"}]"), [UNEXPECTED, "r", "r"]);
    assert_eq!(read("[{\"ID\":\"1,\"url\":\"a\"},{\"ID\":\"1\"},{\"ID\":\"2\"}]"), [UNEXPECTED, "r", "r"]);
    // Brackets within strings count for nothing.
    assert_eq!(read("[{\"ID\":\"}]\",,},{}]"), [UNEXPECTED, "r"]);
    assert_eq!(read("[{\"ID\":\"\\\"}\",,},{}]"), [UNEXPECTED, "r"]);
}

#[test]
fn offsets_count_from_the_start_of_the_batch() {
    let at = |text: &str| {
        Entries::new(Kind::Preview, text.as_bytes()).find_map(|entry| match entry {
            Entry::Broken(syntax) => Some(syntax.at),
            _ => None,
        })
    };
    assert_eq!(at("[{},{\"ID\":,}]"), Some(10));
    assert_eq!(at("{}\n{\"ID\":,}"), Some(9));
}

#[test]
fn offsets_beyond_four_thousand_million_bytes_are_all_the_same() {
    let place = |before: u64| {
        let part = Part { form: Form::Lines, before, is_last: true, ..Part::first(100) };
        Entries::of(Kind::Preview, b"{} x", part)
            .map(|entry| matches!(entry, Entry::Broken(Syntax { at, .. }) if at == u32::MAX))
            .collect::<Vec<_>>()
    };
    assert_eq!([0, u64::from(u32::MAX) - 2, 1 << 40].map(place), [vec![false], vec![true], vec![true]]);
}

#[test]
fn hostile_batches_take_linear_time() {
    // Each of these would take hours if a fault made the reader search the rest of the input again.
    for piece in ["{\"ID,", "x,", "{\"ID\":\"1,{", "[[[[", "\"},{\"ID\":", "{]},"] {
        let text = format!("[{}", piece.repeat(400_000));
        assert!(Entries::new(Kind::Preview, text.as_bytes()).count() > 0);
    }
}
