// The body of a request: read up to a limit, and known for what it submits. Its records are not judged: that was the page's
// part, and is the ministry's.

import { RULE_ROWS } from '../generated/layout.js';
import { validateRequest } from '../request.js';
import type { Options } from '../shapes.js';
import { Refusal, type Asked, type Call } from './shapes.js';

/** The rules about the body around the records. */
const ENVELOPE = ['request/shape', 'request/cert-type', 'request/only-own-parameter', 'request/empty-list', 'record/object'];

const AROUND: Options = {
  today: null,
  rules: Object.fromEntries(RULE_ROWS.filter(({ id }) => !ENVELOPE.includes(id)).map(({ id }) => [id, 'off' as const])),
};

/** Whether it says that its body is JSON in UTF-8, and not compressed. */
export function isJson(headers: Headers): boolean {
  const [type, ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';').map((part) => part.trim());
  const coding = headers.get('content-encoding') ?? 'identity';
  return type === 'application/json' && coding === 'identity' && parameters.every((each) => /^charset="?utf-8"?$/.test(each));
}

/** The text of the body, of which no more is held than the limit allows. */
export async function readText({ body, headers }: Asked, maxBytes: number): Promise<string> {
  if (Number(headers.get('content-length')) > maxBytes) throw new Refusal(413);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(body, maxBytes));
  } catch (error) {
    // Ended early, read before, or not UTF-8.
    throw error instanceof Refusal ? error : new Refusal(400);
  }
}

async function readBytes(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    length += step.value.length;
    if (length > maxBytes) {
      reader?.cancel().catch(() => undefined);
      throw new Refusal(413);
    }
    chunks.push(step.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Whether the body is what that call carries: a preview's by the one, certificates by the other. */
export function fits(text: string, call: Call): boolean {
  if (text === '') return false;
  const { valid, kind } = validateRequest(text, AROUND);
  return valid && kind !== null && (kind === 'preview') === (call === 'preview');
}
