// The published JSON Schemas in ajv, for the tests that hold them against the rules.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv/dist/2020.js';
import { KINDS } from './support.mjs';

const require = createRequire(import.meta.url);
export const read = (name) => JSON.parse(readFileSync(require.resolve(`mohurd-ecert/schema/${name}.schema.json`), 'utf8'));

export const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: false });
ajv.addVocabulary(['x-cite', 'x-codes', 'x-dictionary', 'x-pattern']);
for (const name of KINDS) ajv.addSchema(read(name));
ajv.addSchema(read('request'));
export const passes = (name, value) => ajv.validate(`urn:mohurd-ecert:schema:${name}`, value);

const SPACE = '[\\u0009-\\u000d \\u0085\\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*';
const ENDS = new RegExp(`^${SPACE}|${SPACE}$`, 'gu');
const fields = Object.fromEntries(KINDS.map((kind) => [kind, read(kind).properties]));

/** A record as it would stand on the wire: texts without white space at their ends, photos without any in their base64. */
export function onTheWire(kind, record) {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
  const trimmed = ([name, value]) => [name, typeof value === 'string' && fields[kind][name] ? onTheWireText(fields[kind][name], value) : value];
  return Object.fromEntries(Object.entries(record).map(trimmed));
}

function onTheWireText({ contentEncoding }, value) {
  const text = value.replace(ENDS, '');
  if (contentEncoding !== 'base64') return text;
  const [prefix] = /^(?:data:image\/(?:png|jpg|jpeg);base64, ?)?/.exec(text);
  return prefix + text.slice(prefix.length).replace(/[ \t\n\f\r]/g, '');
}
