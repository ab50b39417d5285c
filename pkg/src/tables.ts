// Finding one's way in the generated tables: kinds and fields by their index, and the large tables, which are made when first asked
// for. It holds no name of its own.

import { inputError } from './errors.js';
import { FIELDS, KINDS } from './generated/layout.js';
import type { Kind, RecordOf } from './generated/types.js';

export type { Kind, RecordOf, RequestOf } from './generated/types.js';

/** The `certType` of the three certificates. */
export type CertType = '1' | '2' | '3';

/** The names of the fields of a kind's table. */
export type FieldName<K extends Kind> = K extends Kind ? keyof RecordOf<K> & string : never;

const INDEXES: ReadonlyMap<string, number>[] = [];

/** The place of a kind in the generated tables. */
export function kindIndex(kind: unknown): number {
  const index = (KINDS as readonly unknown[]).indexOf(kind);
  if (index >= 0) return index;
  throw inputError(`没有这种证照，可用：${KINDS.join('、')}。`, `No such kind; there are: ${KINDS.join(', ')}.`);
}

/** The names of a kind's fields, in the order of the document. */
export function fieldNames(kind: number): readonly string[] {
  return FIELDS[kind] ?? [];
}

/** The place of each field of a kind, by name. */
export function fieldIndexes(kind: number): ReadonlyMap<string, number> {
  return (INDEXES[kind] ??= new Map(fieldNames(kind).map((name, index) => [name, index])));
}

/** The place of a field that a caller names. */
export function fieldIndex(kind: number, field: unknown): number {
  const index = fieldIndexes(kind).get(field as string);
  if (index !== undefined) return index;
  const id = KINDS[kind];
  throw inputError(`这种证照没有这个字段，见 describe('${id}')。`, `No such field; describe('${id}') lists them.`);
}

const made = /* @__PURE__ */ new Map<() => unknown, unknown>();

/** The table that a generated function makes: the same at every call, and frozen. */
export function tableOf<T>(make: () => T): T {
  if (!made.has(make)) made.set(make, frozen(make()));
  return made.get(make) as T;
}

/** Shared data would else be changed for everybody by the first page that does so. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
