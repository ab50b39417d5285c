// Everything that is measured, as data for the report. It judges nothing but that the contenders agree.
import { measure } from '../tests/package/sizes.mjs';
import { disagreements } from './agree.mjs';
import { batch, checkOurs, fieldCounts, live, oneField } from './contenders.mjs';
import { bytesOf, records, SIZES } from './data.mjs';
import { race, settled } from './measure.mjs';
import { PEERS } from './peers/all.mjs';
import { starts } from './start.mjs';

/** The process that starts another is more exact the more often it does so. */
const STARTS = 11;

/** A disagreement would make the times those of different work: it ends the run. */
async function agreed(size, list) {
  const { lines, findings } = disagreements(list, checkOurs, PEERS);
  await settled();
  const counts = fieldCounts(list);
  if (new Set(counts.map(({ count }) => count)).size > 1) lines.push(...counts.map(({ name, count }) => `one field: ${name} finds ${count}`));
  await settled();
  if (lines.length > 0) throw new Error(`the contenders do not agree at ${size}:\n${lines.join('\n')}`);
  console.log(`${size}: ${list.length} records, ${findings} findings, and all agree`);
  return findings;
}

async function measureSize(size, rounds) {
  const all = records(size);
  const findings = await agreed(size, all);
  const list = all.slice(0, SIZES[size].timed);
  const bytes = bytesOf(list);
  const times = { batch: await race(batch(bytes, PEERS), rounds), live: await race(live(list, PEERS), rounds) };
  if (size === '0.7 KB') times.field = await race(oneField(list), rounds);
  console.log(`${size}: timed`);
  return { size, count: all.length, timed: list.length, findings, mean: bytes.length / list.length, times };
}

/** All sizes and the starts. */
export async function measureAll(rounds) {
  const sizes = [];
  for (const size of Object.keys(SIZES)) sizes.push(await measureSize(size, rounds));
  console.log('starts: timing');
  return { rounds, starts: STARTS, sizes, start: await starts(STARTS), bytes: await measure() };
}
