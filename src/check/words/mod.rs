//! What the rules say to people: per rule and language *what is wrong · why · what to do*, as templates.
//!
//! Nothing here is filled in: the native side (`check::message`) and the package put titles, parameters and the citation
//! into the same templates. A template never has room for the value of a record (reading R24 asks for the citation).

mod table;

pub use table::ALL;

/// The words of one rule. A template may hold `{title}` (数据名称 of the field), `{name}` (its name, or one that is unknown or stands twice),
/// and the rule's parameters as `{param}` or, with words for an empty one, `{param|words}`. No part ends with a full stop.
#[derive(Debug)]
pub struct Words {
    /// The rule.
    pub id: &'static str,
    /// What is wrong, why, and what to do, in Chinese.
    pub zh: [&'static str; 3],
    /// The same in English.
    pub en: [&'static str; 3],
}

/// How the three parts and the citation make a message, in Chinese.
pub static FRAME_ZH: &str = "{what}。{why}（{cite}）。{fix}。";
/// How the three parts and the citation make a message, in English.
pub static FRAME_EN: &str = "{what}. {why} ({cite}). {fix}.";

/// A row of the table.
const fn words(id: &'static str, zh: [&'static str; 3], en: [&'static str; 3]) -> Words {
    Words { id, zh, en }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rule::Cite;
    use crate::check::rules;
    use crate::spec::dictionary::{category, state};
    use crate::spec::reading;

    fn placeholders(template: &str) -> Vec<&str> {
        template.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()).collect()
    }

    fn parts(words: &Words) -> impl Iterator<Item = &'static str> {
        words.zh.into_iter().chain(words.en)
    }

    #[test]
    fn stands_in_the_order_of_the_rules() {
        let ids: Vec<_> = ALL.iter().map(|words| words.id).collect();
        let rules: Vec<_> = rules::ALL.iter().map(|rule| rule.id).collect();
        assert_eq!(ids, rules);
    }

    #[test]
    fn names_only_what_an_issue_has() {
        for (words, rule) in ALL.iter().zip(rules::ALL) {
            for part in parts(words) {
                assert_eq!(part.matches('{').count(), part.matches('}').count(), "{}: {part}", words.id);
                for placeholder in placeholders(part) {
                    let name = placeholder.split('|').next().unwrap();
                    let known = matches!(name, "title" | "name") || rule.params.iter().any(|param| param.name == name);
                    assert!(known, "{}: {{{placeholder}}}", words.id);
                }
            }
        }
    }

    #[test]
    fn both_languages_use_the_same_parameters() {
        for words in &ALL {
            let names = |parts: [&'static str; 3]| {
                let mut names: Vec<_> = parts.into_iter().flat_map(placeholders).map(|each| each.split('|').next().unwrap()).collect();
                // The English words name the field as a developer knows it, too.
                names.retain(|name| !matches!(*name, "title" | "name"));
                names.sort_unstable();
                names.dedup();
                names
            };
            assert_eq!(names(words.zh), names(words.en), "{}", words.id);
        }
    }

    #[test]
    fn every_parameter_is_told() {
        for (words, rule) in ALL.iter().zip(rules::ALL) {
            for param in rule.params {
                let told = words.zh.into_iter().flat_map(placeholders).any(|each| each.split('|').next() == Some(param.name));
                assert!(told, "{}: {}", words.id, param.name);
            }
        }
    }

    #[test]
    fn no_part_is_empty_or_ends_with_a_stop() {
        for words in &ALL {
            for part in parts(words) {
                assert!(!part.trim().is_empty() && part.trim() == part, "{}: {part}", words.id);
                assert!(!part.ends_with(['。', '.', '！', '!', '，', '；']), "{}: {part}", words.id);
            }
            assert!(words.en.iter().all(|part| part.chars().next().is_some_and(|first| !first.is_lowercase())), "{}", words.id);
        }
    }

    #[test]
    fn every_reading_that_a_rule_cites_exists() {
        let cites = rules::ALL.iter().filter_map(|rule| match rule.cite {
            Cite::Text(cite) if cite.starts_with("reading") => Some((rule.id, cite)),
            _ => None,
        });
        let (ids, readings): (Vec<_>, Vec<_>) = cites.map(|(id, cite)| (id, reading::cited(cite))).unzip();
        assert!(!ids.is_empty() && readings.iter().all(Option::is_some), "{ids:?} {readings:?}");
    }

    #[test]
    fn quotes_the_fixed_texts_of_the_tables() {
        let holds =
            |id: &str, text: &str| ALL.iter().any(|words| words.id == id && words.zh[2].contains(text) && words.en[2].contains(text));
        assert!(holds("state/description-fixed", state::MANAGER_SENTENCE));
        assert!(holds("category/description-format", category::OTHER_OPERATION_PREFIX));
    }
}
