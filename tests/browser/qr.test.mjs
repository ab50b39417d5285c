// `mohurd-ecert/qr` in Chromium: openssl's vectors, and pictures that an independent decoder reads as the page shows them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { startPages } from './support/bundled.mjs';

const SETS = JSON.parse(readFileSync(new URL('../qr/vectors.json', import.meta.url), 'utf8'));

const code = `
import jsqr from 'jsqr';
import * as qr from 'mohurd-ecert/qr';

/** What a decoder reads where the page draws this picture at so many pixels. */
async function seen(url, size) {
  const image = Object.assign(new Image(), { src: url, width: size, height: size });
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, size, size);
  return jsqr(context.getImageData(0, 0, size, size).data, size, size)?.data ?? null;
}

const asUrl = (bytes, type) => URL.createObjectURL(new Blob([bytes], { type }));
Object.assign(globalThis, {
  qr,
  seenSvg: (content, size) => seen(asUrl(qr.qrSvg(content), 'image/svg+xml'), size),
  seenPng: (content, size) => seen(asUrl(qr.qrPng(content, { size }), 'image/png'), size),
});`;

let pages;
before(async () => {
  pages = await startPages();
});
after(() => pages?.stop());

const use = (check) => pages.use({ code, headers: { 'content-security-policy': "default-src 'self'; img-src blob:; script-src 'self' 'wasm-unsafe-eval'" } }, check);

test('before init it says what to do, then openssl\'s vectors decrypt and a round trip ends where it began', () =>
  use(async (page) => {
    await page.waitForFunction(() => 'qr' in globalThis);
    const early = await page.evaluate(() => {
      try {
        return globalThis.qr.qrSvg('x');
      } catch (error) {
        return error.message;
      }
    });
    assert.match(early, /await init\(\)/);
    await page.evaluate(() => globalThis.qr.init());
    for (const { privateKey, publicKey, cases } of SETS) {
      for (const { id, key, encryCertid, encryKey } of cases) {
        const found = await page.evaluate((options) => globalThis.qr.decryptAssignment(options), { encryCertid, encryKey, privateKey });
        assert.equal(found.id, id);
        const made = await page.evaluate((options) => globalThis.qr.encryptAssignment(options), { id, key, publicKey });
        assert.equal(made.encryCertid, encryCertid);
      }
    }
    const wrong = await page.evaluate(([{ cases: [{ encryCertid, encryKey }] }, { privateKey }]) => {
      try {
        return globalThis.qr.decryptAssignment({ encryCertid, encryKey, privateKey });
      } catch (error) {
        return [error instanceof globalThis.qr.QrError, error.code, error.part];
      }
    }, SETS);
    assert.deepEqual(wrong, [true, 'length', 'encryKey']);
  }));

test('a decoder reads the picture, as PNG and as SVG', () =>
  use(async (page) => {
    await page.waitForFunction(() => 'qr' in globalThis);
    await page.evaluate(() => globalThis.qr.init());
    for (const { bits, privateKey, publicKey } of SETS) {
      const content = await page.evaluate(
        ([privateKey, publicKey]) => globalThis.qr.qrContent({ ...globalThis.qr.encryptAssignment({ id: '3500002024000000001', publicKey }), privateKey, publicKey, kind: 'safety' }),
        [privateKey, publicKey],
      );
      // SVG is scaled as it comes: a code under the platform's 512 bits has 1.3 pixels a module at 100, a longer one needs more.
      const svgSizes = bits === 512 ? [100, 300] : [300 * (bits / 512)];
      for (const size of [100, 300]) assert.equal(await page.evaluate(([content, size]) => globalThis.seenPng(content, size), [content, size]), content);
      for (const size of svgSizes) assert.equal(await page.evaluate(([content, size]) => globalThis.seenSvg(content, size), [content, size]), content, `svg ${bits} ${size}`);
    }
  }));
