// The command `check` and large files: what is found does not depend on whether a file is read whole, as standard input is, or piece by
// piece, as a large file of JSON or NDJSON is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { openSync, closeSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { buildRequest } from 'mohurd-ecert';
import { command, folder, safety, SAFETY } from './cli-files.mjs';
import { gbk } from './gbk.mjs';

const ENOUGH = 2 ** 26;

/** A right record and some wrong ones, with what makes them long. */
const record = (number) =>
  safety({
    eCertID: `1.2.156.3005.2.11100000000013338W010.${String(number % 90).padStart(4, '0')}`,
    remark: '安'.repeat(30_000),
    ...(number % 20 === 7 ? { issuDate: '2024-02-30' } : {}),
  });
const records = Array.from({ length: 800 }, (_, number) => record(number));
const texts = records.map((each) => JSON.stringify(each));
texts[30] = '{"planted": ';
texts[60] = '5';

/** An environment in which the file cannot be read whole. */
function refusing() {
  const path = join(folder, 'no-read-file.cjs');
  const hook = `const fs = require('node:fs/promises');
    const { readFile } = fs;
    fs.readFile = (file, ...rest) => {
      if (String(file).endsWith('large.data')) throw new Error('read whole');
      return readFile(file, ...rest);
    };
    require('node:module').syncBuiltinESMExports();`;
  writeFileSync(path, hook);
  return { ...process.env, NODE_OPTIONS: `--require ${path}` };
}

/** What the command says of this, given as a file and as standard input. */
function both(contents, args, env = {}) {
  const path = join(folder, 'large.data');
  writeFileSync(path, contents);
  const options = { encoding: 'utf8', maxBuffer: 2 ** 30 };
  const asFile = spawnSync(command, ['check', path, ...args], { ...options, env: { ...process.env, ...env } });
  const handle = openSync(path);
  const asInput = spawnSync(command, ['check', '-', ...args], { ...options, stdio: [handle, 'pipe', 'pipe'] });
  closeSync(handle);
  const told = ({ status, stdout, stderr }) => ({ status, stdout: stdout.replace(/^\{"file":"[^"]*",/, '{'), stderr });
  return [told(asFile), told(asInput)];
}

const FORMS = {
  'an array': `[${texts.join(',\n')}]`,
  'lines with a mark, and blank ones between': `\ufeff\n${texts.join('\n\n \r\n')}\n`,
};

for (const [name, text] of Object.entries(FORMS)) {
  for (const format of ['text', 'json']) {
    test(`${name}, piece by piece, as ${format}`, () => {
      assert.ok(Buffer.byteLength(text) >= ENOUGH);
      const [asFile, asInput] = both(text, [...SAFETY, '--format', format], refusing());
      assert.ok(asFile.stdout.length > 10_000, asFile.stderr);
      assert.equal(asFile.status, 1);
      assert.deepEqual(asFile, asInput);
    });
  }
}

test('what is neither is read whole', () => {
  const long = '安'.repeat(2 ** 21);
  const body = JSON.stringify(buildRequest('safety', [safety({ companyName: long }), safety()], { today: null, rules: { 'field/max-length': 'off', 'batch/duplicate-id': 'off', 'request/duplicate-id': 'off' } }));
  const padded = (text) => text + ' '.repeat(ENOUGH);
  for (const contents of [padded(body), gbk(padded(`[${JSON.stringify(safety())}]`)), padded(JSON.stringify(safety())), padded('{"planted"')]) {
    const [asFile, asInput] = both(contents, SAFETY);
    assert.deepEqual(asFile, asInput);
  }
});

test('a record that is too large for a stream is no fault of the file', () => {
  const text = `[${'{"remark":"' + 'x'.repeat(2 ** 24)}"},${texts.join(',')}]`;
  const [asFile, asInput] = both(text, [...SAFETY, '--format', 'json']);
  assert.deepEqual(asFile, asInput);
  assert.equal(JSON.parse(asFile.stdout).total, 801);
});

test('without a kind it says so', () => {
  const [asFile, asInput] = both(FORMS['an array'], []);
  assert.deepEqual(asFile, asInput);
  assert.deepEqual([asFile.status, asFile.stdout], [2, '']);
});
