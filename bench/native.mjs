// The native part: builds bench/native, gives it the same records as Node has, and reads its times; and ours as wasm against ours
// native, in turns of the two processes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { batch, OURS } from './contenders.mjs';
import { race, spread } from './measure.mjs';
import { rest } from './rest.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const schemaOf = (kind) => join(here, '..', 'pkg', 'schema', `${kind}.schema.json`);
const PROGRAM = join(here, 'native', 'target', 'release', process.platform === 'win32' ? 'mohurd-ecert-bench.exe' : 'mohurd-ecert-bench');

/** Turns of each process in a round of the comparison of wasm and native. */
const TURNS = 3;

/** What a program prints; it must succeed. */
function answer(program, args, options = {}) {
  const { stdout, stderr, status, error } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return stdout;
}

/** Builds the program; cargo repeats only what changed. */
export function buildNative() {
  console.log('building the native contenders (cargo build --release; the first time takes two minutes)');
  const options = { cwd: join(here, 'native'), stdio: ['ignore', 'pipe', 'inherit'], env: environment() };
  answer(process.env.CARGO ?? 'cargo', ['build', '--release', '--quiet'], options);
}

/** The program lies in its own folder, wherever the workspace builds. */
function environment() {
  const { CARGO_TARGET_DIR: _, ...others } = process.env;
  return others;
}

function write({ size, bytes }) {
  const folder = join(here, '.built', 'native');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${size.replace(' ', '')}.json`);
  writeFileSync(file, bytes);
  return file;
}

function timesOf(...args) {
  const result = JSON.parse(answer(PROGRAM, args.map(String)));
  return { ...result, times: Object.fromEntries(result.times) };
}

/** Both in turn: for each round the median of some turns of either. */
async function wasmAndNative({ kind, bytes }, file, rounds) {
  const times = { wasm: [], native: [] };
  const ours = { [OURS]: batch(bytes, {}, kind)[OURS] };
  for (let round = 0; round < rounds; round++) {
    times.wasm.push(spread((await race(ours, TURNS, rest))[OURS]).median);
    times.native.push(spread(timesOf(kind, file, schemaOf(kind), TURNS, 'ours').times[OURS]).median);
  }
  return times;
}

/** Of a size or kind: the times of every native contender, what of the findings each can say, and wasm beside native. */
async function measureEach(entry, rounds) {
  const file = write(entry);
  const { times, agreement } = timesOf(entry.kind, file, schemaOf(entry.kind), rounds);
  if (agreement.findings !== entry.findings) throw new Error(`native, ${entry.size}: other findings than in Node`);
  console.log(`native, ${entry.size}: ${agreement.findings} findings, all agree; timed`);
  const boundary = await wasmAndNative(entry, file, rounds);
  return { size: entry.size, kind: entry.kind, count: entry.count, agreement, times: { batch: times }, boundary };
}

/** All sizes and kinds, as rows.mjs has them. */
export async function native(sizes, rounds) {
  const measured = [];
  for (const entry of sizes) measured.push(await measureEach(entry, rounds));
  return { sizes: measured };
}
