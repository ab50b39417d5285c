// The core without SIMD: the entry that has it, the script, and that either core finds the same, to the byte at which a block of
// characters ends.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { BROWSER, child } from './child.mjs';
import { root, run } from './installed.mjs';

/** Has an entry judge texts in which each odd character stands at each place, in bytes and live, and prints what it finds. */
const JUDGE = `
const ODD = ['"', '\\\\', '\\n', '\\u007f', '\\u0085', 'é', '安', '\\u2028', '\\uffff', '😀', '\\u0001', '*', '=', ' '];
const record = lib.example('manager');
const lines = [];
const found = [];
const tell = ({ issues }) => issues.map(({ rule, path, severity, params }) => [rule, severity, path, params]);
for (const odd of ODD) {
  for (let length = 1; length < 36; length++) {
    for (let place = 0; place <= length; place++) {
      const text = 'a'.repeat(place) + odd + '/'.repeat(length - place);
      const json = JSON.stringify({ ...record, companyName: text, photo: record.photo.slice(0, 80 + place) + text });
      // As it should be written, and as it should not.
      lines.push(json, json.replaceAll(JSON.stringify(odd).slice(1, -1), odd));
      if (place % 5 === 0) found.push(tell(lib.validate('manager', { ...record, companyName: text, photo: text }, { today: null })));
    }
  }
}
const bytes = new TextEncoder().encode(lines.join('\\n'));
// Here and there a byte that is no UTF-8.
for (let at = 1000; at < bytes.length; at += 9973) if (bytes[at] === 97) bytes[at] = 0xff;
found.push(tell(lib.validateBatch('manager', bytes, { today: null })));
`;

const judged = (entry) =>
  run(process.execPath, ['--input-type=module', '-e', `import * as lib from 'mohurd-ecert${entry}'; import { createHash } from 'node:crypto'; ${JUDGE}
    const all = JSON.stringify(found);
    console.log(JSON.stringify([found.flat().length, [...new Set(found.flat().map(([rule]) => rule))].sort(), createHash('sha256').update(all).digest('hex')]));`], root);

test('either core finds the same at every place of a block', () => {
  const [count, rules] = JSON.parse(judged(''));
  assert.ok(count > 10_000, String(count));
  for (const rule of ['field/line-break', 'field/characters', 'photo/decodable', 'record/syntax']) assert.ok(rules.includes(rule), rule);
  assert.equal(judged('/scalar'), judged(''));
});

/** What is compiled when an entry starts, besides the decoder of its text. */
const COMPILED = `
  const { Module, compile } = WebAssembly, taken = [];
  const note = (bytes) => { if (bytes.byteLength > 1000) taken.push(Buffer.from(bytes).toString('base64')); return bytes; };
  WebAssembly.Module = function (bytes) { return new Module(note(bytes)); };
  WebAssembly.compile = (bytes) => compile(note(bytes));
`;

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

test('the entries and the script have the cores that they should have', () => {
  const core = (name) => digest(readFileSync(join(root, 'pkg/dist', name)));
  const script = JSON.stringify(join(root, 'pkg/dist/mohurd-ecert.min.js'));
  const entries = {
    "await import('mohurd-ecert')": 'core.wasm',
    "await import('mohurd-ecert/scalar')": 'core-scalar.wasm',
    [`((0, eval)((await import('node:fs')).readFileSync(${script}, 'utf8') + ';globalThis.MohurdEcert = MohurdEcert'), MohurdEcert)`]: 'core-scalar.wasm',
  };
  for (const [load, name] of Object.entries(entries)) {
    const code = `${COMPILED} const lib = ${load}; await lib.init(); console.log(JSON.stringify([taken, lib.validate('safety', lib.example('safety'), { today: null }).valid]))`;
    const [taken, valid] = JSON.parse(run(process.execPath, ['--input-type=module', '-e', code], root));
    assert.deepEqual([taken.map((bytes) => digest(Buffer.from(bytes, 'base64'))), valid], [[core(name)], true], load);
  }
});

test('an engine without SIMD is told which entry to take, in both languages', () => {
  const answer = child(
    `WebAssembly.validate = () => false;
     WebAssembly.compile = async () => { throw new WebAssembly.CompileError('planted'); };
     const old = await lib.init().then(() => null, (error) => error.message);
     WebAssembly.validate = () => true;
     return [old, await lib.init().then(() => null, (error) => error.message)]`,
    BROWSER,
  );
  assert.match(answer[0], /请改用 mohurd-ecert\/scalar.*use mohurd-ecert\/scalar/);
  assert.equal(answer[1], 'planted');
});
