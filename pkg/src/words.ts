// Words for an issue, from the generated templates. It is called when a message is first read, not before.

import { FRAME, en, zh } from './generated/messages.js';
import type { RuleId } from './generated/types.js';
import type { Locale } from './shapes.js';
import { tableOf } from './tables.js';

/** The facts that a template may name. */
export type Facts = Readonly<Record<string, string | number>>;

/** What is wrong, why, and what to do, of every rule. */
export function words(locale: Locale): Readonly<Record<RuleId, readonly [what: string, why: string, fix: string]>> {
  return tableOf(locale === 'en' ? en : zh);
}

/** What is wrong, why (with the citation), and what to do. */
export function sentence(locale: Locale, rule: string, facts: Facts): string {
  const [what, why, fix] = words(locale)[rule as RuleId].map((template) => fill(template, facts));
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
