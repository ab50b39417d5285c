// What the tests of the command `check` share: the package installed in a folder of its own, files made there, and what the command
// says of them.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { describe, example } from 'mohurd-ecert';
import { start } from './cli.mjs';
import { install } from './installed.mjs';

export let folder;
let end;
export let command;
before(() => {
  ({ folder, end } = install());
  command = join(folder, 'node_modules/.bin/mohurd-ecert');
});
after(() => end());

let files = 0;
/** A file that holds this, and its path. */
export function file(contents) {
  const path = join(folder, `${files++}.data`);
  writeFileSync(path, contents);
  return path;
}

export async function run(args, input) {
  const program = start(command, args, input);
  const status = await program.ended();
  return { status, ...program.printed };
}
export const SAFETY = ['--kind', 'safety', '--today', 'none'];
export const check = (contents, ...args) => run(['check', file(contents), ...args]);

/** The JSON document of a file that can be read. */
export async function found(contents, ...args) {
  const path = file(contents);
  const { status, out, err } = await run(['check', path, '--format', 'json', ...args]);
  assert.equal(err, '');
  const document = JSON.parse(out);
  assert.equal(document.file, path);
  assert.equal(status, document.issues.some(({ severity }) => severity === 'error') ? 1 : 0);
  return document;
}
export const brief = ({ issues }) => issues.map(({ rule, path, line }) => [rule, ...path, line]);
/** It could not be read: one sentence in both languages, and nothing else. */
export async function unreadable(contents, pattern, ...args) {
  const { status, out, err } = await check(contents, ...args);
  assert.deepEqual([status, out], [2, ''], err);
  assert.match(err, /^[^\n]*[一-鿿][^\n]*。 [^\n]*[a-z][^\n]*\.\n$/);
  assert.match(err, pattern);
}

export const FIELDS = describe('safety').fields;
export const safety = (own) => ({ ...example('safety'), ...own });
export const PLAIN = FIELDS.filter(({ name }) => name in example('safety'));
const inTable = (value = '') => (typeof value === 'string' ? value : JSON.stringify(value));
export const QUOTED = (cell) => `"${cell.replaceAll('"', '""')}"`;

/** Records as a table; how the columns are called, and what stands between and behind. */
export function table(records, { called = ({ title }) => title, separator = ',', end = '\r\n', cell = QUOTED } = {}) {
  const rows = [PLAIN.map((field, index) => called(field, index)), ...records.map((record) => PLAIN.map(({ name }) => cell(inTable(record[name]))))];
  return rows.map((cells) => cells.join(separator) + end).join('');
}

export const OTHER = { eCertID: '57ee22de0a14490d8529eade4d80fa84', certNum: '（闽）JZ安许证字[2024]000003' };
export const THREE = [safety(), safety({ ...OTHER, issuDate: '2024-02-30' }), safety({ eCertID: '57ee22de0a14490d8529eade4d80fa85', certNum: '（闽）JZ安许证字[2024]000004', companyName: '' })];
export const WRONG = (lines) => [['field/date', 1, 'issuDate', lines[0]], ['field/required', 2, 'companyName', lines[1]]];
