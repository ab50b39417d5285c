//! JSON values and strings to try the readers on.

use proptest::prelude::*;
use serde_json::Value;

/// Values of every type, in each other.
pub(crate) fn values() -> impl Strategy<Value = Value> {
    let number = "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,4})?([eE][+-]?[0-9]{1,3})?";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number.prop_map(|text| serde_json::from_str(&text).unwrap()),
        any::<String>().prop_map(Value::from),
        "[\\x00-\\x7f\"\\\\/安𠮷\u{2028}]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec(("[a-c\"\\\\\n安]{0,3}", inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Escapes as they come, lone halves among them.
pub(crate) fn escaped() -> impl Strategy<Value = String> {
    let part =
        prop_oneof!["[a-z安𠮷]", r#"\\["\\/bfnrt]"#, r"\\u[0-9a-fA-F]{4}", r"\\u[dD][89abAB][0-9a-f]{2}", r"\\u[dD][c-fC-F][0-9a-f]{2}"];
    proptest::collection::vec(part, 0..8).prop_map(|parts| format!("\"{}\"", parts.concat()))
}
