// Each entry by import and by require, with its types, and what they share. What is beside this: the tarball (pack.test.mjs), what
// bundlers make of an entry (bundlers.test.mjs).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import vm from 'node:vm';
import { transform } from 'esbuild';
import { root, run } from './installed.mjs';

const pkg = join(root, 'pkg');
const require = createRequire(import.meta.url);
const { exports, unpkg, jsdelivr } = require('mohurd-ecert/package.json');
const ENTRIES = Object.keys(exports).filter((name) => typeof exports[name] === 'object');
const nameOf = (entry) => entry.replace('.', 'mohurd-ecert');

/** In a process of its own, where nothing has been used yet. */
const fresh = (type, code) => run(process.execPath, [`--input-type=${type}`, '-e', code], root).trim();

test('package.json and the folders for older resolvers are as the table of entries says', async () => {
  const { ENTRIES: table, refuseStale } = await import('../../pkg/entries.mjs');
  await refuseStale();
  assert.deepEqual(Object.keys(table), ENTRIES);
});

test('every entry gives the same names to import and to require, and to who reads no exports', async () => {
  assert.ok(ENTRIES.length >= 10);
  for (const entry of ENTRIES) {
    const names = Object.keys(await import(nameOf(entry))).sort();
    assert.ok(names.length > 0);
    assert.deepEqual(Object.keys(require(nameOf(entry))).sort(), names, entry);
    const folder = join(pkg, entry);
    const { main, module, types } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    assert.equal(require.resolve(join(folder, main)), require.resolve(nameOf(entry)), entry);
    assert.deepEqual(Object.keys(await import(join(folder, module))).sort(), names, entry);
    readFileSync(join(folder, types));
  }
});

test("Node's import of CommonJS sees the names", () => {
  const file = JSON.stringify(join(pkg, 'dist/cjs/index.cjs'));
  assert.equal(fresh('module', `import { validate } from ${file}; console.log(typeof validate)`), 'function');
});

for (const [type, load] of [['module', 'import'], ['commonjs', 'require']]) {
  test(`entries share the class of errors and the instance (${type})`, () => {
    const answer = fresh(
      type,
      `const load = async (entry) => ${load}('mohurd-ecert' + entry);
       async function main() {
         const [all, slim, schema] = [await load(''), await load('/slim'), await load('/standard-schema')];
         const same = [];
         for (const entry of ['/gateway', '/broker', '/qr', '/sandbox', '/slim']) same.push((await load(entry)).InputError === all.InputError);
         let early, refused;
         try { slim.validate('safety', {}); } catch (error) { early = error.message; }
         try { schema.standardSchema('safty'); } catch (error) { refused = error instanceof all.InputError; }
         const { valid } = all.validate('safety', all.example('safety'));
         // By the instance that the other entry has made.
         return [same, /await init/.test(early), refused, valid, slim.validate('safety', all.example('safety')).valid];
       }
       main().then((answer) => console.log(JSON.stringify(answer)));`,
    );
    assert.deepEqual(JSON.parse(answer), [[true, true, true, true, true], true, true, true, true]);
  });
}

test('slim wants a source, and takes bytes, a response or a compiled module', () => {
  const wasm = JSON.stringify(join(pkg, 'dist/core.wasm'));
  for (const source of ['bytes', 'bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)', 'new WebAssembly.Module(bytes)', 'new Response(bytes)', 'Promise.resolve(bytes)', "'data:application/wasm;base64,' + bytes.toString('base64')"]) {
    const answer = fresh(
      'module',
      `import { readFileSync } from 'node:fs';
       import { InputError, example, init, validate } from 'mohurd-ecert/slim';
       const bytes = readFileSync(${wasm});
       const refused = [];
       for (const none of [[], [undefined], [Promise.resolve()], [7]]) await init(...none).catch((error) => refused.push(error instanceof InputError));
       await Promise.all([init(${source}), init(${source})]);
       await init(${source});
       console.log(JSON.stringify([refused, validate('safety', example('safety')).valid]));`,
    );
    assert.deepEqual(JSON.parse(answer), [[true, true, true, true], true], source);
  }
});

test('CommonJS and the script are plain scripts, without import.meta or an await at the top', () => {
  const files = require('./packed.json').filter((path) => /\.cjs$|\.min\.js$/.test(path));
  assert.ok(files.length > ENTRIES.length);
  for (const path of files) new vm.Script(readFileSync(join(pkg, path), 'utf8'), { filename: path });
});

test('ES modules are ES2017 but for their imports', async () => {
  for (const path of require('./packed.json').filter((each) => /^dist\/.*\.js$/.test(each) && !/cli|\.min\.js$/.test(each))) {
    const text = readFileSync(join(pkg, path), 'utf8');
    assert.ok(!/\bimport\.meta\b/.test(text), path);
    // esbuild refuses an await at the top for this target, and would change what is newer.
    const [same, newer] = await Promise.all(['es2017', 'esnext'].map((target) => transform(text, { target, format: 'esm', charset: 'utf8' })));
    assert.equal(same.code, newer.code, path);
  }
});

test('the script gives one global, with all of the package and attach', async () => {
  assert.equal(unpkg, jsdelivr);
  const context = vm.createContext({ WebAssembly });
  const before = Object.keys(context);
  vm.runInContext(readFileSync(join(pkg, unpkg), 'utf8'), context);
  assert.deepEqual(Object.keys(context).filter((name) => !before.includes(name)), ['MohurdEcert']);
  assert.deepEqual(Object.keys(context.MohurdEcert).sort(), [...Object.keys(await import('mohurd-ecert')), 'attach'].sort());
  await context.MohurdEcert.init();
  assert.equal(context.MohurdEcert.validate('manager', context.MohurdEcert.example('manager')).valid, true);
});

test('Are the types wrong? has nothing to report', () => {
  const entries = ENTRIES.map((entry) => entry.replace('./', ''));
  run(process.execPath, [join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'), '--pack', pkg, '--entrypoints', ...entries], root);
});
