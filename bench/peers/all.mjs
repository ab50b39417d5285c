// Every peer, by the name that the report uses; of the other two certificates those that are written for any table. The standalone
// code is written at the start of a run (standalone.mjs).
import { validate } from '../.built/ajv-standalone.mjs';
import { crossOf } from '../kinds/cross.mjs';
import { handWritten as handWrittenOf } from '../kinds/hand.mjs';
import { tableOf } from '../kinds/tables.mjs';
import { asPeer } from './ajv-errors.mjs';
import { compile } from './ajv-schema.mjs';
import { ajv } from './ajv.mjs';
import { asyncValidator } from './async-validator.mjs';
import { handWritten } from './hand.mjs';
import { isPhoto } from './photo.mjs';
import { typebox } from './typebox.mjs';
import { valibot } from './valibot.mjs';
import { zod } from './zod.mjs';

const MANAGER = {
  'hand-written': handWritten(isPhoto),
  ajv: ajv(isPhoto),
  'ajv standalone': asPeer(validate),
  typebox: typebox(isPhoto),
  valibot: valibot(isPhoto),
  zod: zod(isPhoto),
  'async-validator': asyncValidator(isPhoto),
};

function others(kind) {
  const table = tableOf(kind);
  const cross = crossOf(table);
  return { 'hand-written': handWrittenOf(table, isPhoto), ajv: asPeer(compile(isPhoto, {}, { ...table, cross }).validate, cross) };
}

/** The peers of a kind. */
export const peersOf = (kind) => (kind === 'manager' ? MANAGER : others(kind));
