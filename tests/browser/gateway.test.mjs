// The gateway's entry in a page: behind a broker of the same origin, under a careful site's policy, and whatever fetch does there.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';

const PACKAGE = new URL('../../pkg/dist/', import.meta.url);
const SCRIPT = `import * as ecert from './dist/gateway.js';
import { example } from './dist/index.js';
Object.assign(globalThis, { ecert, example });
globalThis.submit = (path, settings, options) => {
  const records = [0, 1].map((n) => ({ ...example('safety'), eCertID: \`\${n}\`.repeat(32) }));
  return new ecert.Gateway({ baseUrl: path, retry: { attempts: 1 }, ...settings }).submit('safety', records, { today: null, ...options });
};
globalThis.told = ({ outcomes }) => outcomes.map(({ state, failure }) => [state, failure?.cause ?? null, failure?.code ?? null]);`;
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const ANSWERS = {
  '/': ['text/html', '<!doctype html><html lang="en"><title>bare</title><script type="module" src="page.js"></script></html>'],
  '/page.js': ['text/javascript', SCRIPT],
  '/favicon.ico': ['image/x-icon', ''],
  '/ecert/submit': ['application/json', '{"ReturnCode":1,"ReturnMsg":"上传成功"}'],
};

const seen = [];
let server;
let browser;
let page;

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://x');
  seen.push(request);
  if (pathname.startsWith('/redirect')) return response.writeHead(307, { location: '/ecert/submit' }).end();
  if (pathname.startsWith('/break')) return response.destroy();
  if (pathname.startsWith('/silent')) return undefined;
  if (pathname.startsWith('/refuse')) return response.writeHead(403).end('{"failure":{"call":null,"cause":"broker","code":403}}');
  if (pathname.startsWith('/endless')) {
    response.writeHead(200);
    const more = () => { while (!response.destroyed && response.write(Buffer.alloc(1 << 16, 0x20))); };
    response.on('drain', more);
    return more();
  }
  const [type, body] = pathname.startsWith('/dist/')
    ? ['text/javascript', await readFile(new URL(pathname.slice(6), PACKAGE))]
    : (ANSWERS[pathname] ?? ['text/plain', '']);
  return response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY }).end(body);
}

before(async () => {
  server = createServer(answer);
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => 'told' in globalThis);
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

test('a page submits through a broker, and sends no header of the gateway', async () => {
  seen.length = 0;
  const report = await page.evaluate(async () => {
    const steps = [];
    const report = await submit('ecert', {}, { onProgress: ({ done }) => steps.push(done) });
    return { ...report, steps };
  });
  assert.deepEqual([report.counts.accepted, report.steps], [2, [1, 2]]);
  const posts = seen.filter(({ method }) => method === 'POST');
  assert.deepEqual(posts.map(({ url }) => url), ['/ecert/submit', '/ecert/submit']);
  for (const { headers } of posts) assert.deepEqual(Object.keys(headers).filter((name) => name.startsWith('g-i-')), []);
});

test('a page gets no key', async () => {
  const sentence = await page.evaluate(() => {
    try {
      return new ecert.Gateway({ baseUrl: '/', systemId: 's', key: 'planted' });
    } catch (error) {
      return error.message;
    }
  });
  assert.match(sentence, /mohurd-ecert\/broker/);
});

for (const [path, outcome] of Object.entries({
  '/redirect': ['unknown', 'status', 0],
  '/break': ['unknown', 'broken', null],
  '/endless': ['unknown', 'too-long', null],
  '/refuse': ['not-sent', 'broker', 403],
  '/silent': ['unknown', 'timeout', null],
})) {
  test(`${path}: each record has its outcome, and the next call works`, async () => {
    const [told, next] = await page.evaluate(async (path) => {
      const report = await submit(path, { timeoutMs: path === '/silent' ? 60 : 20_000 });
      return [globalThis.told(report), globalThis.told(await submit('/ecert'))];
    }, path);
    assert.deepEqual(told, [outcome, outcome]);
    assert.deepEqual(next, Array(2).fill(['accepted', null, null]));
  });
}

test('a fetch that answers with a plain object, rejects, throws or is gone', async () => {
  const told = await page.evaluate(async () => {
    const { fetch } = globalThis;
    const fetches = [async () => ({ status: 200, body: '{"ReturnCode":1}' }), () => Promise.reject(new TypeError('x')), () => { throw new TypeError('x'); }, undefined];
    const told = [];
    for (const each of fetches) {
      globalThis.fetch = each;
      told.push(globalThis.told(await submit('/ecert'))[0]);
      globalThis.fetch = fetch;
      told.push(globalThis.told(await submit('/ecert'))[0]);
    }
    return told;
  });
  const good = ['accepted', null, null];
  assert.deepEqual(told, [
    ['unknown', 'no-response', null], good, ['unknown', 'broken', null], good, ['not-sent', 'unreachable', null], good, ['not-sent', 'unreachable', null], good,
  ]);
});

test('a signal ends what is under way', async () => {
  const told = await page.evaluate(async () => {
    const controller = new AbortController();
    const pending = submit('/silent', {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    return globalThis.told(await pending);
  });
  assert.deepEqual(told, [['unknown', 'aborted', null], ['not-sent', 'cancelled', null]]);
});
