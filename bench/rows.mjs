// Everything that is measured, as data for the report. It judges nothing but that the contenders agree.
import { measure } from '../tests/package/sizes.mjs';
import { disagreements, found } from './agree.mjs';
import { chromium } from './browser/chromium.mjs';
import { batch, checkOurs, fieldCounts, live, oneField } from './contenders.mjs';
import { bytesOf, records, SIZES } from './data.mjs';
import { growth } from './growth.mjs';
import { kinds } from './kinds/rows.mjs';
import { race } from './measure.mjs';
import { memory } from './memory.mjs';
import { native } from './native.mjs';
import { PEERS } from './peers/all.mjs';
import { rest, settled } from './rest.mjs';
import { starts } from './start.mjs';
import { weights } from './weights.mjs';

/** The process that starts another is more exact the more often it does so. */
const STARTS = 11;

/** Chromium's rows are of these. */
const IN_CHROMIUM = ['0.7 KB', '2.7 KB'];

/** A disagreement would make the times those of different work: it ends the run. */
async function agreed(size, list) {
  const { lines, findings } = disagreements(list, checkOurs, PEERS);
  await settled();
  const counts = fieldCounts(list);
  if (new Set(counts.map(({ count }) => count)).size > 1)
    lines.push(...counts.map(({ name, count }) => `one field: ${name} finds ${count}`));
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
  const times = { batch: await race(batch(bytes, PEERS), rounds, rest), live: await race(live(list, PEERS), rounds, rest) };
  if (size === '0.7 KB') times.field = await race(oneField(list), rounds, rest);
  console.log(`${size}: timed`);
  const timedFindings = found(list, checkOurs).size;
  return { size, count: all.length, timed: list.length, findings, timedFindings, mean: bytes.length / list.length, bytes, times };
}

/** All of it. What runs in other processes runs while this one waits. */
export async function measureAll(rounds) {
  const sizes = [];
  for (const size of Object.keys(SIZES)) sizes.push(await measureSize(size, rounds));
  return {
    rounds,
    starts: STARTS,
    sizes,
    chromium: await chromium(
      sizes.filter(({ size }) => IN_CHROMIUM.includes(size)),
      rounds,
    ),
    native: await native(sizes, rounds),
    kinds: await kinds(rounds),
    growth: await growth(rounds),
    memory: memory(),
    start: await starts(STARTS),
    bytes: await measure(),
    weights: await weights(),
  };
}
