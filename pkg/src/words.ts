// Words for an issue, from the generated templates. It is called when a message is first read, not before.

import { FRAME, WORDS } from './generated/messages.js';
import type { RuleId } from './generated/types.js';
import type { Locale } from './shapes.js';

/** The facts that a template may name. */
export type Facts = Readonly<Record<string, string | number>>;

/** What is wrong, why (with the citation), and what to do. */
export function sentence(locale: Locale, rule: string, facts: Facts): string {
  const words = WORDS[locale][rule as RuleId];
  const [what, why, fix] = words.map((template) => fill(template, facts));
  // One pass each: a fact that looks like a template is not one.
  return fill(FRAME[locale], { what: what ?? '', why: why ?? '', fix: fix ?? '', cite: facts['cite'] ?? '' });
}

/** Puts the facts into `{name}` and `{name|what stands there when the fact is empty}`. */
function fill(template: string, facts: Facts): string {
  return template.replace(/\{([^{}|]+)(?:\|([^{}]*))?\}/g, (_, name: string, instead: string | undefined) => {
    const fact = facts[name] ?? '';
    return fact === '' ? (instead ?? '') : String(fact);
  });
}
