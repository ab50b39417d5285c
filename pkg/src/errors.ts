// The errors that are thrown. A fault that is found in a record is no error but an Issue (shapes.ts); what the
// library throws is about the call itself. No sentence here holds a value that was given: records carry names,
// id numbers and photos.

import type { Issue } from './shapes.js';

/**
 * The call is malformed: an unknown kind, field name, option, option value or rule id, or a record that is no object.
 * Its `message` says in Chinese and in English what to give instead; it never holds what was given.
 *
 * @example
 * try {
 *   validate('safty', record);
 * } catch (error) {
 *   if (error instanceof InputError) console.error(error.message);
 * }
 */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/**
 * `buildRequest` and `buildRequestJson` throw it when a record has an error: no body was built. `issues` holds every
 * issue of the whole call, warnings too; each path starts with the index of the record.
 *
 * @example
 * try {
 *   buildRequest('manager', records);
 * } catch (error) {
 *   if (error instanceof ValidationError) show(error.issues);
 * }
 */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';
  /** All issues of the call, errors and warnings, in the order of the records. */
  readonly issues: Issue[];

  constructor(message: string, issues: Issue[]) {
    super(message);
    this.issues = issues;
  }
}

/** An InputError with its sentence in both languages. */
export function inputError(zh: string, en: string): InputError {
  return new InputError(`${zh} ${en}`);
}

/** The one thing to say whenever something is larger than the memory that can be had. */
export function tooLarge(): InputError {
  return inputError('数据太大，内存容纳不下：请分成几次处理。', 'The input is too large for the memory: split it.');
}
