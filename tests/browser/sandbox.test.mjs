// The sandbox in a page: compiled when it is first needed, in the place of fetch, and gone with the page.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, serve } from './support/browser.mjs';

const PAGE = '<!doctype html><html lang="en"><head><title>sandbox</title></head><body><script type="module" src="page.js"></script></body></html>';
const SCRIPT = `import { example } from './dist/index.js';
import { Gateway } from './dist/gateway.js';
import { InputError, createSandbox } from './dist/sandbox.js';
Object.assign(globalThis, { example, Gateway, InputError, createSandbox });
globalThis.said = (promise) => promise.then(() => 'nothing', (error) => (error instanceof InputError ? '' : error.name + ': ') + error.message);`;

let dir;
let browser;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ecert-sandbox-'));
  const dist = fileURLToPath(new URL('../../pkg/dist', import.meta.url));
  await cp(dist, join(dir, 'dist'), { recursive: true, filter: (from) => !from.endsWith('.ts') });
  await writeFile(join(dir, 'index.html'), PAGE);
  await writeFile(join(dir, 'page.js'), SCRIPT);
  await writeFile(join(dir, 'favicon.ico'), '');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await rm(dir, { recursive: true, force: true });
});

/** A page under a policy; it asks its own server for files, and nobody for anything else. */
async function use(policy, work) {
  const server = await serve(dir, { headers: { 'content-security-policy': policy } });
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => /(\/|\.js|\.ico)$/.test(request.url()) || faults.push(request.url()));
  await page.goto(server.url);
  await page.waitForFunction(() => 'said' in globalThis);
  try {
    await work(page);
  } finally {
    await page.close();
    await server.close();
  }
  return faults;
}

const CAREFUL = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

test('the application calls as ever, and everything stays in the page', async () => {
  const faults = await use(CAREFUL, async (page) => {
    const seen = await page.evaluate(async () => {
      const sandbox = createSandbox();
      globalThis.fetch = sandbox.fetch;
      const gateway = new Gateway({
        baseUrl: 'https://gateway.invalid/', systemId: sandbox.systemId, key: sandbox.key, dangerouslyAllowKeyInBrowser: true, timeoutMs: 300, retry: { attempts: 1 },
      });
      const ends = [];
      for (const fault of ['none', 'cut', 'close', 'silence', { status: 204 }, { html: 500 }]) {
        await sandbox.plan('submit', fault);
        const [{ state, failure }] = (await gateway.submit('safety', [example('safety')], { today: null })).outcomes;
        ends.push([state, failure?.cause ?? null]);
      }
      return [ends, (await sandbox.records()).map(({ kind, times }) => [kind, times]), (await sandbox.calls()).submit];
    });
    const ends = [['accepted', null], ['unknown', 'broken'], ['unknown', 'broken'], ['unknown', 'timeout'], ['unknown', 'empty'], ['unknown', 'status']];
    assert.deepEqual(seen, [ends, [['safety', 2]], 6]);
  });
  assert.deepEqual(faults, []);
});

test('what is wrong is said by the first method, and so is what a page cannot do', async () => {
  const faults = await use(CAREFUL, async (page) => {
    const said = await page.evaluate(async () => {
      const [wrong, right] = [createSandbox({ seed: -1 }), createSandbox()];
      return Promise.all([wrong.records(), wrong.fetch('/'), right.plan('submit', 'planted'), right.listen()].map(globalThis.said));
    });
    const seed = 'options.seed 应为范围内的非负整数。 options.seed must be a whole number in its range.';
    assert.deepEqual(said.slice(0, 3), [seed, seed, 'faults[0] 不是故障。 faults[0] must be a fault.']);
    assert.match(said[3], /Node/);
  });
  assert.deepEqual(faults, []);
});

test('its keys are there once it has been asked for something', async () => {
  const faults = await use(CAREFUL, async (page) => {
    const [before, pem, told] = await page.evaluate(async () => {
      const sandbox = createSandbox();
      const early = await globalThis.said((async () => sandbox.privateKey)());
      const told = await (await sandbox.fetch('/sandbox/keys')).json();
      return [early, [sandbox.privateKey, sandbox.publicKey], [told.privateKey, told.publicKey]];
    });
    assert.match(before, /^网页中.*。 In a page the keys .*\.$/);
    assert.deepEqual(pem, told);
    assert.match(pem.join(), /^MII[\w+/]+=*,MF[\w+/]+=*$/);
  });
  assert.deepEqual(faults, []);
});

test('a policy that allows no wasm is named, with what to add', async () => {
  await use("default-src 'self'; script-src 'self'", async (page) => {
    assert.match(await page.evaluate(() => said(createSandbox().records())), /script-src.*'wasm-unsafe-eval'/);
  });
});
