// The built package in a bare page: its files, no bundler, and the policies a careful site sets.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, serve } from './support/browser.mjs';

const PACKAGE = fileURLToPath(new URL('../../pkg/dist', import.meta.url));

const PAGE = '<!doctype html><html lang="en"><head><title>bare</title></head><body><script type="module" src="page.js"></script></body></html>';
const SCRIPT = "import * as ecert from './dist/index.js';\nglobalThis.ecert = ecert;\n";

let dir;
let browser;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ecert-'));
  await cp(PACKAGE, join(dir, 'dist'), { recursive: true });
  await writeFile(join(dir, 'index.html'), PAGE);
  await writeFile(join(dir, 'page.js'), SCRIPT);
  await writeFile(join(dir, 'favicon.ico'), '');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await rm(dir, { recursive: true, force: true });
});

/** A page under a policy, and all it complained of. */
async function use(policy, run) {
  const server = await serve(dir, { headers: policy ? { 'content-security-policy': policy } : {} });
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => request.url().startsWith(server.url) || faults.push(request.url()));
  await page.goto(server.url);
  await page.waitForFunction(() => 'ecert' in globalThis);
  await page.evaluate(() => {
    globalThis.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => globalThis.refused.push(event.violatedDirective));
  });
  await run(page);
  const refused = await page.evaluate(() => globalThis.refused);
  await page.close();
  await server.close();
  return { faults, refused };
}

const CLEAN = { faults: [], refused: [] };

test('too early a call says what to do; after init records are judged', async () => {
  const seen = await use('', async (page) => {
    const early = await page.evaluate(() => {
      try {
        return ecert.validate('safety', {});
      } catch (error) {
        return error.message;
      }
    });
    assert.match(early, /await init\(\)/);
    // What needs no core needs no init.
    assert.equal(await page.evaluate(() => ecert.describe('manager').fields.length), 27);

    const reports = await page.evaluate(async () => {
      await Promise.all([ecert.init(), ecert.init()]);
      const good = ecert.example('manager');
      return [good, { ...good, birthDate: '1988-13-01' }].map((record) => ecert.validate('manager', record));
    });
    assert.deepEqual(reports[0], { valid: true, issues: [] });
    assert.equal(reports[1].valid, false);
    assert.deepEqual(reports[1].issues.map(({ rule, path }) => [rule, path]), [['field/date', ['birthDate']]]);
    assert.match(reports[1].issues[0].message, /出生日期/);
  });
  assert.deepEqual(seen, CLEAN);
});

test('the scalar entry finds in a page what the other one finds', async () => {
  const seen = await use('', async (page) => {
    const [scalar, simd] = await page.evaluate(async () => {
      const entries = [await import('./dist/scalar.js'), ecert];
      await Promise.all(entries.map((entry) => entry.init()));
      const good = ecert.example('manager');
      const bytes = new TextEncoder().encode(`${JSON.stringify({ ...good, companyName: '示例\u0001公司', url: 'x' })}\n{"eCertID":\n${JSON.stringify(good)}`);
      return entries.map((entry) => JSON.stringify([entry.validateBatch('manager', bytes), entry.validate('manager', { ...good, photo: 'iVBOR' })]));
    });
    assert.equal(scalar, simd);
    assert.match(scalar, /field\/characters.*record\/syntax.*photo\//);
  });
  assert.deepEqual(seen, CLEAN);
});

test('a batch crosses as bytes, and a broken line costs only itself', async () => {
  const seen = await use('', async (page) => {
    const report = await page.evaluate(async () => {
      await ecert.init();
      const lines = [0, 1, 2].map((n) => JSON.stringify({ ...ecert.example('preview'), ID: `350000202400000000${n}` }));
      lines[1] = lines[1].slice(0, -9);
      return ecert.validateBatch('preview', new TextEncoder().encode(lines.join('\n')));
    });
    assert.deepEqual([report.total, report.valid, report.invalid], [3, 2, 1]);
    assert.deepEqual(report.issues.map(({ rule, path }) => [rule, path]), [['record/syntax', [1]]]);
  });
  assert.deepEqual(seen, CLEAN);
});

test('ten megabytes in one field are an issue, and the next call works', async () => {
  const seen = await use('', async (page) => {
    const [long, next] = await page.evaluate(async () => {
      await ecert.init();
      const record = ecert.example('safety');
      const long = ecert.validate('safety', { ...record, companyName: '建'.repeat(10 * 1024 * 1024) });
      return [long.issues.map(({ rule, params }) => [rule, params]), ecert.validate('safety', record)];
    });
    assert.deepEqual(long, [['field/max-length', { length: 10 * 1024 * 1024, max: 200 }]]);
    assert.deepEqual(next, { valid: true, issues: [] });
  });
  assert.deepEqual(seen, CLEAN);
});

test("a policy that allows 'wasm-unsafe-eval' and no more is enough", async () => {
  const seen = await use("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'", async (page) => {
    const body = await page.evaluate(async () => {
      await ecert.init();
      return ecert.buildRequest('safety', [ecert.example('safety')]);
    });
    assert.equal(body.certType, '1');
  });
  assert.deepEqual(seen, CLEAN);
});

test('a policy that allows no wasm is named, with what to add', async () => {
  const { refused } = await use("default-src 'self'; script-src 'self'", async (page) => {
    const sentence = await page.evaluate(() => ecert.init().then(() => '', (error) => error.message));
    assert.match(sentence, /script-src.*'wasm-unsafe-eval'/);
    // A call then still says that it came too early.
    const late = await page.evaluate(() => {
      try {
        return ecert.validate('safety', {});
      } catch (error) {
        return error.message;
      }
    });
    assert.match(late, /await init\(\)/);
  });
  assert.deepEqual(refused, ['script-src']);
});
