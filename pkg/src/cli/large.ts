// What is found in a large file of JSON or NDJSON, without ever having the file or the issues whole: one pass tells whether it is UTF-8,
// one counts, and one more judges again while the issues are told. What such a file may be is what findings.ts says of a small one, and
// so is what is found.

/// <reference types="node" />
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { InputError } from '../errors.js';
import type { BatchReport, Options } from '../shapes.js';
import { validationStream } from '../stream.js';
import type { Kind } from '../tables.js';
import { firstOf, isLoneObject, needed, type Found } from './findings.js';
import { Lines } from './lines.js';
import { Measure, type Told } from './report.js';
import { unreadable, type Encoding } from './source.js';

/** From so many bytes on a file is large. */
const LARGE = 2 ** 26;
/** Up to so many it may be read whole after all, where a stream cannot take it. */
const WHOLE = 2 ** 30;
/** So much is looked at to see what the file is. */
const HEAD = 2 ** 24;

/** Judges a file piece by piece; undefined where it is to be read whole. */
export async function largeFindingsOf(file: string, encoding: Encoding, kind: Kind | undefined, options: Options): Promise<Told | undefined> {
  const size = file === '-' || encoding === 'gbk' ? 0 : await sizeOf(file);
  if (size < LARGE) return undefined;
  try {
    const form = (await holdsUtf8(file)) ? await formOf(file) : undefined;
    return form && (await foundIn(file, needed(kind), options, form === 'lines'));
  } catch (error) {
    if (!(error instanceof InputError)) throw unreadable(error);
    // One record is too large for a stream.
    if (size > WHOLE) throw error;
    return undefined;
  }
}

/** The bytes of a file; 0 where there is none, which others tell. */
async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? found.size : 0;
}

const pieces = (file: string): AsyncIterable<Buffer> => createReadStream(file, { highWaterMark: 2 ** 20 });

async function holdsUtf8(file: string): Promise<boolean> {
  let cut: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces(file)) {
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
async function formOf(file: string): Promise<'array' | 'lines' | undefined> {
  let head = Buffer.alloc(0);
  for await (const piece of pieces(file)) {
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
async function foundIn(file: string, kind: Kind, options: Options, areLines: boolean): Promise<Told> {
  const found = { kind, total: 0, valid: 0, invalid: 0, ignored: [], measure: new Measure(kind) };
  for await (const { total, valid, invalid, issues } of judged(file, kind, options, areLines)) {
    Object.assign(found, { total, valid, invalid });
    found.measure.add(issues);
  }
  async function* each(): AsyncGenerator<Found[]> {
    for await (const { issues } of judged(file, kind, options, areLines)) yield issues;
  }
  return { ...found, each };
}

async function* judged(file: string, kind: Kind, options: Options, areLines: boolean): AsyncGenerator<BatchReport & { issues: Found[] }> {
  const lines = areLines ? new Lines() : undefined;
  const { readable, writable } = validationStream(kind, options);
  const feeding = fed(file, writable.getWriter(), lines);
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

async function fed(file: string, writer: WritableStreamDefaultWriter<Uint8Array>, lines: Lines | undefined): Promise<void> {
  try {
    for await (const piece of pieces(file)) {
      lines?.pass(piece);
      await writer.write(piece);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}
