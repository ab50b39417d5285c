// VeeValidate 4: the rules of a kind as a typed schema. The form hands over all its values at each validation, and shows
// what concerns the fields that it validates. Its types are written out, so that nothing has to be installed.

import { describe } from '../data.js';
import { init } from '../instance.js';
import type { Options } from '../shapes.js';
import type { Kind, RecordOf } from '../tables.js';
import { checkOf, type AdapterOptions } from './shared.js';

export type { AdapterOptions };

/** VeeValidate's `TypedSchema`. */
export interface EcertTypedSchema<Input, Output> {
  __type: 'VVTypedSchema';
  parse(values: Input): Promise<{ value?: Output; errors: { path: string; errors: string[] }[] }>;
  cast(values: Partial<Input>): Input;
  describe(path?: string): { required: boolean; exists: boolean };
}

/**
 * The rules of a kind for `useForm` of VeeValidate. It awaits `init()` by itself. Only errors are errors; warnings go to
 * `onWarnings`. `meta.required` tells of what is always needed: what depends on other fields, `needs` knows.
 *
 * @throws InputError when the kind or an option is malformed.
 *
 * @example
 * const { defineField, errors, handleSubmit } = useForm({ validationSchema: typedSchema('special'), initialValues });
 */
export function typedSchema<K extends Kind>(
  kind: K,
  options?: Options,
  adapter?: AdapterOptions,
): EcertTypedSchema<Partial<RecordOf<K>>, RecordOf<K>> {
  const check = checkOf(kind, options, adapter);
  return {
    __type: 'VVTypedSchema',
    async parse(values) {
      await init();
      const found = new Map<string, string[]>();
      for (const { path, message } of check(values)) {
        const name = pathOf(path);
        found.set(name, [...(found.get(name) ?? []), message]);
      }
      if (found.size === 0) return { value: values as RecordOf<K>, errors: [] };
      return { errors: Array.from(found, ([path, errors]) => ({ path, errors })) };
    },
    // Nothing is cast: what was typed is judged as it was typed.
    cast: (values) => values,
    describe(path = '') {
      const field = describe(kind).fields.find(({ name }) => name === path.split(/[.[]/)[0]);
      return { exists: path === '' || field !== undefined, required: field?.name === path && field.need === 'yes' };
    },
  };
}

/** As VeeValidate writes paths: `businessInformation[0].itemvalue`. */
function pathOf(path: readonly (string | number)[]): string {
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : at > 0 ? `.${key}` : key)).join('');
}
