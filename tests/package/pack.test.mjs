// The tarball as npm would publish it: what is in it, and that it works in an empty folder with no set-up and no network.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import test, { after, before } from 'node:test';
import { inlined } from '../../pkg/inlined.mjs';
import { install, root, run } from './installed.mjs';

const TSC = join(root, 'node_modules/typescript/bin/tsc');
/** Well above what it has; a source map or another copy of a module would not fit. */
const MOST = 1_800_000;

/** What is published, by path. `node tests/package/packed.mjs` writes the list anew, for its difference to be read. */
const PATHS = JSON.parse(readFileSync(new URL('packed.json', import.meta.url), 'utf8'));

/** The folder of a project that has nothing but the package. */
let folder;
let packed;
let end;
const installed = (path) => join(folder, 'node_modules/mohurd-ecert', path);

const node = (code) => run(process.execPath, ['--input-type=module', '-e', code], folder).trim();

before(() => {
  ({ folder, packed, end } = install());
});

after(() => end());

test('it holds what is listed, and nothing else', (t) => {
  assert.deepEqual(packed.files.map(({ path }) => path).sort(), PATHS, 'see packed.mjs beside this test');
  assert.ok(packed.size < MOST, `${packed.size} bytes`);
  t.diagnostic(`${packed.filename}: ${packed.size} bytes packed, ${packed.unpackedSize} unpacked, ${PATHS.length} files`);
});

test('it installs without the network, alone', () => {
  assert.deepEqual(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')), ['mohurd-ecert']);
  const manifest = JSON.parse(readFileSync(installed('package.json'), 'utf8'));
  for (const member of ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts', 'bundleDependencies']) {
    assert.equal(manifest[member], undefined, member);
  }
});

/** The modules of wasm that lie in a script as text. */
function wasmIn(script) {
  const texts = script.match(/"\$!\*!<!6%\$\$\$(?:[^"\\]|\\.)*"/g) ?? [];
  const byte = new Map(Array.from({ length: 256 }, (_, each) => [inlined([each]), each]));
  return texts.map((text) => Buffer.from(JSON.parse(text).match(/[!#]?[$-~]/g).map((each) => byte.get(each))));
}

/** What is loaded with an entry. */
function loaded(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, next] of readFileSync(installed(file), 'utf8').matchAll(/(?:from|import|require)\s*\(?["'](\.{1,2}\/[^"']+)["']/g)) loaded(posix.join(posix.dirname(file), next), seen);
  return seen;
}

const modules = (file) => [...loaded(file)].flatMap((path) => wasmIn(readFileSync(installed(path), 'utf8')));

test('an entry holds its own module of wasm, and no other one', () => {
  const [core] = modules('dist/index.js');
  assert.deepEqual(core, readFileSync(installed('dist/core.wasm')));
  assert.equal(modules('dist/index.js').length, 1);
  const gateway = modules('dist/gateway.js');
  assert.equal(gateway.length, 1);
  const names = WebAssembly.Module.exports(new WebAssembly.Module(gateway[0])).map(({ name }) => name);
  assert.ok(names.includes('handle_submit') && !names.includes('validate_field'));
  assert.ok([...loaded('dist/index.js')].every((path) => !/handle_submit|FinalizationRegistry/.test(readFileSync(installed(path), 'utf8'))));
  const sandbox = modules('dist/sandbox.js');
  assert.equal(sandbox.length, 1);
  const own = WebAssembly.Module.exports(new WebAssembly.Module(sandbox[0])).map(({ name }) => name);
  assert.ok(own.includes('machine_handle') && !own.includes('validate_field') && !own.includes('handle_submit'));
  // A page that has the other two has nothing of it.
  for (const entry of ['dist/index.js', 'dist/gateway.js']) {
    assert.ok([...loaded(entry)].every((path) => !/machine_handle|createSandbox|node:http/.test(readFileSync(installed(path), 'utf8'))), entry);
  }
});

test('the package itself is two files, since each costs every start in Node', () => {
  assert.deepEqual([...loaded('dist/index.js')], ['dist/index.js', 'dist/shared/common.js']);
  assert.deepEqual([...loaded('dist/cjs/index.cjs')], ['dist/cjs/index.cjs', 'dist/cjs/shared/common.cjs']);
});

test('an empty folder judges a record with no set-up', () => {
  const answer = node(
    `import { example, validate } from 'mohurd-ecert';
     const good = validate('safety', example('safety'));
     const bad = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
     console.log(JSON.stringify([good.valid, bad.valid, bad.issues.map(({ rule, path }) => [rule, ...path]), bad.issues[0].message.length > 20]))`,
  );
  assert.deepEqual(JSON.parse(answer), [true, false, [['field/date', 'issuDate']], true]);
});

test('every export resolves to a file of the tarball, and nothing beside the exports does', () => {
  const { exports } = JSON.parse(readFileSync(installed('package.json'), 'utf8'));
  const leaves = (target) => (typeof target === 'string' ? [target] : Object.values(target).flatMap(leaves));
  const targets = Object.values(exports).flatMap(leaves);
  for (const target of targets.filter((each) => !each.includes('*'))) readFileSync(installed(target));
  const entries = Object.keys(exports).filter((name) => typeof exports[name] === 'object').map((name) => name.replace(/^\.\/?/, ''));
  const names = PATHS.filter((path) => path.startsWith('schema/')).map((path) => `mohurd-ecert/${path}`);
  const resolved = node(
    `const inside = (name) => import.meta.resolve(name).slice(import.meta.resolve('mohurd-ecert/package.json').length - 'package.json'.length);
     const refused = (name) => { try { import.meta.resolve(name); return 'resolved'; } catch (error) { return error.code; } };
     console.log(JSON.stringify([['mohurd-ecert', ...${JSON.stringify([...entries.filter(Boolean).map((name) => `mohurd-ecert/${name}`), ...names])}].map(inside), refused('mohurd-ecert/dist/index.js')]))`,
  );
  assert.deepEqual(JSON.parse(resolved), [['dist/index.js', ...entries.filter(Boolean).map((name) => `dist/${name}.js`), ...names.map((name) => name.replace('mohurd-ecert/', ''))], 'ERR_PACKAGE_PATH_NOT_EXPORTED']);
  for (const name of names) JSON.parse(readFileSync(installed(name.replace('mohurd-ecert/', '')), 'utf8'));
});

for (const [module, resolution] of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
  test(`its types resolve and speak of the tables (${resolution})`, () => {
    const file = join(folder, 'consumer.mts');
    writeFileSync(
      file,
      `import { init, validate, validateField, type Issue, type Report, type SafetyRecord } from 'mohurd-ecert';
       import { Gateway, type SubmitReport } from 'mohurd-ecert/gateway';
       import { createSandbox, type Fault, type HeldRecord, type Sandbox } from 'mohurd-ecert/sandbox';
       const sandbox: Sandbox = createSandbox({ repeated: 'second' });
       const { url: baseUrl, systemId, key, transport } = sandbox;
       export const submitted: Promise<SubmitReport> = new Gateway({ baseUrl, systemId, key, transport }).submit('safety', []);
       const faults: Fault[] = ['cut', { close: { taken: true } }, { status: 503 }];
       export const planned: Promise<void> = sandbox.plan('submit', ...faults);
       export const held: Promise<HeldRecord[]> = sandbox.records();
       // @ts-expect-error no fault
       sandbox.plan('submit', 'cutt');
       const record: Partial<SafetyRecord> = { certNum: '' };
       const report: Report = validate('safety', record);
       const issues: Issue[] = validateField('safety', 'certNum', record);
       // @ts-expect-error a name that the table does not have
       validateField('safety', 'certNumber', record);
       // @ts-expect-error no kind
       validate('safty', record);
       export const ready: Promise<void> = init();
       export default [report.valid, issues.length];`,
    );
    const options = ['--noEmit', '--strict', '--lib', 'es2022,dom', '--target', 'es2022'];
    run(process.execPath, [TSC, ...options, '--module', module, '--moduleResolution', resolution, file], folder);
  });
}

test('nothing in it names the machine that built it', () => {
  const homes = [root, process.env.HOME, process.env.CARGO_HOME].filter((path) => path && path.length > 4).map((path) => path.replace(/\/$/, ''));
  for (const { path } of packed.files) {
    const text = readFileSync(installed(path), 'latin1');
    for (const each of [text, ...wasmIn(text).map((bytes) => bytes.toString('latin1'))]) {
      assert.ok(!homes.some((home) => each.includes(`${home}/`)), path);
    }
  }
});
