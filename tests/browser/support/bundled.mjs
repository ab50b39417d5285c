// Pages that are bundled on the spot and opened: what a page says on its console, or asks of another machine, is a fault.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch, serve } from './browser.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * A browser, and pages of code: `use` bundles the code of a module, opens it in a page of that body, gives the page to a
 * test and then looks at what the page did.
 */
export async function startPages() {
  const browser = await launch();

  async function use({ code, body = '<div id="app"></div>', esbuild = {}, headers = {} }, test) {
    const folder = await mkdtemp(join(tmpdir(), 'ecert-page-'));
    await build({ format: 'esm', jsx: 'automatic', define: { 'process.env.NODE_ENV': '"development"' }, loader: { '.woff': 'dataurl', '.ttf': 'dataurl' }, logLevel: 'error', ...esbuild, stdin: { contents: code, resolveDir: ROOT, loader: 'jsx' }, bundle: true, outfile: join(folder, 'page.js') });
    await writeFile(join(folder, 'page.css'), '', { flag: 'a' });
    await writeFile(join(folder, 'favicon.ico'), '');
    await writeFile(join(folder, 'index.html'), `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>表单</title><link rel="stylesheet" href="page.css"></head><body>${body}<script type="module" src="page.js"></script></body></html>`);
    const server = await serve(folder, { headers });
    const page = await browser.newPage();
    const faults = [];
    page.on('console', (message) => ['log', 'info'].includes(message.type()) || faults.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
    page.on('request', (request) => /^(data|blob):/.test(request.url()) || request.url().startsWith(server.url) || faults.push(`request: ${request.url()}`));
    try {
      await page.goto(server.url);
      await test(page, faults);
    } finally {
      await page.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    }
    assert.deepEqual(faults, []);
  }

  return { use, stop: () => browser.close() };
}

/** What axe-core finds against WCAG 2 A and AA. */
export async function axe(page) {
  await page.addScriptTag({ path: AXE });
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
