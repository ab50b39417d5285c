// Everything that is measured, as data for the report. It judges nothing but that the contenders agree.
import { measure } from '../tests/package/sizes.mjs';
import { disagreements } from './agree.mjs';
import { chromium } from './browser/chromium.mjs';
import { batch, fieldCounts, live, oneField, oursOf } from './contenders.mjs';
import { bytesOf, records, SIZES } from './data.mjs';
import { growth } from './growth.mjs';
import { recordsOf } from './kinds/data.mjs';
import { tableOf } from './kinds/tables.mjs';
import { race } from './measure.mjs';
import { memory } from './memory.mjs';
import { native } from './native.mjs';
import { peersOf } from './peers/all.mjs';
import { rest, settled } from './rest.mjs';
import { starts } from './start.mjs';
import { weights } from './weights.mjs';

/** The process that starts another is more exact the more often it does so. */
const STARTS = 21;

/** Of the other two certificates. */
const COUNT = 10_000;

/** What is measured in Chromium too. */
const IN_CHROMIUM = ['0.7 KB', '2.7 KB', 'safety', 'special'];

/** The sizes of a manager's record, and the other two certificates, by the name that the report uses. */
const DATA = [
  ...Object.keys(SIZES).map((size) => ({ size, kind: 'manager', list: () => records(size) })),
  ...['safety', 'special'].map((kind) => ({ size: kind, kind, list: () => recordsOf(tableOf(kind), COUNT) })),
];

/** A disagreement would make the times those of different work: it ends the run. */
async function agreed({ size, kind }, list, peers) {
  const { lines, findings } = disagreements(list, oursOf(kind), peers);
  await settled();
  const counts = kind === 'manager' ? fieldCounts(list) : [];
  if (new Set(counts.map(({ count }) => count)).size > 1)
    lines.push(...counts.map(({ name, count }) => `one field: ${name} finds ${count}`));
  await settled();
  if (lines.length > 0) throw new Error(`the contenders do not agree at ${size}:\n${lines.join('\n')}`);
  console.log(`${size}: ${list.length} records, ${findings} findings, and all agree`);
  return findings;
}

async function measureEach(entry, rounds) {
  const { size, kind } = entry;
  const [list, peers] = [entry.list(), peersOf(kind)];
  const findings = await agreed(entry, list, peers);
  const bytes = bytesOf(list);
  const times = { batch: await race(batch(bytes, peers, kind), rounds, rest), live: await race(live(list, peers, kind), rounds, rest) };
  if (size === '0.7 KB') times.field = await race(oneField(list), rounds, rest);
  console.log(`${size}: timed`);
  return { size, kind, count: list.length, findings, mean: bytes.length / list.length, bytes, times };
}

/** All of it. What runs in other processes runs while this one waits. */
export async function measureAll(rounds) {
  const sizes = [];
  for (const entry of DATA) sizes.push(await measureEach(entry, rounds));
  return {
    rounds,
    starts: STARTS,
    sizes,
    chromium: await chromium(
      sizes.filter(({ size }) => IN_CHROMIUM.includes(size)),
      rounds,
    ),
    native: await native(sizes, rounds),
    growth: await growth(rounds),
    memory: memory(),
    start: await starts(STARTS),
    bytes: await measure(),
    weights: await weights(),
  };
}
