// valibot 1: a strict object, checks for single texts, and one rawCheck for the rules across fields.
import * as v from 'valibot';
import { CROSS } from './cross.mjs';
import { FIELDS } from './facts.mjs';
import { FORMS } from './forms.mjs';

function schemaOf({ required, max, codes, form }, forms) {
  const check = v.check(forms[form] ?? (() => true));
  const text = () =>
    max && form !== 'date' ? v.pipe(v.string(), v.minLength(1), v.maxLength(max), check) : v.pipe(v.string(), v.minLength(1), check);
  const schema =
    form === 'info'
      ? v.pipe(v.array(v.object({ itemvalue: v.string(), itemtext: v.string() })), check)
      : codes
        ? v.picklist(codes)
        : text();
  return required ? schema : v.optional(schema);
}

export function valibot(isPhoto) {
  const forms = { ...FORMS, photo: isPhoto };
  const object = v.strictObject(Object.fromEntries(FIELDS.map((field) => [field.name, schemaOf(field, forms)])));
  const schema = v.pipe(
    object,
    v.rawCheck(({ dataset, addIssue }) => {
      const record = dataset.value;
      for (const { field, ok } of CROSS)
        if (!ok(record)) addIssue({ path: [{ type: 'object', origin: 'value', input: record, key: field, value: record[field] }] });
    }),
  );
  return (record) => {
    const result = v.safeParse(schema, record);
    return result.success ? [] : result.issues.map(({ path }) => path[0].key);
  };
}
