// ajv 8, compiled once: a JSON Schema with formats for single texts, and a keyword for each rule across fields.
import Ajv from 'ajv';
import { CROSS } from './cross.mjs';
import { FIELDS } from './facts.mjs';
import { FORMS } from './forms.mjs';

function schemaOf({ max, codes, form }) {
  if (form === 'info') return { info: true };
  // Every other form refuses an empty text by itself, and ajv counts all characters of a photo for it.
  const least = form === 'text' && !codes ? { minLength: 1 } : {};
  return { type: 'string', ...least, ...(max && form !== 'date' && { maxLength: max }), ...(codes ? { enum: codes } : { format: form }) };
}

export function ajv(isPhoto) {
  const compiler = new Ajv({ allErrors: true });
  for (const [form, validate] of Object.entries({ ...FORMS, photo: isPhoto })) compiler.addFormat(form, { type: 'string', validate });
  compiler.addKeyword({ keyword: 'info', schema: false, validate: FORMS.info, errors: false });
  CROSS.forEach(({ ok }, index) => compiler.addKeyword({ keyword: `cross${index}`, type: 'object', schema: false, validate: ok, errors: false }));
  const validate = compiler.compile({
    type: 'object', additionalProperties: false,
    required: FIELDS.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(FIELDS.map((field) => [field.name, schemaOf(field)])),
    ...Object.fromEntries(CROSS.map((_, index) => [`cross${index}`, true])),
  });
  return (record) => (validate(record) ? [] : validate.errors.map(fieldOf));
}

function fieldOf({ keyword, instancePath, params }) {
  if (keyword.startsWith('cross')) return CROSS[Number(keyword.slice(5))].field;
  return params.missingProperty ?? params.additionalProperty ?? instancePath.split('/')[1];
}
