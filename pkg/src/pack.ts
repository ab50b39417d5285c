// One record, read for the core: all values first, then put.ts writes them. It is read as JSON would read it: its own enumerable
// properties. Nothing of it is judged or changed here, and nothing of it is kept.

import { inputError } from './errors.js';
import { INFO, JSON_TYPES } from './generated/layout.js';
import { fieldIndexes, fieldNames } from './tables.js';

/** What crosses of one value: nothing, its text, its JSON text, or the descriptor that names another type. */
export type Piece = undefined | string | JsonText | number;

/** The table's fields in their order (of a part of a record those of its mask), then name and value of each property that the table does not have. */
export type Pieces = Piece[];

/** A JSON text. An array of one: the shape of a class's objects is given up with the last of them, and with it what the engine has compiled for it. */
export type JsonText = readonly [text: string];

/** What is read of a record where not all is. */
export interface Part {
  readonly names: readonly string[];
  /** The place of 业务信息 among them, or -1. */
  readonly listed: number;
}

/** The tag of a descriptor that names another type. */
const OTHER = 5;

/** Whether a value is an array that can be asked for its entries. */
export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** An entry of an array; undefined where it cannot be had. */
export function entryOf(records: readonly unknown[], index: number): unknown {
  try {
    return records[index];
  } catch {
    return undefined;
  }
}

/** Whether a value can be a record: an object, and no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  try {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The own enumerable properties; undefined when the object does not even list them. */
export function keysOf(record: object): string[] | undefined {
  try {
    return Object.keys(record);
  } catch {
    return undefined;
  }
}

/** Reads a whole record; undefined when its properties cannot be listed. `extra` names what else is let through. */
export function gather(kind: number, record: Record<string, unknown>, extra?: ReadonlySet<string>): Pieces | undefined {
  return gatherQuickly(kind, record, extra) ?? gatherCarefully(kind, record, extra);
}

/** Reads a record in the loop that engines have made the fastest; undefined when anything of it throws. */
function gatherQuickly(kind: number, record: Record<string, unknown>, extra?: ReadonlySet<string>): Pieces | undefined {
  // Not outside: a bundler makes variables of constants there, and what may vary is slower to call.
  const { hasOwnProperty } = Object.prototype;
  const names = fieldNames(kind);
  const indexes = fieldIndexes(kind);
  const pieces = nothing(kind);
  const listed = INFO[kind];
  let expected = 0;
  try {
    for (const key in record) {
      if (!hasOwnProperty.call(record, key)) continue;
      // Most records come in the table's order.
      const index = names[expected] === key ? expected : indexes.get(key);
      if (index === undefined) {
        pieces.push(key, extra?.has(key) ? letThrough(record, key) : undefined);
      } else {
        pieces[index] = pieceOf(record[key], index === listed);
        expected = index + 1;
      }
    }
    return pieces;
  } catch {
    return undefined;
  }
}

/** Reads a record of which something throws: each property by itself. */
function gatherCarefully(kind: number, record: Record<string, unknown>, extra?: ReadonlySet<string>): Pieces | undefined {
  const keys = keysOf(record);
  if (!keys) return undefined;
  const pieces = nothing(kind);
  for (const key of keys) {
    const index = fieldIndexes(kind).get(key);
    if (index === undefined) pieces.push(key, extra?.has(key) ? letThrough(record, key) : undefined);
    else pieces[index] = read(record, key, index === INFO[kind]);
  }
  return pieces;
}

const EMPTY: Pieces[] = [];

/** A record without any member: a copy, which is made sooner than another one. */
function nothing(kind: number): Pieces {
  return (EMPTY[kind] ??= fieldNames(kind).map(() => undefined)).slice();
}

/** The fields of a mask. */
export function partOf(kind: number, mask: number): Part {
  const chosen = fieldNames(kind).map((name, index) => ({ name, index })).filter(({ index }) => (mask >>> index) & 1);
  return { names: chosen.map(({ name }) => name), listed: chosen.findIndex(({ index }) => index === INFO[kind]) };
}

/** Reads a part of a record, for the checks that need no more. */
export function gatherSome({ names, listed }: Part, record: Record<string, unknown>): Pieces {
  const pieces: Pieces = [];
  const { hasOwnProperty } = Object.prototype;
  try {
    // As long as they come in the table's order, the engine's fast loop finds them, and that they are own and enumerable.
    for (const key in record) {
      const index = pieces.length;
      if (key !== names[index] || !hasOwnProperty.call(record, key)) continue;
      pieces.push(pieceOf(record[key], index === listed));
      if (pieces.length === names.length) return pieces;
    }
  } catch {
    // Each of the others by itself, then.
  }
  for (let index = pieces.length; index < names.length; index++) pieces.push(readOwn(record, names[index]!, index === listed));
  return pieces;
}

function readOwn(record: Record<string, unknown>, key: string, listed: boolean): Piece {
  // Read before asked for: a framework that tracks reads must learn of a field that is not there yet.
  const piece = read(record, key, listed);
  try {
    return piece === undefined || Object.prototype.propertyIsEnumerable.call(record, key) ? piece : undefined;
  } catch {
    return unreadable();
  }
}

function read(record: Record<string, unknown>, key: string, listed: boolean): Piece {
  try {
    return pieceOf(record[key], listed);
  } catch {
    return unreadable();
  }
}

function pieceOf(value: unknown, listed: boolean): Piece {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return undefined;
  return listed && Array.isArray(value) ? jsonText(value) : other(typeOf(value));
}

function jsonText(value: unknown): Piece {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? unreadable() : [text];
}

function letThrough(record: Record<string, unknown>, key: string): Piece {
  try {
    const text = JSON.stringify(record[key]) as string | undefined;
    return text === undefined ? undefined : [text];
  } catch {
    throw inputError(
      'options.extra 放行的一个字段无法写成 JSON。',
      'A field that options.extra lets through cannot be written as JSON.',
    );
  }
}

function typeOf(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
    case 'bigint':
      return 'number';
    default:
      return Array.isArray(value) ? 'array' : 'object';
  }
}

function other(type: string): number {
  return OTHER + JSON_TYPES.indexOf(type) * 8;
}

function unreadable(): number {
  return other('unreadable');
}
