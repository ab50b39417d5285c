// Memory over 1,000,000 live validations, in a process of its own: after every tenth of them the wasm's memory and what the heap
// holds once its garbage is collected. Started by itself it prints them as JSON.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const VALIDATIONS = 1_000_000;
const POINTS = 10;

/** The memories of all instances that are made from now on: the package does not hand them out. */
function watchMemories() {
  const memories = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...args) {
    const instance = new Instance(...args);
    // What turns the inlined text into wasm has none of its own.
    if (instance.exports.memory) memories.push(instance.exports.memory);
    return instance;
  };
  return memories;
}

async function main() {
  const memories = watchMemories();
  const { validate } = await import('mohurd-ecert');
  const { records } = await import('./data.mjs');
  const { TODAY } = await import('./peers/facts.mjs');
  const { rest } = await import('./rest.mjs');
  const list = records('0.7 KB', 2_000);
  const points = [];
  let findings = 0;
  for (let point = 0; point < POINTS; point++) {
    for (let turn = 0; turn < VALIDATIONS / POINTS; turn++) {
      findings += validate('manager', list[turn % list.length], { today: TODAY }).issues.length;
    }
    await rest();
    points.push({ wasm: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0), heap: process.memoryUsage().heapUsed });
  }
  console.log(JSON.stringify({ validations: VALIDATIONS, findings, points }));
}

/** Points of { wasm, heap }, in bytes. */
export function memory() {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`memory: ${stderr}`);
  const measured = JSON.parse(stdout);
  if (measured.points.some(({ wasm }) => wasm === 0)) throw new Error('memory: no instance of the core was seen');
  console.log(`memory: ${VALIDATIONS} live validations watched`);
  return measured;
}

const added = (points, what) => (points.at(-1)[what] - points[0][what]) / 1024;

/** Kilobytes that the wasm's memory has more at the last point than at the first. */
export const wasmGrowth = ({ points }) => added(points, 'wasm');

/** The same of the heap. */
export const heapGrowth = ({ points }) => added(points, 'heap');

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
