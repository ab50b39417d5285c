// The pair of codes in a reply of the gateway, wherever it stands there (readings R15 and R18).

import type { Codes } from '../qr/shapes.js';
import { Unreadable } from './source.js';

/** The only pair in a JSON text. */
export function codesIn(text: string): Codes {
  const found = pairs(read(text));
  const [first] = found;
  if (first === undefined) throw new Unreadable('其中没有 encryCertid 和 encryKey。', 'There is no encryCertid with an encryKey in it.');
  if (found.some(({ encryCertid, encryKey }) => encryCertid !== first.encryCertid || encryKey !== first.encryKey)) {
    throw new Unreadable('其中不止一对 encryCertid 和 encryKey：请直接给出要用的一对。', 'There is more than one pair in it: give the one that is meant.');
  }
  return first;
}

function read(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Unreadable('网关的返回不是 JSON。', 'The reply is no JSON.');
  }
}

/** Without recursion: a reply may be nested as deep as it likes. */
function pairs(reply: unknown): Codes[] {
  const found: Codes[] = [];
  const waiting = [reply];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const { encryCertid, encryKey } = value as Record<string, unknown>;
    if (typeof encryCertid === 'string' && typeof encryKey === 'string') found.push({ encryCertid, encryKey });
    for (const member of Object.values(value)) if (member !== undefined) waiting.push(member);
  }
  return found;
}
