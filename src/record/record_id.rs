//! Texts of one fixed form: a record's own id (reading R9), a QR assignment, the description of an unlisted trade, and the
//! two company types that are too long for their field (reading R21).

use crate::spec::dictionary::category::OTHER_OPERATION_PREFIX;

/// Whether the text is 32 hexadecimal digits, or a UUID with its hyphens.
pub fn is_record_id(text: &str) -> bool {
    match text.len() {
        32 => is_hex(text),
        36 => {
            let mut groups = text.split('-');
            [8, 4, 4, 4, 12].into_iter().all(|length| groups.next().is_some_and(|group| group.len() == length && is_hex(group)))
        }
        _ => false,
    }
}

fn is_hex(text: &str) -> bool {
    // Each is looked at, whatever the others are, which is faster than to ask after each.
    text.bytes().fold(true, |all, byte| all & byte.is_ascii_hexdigit())
}

/// Whether the text is a QR assignment: province, year and serial in 19 digits.
pub fn is_assignment(text: &str) -> bool {
    text.len() == 19 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the text describes an unlisted trade in the fixed wording, with its name in full-width brackets.
pub fn is_category_text(text: &str) -> bool {
    let name = text.strip_prefix(OTHER_OPERATION_PREFIX).and_then(|rest| rest.strip_prefix('（')?.strip_suffix('）'));
    name.is_some_and(|name| !name.is_empty())
}

/// Whether the text is one of the two types of company that the register writes in more than 20 characters.
pub fn is_long_economic_type(text: &str) -> bool {
    let kind = text.strip_prefix("有限责任公司").and_then(|rest| rest.strip_prefix(['（', '('])?.strip_suffix(['）', ')']));
    matches!(kind, Some("自然人投资或控股的法人独资" | "非自然人投资或控股的法人独资"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn record_ids() {
        assert!(is_record_id("1d766fd883782330531032bfa7616100"));
        assert!(is_record_id("1D766FD8-8378-2330-5310-32BFA7616100"));
        for wrong in [
            "",
            "1d766fd8-8378-233-531-32bfa76161",
            "1d766fd883782330531032bfa761610g",
            "1d766fd88378-2330-5310-32bfa76161000",
            "1d766fd8-8378-2330-531032bfa7616100--",
            "1d766fd8-8378-2330-5310032bfa7616100",
            "{1d766fd8-8378-2330-5310-32bfa76161}",
            "安d766fd88378233053103bfa761610",
        ] {
            assert!(!is_record_id(wrong), "{wrong}");
        }
    }

    #[test]
    fn assignments() {
        assert!(is_assignment("1100002022000000001"));
        assert!(is_assignment("4300002022000000087"));
        for wrong in ["", "110000202200000000", "11000020220000000011", "110000202200000000A", "１00002022000000001"] {
            assert!(!is_assignment(wrong), "{wrong}");
        }
    }

    #[test]
    fn category_texts() {
        let text = |rest: &str| is_category_text(&[OTHER_OPERATION_PREFIX, rest].concat());
        assert!(text("（建筑起重机械司机（不含塔式起重机））"));
        for wrong in ["", "（）", "（桩机操作工", "桩机操作工）", "(桩机操作工)", "（）。", "（", "）"] {
            assert!(!text(wrong), "{wrong}");
        }
        assert!(!is_category_text("（桩机操作工）"));
    }

    #[test]
    fn long_economic_types() {
        assert!(is_long_economic_type("有限责任公司（自然人投资或控股的法人独资）"));
        assert!(is_long_economic_type("有限责任公司(非自然人投资或控股的法人独资）"));
        for wrong in ["", "有限责任公司", "有限责任公司（自然人投资或控股）", "有限责任公司自然人投资或控股的法人独资"]
        {
            assert!(!is_long_economic_type(wrong), "{wrong}");
        }
    }
}
