// Texts that are too long, or hold what no message can carry, and JSON that is broken: an issue where it stands.
import assert from 'node:assert/strict';
import test, { afterEach } from 'node:test';
import { describe, example, validate, validateBatch, validateField, validateRequest } from 'mohurd-ecert';
import { IN_BODY, KINDS, OPTIONS, SAFETY, body, judge, marks, refusal, usable } from './support.mjs';

afterEach(usable);

const MEGA = 10 * 2 ** 20;

test('strings of 10 MB are judged', () => {
  for (const [unit, rule] of [['x', 'field/max-length'], ['字', 'field/max-length'], ['😀', 'field/max-length'], ['\ud800', 'field/characters']]) {
    const long = unit.repeat(MEGA / unit.length);
    const record = { ...SAFETY, companyName: long };
    assert.deepEqual(judge(record), [[rule, 'companyName']]);
    assert.deepEqual(marks(validateField('safety', 'companyName', record, OPTIONS)), [[rule, 'companyName']]);
    assert.deepEqual(marks(validateBatch('safety', JSON.stringify([record]), OPTIONS).issues), [[rule, 0, 'companyName']]);
    assert.deepEqual(marks(validateRequest(body(record), OPTIONS).issues), [[rule, ...IN_BODY, 0, 'companyName']]);
  }
  const [issue] = validate('safety', { ...SAFETY, companyName: '😀'.repeat(MEGA) }, OPTIONS).issues;
  assert.equal(issue.params.length, MEGA);
  assert.ok(issue.message.length < 500);
});

test('every field of every kind takes 10 MB', () => {
  for (const kind of KINDS) {
    for (const { name } of describe(kind).fields) {
      const { valid, issues } = validate(kind, { ...example(kind), [name]: 'A'.repeat(MEGA) }, OPTIONS);
      assert.equal(valid, false, `${kind} ${name}`);
      assert.ok(JSON.stringify(issues).length < 100_000);
    }
  }
});

test('a name of 10 MB, and a hundred thousand names, are warnings', () => {
  assert.deepEqual(judge({ ...SAFETY, ['n'.repeat(MEGA)]: 1 }).map(([rule]) => rule), ['field/unknown']);
  const many = { ...SAFETY };
  for (let index = 0; index < 100_000; index++) many[`name${index}`] = index;
  assert.equal(judge(many).length, 100_000);
});

test('what no memory holds is refused with advice', () => {
  const advice = /分成几次.*split/s;
  assert.match(refusal(() => validate('safety', { certNum: 'x'.repeat(2 ** 28) })), advice);
  assert.match(refusal(() => validate('safety', Object.fromEntries(Array.from({ length: 9 }, (_, i) => [i, 1])
    .map(([i]) => [describe('safety').fields[i].name, 'x'.repeat(2 ** 27)])))), advice);
  assert.match(refusal(() => validateBatch('safety', new ArrayBuffer(2 ** 30 + 1))), advice);
});

test('an unpaired surrogate is field/characters, wherever it comes from', () => {
  for (const text of ['\ud800', 'a\udc00b', '\udc00\ud800', `${'甲'.repeat(90)}\ud83d`, `${'x'.repeat(99)}\udfff`]) {
    const record = { ...SAFETY, companyName: text };
    const expected = [['field/characters', 'companyName']];
    assert.deepEqual(judge(record), expected);
    assert.deepEqual(marks(validateField('safety', 'companyName', record, OPTIONS)), expected);
    const raw = JSON.stringify(record).replace(/\\u(d[89a-f]..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    for (const json of [JSON.stringify(record), raw]) {
      assert.deepEqual(marks(validateBatch('safety', `[${json}]`, OPTIONS).issues), [['field/characters', 0, 'companyName']]);
    }
    assert.deepEqual(marks(validateRequest(body(record), OPTIONS).issues), [['field/characters', ...IN_BODY, 0, 'companyName']]);
  }
  assert.deepEqual(judge({ ...SAFETY, companyName: '甲😀乙' }), []);
  assert.equal(judge({ ...SAFETY, '\ud800': 1 })[0][0], 'field/unknown');
});

test('an unpaired surrogate behind a backslash makes no JSON of what is none', () => {
  const report = validateBatch('safety', '[{"certNum":"\\\ud800"}]', OPTIONS);
  assert.ok(report.issues.some(({ rule }) => rule === 'record/syntax'));
  const escaped = validateBatch('safety', `[${JSON.stringify({ ...SAFETY, companyName: 'x\\' }).replace('x\\\\', 'x\\\\\ud800')}]`, OPTIONS);
  assert.deepEqual(marks(escaped.issues), [['field/characters', 0, 'companyName']]);
});

test('NUL and other control characters are field/characters', () => {
  for (const unit of ['\0', '\u0008', '\u000b', '\u001f', '\ufffe', '\uffff']) {
    const record = { ...SAFETY, companyName: `甲${unit}乙` };
    assert.deepEqual(judge(record), [['field/characters', 'companyName']]);
    assert.deepEqual(marks(validateBatch('safety', [record], OPTIONS).issues), [['field/characters', 0, 'companyName']]);
    assert.deepEqual(marks(validateBatch('safety', JSON.stringify([record]), OPTIONS).issues), [['field/characters', 0, 'companyName']]);
    const info = [{ itemvalue: '01', itemtext: unit }];
    assert.deepEqual(judge({ ...SAFETY, businessInformation: info }).map(([rule]) => rule), ['field/characters']);
  }
});

const line = (id, change) => JSON.stringify({ ...SAFETY, eCertID: id.repeat(32), certNum: `（闽）JZ安许证字[2024]00000${id}`, ...change });
const RECORDS = ['1', '2', '3'];

test('a broken line of NDJSON is one issue at its record', () => {
  for (const broken of ['{', 'nope', '{"certNum":"SECRET"', '{"certNum":\'SECRET\'}', `${line('2')}x`, '\ufffe']) {
    for (const end of ['\n', '\r\n']) {
      const text = [line('1'), broken, line('3', { companyName: '' })].join(end);
      for (const input of [text, new TextEncoder().encode(text), new TextEncoder().encode(text).buffer]) {
        const report = validateBatch('safety', input, OPTIONS);
        assert.deepEqual(marks(report.issues), [['record/syntax', 1], ['field/required', 2, 'companyName']], broken);
        assert.deepEqual([report.total, report.valid, report.invalid], [3, 1, 2]);
        assert.doesNotMatch(JSON.stringify(report.issues), /SECRET/);
      }
    }
  }
});

test('a truncated array is one issue at the record where it ends', () => {
  const text = `[${RECORDS.map((id) => line(id)).join(',')}]`;
  for (const cut of [text.length - 1, text.length - 2, text.length - 50, text.lastIndexOf('{') + 1]) {
    const report = validateBatch('safety', text.slice(0, cut), OPTIONS);
    const syntax = report.issues.filter(({ rule }) => rule === 'record/syntax');
    assert.equal(syntax.length, 1);
    assert.ok(syntax[0].path[0] >= 2, JSON.stringify(syntax[0].path));
    assert.ok(report.valid >= 2);
    assert.deepEqual(marks(report.issues), marks(syntax));
  }
});

test('bytes that are no UTF-8 are one issue at their record', () => {
  const bytes = Buffer.from([line('1'), line('2'), line('3')].join('\n'));
  bytes[bytes.indexOf('福')] = 0xff;
  const report = validateBatch('safety', bytes, OPTIONS);
  assert.deepEqual(marks(report.issues), [['record/syntax', 0]]);
  assert.equal(report.valid, 2);
});
