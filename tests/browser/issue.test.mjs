// Issuing in a page in Chromium, with the private key on a server: the page goes away in the middle, and comes back to what it stored.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { example } from 'mohurd-ecert';
import { decryptAssignment, qrContent } from 'mohurd-ecert/qr';
import { createSandbox } from 'mohurd-ecert/sandbox';
import { startPages } from './support/bundled.mjs';

const code = `
import { Gateway } from 'mohurd-ecert/gateway';
import { issue } from 'mohurd-ecert/qr';

const load = () => JSON.parse(localStorage.getItem('state') ?? 'null') ?? undefined;
globalThis.go = (record, settings, composed, more) => issue(record, {
  kind: 'safety',
  gateway: new Gateway({ ...settings, transport: ({ signal, ...request }) => globalThis.sendThere(request), dangerouslyAllowKeyInBrowser: true }),
  decrypt: (codes, { kind }) => globalThis.decryptThere(codes, kind),
  compose: ({ svg, png }) => (globalThis.pictures = [svg.slice(0, 4), [...png.slice(1, 4)]], composed),
  onState: (state) => localStorage.setItem('state', JSON.stringify(state)),
  state: load(),
  options: { today: null },
  ...more,
});
globalThis.load = load;`;

let pages;
before(async () => {
  pages = await startPages();
});
after(() => pages?.stop());

test('the page is reloaded in the middle of a submission, and goes on from what it stored', async () => {
  const sandbox = createSandbox();
  const { url: baseUrl, systemId, key, privateKey, publicKey } = sandbox;
  const settings = { baseUrl, systemId, key };
  const record = example('safety');
  const { zzeCertID, url } = example('preview');
  const csp = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
  await pages.use({ code, headers: { 'content-security-policy': csp } }, async (page) => {
    await page.exposeFunction('sendThere', async (request) => {
      const { status, body } = await sandbox.transport({ ...request, signal: new AbortController().signal });
      return { status, body: await new Response(body).text() };
    });
    await page.exposeFunction('decryptThere', (codes, kind) => ({
      id: decryptAssignment({ ...codes, privateKey }).id,
      content: qrContent({ ...codes, privateKey, publicKey, kind }),
    }));
    const run = async (more) => {
      await page.waitForFunction(() => 'go' in globalThis);
      return page.evaluate(([record, settings, composed, more]) => globalThis.go(record, settings, composed, more), [record, settings, { zzeCertID, url }, more]);
    };
    await sandbox.plan('preview', { silence: { taken: true } });
    const lost = run({}).catch((error) => error);
    await page.waitForFunction(() => 'load' in globalThis && globalThis.load()?.steps.preview.status === 'started');
    while ((await sandbox.calls()).preview === 0) await page.waitForTimeout(20);
    assert.deepEqual(await page.evaluate(() => globalThis.pictures), ['<svg', [80, 78, 71]]);
    await page.reload();
    assert.ok((await lost) instanceof Error);
    const doubtful = await run({});
    assert.deepEqual([doubtful.next, doubtful.steps.preview.status], ['preview', 'unknown']);
    const done = await run({ resendUnknown: true });
    assert.deepEqual([done.done, done.next, done.composed], [true, null, { zzeCertID, url }]);
  });
  const held = await sandbox.records();
  assert.deepEqual(held.map(({ kind, times }) => [kind, times]), [['safety', 1], ['preview', 2]]);
});
