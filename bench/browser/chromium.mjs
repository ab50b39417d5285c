// The benchmark in Chromium: bundles the page, serves it from 127.0.0.1, and runs it once for each size and kind. CHROMIUM says where
// the browser is. The page has no Content-Security-Policy, because ajv and typebox compile by `eval`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch, serve } from '../../tests/browser/support/browser.mjs';

const FOLDER = fileURLToPath(new URL('../.built/page/', import.meta.url));
const HTML = '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="page.js"></script>';

/** With them a page's clock is exact to 5 µs; without, to 100. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

async function write(data) {
  mkdirSync(FOLDER, { recursive: true });
  const entry = fileURLToPath(new URL('page.mjs', import.meta.url));
  const production = { 'process.env.NODE_ENV': '"production"' };
  await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    define: production,
    outfile: `${FOLDER}page.js`,
    logLevel: 'error',
  });
  writeFileSync(`${FOLDER}index.html`, HTML);
  for (const [index, { bytes }] of data.entries()) writeFileSync(`${FOLDER}${index}.json`, bytes);
}

async function inPage(browser, url, [index, kind], rounds) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction('globalThis.measure');
  const { lines, times } = await page.evaluate(`measure('${index}.json', '${kind}', ${rounds})`);
  await page.close();
  if (lines.length > 0) throw new Error(`in Chromium the contenders do not agree:\n${lines.join('\n')}`);
  return times;
}

/** For each of `data` ({ size, kind, bytes, count }) its times; and the version. */
export async function chromium(data, rounds) {
  await write(data);
  const server = await serve(FOLDER, { headers: ISOLATED });
  const browser = await launch({ args: ['--js-flags=--expose-gc'] });
  try {
    const sizes = [];
    for (const [index, { size, kind, count }] of data.entries()) {
      sizes.push({ size, kind, count, times: await inPage(browser, server.url, [index, kind], rounds) });
      console.log(`Chromium, ${size}: timed`);
    }
    return { version: browser.version(), sizes };
  } finally {
    await browser.close();
    await server.close();
  }
}
