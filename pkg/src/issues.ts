// Results of the core, as issues: numbers become ids, paths, names and citations; the message is put together when it
// is read. Nothing is judged here.

import type { Core } from './core.js';
import { tooLarge } from './errors.js';
import {
  BLOCKS,
  CERT_TYPE,
  CITES,
  ENVELOPE_NAMES,
  FIELD_FACTS,
  ITEM_MEMBERS,
  JSON_TYPES,
  KIND_FACTS,
  LIST_KEYS,
  REASONS,
  RULE_ROWS,
  type Param,
} from './generated/layout.js';
import type { Issue, Locale } from './shapes.js';
import { fieldNames } from './tables.js';
import { sentence } from './words.js';

/** The words before the issues of a result, and the words of one issue. */
const HEAD = 10;
const STRIDE = 7;

/** Where an issue stands, as the core numbers it. */
const enum Place {
  Body,
  CertType,
  Block,
  List,
  Record,
  Field,
  Item,
  Name,
  BodyName,
  BlockName,
}

/** What the paths of a call begin with: nothing, the index of the record, or the path of the record in the body. */
export type Base = 'record' | 'batch' | 'request';

/** One issue as the core has it. */
interface Row {
  rule: number;
  severity: number;
  place: Place;
  record: number;
  field: number;
  item: number;
  member: number;
  a: number;
  b: number;
  name: string;
}

/** The issues of a result, in order. `kind` is an index; -1 where it is not known. */
export function readIssues(core: Core, at: number, kind: number, base: Base, locale: Locale): Issue[] {
  const words = core.result();
  const head = at >>> 2;
  const count = words[head]!;
  if (words[head + 5] === 1) throw tooLarge();
  if (count === 0) return [];
  const before = base === 'request' ? [BLOCKS[kind] ?? '', LIST_KEYS[words[head + 4]!] ?? ''] : [];
  const issues: Issue[] = [];
  for (let index = 0; index < count; index++) {
    const row = readRow(core, words, head, head + HEAD + index * STRIDE);
    issues.push(issueOf(row, kind, pathOf(row, kind, base, before), locale));
  }
  return issues;
}

/** Whether the record would be refused for it. */
export function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}

function readRow(core: Core, words: Uint32Array, head: number, at: number): Row {
  const first = words[at]!;
  const place: Place = first >>> 16;
  const [item, member] = [words[at + 3]!, words[at + 4]!];
  return {
    rule: first & 0xff,
    severity: (first >>> 8) & 0xff,
    place,
    record: words[at + 1]!,
    field: words[at + 2]!,
    item,
    member,
    a: words[at + 5]!,
    b: words[at + 6]!,
    name: place >= Place.Name ? core.text(words[head + 8]! + item, member) : '',
  };
}

function pathOf(row: Row, kind: number, base: Base, before: string[]): (string | number)[] {
  const record = base === 'record' ? [] : [...before, row.record];
  switch (row.place) {
    case Place.Body:
      return [];
    case Place.CertType:
      return [CERT_TYPE];
    case Place.Block:
      return [BLOCKS[row.field] ?? ''];
    case Place.List:
      return [BLOCKS[row.field] ?? '', LIST_KEYS[row.item] ?? ''];
    case Place.Record:
      return record;
    case Place.Field:
      return [...record, fieldName(kind, row)];
    case Place.Item: {
      const member = ITEM_MEMBERS[row.member];
      return [...record, fieldName(kind, row), row.item, ...(member === undefined ? [] : [member])];
    }
    case Place.Name:
      return [...record, row.name];
    case Place.BodyName:
      return [row.name];
    case Place.BlockName:
      return [BLOCKS[row.field] ?? '', row.name];
  }
}

/** What the message of an issue is made of. */
interface Untold {
  readonly row: Row;
  readonly kind: number;
  readonly locale: Locale;
  readonly params: Issue['params'];
}

const UNTOLD = /* @__PURE__ */ Symbol('untold');

/**
 * The message of every issue: an own property, which copies and JSON have too. One getter for all of them, since engines keep
 * twice as much for an issue that has one of its own.
 */
const MESSAGE: PropertyDescriptor = {
  get(this: { [UNTOLD]?: Untold }): string {
    const untold = this[UNTOLD];
    return untold ? told(untold) : '';
  },
  enumerable: true,
  configurable: true,
};

function told({ row, kind, locale, params }: Untold): string {
  const name = nameAt(row, kind) ?? '';
  return sentence(locale, RULE_ROWS[row.rule]!.id, { name, ...params, title: titleAt(row, kind), cite: citeOf(row, kind) });
}

function issueOf(row: Row, kind: number, path: (string | number)[], locale: Locale): Issue {
  const { id, params: wanted } = RULE_ROWS[row.rule]!;
  const field = nameAt(row, kind);
  const params: Issue['params'] = {};
  for (const param of wanted) params[param.name] = fact(param.from, row, kind, field);
  const issue = { rule: id, severity: row.severity === 2 ? 'error' : 'warning', path, field } as Issue;
  Object.defineProperty(issue, 'message', MESSAGE);
  issue.params = params;
  issue.cite = citeOf(row, kind);
  const untold: Untold = { row, kind, locale, params };
  return Object.defineProperty(issue, UNTOLD, { value: untold });
}

function citeOf(row: Row, kind: number): string {
  return RULE_ROWS[row.rule]!.cite || (isField(row) && CITES[kind]?.[row.field]) || '';
}

function isField(row: Row): boolean {
  return row.place === Place.Field || row.place === Place.Item;
}

function isBlock(row: Row): boolean {
  return row.place === Place.Block || row.place === Place.List;
}

function fieldName(kind: number, row: Row): string {
  return fieldNames(kind)[row.field] ?? '';
}

/** The name that the issue stands at. */
function nameAt(row: Row, kind: number): string | null {
  if (isField(row)) return fieldName(kind, row);
  if (row.place >= Place.Name) return row.name;
  if (row.place === Place.CertType) return CERT_TYPE;
  return isBlock(row) ? (BLOCKS[row.field] ?? null) : null;
}

/** What people call the field or the block. */
function titleAt(row: Row, kind: number): string {
  const title = isField(row) ? FIELD_FACTS[kind]?.[row.field]?.title : isBlock(row) ? KIND_FACTS[row.field]?.title : '';
  return title ?? '';
}

/** One parameter of the message: a number as it is, or what it stands for in the tables. */
function fact(from: Param['from'], row: Row, kind: number, field: string | null): string | number {
  const facts = isField(row) ? FIELD_FACTS[kind]?.[row.field] : undefined;
  switch (from) {
    case 'a':
      return row.a;
    case 'b':
      return row.b;
    case 'type-a':
      return JSON_TYPES[row.a] ?? '';
    case 'type-b':
      return JSON_TYPES[row.b] ?? '';
    case 'reason-a':
      return REASONS[row.a] ?? '';
    case 'reason-b':
      return REASONS[row.b] ?? '';
    case 'near-a':
      return (row.place === Place.Name ? fieldNames(kind) : ENVELOPE_NAMES)[row.a - 1] ?? '';
    case 'block-a':
      return BLOCKS[row.a] ?? '';
    case 'dictionary':
      return facts?.dictionary ?? '';
    case 'fixed':
      return facts?.fixed ?? '';
    case 'expected':
      return facts?.expected ?? '';
    case 'form':
      return KIND_FACTS[kind]?.form ?? '';
    case 'licence-type':
      return KIND_FACTS[kind]?.licenceType ?? '';
    case 'name':
      return field ?? '';
  }
}
