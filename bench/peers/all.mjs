// Every peer, by the name that the report uses. The standalone code is written at the start of a run (standalone.mjs).
import { validate } from '../.built/ajv-standalone.mjs';
import { asPeer } from './ajv-errors.mjs';
import { ajv } from './ajv.mjs';
import { asyncValidator } from './async-validator.mjs';
import { handWritten } from './hand.mjs';
import { isPhoto } from './photo.mjs';
import { typebox } from './typebox.mjs';
import { valibot } from './valibot.mjs';
import { zod } from './zod.mjs';

export const PEERS = {
  'hand-written': handWritten(isPhoto),
  ajv: ajv(isPhoto),
  'ajv standalone': asPeer(validate),
  typebox: typebox(isPhoto),
  valibot: valibot(isPhoto),
  zod: zod(isPhoto),
  'async-validator': asyncValidator(isPhoto),
};
