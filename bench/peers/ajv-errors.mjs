// What ajv's errors say: the field that each of them means.
import { CROSS } from './cross.mjs';

function fieldOf({ keyword, instancePath, params }) {
  if (keyword.startsWith('cross')) return CROSS[Number(keyword.slice(5))].field;
  return params.missingProperty ?? params.additionalProperty ?? instancePath.split('/')[1];
}

/** A validating function of ajv, called as all peers are. */
export function asPeer(validate) {
  return (record) => (validate(record) ? [] : validate.errors.map(fieldOf));
}
