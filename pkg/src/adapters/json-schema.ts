// The JSON Schemas of the records in the drafts that Standard JSON Schema recommends. A file of its own, loaded when it is
// asked for: a page that validates needs none of it.

import { inputError } from '../errors.js';
import schemas from '../json-schemas.js';
import type { Kind } from '../tables.js';

type Schema = Record<string, unknown>;

/** A copy of the published schema of a kind. */
export function jsonSchema(kind: Kind, target: string): Schema {
  const copy = (): Schema => JSON.parse(JSON.stringify(schemas[kind])) as Schema;
  if (target === 'draft-2020-12') return copy();
  if (target === 'draft-07') return { ...(draft7(copy()) as Schema), $schema: 'http://json-schema.org/draft-07/schema#' };
  throw inputError('target 应为 draft-2020-12 或 draft-07。', 'target must be draft-2020-12 or draft-07.');
}

/** Draft 7 reads nothing beside a `$ref`: a reference with company goes into `allOf`. */
function draft7(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map(draft7);
  const { $ref, ...rest } = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, draft7(value)]));
  if ($ref === undefined) return rest;
  return Object.keys(rest).length > 0 ? { ...rest, allOf: [{ $ref }, ...((rest['allOf'] as unknown[] | undefined) ?? [])] } : { $ref };
}
