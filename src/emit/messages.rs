//! `messages.ts`: the templates of `check::words`.

use serde_json::{Map, Value, json};

use super::data::constant;
use crate::check::words::{ALL, FRAME_EN, FRAME_ZH, Words};

const HEAD: &str = "\
import type { Locale } from '../shapes.js';
import type { RuleId } from './types.js';

";

/// The file.
pub(super) fn messages() -> String {
    let table = |pick: fn(&Words) -> [&'static str; 3]| -> Map<String, Value> {
        ALL.iter().map(|words| (words.id.to_owned(), json!(pick(words)))).collect()
    };
    let words = json!({ "zh-CN": table(|words| words.zh), "en": table(|words| words.en) });
    let frames = json!({ "zh-CN": FRAME_ZH, "en": FRAME_EN });
    let words_type = ": Record<Locale, Record<RuleId, readonly [what: string, why: string, fix: string]>>";
    let words = constant("WORDS", words_type, &words);
    let frames = constant("FRAME", ": Record<Locale, string>", &frames);
    format!("{HEAD}/** What is wrong, why, and what to do. */\n{words}\n/** How the three and the citation make a message. */\n{frames}")
}
