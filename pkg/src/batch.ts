// Many records at once: objects are packed one after the other, text crosses as bytes. Every record is judged, whatever
// another one looks like.

import type { Core } from './core.js';
import { inputError } from './errors.js';
import { configured } from './instance.js';
import { readIssues } from './issues.js';
import { compile, dayFor, type Compiled } from './options.js';
import { entryOf, gather, isArray, isRecord } from './pack.js';
import { extrasOf, put } from './put.js';
import type { BatchReport, Options } from './shapes.js';
import { kindIndex, type Kind, type RecordOf } from './tables.js';
import { encodeJson } from './utf8.js';

/** What the batch is for, as the core numbers it. */
export const VALIDATE = 0;
export const BUILD = 1;

/**
 * Judges many records, and what only shows among them (the same id twice). The input is an array of records, or a JSON
 * array or NDJSON (a record a line), as text or as UTF-8 bytes; bytes are the fastest: take `arrayBuffer()`, not
 * `text()`. An entry or a line that cannot be read is one issue at its index.
 *
 * @throws InputError when the kind, an option or the input is malformed, or the input is too large for the memory.
 *
 * @example
 * const { total, invalid, issues } = validateBatch('manager', await file.arrayBuffer());
 */
export function validateBatch<K extends Kind>(
  kind: K,
  input: readonly (Partial<RecordOf<K>> | object)[] | string | ArrayBuffer | ArrayBufferView,
  options?: Options,
): BatchReport {
  const index = kindIndex(kind);
  const compiled = compile(options);
  if (isArray(input)) return runBatch(index, input, compiled, VALIDATE, batchReport);
  const bytes = bytesOf(input);
  if (!bytes) throw inputError('输入应为记录的数组、文本或字节。', 'The input must be an array of records, text, or bytes.');
  const core = configured(compiled.config);
  const at = core.calls.batch_text(index, core.put(bytes), dayFor(compiled));
  return batchReport(core, at, index, compiled);
}

/** Feeds records to the core one by one, and reads the result before anything else can call it. */
export function runBatch<T>(
  kind: number,
  records: readonly unknown[],
  compiled: Compiled,
  mode: number,
  answer: (core: Core, at: number, kind: number, compiled: Compiled) => T,
): T {
  const core = configured(compiled.config);
  core.calls.batch_begin(kind, mode, dayFor(compiled));
  let ended = false;
  try {
    const count = records.length;
    for (let index = 0; index < count; index++) addRecord(core, kind, entryOf(records, index), compiled, mode);
    core.configure(compiled.config);
    const at = core.calls.batch_end();
    ended = true;
    return answer(core, at, kind, compiled);
  } finally {
    if (!ended && !core.broken) core.calls.batch_abort();
  }
}

function addRecord(core: Core, kind: number, record: unknown, compiled: Compiled, mode: number): void {
  const pieces = isRecord(record) ? gather(kind, record, mode === BUILD ? compiled.extra : undefined) : undefined;
  // A getter of the record may have called the library with other options.
  core.configure(compiled.config);
  if (!pieces) return core.calls.batch_add_other();
  put(core, kind, pieces);
  core.calls.batch_add(extrasOf(kind, pieces));
}

function batchReport(core: Core, at: number, kind: number, compiled: Compiled): BatchReport {
  const words = core.result();
  const [total, valid] = [words[(at >>> 2) + 1]!, words[(at >>> 2) + 2]!];
  return { total, valid, invalid: total - valid, issues: readIssues(core, at, kind, 'batch', compiled.locale) };
}

/** JSON as bytes, where the value is text or bytes. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value === 'string') return encodeJson(value);
  try {
    if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    if (Object.prototype.toString.call(value) === '[object ArrayBuffer]') return new Uint8Array(value as ArrayBuffer);
  } catch {
    // A buffer that was given away has no bytes.
  }
  return undefined;
}
