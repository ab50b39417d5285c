// What was found, as people read it: a table of issues, a record after the other, and the counts. Nothing of a record's values: an
// issue has none, and a name that the file made up is shown without what would steer a terminal.

import { describe } from '../data.js';
import type { Locale } from '../shapes.js';
import { padded, shown, width } from './columns.js';
import { recordOf, type Findings, type Found } from './findings.js';
import type { Kind } from '../tables.js';

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

/** What the first line of a report depends on, and what its last line counts. */
export class Measure {
  places = 0;
  titles = 0;
  rules = 0;
  errors = 0;
  warnings = 0;
  private readonly known: Map<string, string>;

  constructor(kind: Kind | null) {
    this.known = new Map(kind === null ? [] : describe(kind).fields.map(({ name, title }) => [name, title]));
  }

  /** The title of the field at which it stands. */
  titleOf({ field }: Found): string {
    return this.known.get(field ?? '') ?? '';
  }

  add(issues: readonly Found[]): void {
    for (const issue of issues) {
      this.places = Math.max(this.places, width(placeOf(issue)));
      this.titles = Math.max(this.titles, width(this.titleOf(issue)));
      this.rules = Math.max(this.rules, width(issue.rule));
      this[issue.severity === 'error' ? 'errors' : 'warnings']++;
    }
  }
}

/** What was found, without a list of all issues: they come again each time they are asked for. */
export interface Told extends Omit<Findings, 'issues'> {
  measure: Measure;
  each(): Iterable<Found[]> | AsyncIterable<Found[]>;
}

/** What was found, to be told. */
export function told({ issues, ...findings }: Findings): Told {
  const measure = new Measure(findings.kind);
  measure.add(issues);
  return { ...findings, measure, each: () => [issues] };
}

/** The lines of the report, in the order of the file. */
export async function* reportOf(findings: Told, locale: Locale, coloured: boolean): AsyncGenerator<string> {
  const words = WORDS[locale];
  const paint = (text: string, colour: keyof typeof COLOURS) => (coloured ? `\x1b[${COLOURS[colour]}m${text}\x1b[0m` : text);
  const { measure } = findings;
  let last: string | undefined;
  for await (const issues of findings.each()) {
    for (const issue of issues) {
      const head = headOf(issue, words);
      if (head !== last) yield (last === undefined ? '' : '\n') + paint(head, 'head');
      last = head;
      const severity = paint(padded(words[issue.severity], 7), issue.severity);
      const [place, title] = [padded(placeOf(issue), measure.places), padded(measure.titleOf(issue), measure.titles)];
      yield `  ${place}  ${title}  ${severity}  ${padded(issue.rule, measure.rules)}  ${shown(issue.message)}`;
    }
  }
  if (last !== undefined) yield '';
  if (findings.ignored.length > 0) yield words.ignored(findings.ignored);
  yield words.counts({ ...findings, errors: measure.errors, warnings: measure.warnings });
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
