// 业务信息 as JSON text, as JSON.stringify writes it, which takes several times as long for what stands there mostly: a few entries of
// two texts. What is otherwise is left to it. Nothing is judged here.

import { ITEM_MEMBERS } from './generated/layout.js';

/** What JSON does not write as it stands; and, since one half is not told from the other here, whole pairs of surrogates. */
const ESCAPED = /["\\\0-\x1f\ud800-\udfff]/;

/** The JSON text of an array whose entries have these two members alone, in their order, with texts that JSON writes as they stand. */
export function plainItems(list: readonly unknown[]): string | undefined {
  if (writesItself(list)) return undefined;
  let json = '';
  let texts = '';
  for (let index = 0; index < list.length; index++) {
    const entry = list[index];
    if (!isItem(entry)) return undefined;
    const code = entry[ITEM_MEMBERS[0]!];
    const text = entry[ITEM_MEMBERS[1]!];
    if (typeof code !== 'string' || typeof text !== 'string') return undefined;
    texts += code + text;
    json += `${index > 0 ? ',' : ''}{"${ITEM_MEMBERS[0]}":"${code}","${ITEM_MEMBERS[1]}":"${text}"}`;
  }
  return ESCAPED.test(texts) ? undefined : `[${json}]`;
}

/** Whether a value says by itself how it is written. */
function writesItself(value: object): boolean {
  return (value as { toJSON?: unknown }).toJSON !== undefined;
}

function isItem(entry: unknown): entry is Record<string, unknown> {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry) || writesItself(entry)) return false;
  let count = 0;
  for (const key in entry) {
    if (key !== ITEM_MEMBERS[count] || !Object.prototype.hasOwnProperty.call(entry, key)) return false;
    count++;
  }
  return count === ITEM_MEMBERS.length;
}
