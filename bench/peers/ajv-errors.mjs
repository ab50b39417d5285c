// What ajv's errors say: the field that each of them means.
import { CROSS } from './cross.mjs';

function fieldOf({ keyword, instancePath, params }, cross) {
  if (keyword.startsWith('cross')) return cross[Number(keyword.slice(5))].field;
  return params.missingProperty ?? params.additionalProperty ?? instancePath.split('/')[1];
}

/** A validating function of ajv, called as all peers are. */
export function asPeer(validate, cross = CROSS) {
  return (record) => (validate(record) ? [] : validate.errors.map((error) => fieldOf(error, cross)));
}
