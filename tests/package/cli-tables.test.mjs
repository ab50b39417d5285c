// The command `check` on tables: CSV with titles or names, in every encoding, as spreadsheets write it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { brief, check, found, OTHER, PLAIN, QUOTED, SAFETY, safety, table, THREE, WRONG } from './cli-files.mjs';
import { gbk } from './gbk.mjs';

test('CSV: titles, names, or both, in any of the encodings, with any separator and line end', async () => {
  const names = ({ name }) => name;
  const dressed = ({ title, name }, index) => [QUOTED(`*${title} `), `${title}（必填）`, name.toUpperCase(), QUOTED(`${title}\n(必填)`)][index % 4];
  const utf16 = (text) => Buffer.from(`\ufeff${text}`, 'utf16le');
  for (const [options, encode, args] of [
    [{}, gbk, []],
    [{}, gbk, ['--encoding', 'gbk']],
    [{}, (text) => text, ['--encoding', 'utf-8']],
    [{ called: names }, (text) => `\ufeff${text}`, []],
    [{ called: names, separator: ';', end: '\n' }, gbk, []],
    [{ separator: '\t' }, utf16, []],
    [{ separator: '\t' }, (text) => utf16(text).swap16(), []],
    [{ end: '\r' }, (text) => text, []],
  ]) {
    const document = await found(encode(table(THREE, options)), ...SAFETY, ...args);
    assert.deepEqual([document.kind, document.total, document.valid, document.invalid], ['safety', 3, 1, 2]);
    assert.deepEqual(brief(document), WRONG([3, 4]));
    assert.deepEqual(document.ignored, []);
  }
  const breaks = PLAIN.filter((_, index) => index % 4 === 3).length;
  assert.deepEqual(brief(await found(gbk(table(THREE, { called: dressed })), ...SAFETY)), WRONG([3 + breaks, 4 + breaks]));
});

test('CSV: what is in quotes may hold separators, quotes and line breaks; lines are those of the file', async () => {
  const many = safety({ ...OTHER, companyAddress: '一号,"二"号\r\n三号', issuDate: '2024-02-30' });
  const document = await found(`\r\n,,\r\n${table([many, many]).replace(/\r\n$/, '')}\r\n,,,\r\n`, ...SAFETY);
  assert.equal(document.total, 2);
  const dates = brief(document).filter(([rule]) => rule === 'field/date');
  assert.deepEqual(dates, [['field/date', 0, 'issuDate', 4], ['field/date', 1, 'issuDate', 6]]);
});

test('CSV: digits that a spreadsheet keeps as text are meant; dates of a spreadsheet stay as they are, and wrong', async () => {
  for (const cell of [(text) => `="${text}"`, (text) => QUOTED(`="${text}"`), (text) => `'${text}`]) {
    const plain = safety({ businessInformation: undefined });
    const document = await found(table([plain], { cell: (text) => text && cell(text) }), ...SAFETY);
    assert.deepEqual([document.total, brief(document)], [1, []]);
  }
  for (const date of ['2024/5/20', '2024年5月20日', '45432']) {
    assert.deepEqual(brief(await found(gbk(table([safety({ issuDate: date })])), ...SAFETY)), [['field/date', 0, 'issuDate', 2]]);
  }
  assert.deepEqual(brief(await found(table([safety({ issuDate: '20240520' })]), ...SAFETY)), []);
});

test('CSV: a column that is no field is named once by its letter, and its cells are not used', async () => {
  const lines = table(THREE.slice(0, 1)).trimEnd().split('\r\n');
  const text = `备注,${lines[0]},planted-title\r\nplanted-1,${lines[1]},planted-2\r\n`;
  const document = await found(text, ...SAFETY);
  const last = String.fromCharCode(65 + PLAIN.length + 1);
  assert.deepEqual([document.ignored, document.valid], [['A', last], 1]);
  const { status, out } = await check(text, ...SAFETY);
  assert.deepEqual([status, out], [0, `未检查的列：A、${last}，不是这种证照的字段。\n记录 1：正确 1，有误 0。错误 0，警告 0。\n`]);
});

test('CSV: a header alone is no record', async () => {
  for (const text of [table([]), table([]).trimEnd(), `${table([])}\r\n,,,\r\n`]) assert.equal((await found(text, ...SAFETY)).total, 0);
});
