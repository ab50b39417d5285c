// What the tests of the package share.
import assert from 'node:assert/strict';
import { InputError, describe, example, validate } from 'mohurd-ecert';

/** Without a day, so that no test depends on the clock. */
export const OPTIONS = { today: null };
export const KINDS = ['safety', 'special', 'manager', 'preview'];
export const SAFETY = Object.freeze(example('safety'));

/** The names of a kind's fields. */
export const names = (kind) => describe(kind).fields.map(({ name }) => name);

/** Issues, in short: rule and path. */
export const marks = (issues) => issues.map(({ rule, path }) => [rule, ...path]);
export const judge = (record) => marks(validate('safety', record, OPTIONS).issues);

export const body = (...records) => ({ certType: '1', safeCertParameter: { acceptData: records } });
export const IN_BODY = ['safeCertParameter', 'acceptData'];

/** The record, with getters that throw. */
export function thrower(record, ...names) {
  for (const name of names) {
    Object.defineProperty(record, name, { enumerable: true, get() { throw new Error('SECRET'); } });
  }
  return record;
}

/** The sentence of an InputError: in both languages, whole, and without what was given. */
export function refusal(call, secret) {
  let sentence = '';
  assert.throws(call, (error) => {
    sentence = error.message;
    return error instanceof InputError && error instanceof Error && error.name === 'InputError';
  });
  assert.match(sentence, /[一-鿿].*。 .*[a-z].*\.$/s);
  if (secret) assert.ok(!sentence.includes(secret), sentence);
  return sentence;
}

/** After anything, the instance judges a right record right. */
export function usable() {
  assert.deepEqual(judge(SAFETY), [], 'the instance is still usable');
}
