// The batch of the other two certificates: ours beside ajv and what is written by hand, once they agree.
import { validate } from 'mohurd-ecert';
import { disagreements } from '../agree.mjs';
import { batch } from '../contenders.mjs';
import { bytesOf } from '../data.mjs';
import { race } from '../measure.mjs';
import { asPeer } from '../peers/ajv-errors.mjs';
import { compile } from '../peers/ajv-schema.mjs';
import { TODAY } from '../peers/facts.mjs';
import { isPhoto } from '../peers/photo.mjs';
import { rest } from '../rest.mjs';
import { crossOf } from './cross.mjs';
import { recordsOf } from './data.mjs';
import { handWritten } from './hand.mjs';
import { tableOf } from './tables.mjs';

const COUNT = 10_000;
const TIMED = 2_000;

function peersOf(table) {
  const cross = crossOf(table);
  const { validate: compiled } = compile(isPhoto, {}, { ...table, cross });
  return { 'hand-written': handWritten(table, isPhoto), ajv: asPeer(compiled, cross) };
}

async function measureKind(kind, rounds) {
  const table = tableOf(kind);
  const peers = peersOf(table);
  const list = recordsOf(table, COUNT);
  const ours = (record) => validate(kind, record, { today: TODAY }).issues.map(({ field }) => field);
  const { lines, findings } = disagreements(list, ours, peers);
  if (lines.length > 0) throw new Error(`the contenders do not agree on ${kind}:\n${lines.join('\n')}`);
  const times = { batch: await race(batch(bytesOf(list.slice(0, TIMED)), peers, kind), rounds, rest) };
  console.log(`${kind}: ${list.length} records, ${findings} findings, and all agree; timed`);
  return { size: kind, count: list.length, timed: TIMED, findings, times };
}

/** Both, as rows.mjs has sizes. */
export async function kinds(rounds) {
  return [await measureKind('safety', rounds), await measureKind('special', rounds)];
}
