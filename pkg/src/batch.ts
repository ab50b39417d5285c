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
  return inBatch(index, compiled, VALIDATE, (core) => addText(core, bytes), batchReport);
}

/** Feeds records to the core one by one. */
export function runBatch<T>(kind: number, records: readonly unknown[], compiled: Compiled, mode: number, answer: Answer<T>): T {
  const add = (core: Core) => {
    const count = records.length;
    for (let index = 0; index < count; index++) addRecord(core, kind, entryOf(records, index), compiled, mode);
    core.configure(compiled.config);
  };
  return inBatch(kind, compiled, mode, add, answer);
}

/** What is made of the result of a batch. */
type Answer<T> = (core: Core, at: number, kind: number, compiled: Compiled) => T;

/** Begins a batch, feeds it, and reads the result before anything else can call the core. */
function inBatch<T>(kind: number, compiled: Compiled, mode: number, feed: (core: Core) => void, answer: Answer<T>): T {
  const core = configured(compiled.config);
  core.calls.batch_begin(kind, mode, dayFor(compiled));
  let ended = false;
  try {
    feed(core);
    const at = core.calls.batch_end();
    ended = true;
    return answer(core, at, kind, compiled);
  } finally {
    if (!ended && !core.broken) core.calls.batch_abort();
  }
}

/** Bytes are checked by so many at a time, which the processor then still has at hand: all at once would take a tenth longer and more. */
const PART = 2 ** 18;

/** Feeds bytes to the core: what it cannot end comes again, with more behind it. */
function addText(core: Core, bytes: Uint8Array): void {
  let size = PART;
  for (let at = 0, isLast = false; !isLast; ) {
    const part = bytes.subarray(at, at + size);
    isLast = at + part.length === bytes.length;
    const done = core.calls.batch_text(core.put(part), isLast ? 1 : 0);
    at += done;
    if (done === 0) size *= 2;
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
