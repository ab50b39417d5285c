// Standard Schema v1 and Standard JSON Schema v1 (standardschema.dev): for whatever takes a schema of any library, such as
// TanStack Form. Its types are written out here, as the standard recommends, so that nothing has to be installed.

import { validateBatch } from '../batch.js';
import { isError } from '../issues.js';
import { isRecord } from '../pack.js';
import type { Issue, Options } from '../shapes.js';
import type { Kind, RecordOf } from '../tables.js';
import { checkOf, type AdapterOptions } from './shared.js';

export type { AdapterOptions };

/** A schema that Standard Schema v1 describes, and whose JSON Schema can be asked for. */
export interface EcertSchema<Input, Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    /** Answers at once. In a page it throws before `init()` is through. */
    readonly validate: (value: unknown) => { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    /** Answers at once, and throws before `loadJsonSchema()` is through. */
    readonly jsonSchema: { readonly input: ToJsonSchema; readonly output: ToJsonSchema };
  };
}

/** What gives the JSON Schema; `target` is `draft-2020-12` or `draft-07`. */
export type ToJsonSchema = (options: { readonly target: string }) => Record<string, unknown>;

let jsonSchema: ((kind: Kind, target: string) => Record<string, unknown>) | undefined;

/**
 * Loads the JSON Schemas, which are a file of their own. It need be awaited only where a schema is asked for one.
 *
 * @example
 * await loadJsonSchema();
 * standardSchema('safety')['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
 */
export async function loadJsonSchema(): Promise<void> {
  jsonSchema = (await import('./json-schema.js')).jsonSchema;
}

/**
 * The rules of a kind as a Standard Schema. Its issues are those of `validate`, with rule, params, severity and citation;
 * only errors are among them, since the standard knows no severities: warnings go to `onWarnings`.
 *
 * @throws InputError when the kind or an option is malformed.
 *
 * @example
 * await init();
 * const form = useForm({ defaultValues, validators: { onChange: standardSchema('manager') } });
 */
export function standardSchema<K extends Kind>(
  kind: K,
  options?: Options,
  adapter?: AdapterOptions,
): EcertSchema<Partial<RecordOf<K>>, RecordOf<K>> {
  const check = checkOf(kind, options, adapter);
  const toJsonSchema: ToJsonSchema = ({ target }) => {
    if (jsonSchema) return jsonSchema(kind, target);
    throw new Error('请先 await loadJsonSchema()，再取 JSON Schema。 await loadJsonSchema() before a JSON Schema is asked for.');
  };
  return {
    '~standard': {
      version: 1,
      vendor: 'mohurd-ecert',
      validate: (value) => {
        const issues = isRecord(value) ? check(value) : noRecord(kind, value, options);
        return issues.length > 0 ? { issues } : { value: value as RecordOf<K> };
      },
      jsonSchema: { input: toJsonSchema, output: toJsonSchema },
    },
  };
}

/** A standard schema answers for any value; a batch does, too. */
function noRecord(kind: Kind, value: unknown, options?: Options): Issue[] {
  const { issues } = validateBatch(kind, [value] as object[], options);
  issues.forEach((issue) => issue.path.shift());
  return issues.filter(isError);
}
