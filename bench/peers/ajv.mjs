// ajv 8, compiled when the program starts.
import { asPeer } from './ajv-errors.mjs';
import { compile } from './ajv-schema.mjs';

export function ajv(isPhoto) {
  return asPeer(compile(isPhoto).validate);
}
