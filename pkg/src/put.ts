// A record that was read, written into the core's input buffer: a descriptor for each piece, then the texts. `src/wasm/pack.rs`
// reads it.

import { tooLarge } from './errors.js';
import type { JsonText, Piece, Pieces } from './pack.js';
import { fieldNames } from './tables.js';
import { encodeInto, isWellFormed } from './utf8.js';

/** The tags of descriptors, in their low three bits. */
const UTF16 = 1;
const UTF8 = 2;
/** Added to them: the text is JSON. */
const JSON_TAG = 2;
/** A text that was joined with others. */
const JOINED = 6;

/** Up to here, writing the characters one by one is faster than encodeInto. */
const SHORT = 256;
/** Up to here, a text is sooner joined with others than written by itself. */
const JOINABLE = 4096;
/** More pieces than any table gives. */
const MANY = 64;
/** A descriptor has 29 bits for the bytes, of which UTF-8 needs three a unit. */
const LONGEST = 2 ** 27;
/** Where the texts begin at the earliest, in bytes. */
const FROM = 128;

/** Where records are written: memory with a view for each width of number. */
export interface Memory {
  readonly bytes: Uint8Array;
  readonly units: Uint16Array;
  readonly words: Uint32Array;
  /** Makes room for that many bytes and keeps what was written; the address, and with it the views, are good until the next call. */
  reserve(bytes: number): number;
}

/** Memory in which texts can be joined. */
export interface Joining extends Memory {
  /** Whether they are to be. */
  readonly joins: boolean;
  /** The bytes from an address on. */
  from(at: number): Uint8Array;
}

/** How many properties the table does not have. */
export function extrasOf(kind: number, pieces: Pieces): number {
  return (pieces.length - fieldNames(kind).length) / 2;
}

/** Of each kind the fields that have been found to hold more than ASCII, as a mask. */
const WIDE: number[] = [];

/** Writes the pieces of a whole record. */
export function put(memory: Joining, kind: number, pieces: Pieces): void {
  if (!memory.joins || !putJoined(memory, kind, pieces)) putEach(memory, pieces);
}

/**
 * Writes them with the texts as one that are ASCII, as those of most fields are: Node writes it far sooner than each by itself. Whether
 * they were ASCII; if not, it is learnt which fields have others.
 */
function putJoined(memory: Joining, kind: number, pieces: Pieces): boolean {
  const from = textsOf(pieces);
  const heads = (memory.reserve(from) >>> 2) + 1;
  const { words } = memory;
  const fields = fieldNames(kind).length;
  const wide = WIDE[kind] ?? 0;
  let joined = '';
  let apart = 0;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    let descriptor = 0;
    if (typeof piece === 'number') descriptor = piece;
    else if (typeof piece === 'string' && index < fields && ((wide >>> index) & 1) === 0 && piece.length <= JOINABLE) {
      descriptor = JOINED + piece.length * 8;
      joined += piece;
    } else if (piece !== undefined) apart += roomFor(textOf(piece));
    words[heads + index] = descriptor;
  }
  const start = memory.reserve(from + joined.length * 3 + apart);
  if (joined !== '' && encodeInto(joined, memory.from(start + from)) !== joined.length) {
    WIDE[kind] = wide | wideOf(pieces, fields);
    return false;
  }
  memory.words[start >>> 2] = joined.length;
  if (apart > 0) putApart(memory, pieces, start, start + from + joined.length);
  return true;
}

/** Writes the texts that were not joined: those that have no descriptor yet. */
function putApart(memory: Memory, pieces: Pieces, start: number, at: number): void {
  const heads = (start >>> 2) + 1;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece !== undefined && typeof piece !== 'number' && memory.words[heads + index] === 0) at = putText(memory, piece, heads + index, at);
  }
}

/** The fields that hold more than ASCII. */
function wideOf(pieces: Pieces, fields: number): number {
  const isWide = (piece: Piece) => typeof piece === 'string' && /[^\0-\x7f]/.test(piece);
  return pieces.slice(0, fields).reduce<number>((mask, piece, index) => (isWide(piece) ? mask | (1 << index) : mask), 0);
}

/** Writes each text by itself; answers where they end. */
export function putEach(memory: Memory, pieces: Pieces): number {
  const from = textsOf(pieces);
  // Of so few pieces as most records have, nothing more needs to be known as long as their texts are short.
  let exact = pieces.length > MANY;
  let start = memory.reserve(from + (exact ? roomForAll(pieces) : pieces.length * SHORT * 3));
  memory.words[start >>> 2] = 0;
  let at = from;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined || typeof piece === 'number') memory.words[(start >>> 2) + 1 + index] = piece ?? 0;
    else {
      if (!exact && textOf(piece).length > SHORT) {
        exact = true;
        start = memory.reserve(from + roomForAll(pieces));
      }
      at = putText(memory, piece, (start >>> 2) + 1 + index, start + at) - start;
    }
  }
  return start + at;
}

/** Writes one text and its descriptor; answers where it ends. */
function putText(memory: Memory, piece: string | JsonText, head: number, at: number): number {
  const text = textOf(piece);
  let end = writeUtf8(memory, text, at);
  let descriptor = UTF8 + (end - at) * 8;
  if (end < 0) {
    end = writeUtf16(memory, text, at);
    descriptor = UTF16 + text.length * 16;
  }
  memory.words[head] = typeof piece === 'string' ? descriptor : descriptor + JSON_TAG;
  return end;
}

function textOf(piece: string | JsonText): string {
  return typeof piece === 'string' ? piece : piece[0];
}

/** Where the texts of so many pieces begin. */
function textsOf(pieces: Pieces): number {
  return Math.max(FROM, 4 + pieces.length * 4);
}

/** The most that the texts can take. */
function roomForAll(pieces: Pieces): number {
  let bytes = 0;
  for (const piece of pieces) if (piece !== undefined && typeof piece !== 'number') bytes += roomFor(textOf(piece));
  return bytes;
}

function roomFor(text: string): number {
  if (text.length > LONGEST) throw tooLarge();
  return text.length * 3 + 1;
}

/** Writes a text as UTF-16, at an even address; answers where it ends. */
function writeUtf16({ units }: Memory, text: string, at: number): number {
  const first = (at + 1) >>> 1;
  for (let index = 0; index < text.length; index++) units[first + index] = text.charCodeAt(index);
  return (first + text.length) * 2;
}

/** Writes a text as UTF-8, which the core reads in place; answers where it ends, or -1 where it cannot be written so. */
function writeUtf8({ bytes }: Memory, text: string, at: number): number {
  if (text.length <= SHORT) return writeShort(bytes, text, at);
  const written = isWellFormed(text) ? encodeInto(text, bytes.subarray(at, at + text.length * 3)) : -1;
  return written < 0 ? -1 : at + written;
}

/** The same for a short text, of which a surrogate cannot be written. */
function writeShort(bytes: Uint8Array, text: string, at: number): number {
  // Not text.charCodeAt: engines have many kinds of strings, and where they met more than four, they look the method up at each call.
  const { charCodeAt } = String.prototype;
  const { length } = text;
  for (let index = 0; index < length; index++) {
    const unit = charCodeAt.call(text, index);
    if (unit < 0x80) {
      bytes[at++] = unit;
    } else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else if (unit >= 0xd800 && unit < 0xe000) {
      return -1;
    } else {
      bytes[at++] = 0xe0 | (unit >> 12);
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[at++] = 0x80 | (unit & 0x3f);
    }
  }
  return at;
}
