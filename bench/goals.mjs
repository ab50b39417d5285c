// The goals, each a row: what it compares, and what of the measured times is its figure. Ratios are told per round, so that
// their spread is that of the comparison. `id` is what notes.mjs calls the row.
import { OURS, PARSE } from './contenders.mjs';
import { grown } from './growth.mjs';
import { ratios, spread } from './measure.mjs';
import { heapGrowth, wasmGrowth } from './memory.mjs';

const LEAST = 'least';
const MOST = 'most';
const WORDS = { batch: 'batch from bytes', live: 'live whole record', field: 'one changed field' };

const inNode = { name: '', sizes: (result) => result.sizes };
const inChromium = { name: 'Chromium, ', sizes: (result) => result.chromium.sizes };

function timesOf(sizes, size) {
  return sizes.find((entry) => entry.size === size).times;
}

/** Of a way to work, a size and a peer: the row without its figure. */
function row(place, way, size, peer, compared) {
  const engine = place === inChromium ? 'chromium-' : '';
  const id = `${engine}${way}-${size.replace(' KB', '')}-${peer === PARSE ? 'parse' : peer}`;
  return { id, what: `${place.name}${WORDS[way]}, ${size}: ${compared} ${peer}`, unit: '×' };
}

/** How many times faster ours is than a peer. */
function faster(way, size, peer, goal, place = inNode) {
  const of = (result) => ratios(timesOf(place.sizes(result), size)[way], OURS, peer);
  return { ...row(place, way, size, peer, 'times faster than'), bound: LEAST, goal, of };
}

/** Our time as a part of a peer's. */
function part(way, size, peer, goal, place = inNode) {
  const of = (result) => ratios(timesOf(place.sizes(result), size)[way], peer, OURS);
  return { ...row(place, way, size, peer, 'time against'), bound: MOST, goal, of };
}

/** The native library beside a native peer. */
function native(size, peer, goal) {
  const of = (result) => ratios(timesOf(result.native.sizes, size).batch, OURS, peer);
  return {
    id: `native-${size.replace(' KB', '')}`,
    what: `native batch, ${size}: times faster than ${peer}`,
    bound: LEAST,
    goal,
    unit: '×',
    of,
  };
}

/** The same work as wasm and native. */
function boundary(size, goal) {
  const of = ({ native: { sizes } }) => ratios(sizes.find((entry) => entry.size === size).boundary, 'native', 'wasm');
  return { id: `wasm-${size.replace(' KB', '')}`, what: `batch, ${size}: time of wasm against native`, bound: MOST, goal, unit: '×', of };
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
  faster('batch', '0.7 KB', 'ajv', 6, inChromium),
  faster('batch', '2.7 KB', 'ajv', 8, inChromium),
  part('live', '0.7 KB', 'ajv', 1, inChromium),
  part('live', '2.7 KB', 'ajv', 1, inChromium),
  boundary('0.7 KB', 1.75),
  boundary('2.7 KB', 1.75),
  native('0.7 KB', 'serde_json + validator, usual crates', 4),
  native('2.7 KB', 'serde_json + validator, usual crates', 4),
  {
    id: 'growth',
    what: 'time of a record among 1,000,000 against one among 100 (flat)',
    bound: MOST,
    goal: 1.25,
    unit: '×',
    of: (result) => grown(result.growth),
  },
  {
    id: 'memory-wasm',
    what: 'wasm memory that 1,000,000 live validations add (flat)',
    bound: MOST,
    goal: 0,
    unit: ' KB',
    of: ({ memory }) => spread([wasmGrowth(memory)]),
  },
  {
    id: 'memory-heap',
    what: 'heap that 1,000,000 live validations add, after collection (flat)',
    bound: MOST,
    goal: 256,
    unit: ' KB',
    of: ({ memory }) => spread([heapGrowth(memory)]),
  },
  {
    id: 'start-empty',
    what: 'Node, process with import and first result: more than an empty script',
    bound: MOST,
    goal: 5,
    unit: ' ms',
    of: start('whole', OURS, 'empty', (ours, empty) => ours - empty),
  },
  {
    id: 'start-zod',
    what: 'Node, import to first result: times sooner than zod',
    bound: LEAST,
    goal: 8,
    unit: '×',
    of: start('inside', 'zod', OURS, (zod, ours) => zod / ours),
  },
  {
    id: 'size-core',
    what: 'core with loader, brotli',
    bound: MOST,
    goal: 24,
    unit: ' KB',
    of: ({ bytes }) => spread([bytes['core.wasm and its loader'] / 1024]),
  },
];

/** Whether a figure reaches its goal. */
export function isReached({ bound, goal }, { median }) {
  return bound === LEAST ? median >= goal : median <= goal;
}

export function goalText({ bound, goal, unit }) {
  return `${bound === LEAST ? '≥' : '≤'} ${goal}${unit}`;
}
