// React Hook Form: the rules of a kind as a resolver. Its types are written out, so that nothing has to be installed.

import { init } from '../instance.js';
import type { Issue, Options } from '../shapes.js';
import type { Kind, RecordOf } from '../tables.js';
import { checkOf, type AdapterOptions } from './shared.js';

export { affected } from '../data.js';
export type { AdapterOptions };

/** The error at a field; its `type` is the id of the rule. */
export interface ResolvedError {
  type: string;
  message: string;
  ref?: any;
  /** With `criteriaMode: 'all'`: the message of every rule, by id. */
  types?: Record<string, string>;
  /** The same error, where a field array shows its own. */
  root?: ResolvedError;
}

/** What React Hook Form tells a resolver, as far as it is read here. */
export interface ResolverOptions {
  criteriaMode?: string | undefined;
  fields: Record<string, any>;
  names?: readonly string[] | undefined;
  shouldUseNativeValidation: boolean | undefined;
}

/** React Hook Form's `Resolver`. */
export type EcertResolver<Input, Output> = (
  values: Input,
  context: unknown,
  options: ResolverOptions,
) => Promise<{ values: Output; errors: Record<string, never> } | { values: Record<string, never>; errors: { [Name in keyof Input]?: any } }>;

type Tree = Record<string | number, any>;

/**
 * The rules of a kind for `useForm` of React Hook Form. It awaits `init()` by itself. Only errors are errors; warnings go
 * to `onWarnings`. All fields are judged each time, since `formState.isValid` is what a resolver says of all; the form shows
 * what it asked for. What it should ask for with a field is `deps: affected(kind, name)`.
 *
 * @throws InputError when the kind or an option is malformed.
 *
 * @example
 * const { register } = useForm({ resolver: ecertResolver('manager') });
 * register('certState', { deps: affected('manager', 'certState') });
 */
export function ecertResolver<K extends Kind>(
  kind: K,
  options?: Options,
  adapter?: AdapterOptions,
): EcertResolver<Partial<RecordOf<K>>, RecordOf<K>> {
  const check = checkOf(kind, options, adapter);
  return async (values, _context, form) => {
    await init();
    const issues = check(values);
    const errors: Tree = {};
    issues.forEach((issue) => add(errors, issue, form));
    if (form.shouldUseNativeValidation) tellBrowser(form.fields, errors);
    return issues.length > 0 ? { values: {}, errors } : { values: values as RecordOf<K>, errors: {} };
  };
}

/** The first issue of a place is its error; a list may have one of its own beside those of its items. */
function add(errors: Tree, { path, rule, message }: Issue, { criteriaMode, fields, names }: ResolverOptions): void {
  let node = errors;
  let field: Tree | undefined = fields;
  for (const key of path) {
    node = node[key] = node[key] || {};
    field = field && field[key];
  }
  if (!node['type']) {
    const error = { type: rule, message, ref: field && field['ref'] };
    Object.assign(node, error);
    if (names && names.some((name) => name.startsWith(`${path.join('.')}.`))) node['root'] = error;
  }
  if (criteriaMode === 'all') node['types'] = Object.assign(node['types'] || {}, { [rule]: message });
}

/** Shows each message as the browser shows its own. */
function tellBrowser(fields: Tree, errors: Tree): void {
  for (const key of Object.keys(fields)) {
    const field = fields[key] || {};
    const error = errors[key] || {};
    for (const element of field.refs || [field.ref]) {
      if (!element) tellBrowser(field, error);
      else if (element.reportValidity) {
        element.setCustomValidity(error.message || '');
        element.reportValidity();
      }
    }
  }
}
