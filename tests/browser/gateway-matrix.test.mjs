// Every call with everything that can go wrong (tests/matrix), from a page: the gateway's entry in Chromium, and a sandbox on another
// port. The cells are those of tests/package/matrix.test.mjs.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { NEXT, calls, fetches, open, rows } from '../package/matrix-world.mjs';
import { launch, serve } from './support/browser.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const PAGE = '<!doctype html><html lang="en"><head><title>matrix</title></head><body><script type="module" src="page.js"></script></body></html>';
const SCRIPT = `import { buildRequestJson, example, init } from './dist/index.js';
import { Gateway } from './dist/gateway.js';
import { cell, fetchCell } from './matrix-cells.mjs';
const tools = { Gateway, buildRequestJson, example };
const work = { cell, fetchCell };
async function run(how, fault, call) {
  const { id, settings } = await openWorld();
  const world = {
    settings: { ...settings, dangerouslyAllowKeyInBrowser: true },
    strike: (call, fault) => strike(id, call, fault),
    heal: (fault) => heal(id, fault),
  };
  try {
    return await work[how](tools, world, fault, call);
  } finally {
    await end(id);
  }
}
await init();
globalThis.run = run;`;

const worlds = [];
let dir;
let server;
let browser;
let page;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ecert-matrix-'));
  await cp(path('../../pkg/dist'), join(dir, 'dist'), { recursive: true, filter: (from) => !from.endsWith('.ts') });
  await cp(path('../package/matrix-cells.mjs'), join(dir, 'matrix-cells.mjs'));
  await writeFile(join(dir, 'index.html'), PAGE);
  await writeFile(join(dir, 'page.js'), SCRIPT);
  server = await serve(dir);
  browser = await launch();
  page = await browser.newPage();
  await page.exposeFunction('openWorld', async () => {
    const world = await open({ cors: true });
    return { id: worlds.push(world) - 1, settings: world.settings };
  });
  await page.exposeFunction('strike', (id, call, fault) => worlds[id].strike(call, fault));
  await page.exposeFunction('heal', (id, fault) => worlds[id].heal(fault));
  await page.exposeFunction('end', (id) => worlds[id].end());
  await page.goto(server.url);
  await page.waitForFunction(() => 'run' in globalThis);
});
after(async () => {
  await browser?.close();
  await server?.close();
  await Promise.all(worlds.map((world) => world.end()));
  await rm(dir, { recursive: true, force: true });
});

/** A page is not told whether a connection was refused or broke off. */
const inPage = (end) => end.replace('not-sent unreachable', 'unknown broken').replace('unreachable', 'broken');

for (const { fault, ends } of rows) {
  test(`${JSON.stringify(fault)}: every call ends as it says, and the next one works`, async () => {
    const found = await page.evaluate(([calls, fault]) => Promise.all(calls.map((call) => run('cell', fault, call))), [calls, fault]);
    assert.deepEqual(found.map(([end]) => end), ends.map(inPage));
    assert.deepEqual(found.map(([, next]) => next), NEXT);
  });
}

for (const { fetch: name, ends } of fetches) {
  test(`fetch answers with ${name}: every call ends as it says, and the next one works`, async () => {
    const found = [];
    // One after the other, since there is one global fetch.
    for (const call of calls) found.push(await page.evaluate(([name, call]) => run('fetchCell', name, call), [name, call]));
    assert.deepEqual(found.map(([end]) => end), ends);
    assert.deepEqual(found.map(([, next]) => next), NEXT);
  });
}
