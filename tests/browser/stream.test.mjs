// Streams in Chromium: a file's bytes in a page and in a worker, and what a reader who leaves gives back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { startPages } from './support/bundled.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What page and worker do: records with faults and repetitions as a file, by stream and in the whole. */
const JUDGE = `
import * as ecert from 'mohurd-ecert';

export async function judge(file) {
  await ecert.init();
  const told = { total: 0, valid: 0, invalid: 0, issues: [] };
  let events = 0;
  const reader = file.stream().pipeThrough(ecert.validationStream('manager', { today: null })).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    events++;
    Object.assign(told, { total: value.total, valid: value.valid, invalid: value.invalid });
    told.issues.push(...value.issues);
  }
  const whole = ecert.validateBatch('manager', await file.arrayBuffer(), { today: null });
  return { same: JSON.stringify(told) === JSON.stringify(whole), total: told.total, issues: told.issues.length, events };
}`;

const WORKER = `${JUDGE}
onmessage = async ({ data }) => postMessage(await judge(data));`;

const PAGE = (worker) => `${JUDGE}
const one = ecert.example('manager');
const texts = Array.from({ length: 3000 }, (_, at) => JSON.stringify({ ...one, photo: at % 9 ? one.photo : '', other: 'x'.repeat(at) }));
const files = [new Blob(['[', texts.join(), ']']), new Blob([texts.join('\\n')])];
const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(worker)}], { type: 'text/javascript' })));
const asked = (file) => new Promise((resolve) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.postMessage(file);
});

/** How much memory the cores have. */
const memories = [];
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...args) => {
  const instance = await instantiate(...args);
  memories.push(instance.exports.memory);
  return instance;
};

async function leave(round) {
  const controller = new AbortController();
  const { readable, writable } = ecert.validationStream('preview', { signal: controller.signal });
  const [writer, reader] = [writable.getWriter(), readable.getReader()];
  writer.closed.catch(() => {});
  reader.closed.catch(() => {});
  const reading = reader.read().catch(() => {});
  await writer.write(new TextEncoder().encode('[{"ID":"' + 'x'.repeat(2 ** 20)));
  if (round % 3 === 0) await reader.cancel();
  if (round % 3 === 1) await writer.abort();
  if (round % 3 === 2) controller.abort();
  await reading;
}

globalThis.run = {
  page: () => Promise.all(files.map(judge)),
  worker: async () => [await asked(files[0]), await asked(files[1])],
  async left() {
    await ecert.init();
    for (let round = 0; round < 200; round++) await leave(round);
    return memories.map((memory) => memory.buffer.byteLength / 2 ** 20);
  },
};`;

let pages;
let code;
before(async () => {
  const options = { bundle: true, write: false, format: 'iife', logLevel: 'error' };
  const { outputFiles } = await build({ ...options, stdin: { contents: WORKER, resolveDir: ROOT } });
  code = PAGE(outputFiles[0].text);
  pages = await startPages();
});
after(() => pages?.stop());

const use = (name, check) =>
  pages.use({ code }, async (page) => {
    await page.waitForFunction(() => 'run' in globalThis);
    check(await page.evaluate((name) => globalThis.run[name](), name));
  });

for (const place of ['page', 'worker']) {
  test(`a file in a ${place} is judged as in the whole, in many events`, () =>
    use(place, (answers) => {
      assert.equal(answers.length, 2);
      for (const { same, total, issues, events } of answers) {
        assert.deepEqual([same, total], [true, 3000]);
        assert.ok(issues > 6000 && events > 10, `${issues} ${events}`);
      }
    }));
}

test('what is left by reader, writer or signal is kept no longer', () =>
  use('left', (used) => {
    assert.equal(used.length, 1);
    assert.ok(used[0] < 16, `${used} MiB`);
  }));
