// typebox, compiled: formats for single texts; what runs across fields has no place in its schemas and runs behind them.
import { FormatRegistry, Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { CROSS } from './cross.mjs';
import { FIELDS } from './facts.mjs';
import { FORMS } from './forms.mjs';

function schemaOf({ required, max, codes, form }) {
  const text = () => Type.String({ minLength: 1, ...(max && form !== 'date' && { maxLength: max }), format: form });
  const item = Type.Object({ itemvalue: Type.String(), itemtext: Type.String() });
  const schema = form === 'info' ? Type.Array(item) : codes ? Type.Union(codes.map((code) => Type.Literal(code))) : text();
  return required ? schema : Type.Optional(schema);
}

export function typebox(isPhoto) {
  for (const [form, check] of Object.entries({ ...FORMS, photo: isPhoto })) FormatRegistry.Set(form, check);
  const compiled = TypeCompiler.Compile(
    Type.Object(Object.fromEntries(FIELDS.map((field) => [field.name, schemaOf(field)])), { additionalProperties: false }),
  );
  return (record) => {
    const wrong = compiled.Check(record) ? [] : [...compiled.Errors(record)].map(({ path }) => path.split('/')[1]);
    for (const { field, ok } of CROSS) if (!ok(record)) wrong.push(field);
    const { businessInformation: info } = record;
    if (info !== undefined && !FORMS.info(info)) wrong.push('businessInformation');
    return wrong;
  };
}
