// What streams take: the memory of the core while they run and when they have ended, and nothing of the engine before one is asked for.
import assert from 'node:assert/strict';
import test from 'node:test';
import { child } from './child.mjs';

/** Keeps hold of the memory of every core that is made. */
const WATCHED = `
  const memories = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class extends Instance {
    constructor(...args) {
      super(...args);
      // What decodes the core's text has none.
      if (this.exports.memory) memories.push(this.exports.memory);
    }
  };
  const used = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0) / 2 ** 20;`;

test('what has ended in any way is kept no longer', () => {
  const used = child(
    `const half = new TextEncoder().encode('[{"ID":"' + 'x'.repeat(2 ** 20));
     for (let round = 0; round < 400; round++) {
       const controller = new AbortController();
       const stream = lib.validationStream('preview', { signal: controller.signal });
       const [writer, reader] = [stream.writable.getWriter(), stream.readable.getReader()];
       reader.closed.catch(() => undefined);
       writer.closed.catch(() => undefined);
       const reading = reader.read().catch((error) => error);
       await writer.write(half);
       if (round % 5 === 0) await reader.cancel();
       if (round % 5 === 1) await writer.abort();
       if (round % 5 === 2) controller.abort();
       if (round % 5 === 3) await writer.close();
       if (round % 5 === 4) await writer.write(5).catch(() => undefined);
       await reading;
     }
     return used();`,
    WATCHED,
  );
  assert.ok(used < 16, `${used} MiB`);
});

test('a batch of many bytes takes no more memory than one of a few', () => {
  const { total, used } = child(
    `const record = JSON.stringify(lib.example('manager')) + '\\n';
     const bytes = Buffer.alloc(64e6, ' ').fill(record, 0, Math.floor(64e6 / Buffer.byteLength(record)) * Buffer.byteLength(record));
     return { total: lib.validateBatch('manager', bytes, { rules: { 'batch/duplicate-id': 'off', 'batch/duplicate-cert-num': 'off' } }).total, used: used() };`,
    WATCHED,
  );
  assert.ok(total > 20_000 && used < 8, `${total} records, ${used} MiB`);
});

test('a hundred megabytes take no more memory than a few', () => {
  const { total, invalid, used } = child(
    `const record = lib.example('manager');
     const [id] = Object.keys(record);
     const texts = Array.from({ length: 4 }, (_, at) => JSON.stringify({ ...record, [id]: '%', photo: record.photo.slice(0, -at || undefined) }) + ',');
     let bytes = 1;
     let count = 0;
     const encoder = new TextEncoder();
     async function* source() {
       yield encoder.encode('[');
       while (bytes < 100e6) {
         let text = '';
         for (let at = 0; at < 50; at++) text += texts[at % 4].replace('%', (count++).toString(16).padStart(32, '0'));
         const chunk = encoder.encode(text);
         bytes += chunk.length;
         yield chunk;
       }
       yield encoder.encode('{}]');
     }
     const source$ = ReadableStream.from(source());
     let last;
     for await (const event of source$.pipeThrough(lib.validationStream('manager', { today: null }))) last = event;
     return { total: last.total - count, invalid: last.invalid > 0, used: used() };`,
    WATCHED,
  );
  assert.deepEqual([total, invalid], [1, true]);
  assert.ok(used <= 64, `${used} MiB`);
});

test('white space between records takes no more memory than a record', () => {
  const { totals, used } = child(
    `const blank = new Uint8Array(2 ** 20).fill(0x20);
     const encoder = new TextEncoder();
     const totals = [];
     for (const [before, between, behind] of [['[', ',', ']'], ['', '\\n', '\\n']]) {
       async function* source() {
         for (const text of [before, '{}', between, '{}', behind, '']) {
           yield encoder.encode(text);
           for (let at = 0; at < 100; at++) yield blank;
         }
       }
       let last;
       for await (const event of ReadableStream.from(source()).pipeThrough(lib.validationStream('preview'))) last = event;
       totals.push(last.total);
     }
     return { totals, used: used() };`,
    WATCHED,
  );
  assert.deepEqual(totals, [2, 2]);
  assert.ok(used <= 64, `${used} MiB`);
});

test('importing the package touches no stream, and without streams the call says so', () => {
  const names = ['TransformStream', 'ReadableStream', 'WritableStream', 'fetch', 'Response', 'Request', 'Headers', 'crypto'];
  const touched = child(
    `lib.validate('safety', {});
     return globalThis.touched;`,
    `globalThis.touched = [];
     for (const name of ${JSON.stringify(names)}) Object.defineProperty(globalThis, name, { configurable: true, get: () => void touched.push(name) });
     // Some of them Node itself loads when they are defined anew.
     touched.length = 0;`,
  );
  assert.deepEqual(touched, []);
  const message = child(
    `try { return lib.validationStream('safety'); } catch (error) { return [error.name, error.message]; }`,
    'delete globalThis.TransformStream;',
  );
  assert.equal(message[0], 'Error');
  assert.match(message[1], /没有.*TransformStream/);
});
