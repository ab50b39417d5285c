//! `messages.ts`: the templates of `check::words`.

use serde_json::{Map, json};

use super::data::{constant, made};
use crate::check::words::{ALL, FRAME_EN, FRAME_ZH, Words};

const HEAD: &str = "\
import type { Locale } from '../shapes.js';
import type { RuleId } from './types.js';

";

const WORDS: &str = ": Record<RuleId, readonly [what: string, why: string, fix: string]>";

/// The file: each language by itself, since hardly anybody reads both.
pub(super) fn messages() -> String {
    let words = |name, pick: fn(&Words) -> [&'static str; 3]| -> String {
        let words: Map<_, _> = ALL.iter().map(|words| (words.id.to_owned(), json!(pick(words)))).collect();
        format!("/** What is wrong, why, and what to do. */\n{}", made(name, WORDS, &words.into()))
    };
    let frames = constant("FRAME", ": Record<Locale, string>", &json!({ "zh-CN": FRAME_ZH, "en": FRAME_EN }));
    let (zh, en) = (words("zh", |words| words.zh), words("en", |words| words.en));
    format!("{HEAD}{zh}\n{en}\n/** How the three and the citation make a message. */\n{frames}")
}
