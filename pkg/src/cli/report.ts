// What was found, as people read it: a table of issues, a record after the other, and the counts. Nothing of a record's values: an
// issue has none, and a name that the file made up is shown without what would steer a terminal.

import { describe } from '../data.js';
import type { Locale } from '../shapes.js';
import { padded, shown, width } from './columns.js';
import { recordOf, type Findings, type Found } from './findings.js';

/** The longest name that is shown whole; those of the tables are shorter. */
const LONGEST = 48;

/** The words around the issues. */
interface Words {
  error: string;
  warning: string;
  body: string;
  record(number: number): string;
  line(line: number, number: number): string;
  ignored(columns: string[]): string;
  counts(counts: { total: number; valid: number; invalid: number; errors: number; warnings: number }): string;
}

const WORDS: Record<Locale, Words> = {
  'zh-CN': {
    error: '错误',
    warning: '警告',
    body: '请求体',
    record: (number) => `第 ${number} 条`,
    line: (line, number) => `第 ${line} 行（第 ${number} 条）`,
    ignored: (columns) => `未检查的列：${columns.join('、')}，不是这种证照的字段。`,
    counts: (n) => `记录 ${n.total}：正确 ${n.valid}，有误 ${n.invalid}。错误 ${n.errors}，警告 ${n.warnings}。`,
  },
  en: {
    error: 'error',
    warning: 'warning',
    body: 'request body',
    record: (number) => `record ${number}`,
    line: (line, number) => `line ${line} (record ${number})`,
    ignored: (columns) => `Columns not checked, being no fields of this kind: ${columns.join(', ')}.`,
    counts: (n) => `Records ${n.total}: right ${n.valid}, wrong ${n.invalid}. Errors ${n.errors}, warnings ${n.warnings}.`,
  },
};

const COLOURS = { error: 31, warning: 33, head: 1 };

/** The lines of the report, in the order of the file. */
export function* reportOf(findings: Findings, locale: Locale, coloured: boolean): Generator<string> {
  const words = WORDS[locale];
  const paint = (text: string, colour: keyof typeof COLOURS) => (coloured ? `\x1b[${COLOURS[colour]}m${text}\x1b[0m` : text);
  const titles = new Map(findings.kind === null ? [] : describe(findings.kind).fields.map(({ name, title }) => [name, title]));
  const rows = findings.issues.map((issue) => ({ issue, place: placeOf(issue), title: titles.get(issue.field ?? '') ?? '' }));
  const widest = (texts: string[]) => texts.reduce((most, text) => Math.max(most, width(text)), 0);
  const [places, named, rules] = [rows.map(({ place }) => place), rows.map(({ title }) => title), rows.map(({ issue }) => issue.rule)].map(widest);
  let last: string | undefined;
  for (const { issue, place, title } of rows) {
    const head = headOf(issue, words);
    if (head !== last) yield (last === undefined ? '' : '\n') + paint(head, 'head');
    last = head;
    const severity = paint(padded(words[issue.severity], 7), issue.severity);
    yield `  ${padded(place, places!)}  ${padded(title, named!)}  ${severity}  ${padded(issue.rule, rules!)}  ${shown(issue.message)}`;
  }
  if (last !== undefined) yield '';
  if (findings.ignored.length > 0) yield words.ignored(findings.ignored);
  const errors = findings.issues.filter(({ severity }) => severity === 'error').length;
  yield words.counts({ ...findings, errors, warnings: findings.issues.length - errors });
}

/** The record, counted from 1 as the messages do. */
function headOf({ path, line }: Found, words: Words): string {
  const index = recordOf(path);
  if (index === undefined) return words.body;
  return line === null ? words.record(index + 1) : words.line(line, index + 1);
}

/** What of the path is behind the record, or the whole of it: `businessInformation[0].itemvalue`. */
function placeOf({ path }: Found): string {
  const steps = path.slice(path.findIndex((step) => typeof step === 'number') + 1);
  const text = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return shown(text.replace(/^\./, ''), LONGEST) || '-';
}
