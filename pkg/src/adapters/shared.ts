// What the adapters share: their arguments, refused where they are given and not first when something is typed, and what
// the core says of a record or of one of its fields. It judges nothing itself.

import { isError } from '../issues.js';
import { validate, validateField } from '../live.js';
import { compile, onlyNamed, wrong } from '../options.js';
import type { Issue, Options } from '../shapes.js';
import { kindIndex, type FieldName, type Kind } from '../tables.js';

/** What the adapters of whole forms take beside the options of the checks. */
export interface AdapterOptions {
  /** Called at each validation with the warnings, which never keep a form from being sent; none is an empty array. */
  onWarnings?: ((warnings: Issue[]) => void) | undefined;
}

/** The check of a whole record: it gives the errors and hands on the warnings. */
export function checkOf(kind: Kind, options?: Options, adapter: AdapterOptions = {}): (record: object) => Issue[] {
  checkArguments(kind, options);
  onlyNamed(adapter, ['onWarnings']);
  const { onWarnings } = adapter;
  if (onWarnings && typeof onWarnings !== 'function') throw wrong('onWarnings', 'a function', '函数');
  return (record) => {
    const { issues } = validate(kind, record, options);
    if (onWarnings) onWarnings(issues.filter((issue) => !isError(issue)));
    return issues.filter(isError);
  };
}

/** Refuses a kind or an option that there is not. */
export function checkArguments(kind: Kind, options?: Options): void {
  kindIndex(kind);
  compile(options);
}

/** The errors, or the warnings, at one field: of its own checks and of every rule that stands there. */
export function issuesAt(kind: Kind, field: string, record: object, options: Options | undefined, errors: boolean): Issue[] {
  const issues = validateField(kind, field as FieldName<Kind>, record, options);
  return issues.filter((issue) => issue.field === field && isError(issue) === errors);
}
