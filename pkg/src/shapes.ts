// The shapes that go in and out of the functions: plain data, all of it. What the tables give (records, forms,
// dictionaries, rules) is generated; see generated/types.ts.

import type { CertType, Kind } from './tables.js';

/** How strict: `document` rests errors on the interface document alone, `strict` also on the standards around it. */
export type Profile = 'document' | 'strict';

/** The language of messages. */
export type Locale = 'zh-CN' | 'en';

/** `error`: the record would be refused. `warning`: worth a look, it may be sent. */
export type Severity = 'error' | 'warning';

/**
 * One fault that was found. It never holds the value it speaks of.
 *
 * @example
 * { rule: 'field/required', severity: 'error', path: ['certNum'], field: 'certNum', message: '…', params: {}, cite: '…' }
 */
export interface Issue {
  /** The stable id of the rule, for instance `field/date`; `rules()` lists them. */
  rule: string;
  severity: Severity;
  /** Where it stands: `['certNum']`, in a batch `[3, 'certNum']`, in a request the path in the body. */
  path: (string | number)[];
  /** The field, or the name, that it stands at; null where it stands at no name (an entry, the body). */
  field: string | null;
  /** What is wrong, why (with the citation), and what to do, in the locale of the options. Made when it is read. */
  message: string;
  /** The facts in the message, for instance `{ max: 50, length: 61 }`; never a record's value. */
  params: Record<string, string | number>;
  /** The clause, standard or reading that the rule rests on; never empty. */
  cite: string;
}

/** What `validate` answers. */
export interface Report {
  /** No issue has the severity `error`. */
  valid: boolean;
  /** In the order of the table's fields. */
  issues: Issue[];
}

/** What `validateRequest` answers. */
export interface RequestReport extends Report {
  /** What the body submits, where it can be told. */
  kind: Kind | null;
}

/** What `validateBatch` answers. The three numbers count records. */
export interface BatchReport {
  total: number;
  /** Records without an error. */
  valid: number;
  /** Records with at least one error. */
  invalid: number;
  /** Each path starts with the index of the record, from 0. */
  issues: Issue[];
}

/** Whether a field must be filled now: `one-of` means at least one of the fields that are so marked. */
export type NeedNow = 'required' | 'one-of' | 'optional';

/** One field that `normalise` wrote differently, and the rule by whose form it did. */
export interface Change {
  rule: string;
  field: string;
}

/** What `normalise` answers. */
export interface Normalised<R> {
  /** A copy of the record with the canonical spellings; the record that was given is left as it was. */
  record: R;
  /** In the order of the table's fields; empty when nothing had to change. */
  changes: Change[];
}

/** One code that a host page adds or keeps. */
export interface CodeName {
  readonly code: string;
  readonly name: string;
}

/**
 * How to judge. An options object is read once and remembered by its identity: keep one constant object and make a new
 * one to change something. An unknown name or value is an `InputError`.
 *
 * @example
 * const OPTIONS: Options = { profile: 'strict', rules: { 'photo/resolution': 'off' } };
 */
export interface Options {
  /** Default `document`. */
  profile?: Profile | undefined;
  /** Default `zh-CN`. */
  locale?: Locale | undefined;
  /** The severity of single rules, by id; `off` silences a rule. */
  rules?: Record<string, Severity | 'off'> | undefined;
  /** Dictionaries to use in place of the built-in ones, by id; extend one by spreading `dictionary(id).rows`. */
  dictionaries?: Record<string, readonly CodeName[]> | undefined;
  /** The day of the check, `yyyy-MM-dd`. Default: today in Asia/Shanghai. null: the rules about today do not run. */
  today?: string | null | undefined;
  /** Of which certificate a preview address is; `buildRequest('preview', …)` needs it. */
  certType?: CertType | undefined;
}

/** How to build the body. Every function takes these too, so that one constant serves all calls. */
export interface BuildOptions extends Options {
  /** The name of the list. Default: as the document's own sample of the kind writes it. */
  listKey?: 'acceptData' | 'AcceptData' | undefined;
  /** How `businessInformation` is written. Default `array`. */
  businessInformation?: 'array' | 'string' | undefined;
  /** Whether canonical spellings are written, as `normalise` has them. Default false. */
  normalise?: boolean | undefined;
  /** Names of fields outside the table that are let through, for instance `['oldcertNum']`. */
  extra?: readonly string[] | undefined;
}
