// A record that was read, written into the core's input buffer: a descriptor for each piece, then the texts. `src/wasm/pack.rs`
// reads it.

import { tooLarge } from './errors.js';
import type { Pieces } from './pack.js';
import { fieldNames } from './tables.js';
import { encodeInto, isWellFormed } from './utf8.js';

/** The tags of descriptors, in their low three bits. */
const UTF16 = 1;
const UTF8 = 2;
/** Added to them: the text is JSON. */
const JSON_TAG = 2;

/** Up to here, writing the characters one by one is faster than encodeInto. */
const SHORT = 256;
/** A descriptor has 29 bits for the bytes, of which UTF-8 needs three a unit. */
const LONGEST = 2 ** 27;

/** Where records are written: memory with a view for each width of number. */
export interface Memory {
  readonly bytes: Uint8Array;
  readonly units: Uint16Array;
  readonly words: Uint32Array;
  /** Makes room for that many bytes; the address, and with it the views, are good until the next call. */
  reserve(bytes: number): number;
}

/** Writes the pieces of a record; answers how many properties the table does not have. */
export function write(memory: Memory, kind: number, pieces: Pieces): number {
  put(memory, pieces);
  return extrasOf(kind, pieces);
}

/** How many properties the table does not have. */
export function extrasOf(kind: number, pieces: Pieces): number {
  return (pieces.length - fieldNames(kind).length) / 2;
}

/** Writes the pieces of a record; answers where they end. */
export function put(memory: Memory, pieces: Pieces): number {
  const start = memory.reserve(room(pieces));
  const first = start >>> 2;
  let at = start + pieces.length * 4;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    let descriptor = 0;
    if (typeof piece === 'number') descriptor = piece;
    else if (piece !== undefined) {
      const text = typeof piece === 'string' ? piece : piece[0];
      let end = writeUtf8(memory, text, at);
      if (end >= 0) descriptor = UTF8 + (end - at) * 8;
      else {
        end = writeUtf16(memory, text, at);
        descriptor = UTF16 + text.length * 16;
      }
      if (typeof piece !== 'string') descriptor += JSON_TAG;
      at = end;
    }
    memory.words[first + index] = descriptor;
  }
  return at;
}

/** The most that the pieces can take. */
function room(pieces: Pieces): number {
  let bytes = pieces.length * 4;
  for (const piece of pieces) {
    if (piece === undefined || typeof piece === 'number') continue;
    const { length } = typeof piece === 'string' ? piece : piece[0];
    if (length > LONGEST) throw tooLarge();
    bytes += length * 3 + 1;
  }
  return bytes;
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
