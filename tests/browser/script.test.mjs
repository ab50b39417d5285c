// Two classic script tags, as in a page of JSP: the package's script with its global, and the page's own; under the policies a
// careful site sets.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, serve } from './support/browser.mjs';

const PACKAGE = new URL('../../pkg/', import.meta.url);

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>script</title></head><body>
<form><input name="certNum"><span data-ecert-message="certNum"></span><button>发送</button></form>
<script src="mohurd-ecert.min.js"></script>
<script src="page.js"></script></body></html>`;
const SCRIPT = `var form = document.querySelector('form');
var attached = MohurdEcert.attach(form, 'safety');
MohurdEcert.init().then(function () {
  var record = MohurdEcert.example('safety');
  record.issuDate = '2024-02-30';
  window.report = MohurdEcert.validate('safety', record);
}, function (error) {
  window.report = error.message;
});`;

let dir;
let browser;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ecert-script-'));
  const { unpkg } = JSON.parse(await readFile(new URL('package.json', PACKAGE), 'utf8'));
  await cp(new URL(unpkg, PACKAGE), join(dir, 'mohurd-ecert.min.js'));
  await writeFile(join(dir, 'index.html'), PAGE);
  await writeFile(join(dir, 'page.js'), SCRIPT);
  await writeFile(join(dir, 'favicon.ico'), '');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await rm(dir, { recursive: true, force: true });
});

/** What the page found, what is wrong in it, and what the policy refused. */
async function use(policy, run = () => {}) {
  const server = await serve(dir, { headers: { 'content-security-policy': policy } });
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => request.url().startsWith(server.url) || faults.push(request.url()));
  await page.addInitScript(() => {
    globalThis.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => globalThis.refused.push(event.violatedDirective));
  });
  await page.goto(server.url);
  await page.waitForFunction(() => globalThis.report !== undefined);
  await run(page);
  const [report, refused] = await page.evaluate(() => [globalThis.report, globalThis.refused]);
  await page.close();
  await server.close();
  return { report, faults, refused };
}

test("it judges a record and a form under a policy with 'wasm-unsafe-eval', and violates nothing", async () => {
  const { report, faults, refused } = await use("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'", async (page) => {
    assert.deepEqual(await page.evaluate(() => Object.keys(globalThis).filter((name) => /ecert/i.test(name))), ['MohurdEcert']);
    await page.locator('input').fill('闽');
    await page.locator('input').blur();
    await page.waitForFunction(() => document.querySelector('span').textContent !== '');
  });
  assert.deepEqual([report.valid, report.issues.map(({ rule, path }) => [rule, path])], [false, [['field/date', ['issuDate']]]]);
  assert.deepEqual([faults, refused], [[], []]);
});

test('under a policy that allows no wasm the error says what to allow', async () => {
  const { report } = await use("default-src 'self'; script-src 'self'");
  assert.match(report, /script-src.*'wasm-unsafe-eval'/);
});
