// What is found in a large file of JSON or NDJSON, without ever having the file or the issues whole: one pass tells whether it is UTF-8,
// one counts, and one more judges again while the issues are told. What such a file may be is what findings.ts says of a small one, and
// so is what is found. How it can be gone over again is input.ts's matter.

/// <reference types="node" />
import { isUtf8 } from 'node:buffer';
import { InputError } from '../errors.js';
import type { BatchReport, Options } from '../shapes.js';
import { validationStream } from '../stream.js';
import type { Kind } from '../tables.js';
import { firstOf, isLoneObject, needed, type Found } from './findings.js';
import { LARGE, type Input } from './input.js';
import { Lines } from './lines.js';
import { Measure, type Told } from './report.js';
import type { Encoding } from './source.js';

/** Up to so many it may be read whole after all, where a stream cannot take it. */
const WHOLE = 2 ** 30;
/** So much is looked at to see what the file is. */
const HEAD = 2 ** 24;

/** Judges it piece by piece; undefined where it is to be read whole. */
export async function largeFindingsOf(input: Input, encoding: Encoding, kind: Kind | undefined, options: Options): Promise<Told | undefined> {
  if (input.size < LARGE || encoding === 'gbk') return undefined;
  try {
    const form = await formOf(input.pieces());
    return form && (await holdsUtf8(input)) ? await foundIn(input, needed(kind), options, form === 'lines') : undefined;
  } catch (error) {
    // One record is too large for a stream.
    if (!(error instanceof InputError) || input.size > WHOLE) throw error;
    return undefined;
  }
}

/** Whether what begins so is judged piece by piece, if it is large; that it is not UTF-8 may be seen only later. */
export async function isStreamed(head: Buffer, encoding: Encoding): Promise<boolean> {
  return encoding !== 'gbk' && (await formOf([head])) !== undefined;
}

async function holdsUtf8(input: Input): Promise<boolean> {
  let cut: Uint8Array = new Uint8Array(0);
  for await (const piece of input.pieces()) {
    const bytes = cut.length > 0 ? Buffer.concat([cut, piece]) : piece;
    const end = wholeIn(bytes);
    if (!isUtf8(bytes.subarray(0, end))) return false;
    cut = bytes.subarray(end);
  }
  return cut.length === 0;
}

/** How many bytes there are without a character that is cut at their end. */
function wholeIn(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0x80 && byte < 0xc0) continue;
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return wanted > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Whether it is an array, or an object a line; undefined for anything else. */
async function formOf(pieces: ReturnType<Input['pieces']>): Promise<'array' | 'lines' | undefined> {
  let head = Buffer.alloc(0);
  for await (const piece of pieces) {
    head = Buffer.concat([head, piece]);
    const first = firstOf(head);
    if (first === '[') return 'array';
    const start = head.indexOf(0x7b);
    const end = head.indexOf(0x0a, start);
    // A line behind the first tells lines from one object.
    if (first === '{' && end > 0 && firstOf(head.subarray(end)) !== '\0') return isLoneObject(head.subarray(start, end)) ? 'lines' : undefined;
    if ((first !== '{' && first !== '\0') || head.length >= HEAD) return undefined;
  }
  return undefined;
}

/** What was found: once to count and to measure, and again each time that it is told, so that the issues are never all there. */
async function foundIn(input: Input, kind: Kind, options: Options, areLines: boolean): Promise<Told> {
  const found = { kind, total: 0, valid: 0, invalid: 0, ignored: [], measure: new Measure(kind) };
  for await (const { total, valid, invalid, issues } of judged(input, kind, options, areLines)) {
    Object.assign(found, { total, valid, invalid });
    found.measure.add(issues);
  }
  async function* each(): AsyncGenerator<Found[]> {
    for await (const { issues } of judged(input, kind, options, areLines)) yield issues;
  }
  return { ...found, each };
}

async function* judged(input: Input, kind: Kind, options: Options, areLines: boolean): AsyncGenerator<BatchReport & { issues: Found[] }> {
  const lines = areLines ? new Lines() : undefined;
  const { readable, writable } = validationStream(kind, options);
  const feeding = fed(input, writable.getWriter(), lines);
  // What goes wrong there ends the reading here.
  feeding.catch(() => undefined);
  for await (const event of readable as unknown as AsyncIterable<BatchReport>) {
    // The issue itself and no copy: its message is not made before it is shown.
    const issues = event.issues.map((issue) => Object.assign(issue, { line: lines?.of(issue.path[0] as number) ?? null }));
    yield { ...event, issues };
    lines?.forget(event.total);
  }
  await feeding;
}

async function fed(input: Input, writer: WritableStreamDefaultWriter<Uint8Array>, lines: Lines | undefined): Promise<void> {
  try {
    for await (const piece of input.pieces()) {
      lines?.pass(piece);
      await writer.write(piece);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}
