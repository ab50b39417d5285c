// One record at a time, as a form is filled: validate, validateField, needs, normalise. The path of a keystroke: the
// values are read, packed, judged by the core, and only what was found becomes objects.

import { inputError } from './errors.js';
import { CONDITION_READS, READS, RULE_ROWS } from './generated/layout.js';
import { configured } from './instance.js';
import { isError, readIssues } from './issues.js';
import { compile, dayFor } from './options.js';
import { gather, gatherSome, isRecord, keysOf, partOf, type Part, type Pieces } from './pack.js';
import { extrasOf, put, putEach } from './put.js';
import type { Issue, NeedNow, Normalised, Options, Report } from './shapes.js';
import { fieldIndex, fieldNames, kindIndex, type FieldName, type Kind, type RecordOf } from './tables.js';

/** What the checks of one field read, by kind and field, and what the conditions of a kind do. */
const FIELD_PARTS: Part[] = [];
const CONDITION_PARTS: Part[] = [];
/** No table has more fields. */
const FIELDS_ROOM = 32;

/**
 * Judges one record. It is read as JSON would read it (own enumerable properties), and never changed or kept.
 *
 * @throws InputError when the kind, an option or the record is malformed.
 *
 * @example
 * const { valid, issues } = validate('safety', form, { profile: 'strict' });
 */
export function validate<K extends Kind>(kind: K, record: Partial<RecordOf<K>> | object, options?: Options): Report {
  const index = kindIndex(kind);
  const compiled = compile(options);
  const pieces = gatherAll(index, object(record));
  const core = configured(compiled.config);
  put(core, index, pieces);
  const result = core.calls.validate(index, extrasOf(index, pieces), dayFor(compiled));
  const issues = readIssues(core, result, index, 'record', compiled.locale);
  return { valid: !issues.some(isError), issues };
}

/**
 * Judges one field of a record, and every rule that reads it: exactly the issues that can change when the field does.
 * They stand at the field and at the fields of its `affects` (see `describe`). Only what these rules read is looked at.
 *
 * @throws InputError when the kind, the field, an option or the record is malformed.
 *
 * @example
 * const issues = validateField('manager', 'appointment', form);
 */
export function validateField<K extends Kind>(
  kind: K,
  field: FieldName<K>,
  record: Partial<RecordOf<K>> | object,
  options?: Options,
): Issue[] {
  const index = kindIndex(kind);
  const place = fieldIndex(index, field);
  const compiled = compile(options);
  const part = (FIELD_PARTS[index * FIELDS_ROOM + place] ??= partOf(index, READS[index]![place]!));
  const pieces = gatherSome(part, object(record));
  const core = configured(compiled.config);
  putEach(core, pieces);
  const result = core.calls.validate_field(index, place, dayFor(compiled));
  return readIssues(core, result, index, 'record', compiled.locale);
}

const NEEDS: readonly NeedNow[] = ['optional', 'required', 'one-of'];

/**
 * What must be filled, as the record stands now: every field of the table, as `required`, `one-of` (at least one of the
 * fields that are so marked) or `optional`.
 *
 * @throws InputError when the kind, an option or the record is malformed.
 *
 * @example
 * const required = needs('manager', form).certStatusDescription === 'required';
 */
export function needs<K extends Kind>(
  kind: K,
  record: Partial<RecordOf<K>> | object,
  options?: Options,
): Record<FieldName<K>, NeedNow> {
  const index = kindIndex(kind);
  const compiled = compile(options);
  const part = (CONDITION_PARTS[index] ??= partOf(index, CONDITION_READS[index]!));
  const pieces = gatherSome(part, object(record));
  const core = configured(compiled.config);
  putEach(core, pieces);
  const first = (core.calls.needs(index, dayFor(compiled)) >>> 2) + 10;
  const words = core.result();
  const answer: Record<string, NeedNow> = {};
  fieldNames(index).forEach((name, field) => (answer[name] = NEEDS[words[first + field]!]!));
  return answer as Record<FieldName<K>, NeedNow>;
}

/** A mask of every field. */
const ALL_FIELDS = -1;

/**
 * A copy of the record with the canonical spellings: trimmed, `yyyy-MM-dd`, half-width digits, the canonical certificate
 * number, a bare photo. What has no canonical spelling, and every field outside the table, is copied as it is.
 *
 * @throws InputError when the kind or the record is malformed.
 *
 * @example
 * const { record, changes } = normalise('special', { ...form, issuDate: '20240131' });
 */
export function normalise<K extends Kind, R extends Partial<RecordOf<K>> | object>(kind: K, record: R): Normalised<R> {
  const index = kindIndex(kind);
  const copy = copied(object(record));
  const pieces = gatherSome(partOf(index, ALL_FIELDS), copy);
  const core = configured(compile(undefined).config);
  put(core, index, pieces);
  const head = core.calls.normalise(index) >>> 2;
  const words = core.result();
  const changes: Normalised<R>['changes'] = [];
  for (let at = head + 10; at < head + 10 + words[head]! * 7; at += 7) {
    const field = fieldNames(index)[words[at + 1]!] ?? '';
    const text = core.text(words[head + 6]! + words[at + 2]!, words[at + 3]!);
    copy[field] = words[at + 4] === 1 ? JSON.parse(text) : text;
    changes.push({ rule: RULE_ROWS[words[at]! & 0xff]!.id, field });
  }
  return { record: copy as R, changes };
}

function object(record: unknown): Record<string, unknown> {
  if (isRecord(record)) return record;
  throw inputError('记录应为对象。', 'A record must be an object.');
}

function gatherAll(kind: number, record: Record<string, unknown>): Pieces {
  const pieces = gather(kind, record);
  if (pieces) return pieces;
  throw unlisted();
}

/** The own enumerable properties that can be read. */
function copied(record: Record<string, unknown>): Record<string, unknown> {
  const keys = keysOf(record);
  if (!keys) throw unlisted();
  const copy: Record<string, unknown> = {};
  for (const key of keys) {
    try {
      Object.defineProperty(copy, key, { value: record[key], writable: true, enumerable: true, configurable: true });
    } catch {
      // A getter that throws has nothing to copy.
    }
  }
  return copy;
}

function unlisted(): Error {
  return inputError('无法列出记录的属性。', 'The properties of the record cannot be listed.');
}
