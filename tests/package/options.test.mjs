// Options, and that calls leave each other and what they are given alone.
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  InputError,
  ValidationError,
  buildRequest,
  describe,
  dictionary,
  example,
  needs,
  normalise,
  validate,
  validateBatch,
  validateField,
  validateRequest,
} from 'mohurd-ecert';
import { KINDS, OPTIONS, SAFETY, marks, names } from './support.mjs';

test('rules can be set, dictionaries replaced, the profile changed', () => {
  const spaced = { ...SAFETY, companyName: ' x' };
  assert.equal(validate('safety', spaced, { ...OPTIONS, rules: { 'field/whitespace': 'error' } }).valid, false);
  assert.deepEqual(validate('safety', spaced, { ...OPTIONS, rules: { 'field/whitespace': 'off' } }).issues, []);
  const gender = (code, options) => validateField('special', 'gender', { gender: code }, { ...OPTIONS, ...options }).map(({ rule }) => rule);
  assert.deepEqual(gender('3'), ['field/code']);
  assert.deepEqual(gender('3', { dictionaries: { gender: [...dictionary('gender').rows, { code: '3', name: '其他' }] } }), []);
  const strict = { ...SAFETY, certState: '88' };
  assert.equal(validate('safety', { ...SAFETY, creditCode: '91350000MA00000000' }, { ...OPTIONS, profile: 'strict' }).valid, false);
  assert.equal(validate('safety', { ...SAFETY, creditCode: '91350000MA00000000' }, OPTIONS).valid, true);
  assert.equal(validate('safety', strict, OPTIONS).valid, true);
});

test('today is a day, none, or now in Shanghai', (t) => {
  const expired = (today) => {
    const options = today === undefined ? {} : { today };
    return validate('safety', SAFETY, options).issues.some(({ rule }) => rule === 'dates/already-expired');
  };
  const end = SAFETY.expiringDate;
  const next = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
  assert.deepEqual([expired(null), expired(end), expired(next), expired('2199-12-31'), expired('1900-01-01')], [false, false, true, true, false]);
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse(`${end}T23:59:59+08:00`) });
  assert.equal(expired(undefined), false);
  t.mock.timers.setTime(Date.parse(`${next}T00:00:00+08:00`));
  assert.equal(expired(undefined), true);
});

test('an options object is read once', () => {
  let reads = 0;
  const options = { today: null, get profile() { reads++; return 'strict'; } };
  for (let call = 0; call < 3; call++) validate('safety', SAFETY, options);
  validateBatch('safety', [SAFETY], options);
  assert.equal(reads, 1);
  validate('safety', SAFETY, { ...options });
  assert.equal(reads, 2);
});

test('options of one call do not reach another', () => {
  const spaced = { ...SAFETY, companyName: ' x' };
  const rule = (options) => validate('safety', spaced, options).issues[0]?.severity;
  for (let call = 0; call < 3; call++) {
    assert.equal(rule({ ...OPTIONS, rules: { 'field/whitespace': 'error' } }), 'error');
    assert.equal(rule(OPTIONS), 'warning');
    assert.equal(rule({ ...OPTIONS, rules: { 'field/whitespace': 'off' } }), undefined);
  }
});

test('a getter may call the library again, also inside a batch', () => {
  const inner = { ...SAFETY, certNum: '', extra: 'x'.repeat(5000) };
  const calling = (call) => Object.defineProperty({ ...SAFETY, companyName: ' x' }, 'creditCode', {
    enumerable: true,
    get() {
      call();
      return SAFETY.creditCode;
    },
  });
  const own = { ...OPTIONS, rules: { 'field/whitespace': 'error' } };
  const seen = [];
  for (const call of [
    () => seen.push(...marks(validate('safety', inner, OPTIONS).issues)),
    () => seen.push(...marks(validateBatch('safety', [inner], { today: '2199-01-01' }).issues)),
    () => seen.push(...marks(validateBatch('safety', JSON.stringify([inner]), OPTIONS).issues)),
    () => assert.throws(() => buildRequest('safety', [inner], OPTIONS), ValidationError),
    () => assert.throws(() => validate('safety', null), InputError),
  ]) {
    const expected = [['field/whitespace', 'companyName']];
    const report = validate('safety', calling(call), own);
    assert.deepEqual([report.valid, ...marks(report.issues)], [false, ...expected]);
    const many = validateBatch('safety', [SAFETY, calling(call), SAFETY], { ...own, rules: { ...own.rules, 'batch/duplicate-id': 'off', 'batch/duplicate-cert-num': 'off' } });
    assert.deepEqual(marks(many.issues), [['field/whitespace', 1, 'companyName']]);
    assert.deepEqual([many.total, many.valid], [3, 2]);
  }
  assert.ok(seen.some((mark) => mark[0] === 'field/required'));
});

test('the day of a batch stays when a getter calls the library with another one', () => {
  const calling = Object.defineProperty({ ...SAFETY, eCertID: 'b'.repeat(32), certNum: '（闽）JZ安许证字[2024]000003' }, 'creditCode', {
    enumerable: true,
    get() {
      validate('safety', SAFETY, { today: '1950-01-01', locale: 'en', profile: 'strict' });
      return SAFETY.creditCode;
    },
  });
  const report = validateBatch('safety', [calling, SAFETY], { today: '2199-01-01' });
  assert.deepEqual(marks(report.issues), [['dates/already-expired', 0, 'expiringDate'], ['dates/already-expired', 1, 'expiringDate']]);
});

test('what is given is never changed, frozen or not', () => {
  for (const kind of KINDS) {
    const record = { ...example(kind), stranger: { a: [1] } };
    const before = structuredClone(record);
    const frozen = Object.freeze(structuredClone(record));
    const options = Object.freeze({ ...OPTIONS, certType: '1', normalise: true });
    for (const each of [record, frozen]) {
      validate(kind, each, options);
      for (const name of names(kind)) validateField(kind, name, each, options);
      needs(kind, each, options);
      normalise(kind, each);
      validateBatch(kind, Object.freeze([each]), options);
      buildRequest(kind, Object.freeze([each]), options);
      validateRequest(Object.freeze({ certType: '1', [describe(kind).block]: { acceptData: [each] } }), options);
      assert.deepEqual(each, before);
    }
  }
});
