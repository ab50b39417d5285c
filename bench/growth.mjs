// Growth: the time of a record in batches of 100 to 100,000 records, and in a stream of 1,000,000. The data is made slice by slice
// from the seed, outside the time, and never held whole beyond a batch.
import * as library from 'mohurd-ecert';
import { bytesOf, slice } from './data.mjs';
import { spread } from './measure.mjs';
import { TODAY } from './peers/facts.mjs';
import { rest } from './rest.mjs';

const { validateBatch, validationStream } = library;
const OPTIONS = { today: TODAY };
const SLICE = 10_000;
const BATCHES = [100, 1_000, 10_000, 100_000];
const STREAM = 1_000_000;

/** What a file's own stream hands out at a time. */
const PIECE = 65_536;

/** Small batches are repeated until as many records were judged. */
const LEAST = 20_000;

/** The bytes of a JSON array of so many records, from that slice on. */
function batchOf(count, first = 0) {
  const parts = [];
  for (let at = 0; at < count; at += SLICE) {
    const array = bytesOf(slice(first + at / SLICE, Math.min(SLICE, count - at)));
    parts.push(Buffer.from(at === 0 ? '[' : ','), array.subarray(1, -1));
  }
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(']')]));
}

/** Microseconds a record. */
async function timeBatch(count, rounds) {
  const bytes = batchOf(count);
  const repeats = Math.max(1, LEAST / count);
  const times = [];
  for (let round = -1; round < rounds; round++) {
    await rest();
    const begin = performance.now();
    for (let turn = 0; turn < repeats; turn++) validateBatch('manager', bytes, OPTIONS);
    if (round >= 0) times.push(((performance.now() - begin) * 1000) / (repeats * count));
  }
  return { count, way: 'batch', times };
}

/** The lines of a slice, in pieces. */
function* pieces(number) {
  const lines = slice(number, SLICE).map((record) => `${JSON.stringify(record)}\n`);
  const bytes = new TextEncoder().encode(lines.join(''));
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Every slice as lines of NDJSON, and how long it took to be taken and judged. */
async function timeStream() {
  let total = 0;
  const stream = validationStream('manager', OPTIONS);
  const drained = stream.readable.pipeTo(new WritableStream({ write: (event) => void (total = event.total) }));
  const writer = stream.writable.getWriter();
  let time = 0;
  const timed = async (work) => {
    const begin = performance.now();
    await work();
    time += performance.now() - begin;
  };
  for (let number = 0; number < STREAM / SLICE; number++) {
    const list = [...pieces(number)];
    await timed(async () => {
      for (const piece of list) await writer.write(piece);
    });
  }
  await timed(() => Promise.all([writer.close(), drained]));
  if (total !== STREAM) throw new Error(`growth: the stream counted ${total} records`);
  return { count: STREAM, way: 'stream', times: [(time * 1000) / STREAM] };
}

/** Without a stream in the package: batches of the largest size, one after another. */
async function timeBatches() {
  const largest = BATCHES.at(-1);
  let time = 0;
  for (let at = 0; at < STREAM; at += largest) {
    const bytes = batchOf(largest, at / SLICE);
    await rest();
    const begin = performance.now();
    validateBatch('manager', bytes, OPTIONS);
    time += performance.now() - begin;
  }
  return { count: STREAM, way: `batches of ${largest}`, times: [(time * 1000) / STREAM] };
}

/** Rows of { count, way, times }, times in microseconds a record. */
export async function growth(rounds) {
  const rows = [];
  for (const count of BATCHES) rows.push(await timeBatch(count, count < 100_000 ? rounds : 3));
  console.log('growth: batches timed');
  rows.push(await (validationStream ? timeStream() : timeBatches()));
  console.log(`growth: ${STREAM} records timed`);
  return rows;
}

/** The last against the first. */
export function grown(rows) {
  const [first, last] = [rows[0], rows.at(-1)].map(({ times }) => times);
  return spread(last.flatMap((time) => first.map((other) => time / other)));
}
