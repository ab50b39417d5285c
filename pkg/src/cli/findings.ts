// What is found in a file: whether it is a request body, JSON, NDJSON or a table, and what the rules say of it. How it is shown is
// not its matter.

import { validateBatch } from '../batch.js';
import { BLOCKS, CERT_TYPE, KINDS, LIST_KEYS } from '../generated/layout.js';
import { validateRequest } from '../request.js';
import type { BatchReport, Issue, Options } from '../shapes.js';
import type { Kind } from '../tables.js';
import { UsageError } from './arguments.js';
import { Unreadable, decoded } from './source.js';
import { tableOf } from './table.js';

/** An issue and where it stands: the line of the file where its record begins, where records stand on lines. */
export interface Found extends Issue {
  line: number | null;
}

/** What was found. `kind` is null for a request body that does not tell. */
export interface Findings extends BatchReport {
  kind: Kind | null;
  issues: Found[];
  /** The columns of a table that are no fields, by their letters. */
  ignored: string[];
}

/** Judges what a file holds, as bytes of UTF-8. */
export function findingsOf(bytes: Uint8Array, kind: Kind | undefined, options: Options): Findings {
  const first = firstOf(bytes);
  if (first === '{') return objects(bytes, kind, options);
  if (first === '[') return batch(bytes, needed(kind), options, []);
  const { records, lines, ignored } = tableOf(decoded(bytes, 'utf-8'), needed(kind));
  return { ...batch(records, needed(kind), options, lines), ignored };
}

/** The first character that is neither blank nor the mark of UTF-8. */
export function firstOf(bytes: Uint8Array): string {
  const blank = [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf];
  return String.fromCharCode(bytes.find((byte) => !blank.includes(byte)) ?? 0);
}

/** One object, which may be a whole request body, or an object a line. */
function objects(bytes: Uint8Array, kind: Kind | undefined, options: Options): Findings {
  const lines = linesOf(bytes);
  const alone = ({ start, end }: Line) => isLoneObject(bytes.subarray(start, end));
  const many = lines.length > 1 && alone(lines[0]!);
  const whole = many ? undefined : objectIn(bytes);
  if (whole && [CERT_TYPE, ...BLOCKS].some((name) => Object.hasOwn(whole, name))) return request(bytes, whole, kind, options);
  if (whole) return batch(bytes, needed(kind), options, []);
  // A broken object over many lines has no line that is one by itself, but where it is indented.
  if (!many && !lines.some((line) => bytes[line.start] === 0x7b && alone(line))) {
    throw new Unreadable('文件不是完整的 JSON，也不是每行一个对象的 NDJSON。', 'The file is neither whole JSON nor NDJSON with an object a line.');
  }
  return batch(bytes, needed(kind), options, lines.map(({ number }) => number));
}

/** A line of the file that is not blank: its number from 1, and its place. */
interface Line {
  number: number;
  start: number;
  end: number;
}

function linesOf(bytes: Uint8Array): Line[] {
  const lines: Line[] = [];
  const mark = bytes[0] === 0xef ? 3 : 0;
  for (let start = mark, number = 1; start < bytes.length; number++) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    let first = start;
    while (first < end && [0x20, 0x09, 0x0d].includes(bytes[first]!)) first++;
    if (first < end) lines.push({ number, start, end });
    start = end + 1;
  }
  return lines;
}

/** Whether bytes are one JSON value by themselves. */
export function isLoneObject(bytes: Uint8Array): boolean {
  return objectIn(bytes) !== undefined;
}

function objectIn(bytes: Uint8Array): object | undefined {
  const text = decoded(bytes, 'utf-8');
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/** The kind, which what tells no kind itself needs. */
export function needed(kind: Kind | undefined): Kind {
  if (kind !== undefined) return kind;
  throw new UsageError('请用 --kind 指明是哪一种记录。 Say by --kind what the records are.');
}

function batch(input: object[] | Uint8Array, kind: Kind, options: Options, lines: number[]): Findings {
  const { issues, ...counts } = validateBatch(kind, input, options);
  return { ...counts, kind, issues: issues.map((issue) => ({ ...issue, line: lines[issue.path[0] as number] ?? null })), ignored: [] };
}

function request(bytes: Uint8Array, body: object, kind: Kind | undefined, options: Options): Findings {
  const report = validateRequest(bytes, options);
  if (kind !== undefined && report.kind !== null && kind !== report.kind) {
    throw new Unreadable(`请求体提交的是 ${report.kind}，与 --kind 不符。`, `The body submits ${report.kind}, which is not what --kind says.`);
  }
  const total = report.kind === null ? 0 : recordsIn((body as Record<string, unknown>)[BLOCKS[KINDS.indexOf(report.kind)]!]);
  const wrong = new Set(report.issues.filter(({ severity }) => severity === 'error').map(({ path }) => recordOf(path)));
  wrong.delete(undefined);
  const issues = report.issues.map((issue) => ({ ...issue, line: null }));
  return { kind: report.kind, total, valid: total - wrong.size, invalid: wrong.size, issues, ignored: [] };
}

function recordsIn(block: unknown): number {
  const lists = LIST_KEYS.map((name) => (block as Record<string, unknown> | null | undefined)?.[name]);
  return lists.find((list) => Array.isArray(list))?.length ?? 0;
}

/** The index of the record that an issue stands in; undefined where it stands in none, as around the records of a request. */
export function recordOf(path: Found['path']): number | undefined {
  return path.find((step) => typeof step === 'number');
}
