// `sideEffects: false` is true: of what is not used nothing is left, whichever bundler reads the package. Nothing is configured.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import esbuild from 'esbuild';
import { rollup } from 'rollup';
import webpack from 'webpack';
import { root } from './installed.mjs';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mohurd-ecert-bundlers-')));
after(() => rmSync(folder, { recursive: true, force: true }));

const pkg = join(root, 'pkg');
const { exports } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'));
/** Rollup resolves no packages of its own accord: what its usual plugin would find. */
const target = (name) => join(pkg, exports[name.replace('mohurd-ecert', '.')].import.default);

const BUNDLERS = {
  async esbuild(input) {
    const options = { entryPoints: [input], nodePaths: [join(root, 'node_modules')], bundle: true, write: false, format: 'esm', minify: true, logLevel: 'silent' };
    const { outputFiles, warnings } = await esbuild.build({ ...options, external: ['node:*'] });
    return { text: outputFiles[0].text, warnings };
  },
  async rollup(input) {
    const warnings = [];
    const resolve = { name: 'resolve', resolveId: (name) => (name.startsWith('mohurd-ecert') ? { id: target(name), moduleSideEffects: false } : null) };
    const bundle = await rollup({ input, plugins: [resolve], external: /^node:/, onwarn: (warning) => warning.code !== 'EMPTY_BUNDLE' && warnings.push(warning) });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    return { text: output[0].code, warnings };
  },
  async webpack(input) {
    const options = { mode: 'production', performance: false, context: folder, entry: input, resolve: { modules: [join(root, 'node_modules')] } };
    const compiler = webpack({ ...options, output: { path: folder, filename: 'out.js' } });
    const stats = await new Promise((done, failed) => compiler.run((error, result) => (error ? failed(error) : done(result))));
    await new Promise((done) => compiler.close(done));
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    return { text: readFileSync(join(folder, 'out.js'), 'utf8'), warnings: [...errors, ...warnings] };
  },
};

/** How a module of wasm begins as text. */
const WASM = /\$!\*!<!6%\$\$\$/;

async function bundled(bundler, name, code) {
  const input = join(folder, `${bundler}-${name}.mjs`);
  writeFileSync(input, code);
  const { text, warnings } = await BUNDLERS[bundler](input);
  assert.deepEqual(warnings, []);
  return text;
}

for (const bundler of Object.keys(BUNDLERS)) {
  test(`${bundler}: nothing used, nothing left`, async () => {
    assert.ok((await bundled(bundler, 'nothing', "import {} from 'mohurd-ecert';\n")).trim().length < 50);
  });

  test(`${bundler}: data brings no wasm`, async () => {
    const text = await bundled(bundler, 'data', "import { describe } from 'mohurd-ecert';\nconsole.log(describe('safety'));\n");
    assert.match(text, /issuDate/);
    assert.doesNotMatch(text, WASM);
    assert.doesNotMatch(text, /WebAssembly/);
  });

  test(`${bundler}: what checks brings the core, and nothing of what sends or decrypts`, async () => {
    const text = await bundled(bundler, 'checks', "import { init, validate } from 'mohurd-ecert';\ninit().then(() => console.log(validate('safety', {})));\n");
    assert.equal(text.match(new RegExp(WASM, 'g')).length, 1);
    assert.doesNotMatch(text, /handle_submit|machine_handle|decryptAssignment|node:http/);
  });

  test(`${bundler}: what decrypts brings the QR module alone`, async () => {
    const text = await bundled(bundler, 'qr', "import { decryptAssignment } from 'mohurd-ecert/qr';\nconsole.log(decryptAssignment({}));\n");
    assert.equal(text.match(new RegExp(WASM, 'g')).length, 1);
    assert.doesNotMatch(text, /handle_submit|machine_handle|issuDate/);
  });

  test(`${bundler}: slim brings no bytes`, async () => {
    const text = await bundled(bundler, 'slim', "import { init, validate } from 'mohurd-ecert/slim';\ninit('/core.wasm').then(() => console.log(validate('safety', {})));\n");
    assert.match(text, /WebAssembly/);
    assert.doesNotMatch(text, WASM);
  });
}
