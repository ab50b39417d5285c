// The reader of tables and the finder of columns of the command line, which the package does not export: bundled as they are. The
// reader is held against csv-parse over drawn texts.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { CsvError, parse } from 'csv-parse/sync';
import { build } from 'esbuild';
import { root } from './installed.mjs';

async function bundled(file) {
  const entry = join(root, 'pkg/src/cli', file);
  const { outputFiles: [{ text }] } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', target: 'es2022', logLevel: 'silent' });
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}
const { rowsOf, CsvFault } = await bundled('csv.ts');
const { headerOf, letter } = await bundled('header.ts');
const { padded, shown, width } = await bundled('columns.ts');

/** Numbers from a seed (mulberry32). */
function drawn(seed) {
  return (most) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % most;
  };
}

const mine = (text, separator) => [...rowsOf(text, separator)].map(({ cells }) => cells);
const theirs = (text, delimiter, record_delimiter) => parse(text, { delimiter, record_delimiter, relax_column_count: true });

test('what a writer wrote comes back, as from csv-parse, and each row begins on its line', () => {
  const pieces = ['', 'a', '姓名', '"', ',', ';', '\t', '\n', '\r\n', '\r', ' ', "'", '=', '𠮷', '""'];
  for (let seed = 0; seed < 3000; seed++) {
    const next = drawn(seed);
    const [separator, end] = [[',', ';', '\t'][next(3)], ['\n', '\r\n', '\r'][next(3)]];
    const rows = Array.from({ length: 1 + next(6) }, () => Array.from({ length: 2 + next(4) }, () => Array.from({ length: next(5) }, () => pieces[next(pieces.length)]).join('')));
    const needs = new RegExp(`["\\r\\n${separator}]`);
    const written = rows.map((cells) => cells.map((cell) => (needs.test(cell) || next(4) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator));
    const text = written.join(end) + (next(2) ? end : '');
    assert.deepEqual(mine(text, separator), rows, JSON.stringify(text));
    assert.deepEqual(theirs(text, separator, end), rows, JSON.stringify(text));
    const before = written.map((_, at) => written.slice(0, at).map((row) => row + end).join(''));
    const lines = before.map((earlier) => 1 + (earlier.match(/\r\n|\r|\n/g)?.length ?? 0));
    assert.deepEqual([...rowsOf(text, separator)].map(({ line }) => line), lines, JSON.stringify(text));
  }
});

test('of any text it says what csv-parse says, or both refuse it', () => {
  const pieces = ['a', '号', '"', '"', '"', ',', ',', '\n', '""', '","', '"\n'];
  let [read, refused] = [0, 0];
  for (let seed = 0; seed < 20000; seed++) {
    const next = drawn(seed + 1_000_000);
    const text = Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)]).join('');
    let wanted;
    try {
      wanted = theirs(text, ',', '\n');
    } catch (error) {
      assert.ok(error instanceof CsvError);
      // It also refuses a quote inside a bare cell, which stands for itself here.
      if (error.code !== 'INVALID_OPENING_QUOTE') assert.throws(() => mine(text, ','), CsvFault, JSON.stringify(text));
      refused++;
      continue;
    }
    assert.deepEqual(mine(text, ','), wanted, JSON.stringify(text));
    read++;
  }
  assert.ok(read > 3000 && refused > 3000, `${read} ${refused}`);
});

test('a fault is at its line', () => {
  for (const [text, what, line] of [
    ['a,b\n"c', 'open', 2], ['a\r\n\r\n"x\r\ny', 'open', 3], ['a\n"b"c', 'behind', 2], ['"a\nb" ,c', 'behind', 2], ['x,"', 'open', 1],
  ]) assert.throws(() => mine(text, ','), (error) => error instanceof CsvFault && error.what === what && error.line === line, JSON.stringify(text));
  assert.deepEqual(mine('="0123",a"b,\n', ','), [['="0123"', 'a"b', '']]);
  assert.deepEqual(mine('', ','), []);
});

const FIELDS = { fields: [{ name: 'one', title: '日期' }, { name: 'two', title: '日期' }, { name: 'three', title: '姓名' }, { name: 'ID', title: '赋码' }] };
const fields = (...cells) => headerOf(cells, FIELDS).fields;

test('a column is found by its name or its title, whatever is put around it', () => {
  for (const title of ['姓名', ' 姓 名 ', '*姓名', '姓名*', '姓名（必填）', '【必填】姓名：', '姓名(必填)', '姓名\n', 'three', 'Three', 'ｔｈｒｅｅ', '姓名（three）']) {
    assert.deepEqual(fields(title), ['three'], title);
  }
  for (const title of ['', '*', '（姓名）', '姓', '姓名二', '姓名 three', 'thre', 'constructor', '__proto__']) assert.deepEqual(fields(title), [undefined], title);
  assert.deepEqual(fields('赋码', '备注', 'three'), ['ID', undefined, 'three']);
});

test('of fields that share a title, the first column is the first field; one that is named leaves it to the other', () => {
  assert.deepEqual(fields('日期', '姓名', '日期'), ['one', 'three', 'two']);
  assert.deepEqual(fields('日期', 'one'), ['two', 'one']);
  assert.deepEqual(headerOf(['日期', '日期', '日期'], FIELDS), { fields: ['one', 'two', undefined], doubled: [2] });
  assert.deepEqual(headerOf(['姓名', 'three'], FIELDS), { fields: [undefined, 'three'], doubled: [0] });
});

test('columns have the letters of spreadsheets, texts the width of a terminal', () => {
  assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(letter), ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  assert.deepEqual(['', 'ab', '姓名', '𠮷a'].map(width), [0, 2, 4, 3]);
  assert.equal(padded('姓名', 6), '姓名  ');
  assert.equal(padded('姓名', 3), '姓名');
  assert.equal(shown('a\x1b[31mb\u202e\nc'), 'a\ufffd[31mb\ufffd\ufffdc');
  assert.equal(shown('abcdef', 3), 'abc…');
});
