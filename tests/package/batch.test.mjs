// Batches, requests and bodies: what is counted, where paths begin, and that all forms of input give one report.
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  ValidationError,
  buildRequest,
  buildRequestJson,
  describe,
  example,
  validateBatch,
  validateRequest,
} from 'mohurd-ecert';
import { KINDS, OPTIONS, SAFETY, marks, names } from './support.mjs';

const batch = () => [SAFETY, { ...SAFETY, eCertID: 'b'.repeat(32), certNum: '' }, 5, { ...SAFETY, eCertID: 'c'.repeat(32), companyName: ' x' }];

test('a batch counts records and puts their index first', () => {
  const report = validateBatch('safety', batch(), OPTIONS);
  assert.deepEqual(Object.keys(report), ['total', 'valid', 'invalid', 'issues']);
  assert.deepEqual([report.total, report.valid, report.invalid], [4, 2, 2]);
  assert.deepEqual(marks(report.issues), [
    ['field/required', 1, 'certNum'],
    ['record/object', 2],
    ['batch/duplicate-cert-num', 3, 'certNum'],
    ['field/whitespace', 3, 'companyName'],
  ]);
});

test('objects, text, NDJSON and bytes give one report', () => {
  const expected = JSON.stringify(validateBatch('safety', batch(), OPTIONS));
  const array = JSON.stringify(batch());
  const lines = batch().map((record) => JSON.stringify(record)).join('\n');
  for (const text of [array, JSON.stringify(batch(), null, 2), lines, `${lines}\n`, `\ufeff${array}`]) {
    const bytes = new TextEncoder().encode(text);
    const shifted = new Uint8Array(bytes.length + 7).fill(0x7b);
    shifted.set(bytes, 3);
    const inputs = [text, bytes, bytes.buffer, Buffer.from(bytes), shifted.subarray(3, -4), new DataView(shifted.buffer, 3, bytes.length)];
    for (const input of inputs) assert.equal(JSON.stringify(validateBatch('safety', input, OPTIONS)), expected);
  }
});

test('bytes that are checked part by part, wherever a record lies, give what the objects give', () => {
  const long = (length) => ({ ...SAFETY, other: 'x'.repeat(length) });
  const short = Array.from({ length: 3000 }, (_, at) => ({ ...SAFETY, eCertID: at.toString(16).padStart(32, '0'), companyName: at % 7 ? '某公司' : '某公司 ' }));
  // Longer than a part, than two and than four; then the whole lies otherwise to the parts by some bytes.
  const records = [...short.slice(0, 1500), long(2 ** 18 - 700), 5, long(2 ** 18 + 1), ...short.slice(1500), long(600_000), long(1_200_000), SAFETY, {}];
  const expected = JSON.stringify(validateBatch('safety', records, OPTIONS));
  const lines = records.map((record) => JSON.stringify(record)).join('\n');
  for (const before of ['', '\ufeff', ' ', '\n\n', '\t'.repeat(100), ' '.repeat(2 ** 18)]) {
    for (const text of [JSON.stringify(records), lines, `${lines}\n`]) {
      const bytes = new TextEncoder().encode(before + text);
      assert.equal(JSON.stringify(validateBatch('safety', bytes, OPTIONS)), expected);
    }
  }
});

test('a fault in one part costs nothing of the others, and stands where it stands', () => {
  const record = JSON.stringify(SAFETY);
  const [head, tail] = ['['.concat(`${record},`.repeat(1000)), `,${record}`.repeat(1000)];
  const { total, issues } = validateBatch('safety', `${head}{"eCertID":"x" ?}${tail}]`, OPTIONS);
  const faults = issues.filter(({ rule }) => rule === 'record/syntax');
  assert.deepEqual([total, faults.length, faults[0].path], [2001, 1, [1000]]);
  assert.equal(faults[0].params.at, Buffer.byteLength(head) + 15);
});

test('an empty batch has nothing in it', () => {
  for (const input of [[], '[]', '', new Uint8Array(0)]) {
    assert.deepEqual(validateBatch('safety', input, OPTIONS), { total: 0, valid: 0, invalid: 0, issues: [] });
  }
});

test('a request has the paths of its body and says what it submits', () => {
  const wrong = { certType: '1', safeCertParameter: { acceptData: [SAFETY, { ...SAFETY, certNum: '' }] } };
  const report = validateRequest(wrong, OPTIONS);
  assert.deepEqual(Object.keys(report), ['valid', 'issues', 'kind']);
  assert.equal(report.kind, 'safety');
  assert.deepEqual(marks(report.issues), [
    ['request/duplicate-id', 'safeCertParameter', 'acceptData', 1, 'eCertID'],
    ['field/required', 'safeCertParameter', 'acceptData', 1, 'certNum'],
  ]);
  const text = JSON.stringify(wrong);
  for (const input of [text, new TextEncoder().encode(text), `\ufeff${text}`]) {
    assert.equal(JSON.stringify(validateRequest(input, OPTIONS)), JSON.stringify(report));
  }
  const other = JSON.parse(text.replace('acceptData', 'AcceptData'));
  assert.deepEqual(validateRequest(other, OPTIONS).issues[1].path.slice(0, 3), ['safeCertParameter', 'AcceptData', 1]);
  assert.deepEqual(marks(validateRequest({ certType: 1 }, OPTIONS).issues)[0], ['request/cert-type', 'certType']);
});

test('the body of every kind is valid, whole, and in the order of the table', () => {
  for (const kind of KINDS) {
    const options = { ...OPTIONS, certType: '1' };
    const shuffled = Object.fromEntries(Object.entries(example(kind)).reverse());
    const text = buildRequestJson(kind, [shuffled], options);
    const body = buildRequest(kind, [shuffled], options);
    assert.deepEqual(body, JSON.parse(text));
    assert.equal(JSON.stringify(body), text);
    const { block, listKey } = describe(kind);
    assert.deepEqual(Object.keys(body), ['certType', block]);
    const [record] = body[block][listKey];
    assert.deepEqual(record, example(kind));
    assert.deepEqual(Object.keys(record), names(kind).filter((name) => name in record));
    const report = validateRequest(body, options);
    assert.deepEqual(report, { valid: true, issues: [], kind });
  }
});

test('options of the body: list name, list as text, canonical spellings, extra fields', () => {
  const build = (options, record = SAFETY) => buildRequest('safety', [record], { ...OPTIONS, ...options }).safeCertParameter;
  assert.deepEqual(Object.keys(build({ listKey: 'AcceptData' })), ['AcceptData']);
  assert.equal(build({ businessInformation: 'string' }).acceptData[0].businessInformation, JSON.stringify(SAFETY.businessInformation));
  const spelled = { ...SAFETY, certNum: '(闽)JZ安许证字〔2024〕000002', oldcertNum: { a: ['旧\ud800', 1] }, other: 'x' };
  assert.equal(build({}, spelled).acceptData[0].certNum, spelled.certNum);
  assert.equal(build({ normalise: true }, spelled).acceptData[0].certNum, SAFETY.certNum);
  assert.deepEqual(build({ extra: ['oldcertNum', 'absent'] }, spelled).acceptData[0].oldcertNum, spelled.oldcertNum);
  assert.equal('other' in build({ extra: ['oldcertNum'] }, spelled).acceptData[0], false);
  assert.equal('oldcertNum' in build({}, spelled).acceptData[0], false);
});

test('an error anywhere builds nothing and throws all issues', () => {
  assert.throws(
    () => buildRequest('safety', [{ ...SAFETY, companyName: ' x' }, { ...SAFETY, eCertID: 'b'.repeat(32), certNum: 'SECRET', issuDate: 'x' }], OPTIONS),
    (error) => {
      assert.ok(error instanceof ValidationError && error instanceof Error && error.name === 'ValidationError');
      assert.ok(marks(error.issues).some((mark) => String(mark) === 'field/whitespace,0,companyName'));
      assert.ok(marks(error.issues).some((mark) => String(mark) === 'field/date,1,issuDate'));
      assert.match(error.message, /[一-鿿]/);
      assert.doesNotMatch(JSON.stringify([error.message, error.issues]), /SECRET/);
      return true;
    },
  );
  assert.throws(() => buildRequest('safety', [], OPTIONS), (error) => error.issues[0].rule === 'request/empty-list');
  assert.throws(() => buildRequest('safety', [{}], { ...OPTIONS, locale: 'en' }), /^ValidationError: The records have \d+ error/);
});

test('a preview needs its certType', () => {
  const preview = example('preview');
  assert.throws(() => buildRequest('preview', [preview], OPTIONS), { name: 'InputError', message: /certType/ });
  for (const certType of ['1', '2', '3']) assert.equal(buildRequest('preview', [preview], { ...OPTIONS, certType }).certType, certType);
});
