// A whole request body, as another system made it: the envelope and every record in it.

import { bytesOf } from './batch.js';
import { inputError, tooLarge } from './errors.js';
import { KINDS } from './generated/layout.js';
import { configured } from './instance.js';
import { isError, readIssues } from './issues.js';
import { compile, dayFor } from './options.js';
import type { Options, RequestReport } from './shapes.js';
import { encodeJson } from './utf8.js';

/** What stands for a value that cannot be read: of no type that the interface has, so that it is reported where it stands. */
const UNREADABLE = false;
/** A body is not half as deep; what goes on below is not read. */
const DEEPEST = 64;

/**
 * Judges a whole request body: an object, or JSON as text or as UTF-8 bytes. Paths are those of the body.
 *
 * @throws InputError when an option is malformed, the body is nothing that JSON has, or it is too large for the memory.
 *
 * @example
 * const { valid, kind, issues } = validateRequest(body);
 */
export function validateRequest(body: object | string | ArrayBuffer | ArrayBufferView, options?: Options): RequestReport {
  const compiled = compile(options);
  const bytes = bytesOf(body) ?? encodeJson(textOf(body));
  const core = configured(compiled.config);
  const at = core.calls.request_text(core.put(bytes), dayFor(compiled));
  const kind = core.result()[(at >>> 2) + 3]! - 1;
  const issues = readIssues(core, at, kind, 'request', compiled.locale);
  return { valid: !issues.some(isError), issues, kind: KINDS[kind] ?? null };
}

function textOf(body: unknown): string {
  const text = stringified(body) ?? stringified(readable(body, []));
  if (text === undefined) throw tooLarge();
  if (text !== '') return text;
  throw inputError('请求体应为对象、JSON 文本或字节。', 'The body must be an object, JSON text, or bytes.');
}

/** JSON text; empty for what JSON does not have, undefined when something in it cannot be read. */
function stringified(value: unknown): string | undefined {
  try {
    return (JSON.stringify(value) as string | undefined) ?? '';
  } catch {
    return undefined;
  }
}

/** A copy in which everything that JSON.stringify would throw at is replaced. */
function readable(value: unknown, above: unknown[]): unknown {
  if (typeof value === 'bigint') return UNREADABLE;
  if (typeof value !== 'object' || value === null) return value;
  if (above.length > DEEPEST || above.includes(value)) return UNREADABLE;
  const inside = [...above, value];
  try {
    const { toJSON } = value as { toJSON?: unknown };
    if (typeof toJSON === 'function') return readable(toJSON.call(value), inside);
    if (Array.isArray(value)) return Array.from(value, (_, index) => member(value, index, inside));
    const copy = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(value)) copy[key] = member(value, key, inside);
    return copy;
  } catch {
    return UNREADABLE;
  }
}

function member(value: object, key: string | number, above: unknown[]): unknown {
  try {
    return readable((value as Record<string | number, unknown>)[key], above);
  } catch {
    return UNREADABLE;
  }
}
