// Whatever is given as a record: an issue, or an InputError with a clear sentence; the instance stays usable, and in a
// batch every other record is still judged.
import assert from 'node:assert/strict';
import test, { afterEach } from 'node:test';
import {
  ValidationError,
  buildRequest,
  describe,
  example,
  needs,
  normalise,
  validate,
  validateBatch,
  validateField,
  validateRequest,
} from 'mohurd-ecert';
import { IN_BODY, KINDS, OPTIONS, SAFETY, body, judge, marks, refusal, thrower, usable } from './support.mjs';

afterEach(usable);

const NO_RECORDS = [null, undefined, 'SECRET', 12, true, 1n, Symbol('SECRET'), () => 'SECRET', [], [SAFETY]];

test('a record that is no object is refused', () => {
  for (const record of NO_RECORDS) {
    refusal(() => validate('safety', record), 'SECRET');
    refusal(() => validateField('safety', 'certNum', record), 'SECRET');
    refusal(() => needs('safety', record), 'SECRET');
    refusal(() => normalise('safety', record), 'SECRET');
  }
});

test('an entry of a batch that is no object is one issue, and the others are judged', () => {
  const broken = { ...SAFETY, eCertID: 'b'.repeat(32), certNum: '', operateType: undefined };
  for (const entry of NO_RECORDS) {
    const report = validateBatch('safety', [SAFETY, entry, broken], OPTIONS);
    assert.deepEqual(marks(report.issues), [
      ['record/object', 1],
      ['field/required', 2, 'certNum'],
      ['field/required', 2, 'operateType'],
    ]);
    assert.deepEqual([report.total, report.valid, report.invalid], [3, 1, 2]);
    assert.equal(report.issues[0].field, null);
  }
  const sparse = validateBatch('safety', Object.assign([], { 1: SAFETY }), OPTIONS);
  assert.deepEqual(marks(sparse.issues), [['record/object', 0]]);
  assert.throws(() => buildRequest('safety', [SAFETY, null], OPTIONS), ValidationError);
});

test('a field of another JSON type is field/type, and nothing else is said of it', () => {
  const types = [[1, 'number'], [NaN, 'number'], [true, 'boolean'], [[], 'array'], [['x'], 'array'], [{}, 'object'], [1n, 'number']];
  types.push([Symbol('x'), 'object'], [() => 'x', 'object'], [new Date(0), 'object'], [new String('x'), 'object'], [new Map(), 'object']);
  for (const kind of KINDS) {
    for (const { name, type } of describe(kind).fields) {
      for (const [value, found] of types) {
        if (type === 'list' && Array.isArray(value)) continue;
        const { valid, issues } = validate(kind, { ...example(kind), [name]: value }, OPTIONS);
        const own = issues.filter(({ field }) => field === name);
        assert.deepEqual(marks(own), [['field/type', name]], `${kind} ${name} ${found}`);
        assert.equal(own[0].params.found, found);
        assert.equal(valid, false);
      }
    }
  }
});

test('null, undefined and blank read as absent', () => {
  for (const value of [null, undefined, '', ' \u3000\ufeff\u200b']) {
    assert.deepEqual(judge({ ...SAFETY, companyName: value }), [['field/required', 'companyName']]);
    assert.deepEqual(judge({ ...SAFETY, businessInformation: value, certStatusDescription: value }), []);
  }
});

test('a list whose entries are not what they should be is an issue', () => {
  for (const value of [[null], [1], ['x'], [[]], [{}], [{ itemvalue: 1, itemtext: 'x' }], '[', '{}', '[{}]', 'text']) {
    const rules = judge({ ...SAFETY, businessInformation: value }).map(([rule]) => rule);
    assert.ok(rules.includes('info/shape'), JSON.stringify(value));
  }
  const circular = [];
  circular.push(circular);
  const hostile = [{ get itemvalue() { throw new Error('SECRET'); } }];
  for (const value of [circular, [1n], hostile, Object.assign([], { toJSON() { throw new Error('SECRET'); } })]) {
    assert.deepEqual(judge({ ...SAFETY, businessInformation: value }), [['field/type', 'businessInformation']]);
  }
});

test('unknown fields are warnings, whatever their names', () => {
  for (const name of ['oldcertNum', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'x'.repeat(10_000), '', '名称', '\0', '0']) {
    assert.deepEqual(judge({ ...SAFETY, [name]: 'SECRET' }), [['field/unknown', name]]);
  }
  const [issue] = validate('safety', { ...SAFETY, certnum: 'SECRET' }, OPTIONS).issues;
  assert.match(issue.message, /certNum/);
  assert.doesNotMatch(JSON.stringify(issue), /SECRET/);
});

test('__proto__ is a name like any other, and reaches nothing', () => {
  const json = `{"__proto__":{"certNum":"x","polluted":true},${JSON.stringify(SAFETY).slice(1)}`;
  assert.deepEqual(judge(JSON.parse(json)), [['field/unknown', '__proto__']]);
  assert.deepEqual(marks(validateBatch('safety', `[${json}]`, OPTIONS).issues), [['field/unknown', 0, '__proto__']]);
  assert.deepEqual(marks(validateBatch('safety', [JSON.parse(json)], OPTIONS).issues), [['field/unknown', 0, '__proto__']]);
  assert.deepEqual(marks(validateRequest(`{"certType":"1","safeCertParameter":{"acceptData":[${json}]}}`, OPTIONS).issues), [
    ['field/unknown', ...IN_BODY, 0, '__proto__'],
  ]);
  const { record } = normalise('safety', JSON.parse(json));
  assert.equal(Object.getPrototypeOf(record), Object.prototype);
  assert.deepEqual(buildRequest('safety', [JSON.parse(json)], OPTIONS), buildRequest('safety', [SAFETY], OPTIONS));
  assert.equal({}.polluted, undefined);
});

test('what is inherited or not enumerable is not of the record, as JSON has it', () => {
  assert.deepEqual(judge(Object.create(SAFETY)), judge({}));
  assert.deepEqual(judge(Object.assign(Object.create(null), SAFETY)), []);
  const hidden = Object.defineProperty({ ...SAFETY }, 'certNum', { enumerable: false });
  assert.deepEqual(judge(hidden), [['field/required', 'certNum']]);
  assert.deepEqual(marks(validateField('safety', 'certNum', hidden, OPTIONS)), [['field/required', 'certNum']]);
  assert.deepEqual(marks(validateField('safety', 'certNum', Object.create(SAFETY), OPTIONS)), [['field/required', 'certNum']]);
});

test('a getter that throws makes its field field/type', () => {
  const record = () => thrower({ ...SAFETY }, 'certNum');
  const { issues } = validate('safety', record(), OPTIONS);
  assert.deepEqual(marks(issues), [['field/type', 'certNum']]);
  assert.doesNotMatch(JSON.stringify(issues), /SECRET/);
  assert.deepEqual(marks(validateField('safety', 'certNum', record(), OPTIONS)), [['field/type', 'certNum']]);
  assert.deepEqual(marks(validateBatch('safety', [{ ...SAFETY, eCertID: 'b'.repeat(32) }, record()], OPTIONS).issues), [['field/type', 1, 'certNum']]);
  assert.deepEqual(marks(validateRequest(body({ ...SAFETY, eCertID: 'b'.repeat(32) }, record()), OPTIONS).issues), [['field/type', ...IN_BODY, 1, 'certNum']]);
  assert.throws(() => buildRequest('safety', [record()], OPTIONS), ValidationError);
  assert.equal(needs('safety', thrower({ ...SAFETY }, 'certState')).certStatusDescription, 'optional');
  assert.equal('certNum' in normalise('safety', record()).record, false);
  assert.deepEqual(judge(thrower({ ...SAFETY }, 'stranger')), [['field/unknown', 'stranger']]);
});

test('a body in which nothing but getters throw, circles and bigints stand is judged to the end', () => {
  const circular = { ...SAFETY, certNum: 1n };
  circular.companyName = circular;
  const report = validateRequest(body(circular), OPTIONS);
  assert.deepEqual(marks(report.issues), [['field/type', ...IN_BODY, 0, 'certNum'], ['field/type', ...IN_BODY, 0, 'companyName']]);
  assert.equal(report.kind, 'safety');
  assert.equal(validateRequest(thrower({ certType: '1' }, 'safeCertParameter'), OPTIONS).valid, false);
  let deep = {};
  for (let depth = 0; depth < 100_000; depth++) deep = { deep };
  assert.equal(validateRequest(deep, OPTIONS).valid, false);
});

test('frozen and proxied objects are judged as plain ones', () => {
  const wrong = { ...SAFETY, certNum: '', issuDate: 'x' };
  const expected = judge(wrong);
  assert.equal(expected.length, 2);
  assert.deepEqual(judge(Object.freeze({ ...wrong })), expected);
  assert.deepEqual(judge(new Proxy(wrong, {})), expected);
  assert.deepEqual(judge(new Proxy(wrong, { get: (target, name) => Reflect.get(target, name) })), expected);
  assert.deepEqual(judge({ ...wrong, businessInformation: new Proxy([...SAFETY.businessInformation], {}) }), expected);
  const prefixed = expected.map(([rule, ...path]) => [rule, 0, ...path]);
  assert.deepEqual(marks(validateBatch('safety', new Proxy([new Proxy(wrong, {})], {}), OPTIONS).issues), prefixed);
});

test('a hostile proxy is refused, or is one issue in a batch', () => {
  const fail = () => { throw new Error('SECRET'); };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const record of [new Proxy({}, { ownKeys: fail }), new Proxy({ a: 1 }, { getOwnPropertyDescriptor: fail }), proxy]) {
    refusal(() => validate('safety', record), 'SECRET');
    refusal(() => normalise('safety', record), 'SECRET');
    const report = validateBatch('safety', [record, SAFETY], OPTIONS);
    assert.deepEqual(marks(report.issues), [['record/object', 0]]);
    assert.equal(report.valid, 1);
  }
  refusal(() => validateBatch('safety', proxy), 'SECRET');
  refusal(() => buildRequest('safety', proxy), 'SECRET');
  const unreadable = new Proxy({ ...SAFETY }, { get: fail });
  assert.equal(new Set(judge(unreadable).map(([rule]) => rule)).size, 1);
  assert.deepEqual(marks(validateField('safety', 'certNum', new Proxy({}, { get: fail, getOwnPropertyDescriptor: fail }), OPTIONS)), [
    ['field/type', 'certNum'],
  ]);
  assert.equal(validateRequest(proxy, OPTIONS).valid, false);
});
