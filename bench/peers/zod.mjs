// zod 4: a strict object, refinements for single texts, and one superRefine for the rules across fields.
import { z } from 'zod';
import { CROSS } from './cross.mjs';
import { FIELDS } from './facts.mjs';
import { FORMS } from './forms.mjs';

function schemaOf({ required, max, codes, form }, forms) {
  const check = forms[form];
  const text = () => (max && form !== 'date' ? z.string().min(1).max(max) : z.string().min(1));
  const schema =
    form === 'info'
      ? z.array(z.object({ itemvalue: z.string(), itemtext: z.string() })).refine(check)
      : codes
        ? z.enum(codes)
        : text().refine(check);
  return required ? schema : schema.optional();
}

export function zod(isPhoto) {
  const forms = { ...FORMS, photo: isPhoto };
  const schema = z
    .strictObject(Object.fromEntries(FIELDS.map((field) => [field.name, schemaOf(field, forms)])))
    .superRefine((record, context) => {
      for (const { field, ok } of CROSS) if (!ok(record)) context.addIssue({ code: 'custom', path: [field], message: field });
    });
  return (record) => {
    const result = schema.safeParse(record);
    return result.success ? [] : result.error.issues.flatMap(({ keys, path }) => keys ?? [path[0]]);
  };
}
