// The package as others install it: each folder beside this file is a project of its own, with its tools as it locks them and nothing set up
// for the package. All do the same: they judge the example and a spoilt record, send the example to a sandbox of their own and decrypt
// its assignment. What each shows is
// what the package says here.
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { example, validate } from 'mohurd-ecert';
import { serve } from '../browser/support/browser.mjs';
import { close, shown } from './page.mjs';
import { project } from './project.mjs';

const { issues: [{ message }] } = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
assert.match(message, /不是有效的日期/);
const SHOWN = ['true', `false ${message}`, '1 accepted, assigned: true, one InputError: true'];

after(close);

/** The page of a folder that needs nothing but a server of files. */
async function servedFrom(folder) {
  const server = await serve(folder);
  try {
    return await shown(server.url);
  } finally {
    await server.close();
  }
}

test('Vite: dev server', async (t) => {
  const { start } = project('vite');
  const server = await start('dev', ['--host', '127.0.0.1', '--port', '0'], t.signal);
  try {
    assert.deepEqual(await shown(server.url), { texts: SHOWN, lazy: true });
  } finally {
    await server.close();
  }
});

test('Vite: build', async () => {
  const { folder, run } = project('vite');
  run('build');
  assert.deepEqual(await servedFrom(join(folder, 'dist')), { texts: SHOWN, lazy: true });
});

/** These make scripts; the page that loads them is the project's. */
for (const [name, title] of [['webpack5', 'webpack 5'], ['webpack4', 'webpack 4'], ['rollup', 'Rollup'], ['esbuild', 'esbuild']]) {
  test(`${title}: build`, async () => {
    const { folder, run } = project(name);
    run('build');
    copyFileSync(join(folder, 'index.html'), join(folder, 'dist/index.html'));
    assert.deepEqual(await servedFrom(join(folder, 'dist')), { texts: SHOWN, lazy: true });
  });
}

test('<script type="module">, no bundler', async () => {
  const { folder } = project('script-module');
  assert.deepEqual(await servedFrom(folder), { texts: SHOWN, lazy: true });
});

test('two classic <script> tags', async () => {
  const { folder } = project('script-classic');
  assert.deepEqual(await servedFrom(folder), { texts: SHOWN.slice(0, 2), lazy: false });
});

for (const [name, title] of [['node-esm', 'ES modules'], ['node-cjs', 'CommonJS']]) {
  test(`Node: ${title}`, () => {
    const { stdout, stderr } = project(name).run('start');
    assert.deepEqual([stdout.trim().split('\n'), stderr], [SHOWN, '']);
  });
}

for (const environment of ['node', 'jsdom']) {
  test(`jest: ${environment}`, () => {
    const { stderr } = project('jest').run(environment);
    assert.match(stderr, /^Tests: +3 passed, 3 total$/m);
  });
}

test('vitest', () => {
  const { stdout } = project('vitest').run('test');
  assert.match(stdout, /^ +Tests +3 passed \(3\)$/m);
});

test('Next: rendering on the server, and the page it becomes', async (t) => {
  const { run, start } = project('next');
  run('build');
  const server = await start('start', ['--hostname', '127.0.0.1', '--port', '0'], t.signal);
  try {
    const html = await (await fetch(server.url)).text();
    const rendered = ['example', 'spoilt', 'sent'].map((id) => new RegExp(`id="server-${id}">([^<]*)<`).exec(html)?.[1]);
    assert.deepEqual(rendered, SHOWN);
    assert.deepEqual(await shown(server.url), { texts: SHOWN, lazy: true });
  } finally {
    await server.close();
  }
});
