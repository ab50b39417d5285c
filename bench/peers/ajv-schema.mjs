// What both ajv peers compile: a JSON Schema with formats for single texts, and a keyword for each rule across fields. The
// keywords write their call into ajv's code, as standalone code needs it; measured, it is as fast as being called by ajv.
import Ajv, { _ } from 'ajv';
import { CROSS } from './cross.mjs';
import { FIELDS } from './facts.mjs';
import { FORMS } from './forms.mjs';

function propertyOf({ max, codes, form }) {
  if (form === 'info') return { info: true };
  // Every other form refuses an empty text by itself, and ajv counts all characters of a photo for it.
  const least = form === 'text' && !codes ? { minLength: 1 } : {};
  const most = max && form !== 'date' ? { maxLength: max } : {};
  return { type: 'string', ...least, ...most, ...(codes ? { enum: codes } : { format: form }) };
}

/** A keyword that calls a function; `code` names it where the code stands alone. */
function keyword(name, ref, code, type) {
  const call = (cxt) => cxt.fail(_`!${cxt.gen.scopeValue('func', { ref, key: name, code })}(${cxt.data})`);
  return { keyword: name, schemaType: 'boolean', ...type, code: call };
}

function schemaOf({ fields, cross }) {
  return {
    type: 'object',
    additionalProperties: false,
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(fields.map((field) => [field.name, propertyOf(field)])),
    ...Object.fromEntries(cross.map((_rule, index) => [`cross${index}`, true])),
  };
}

const MANAGER = { fields: FIELDS, cross: CROSS, forms: FORMS };

/** The compiler, and what it made of the schema of a table. `options` are ajv's own. */
export function compile(isPhoto, options, table = MANAGER) {
  const compiler = new Ajv({ allErrors: true, ...options });
  for (const [form, check] of Object.entries({ ...table.forms, photo: isPhoto })) compiler.addFormat(form, check);
  compiler.addKeyword(keyword('info', table.forms.info, _`FORMS.info`));
  table.cross.forEach(({ ok }, index) => {
    compiler.addKeyword(keyword(`cross${index}`, ok, _`CROSS[${index}].ok`, { type: 'object' }));
  });
  return { compiler, validate: compiler.compile(schemaOf(table)) };
}
