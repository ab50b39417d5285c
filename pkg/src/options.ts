// Options, read once: every name and value is checked, what the core needs is written as JSON text, and the result is
// remembered by the identity of the object. Sentences name the option, never what was given.

import { inputError } from './errors.js';
import { dictionaries as tables } from './generated/dictionaries.js';
import { LIST_KEYS, RULE_ROWS } from './generated/layout.js';
import type { BuildOptions, Locale } from './shapes.js';
import { tableOf } from './tables.js';
import { NO_DAY, dayInShanghai, dayOf } from './today.js';

/** Options as the calls use them. */
export interface Compiled {
  /** What the core is configured with. */
  readonly config: string;
  readonly locale: Locale;
  /** The day of the check; absent: the day of the call. */
  readonly day: number | undefined;
  /** Whether `certType` was given. */
  readonly certTypeGiven: boolean;
  /** Names that are let through; absent: none. */
  readonly extra: ReadonlySet<string> | undefined;
}

const DEFAULTS: Compiled = { config: '[]', locale: 'zh-CN', day: undefined, certTypeGiven: false, extra: undefined };

const remembered = new WeakMap<object, Compiled>();

/** The compiled form of what a caller gave as options. */
export function compile(options: unknown): Compiled {
  if (options === undefined) return DEFAULTS;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw wrong('options', 'an object', '对象');
  let compiled = remembered.get(options);
  if (compiled === undefined) remembered.set(options, (compiled = read(options)));
  return compiled;
}

/** The day of the check, as the core takes it. */
export function dayFor(compiled: Compiled): number {
  return compiled.day ?? dayInShanghai();
}

/** How each option is checked; the answer is what the core is told, rules and dictionaries by their places in the tables. */
const CHECKS: Required<{ [Name in keyof BuildOptions]: (value: unknown) => unknown }> = {
  profile: (value) => oneOf('options.profile', value, ['document', 'strict']),
  locale: (value) => oneOf('options.locale', value, ['zh-CN', 'en']),
  certType: (value) => oneOf('options.certType', value, ['1', '2', '3']),
  listKey: (value) => oneOf('options.listKey', value, LIST_KEYS),
  businessInformation: (value) => oneOf('options.businessInformation', value, ['array', 'string']),
  normalise: (value) => oneOf('options.normalise', value, [true, false]),
  rules: checkRules,
  dictionaries: checkDictionaries,
  today: checkDay,
  extra: checkExtra,
};

/** The names of all options. */
export const OPTION_NAMES: readonly string[] = /* @__PURE__ */ Object.keys(CHECKS);

/** Refuses an option of another name. */
export function onlyNamed(options: object, names: readonly string[]): void {
  if (Object.keys(options).every((name) => names.includes(name))) return;
  throw inputError(`options 中有未知的选项，可用：${names.join('、')}。`, `Unknown option; there are: ${names.join(', ')}.`);
}

function read(options: object): Compiled {
  onlyNamed(options, OPTION_NAMES);
  const checked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined) checked[name] = CHECKS[name as keyof BuildOptions](value);
  }
  const { locale, today, ...config } = checked;
  const extra = config['extra'] as string[] | undefined;
  return {
    config: JSON.stringify(Object.entries(config).flatMap(told)),
    locale: (locale as Locale | undefined) ?? DEFAULTS.locale,
    day: today as number | undefined,
    certTypeGiven: config['certType'] !== undefined,
    extra: extra && new Set(extra),
  };
}

/** What the core is told of an option: each of its settings, then the place that it has in a table, then the option's name. */
function told([name, value]: [string, unknown]): unknown[][] {
  if (typeof value !== 'object' || Array.isArray(value)) return [[value, name].flat().map(String)];
  return Object.entries(value as object).map(([place, what]) => [what, place, name].flat());
}

function oneOf<T>(where: string, value: unknown, values: readonly T[]): T {
  if (values.includes(value as T)) return value as T;
  const listed = values.map((each) => JSON.stringify(each));
  throw wrong(where, `one of ${listed.join(', ')}`, `以下之一：${listed.join('、')}`);
}

function checkRules(value: unknown): Record<string, unknown> {
  const rules: Record<string, unknown> = {};
  for (const [id, severity] of entries('options.rules', value)) {
    const place = RULE_ROWS.findIndex((rule) => rule.id === id);
    if (place < 0) {
      throw inputError(
        'options.rules 中有未知的规则编号，见 rules()。',
        'options.rules has an unknown rule id; rules() lists them.',
      );
    }
    if (severity !== undefined) rules[place] = oneOf('options.rules[…]', severity, ['error', 'warning', 'off']);
  }
  return rules;
}

function checkDictionaries(value: unknown): Record<string, string[]> {
  const dictionaries: Record<string, string[]> = {};
  for (const [id, rows] of entries('options.dictionaries', value)) {
    const ids = Object.keys(tableOf(tables));
    const place = ids.indexOf(id);
    if (place < 0) {
      throw inputError(
        `options.dictionaries 中有未知的字典，可用：${ids.join('、')}。`,
        `Unknown dictionary; there are: ${ids.join(', ')}.`,
      );
    }
    if (rows !== undefined) dictionaries[place] = codes(rows);
  }
  return dictionaries;
}

function codes(rows: unknown): string[] {
  if (Array.isArray(rows) && rows.every(isRow)) return rows.map((row) => row.code.trim());
  throw wrong(
    'options.dictionaries[…]',
    'an array of { code, name }, both strings, the code not blank',
    '{ code, name } 的数组，两者均为字符串，code 非空',
  );
}

function isRow(row: unknown): row is { code: string; name: string } {
  const { code, name } = (row ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' && code.trim() !== '' && typeof name === 'string';
}

function checkDay(value: unknown): number {
  const day = value === null ? NO_DAY : typeof value === 'string' ? dayOf(value) : undefined;
  if (day !== undefined) return day;
  throw wrong(
    'options.today',
    'null or a day that exists, as yyyy-MM-dd, from 1900 to 2199',
    'null，或 1900 至 2199 年间真实存在的日期，写作 yyyy-MM-dd',
  );
}

function checkExtra(value: unknown): string[] {
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value as string[];
  throw wrong('options.extra', 'an array of field names', '字段名的数组');
}

function entries(where: string, value: unknown): [string, unknown][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  throw wrong(where, 'an object', '对象');
}

/** The sentence for an argument or an option of another type. */
export function wrong(where: string, en: string, zh: string): Error {
  return inputError(`${where} 应为${zh}。`, `${where} must be ${en}.`);
}
