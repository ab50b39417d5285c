// Every peer, by the name that the report uses.
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
  typebox: typebox(isPhoto),
  valibot: valibot(isPhoto),
  zod: zod(isPhoto),
  'async-validator': asyncValidator(isPhoto),
};
