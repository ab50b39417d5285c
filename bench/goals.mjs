// The goals, each a row: what it compares, and what of the measured times is its figure. Ratios are told per round, so that their spread is that of the comparison.
import { OURS, PARSE } from './contenders.mjs';
import { ratios, spread } from './measure.mjs';

const LEAST = 'least';
const MOST = 'most';

/** How many times faster ours is than a peer. */
const faster = (way, size, peer, goal) => ({ what: `${words[way]}, ${size}: times faster than ${peer}`, bound: LEAST, goal, unit: '×', of: (result) => ratios(timesOf(result, size)[way], OURS, peer) });
/** Our time as a part of a peer's. */
const part = (way, size, peer, goal) => ({ what: `${words[way]}, ${size}: time against ${peer}`, bound: MOST, goal, unit: '×', of: (result) => ratios(timesOf(result, size)[way], peer, OURS) });

const words = { batch: 'batch from bytes', live: 'live whole record', field: 'one changed field' };

function timesOf({ sizes }, size) {
  return sizes.find((entry) => entry.size === size).times;
}

function start(part, one, other, combine) {
  return ({ start: times }) => spread(times[one][part].map((time, round) => combine(time, times[other][part][round])));
}

export const GOALS = [
  faster('batch', '0.7 KB', 'ajv', 8),
  faster('batch', '2.7 KB', 'ajv', 10),
  faster('batch', '40 KB', 'ajv', 9),
  part('batch', '0.7 KB', PARSE, 0.25),
  part('batch', '2.7 KB', PARSE, 0.25),
  part('batch', '40 KB', PARSE, 0.25),
  faster('batch', '0.7 KB', 'zod', 18),
  faster('batch', '0.7 KB', 'async-validator', 40),
  part('live', '0.7 KB', 'hand-written', 1.25),
  part('live', '2.7 KB', 'hand-written', 0.5),
  part('live', '0.7 KB', 'ajv', 1),
  part('live', '2.7 KB', 'ajv', 1),
  part('live', '40 KB', 'ajv', 1),
  part('field', '0.7 KB', 'hand-written', 1.3),
  faster('field', '0.7 KB', 'async-validator', 30),
  { what: 'Node, process with import and first result: more than an empty script', bound: MOST, goal: 5, unit: ' ms', of: start('whole', 'mohurd-ecert', 'empty', (ours, empty) => ours - empty) },
  { what: 'Node, import to first result: times sooner than zod', bound: LEAST, goal: 8, unit: '×', of: start('inside', 'zod', 'mohurd-ecert', (zod, ours) => zod / ours) },
  { what: 'core with loader, brotli', bound: MOST, goal: 24, unit: ' KB', of: ({ bytes }) => spread([bytes['core.wasm and its loader'] / 1024]) },
];

/** What has a goal and no figure yet. */
export const OPEN = [
  ['Chromium, batch from bytes: times faster than ajv', '≥ 6× / ≥ 8×'],
  ['Chromium, live whole record: time against ajv', '≤ 1×'],
  ['wasm against native, the same work', '≤ 1.75×'],
  ['native batch against serde_json + validator', '≥ 4×'],
  ['time per record from 100 to 1,000,000 records', 'flat'],
  ['memory over 1,000,000 live validations', 'flat'],
];

/** Whether a figure reaches its goal. */
export function isReached({ bound, goal }, { median }) {
  return bound === LEAST ? median >= goal : median <= goal;
}

export function goalText({ bound, goal, unit }) {
  return `${bound === LEAST ? '≥' : '≤'} ${goal}${unit}`;
}
