// What stands in tables and needs no computing: forms, dictionaries, rules, examples. Pure data, ready without init.

import { inputError } from './errors.js';
import { dictionaries } from './generated/dictionaries.js';
import { examples } from './generated/examples.js';
import { forms } from './generated/forms.js';
import { KINDS } from './generated/layout.js';
import { rules as rows } from './generated/rules.js';
import type { Dictionary, DictionaryId, FormSpec, RuleInfo } from './generated/types.js';
import { fieldIndex, kindIndex, tableOf, type FieldName, type Kind, type RecordOf } from './tables.js';
import { words } from './words.js';

/**
 * All that a form needs to know of a kind: its fields in the document's order, with title, need, length, dictionary, help
 * and citation. It is shared and frozen: copy what you want to change.
 *
 * @throws InputError for an unknown kind.
 *
 * @example
 * for (const field of describe('manager').fields) addInput(field.name, field.title, field.maxLength);
 */
export function describe(kind: Kind): FormSpec {
  return tableOf(forms)[kindNamed(kind)];
}

/**
 * A code table: its rows with code and name, and whether other codes may exist. It is shared and frozen.
 *
 * @throws InputError for an unknown id; the fields of `describe` name theirs.
 *
 * @example
 * const choices = dictionary('gender').rows.map(({ code, name }) => ({ value: code, label: name }));
 */
export function dictionary(id: DictionaryId | (string & {})): Dictionary {
  const all = tableOf(dictionaries);
  const found = Object.prototype.hasOwnProperty.call(all, id) ? all[id] : undefined;
  if (found) return found;
  const ids = Object.keys(all);
  throw inputError(`没有这个字典，可用：${ids.join('、')}。`, `No such dictionary; there are: ${ids.join(', ')}.`);
}

/**
 * Every rule: id, severities, where it stands, what it reads, its citation and its words. It is shared and frozen.
 *
 * @example
 * const ids = rules().map((rule) => rule.id);
 */
export function rules(): readonly RuleInfo[] {
  return tableOf(wholeRules);
}

/**
 * A valid invented record, made anew at each call: it is yours to change.
 *
 * @throws InputError for an unknown kind.
 *
 * @example
 * const form = reactive(example('special'));
 */
export function example<K extends Kind>(kind: K): RecordOf<K> {
  return examples()[kindNamed(kind)] as RecordOf<K>;
}

/**
 * The fields whose issues may change when this one does: what a form has to validate again with it.
 *
 * @throws InputError for an unknown kind or field.
 *
 * @example
 * watch(() => form.certState, () => formRef.value.validateField(affected('manager', 'certState')));
 */
export function affected<K extends Kind>(kind: K, field: FieldName<K>): FieldName<K>[] {
  return describe(kind).fields[fieldIndex(kindIndex(kind), field)]!.affects.slice() as FieldName<K>[];
}

/**
 * The fields that the rules at this field read: antd's `dependencies`, the other side of `affected`.
 *
 * @throws InputError for an unknown kind or field.
 *
 * @example
 * <Form.Item name={name} rules={rules[name]} dependencies={dependencies('manager', name)}>
 */
export function dependencies<K extends Kind>(kind: K, field: FieldName<K>): FieldName<K>[] {
  affected(kind, field);
  const reading = describe(kind).fields.filter(({ affects }) => affects.includes(field));
  return reading.map(({ name }) => name as FieldName<K>);
}

function kindNamed(kind: unknown): Kind {
  return KINDS[kindIndex(kind)]!;
}

function wholeRules(): readonly RuleInfo[] {
  return rows().map((row) => ({
    ...row,
    places: row.places.map(([kind, at, reads = [], severity]) => ({ kind, at, reads, ...(severity && { severity }) })),
    words: { 'zh-CN': words('zh-CN')[row.id], en: words('en')[row.id] },
  }));
}
