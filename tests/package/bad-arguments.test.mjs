// What is no record: kinds, names, options, batches and bodies that there cannot be are refused with a clear sentence,
// which never repeats what was given.
import assert from 'node:assert/strict';
import test, { afterEach } from 'node:test';
import {
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
import { OPTIONS, SAFETY, refusal, thrower, usable } from './support.mjs';

afterEach(usable);

test('a batch that is nothing a batch can be is refused', () => {
  for (const input of [null, undefined, 5, {}, new Map(), () => [], Symbol('SECRET')]) {
    refusal(() => validateBatch('safety', input), 'SECRET');
    refusal(() => buildRequest('safety', input), 'SECRET');
  }
  refusal(() => buildRequest('safety', 'SECRET'), 'SECRET');
});

test('a body that is nothing JSON has is refused, and any other is judged', () => {
  for (const input of [undefined, () => {}, Symbol('SECRET')]) refusal(() => validateRequest(input), 'SECRET');
  for (const input of [null, 5, true, [], 'nope', '', '[]', '"x"', '{', {}, new Uint8Array([0xff]), new ArrayBuffer(0)]) {
    const report = validateRequest(input, OPTIONS);
    assert.equal(report.valid, false);
    assert.equal(report.kind, null);
    assert.ok(report.issues.length > 0 && report.issues.every(({ message, cite }) => message && cite));
  }
});

test('a kind, a field or a dictionary that there is not is refused', () => {
  for (const kind of ['SECRET', '', 'Safety', 'constructor', '__proto__', 0, null, undefined, ['safety']]) {
    for (const call of [validate, needs, normalise]) refusal(() => call(kind, SAFETY), 'SECRET');
    refusal(() => validateField(kind, 'certNum', SAFETY), 'SECRET');
    refusal(() => validateBatch(kind, []), 'SECRET');
    refusal(() => buildRequest(kind, []), 'SECRET');
    refusal(() => describe(kind), 'SECRET');
    refusal(() => example(kind), 'SECRET');
    refusal(() => dictionary(kind), 'SECRET');
  }
  for (const field of ['SECRET', '', 'photo', 'constructor', '__proto__', 0, null, undefined]) {
    refusal(() => validateField('safety', field, SAFETY), 'SECRET');
  }
});

const BAD_OPTIONS = {
  'no object': [null, 'SECRET', 5, true, [], () => {}],
  'an unknown name': [{ SECRET: 1 }, { Profile: 'strict' }, JSON.parse('{"__proto__": 1}'), { constructor: 1 }],
  profile: [{ profile: 'SECRET' }, { profile: null }, { profile: ['strict'] }],
  locale: [{ locale: 'SECRET' }, { locale: 'zh' }],
  rules: [{ rules: [] }, { rules: null }, { rules: { SECRET: 'off' } }, { rules: { 'field/date': 'SECRET' } }, { rules: { 'field/date': false } }],
  dictionaries: [
    { dictionaries: [] },
    { dictionaries: { SECRET: [] } },
    { dictionaries: { constructor: [] } },
    { dictionaries: { gender: ['1'] } },
    { dictionaries: { gender: [{ code: 1, name: 'x' }] } },
    { dictionaries: { gender: [{ code: 'SECRET' }] } },
    { dictionaries: { gender: [{ code: ' ', name: 'x' }] } },
    { dictionaries: { gender: [null] } },
    { dictionaries: { gender: {} } },
  ],
  today: [{ today: 'SECRET' }, { today: '2024-02-30' }, { today: '20240101' }, { today: '1899-12-31' }, { today: '2200-01-01' }, { today: new Date(0) }, { today: 1 }],
  certType: [{ certType: '4' }, { certType: 1 }],
  listKey: [{ listKey: 'SECRET' }],
  businessInformation: [{ businessInformation: 'SECRET' }],
  normalise: [{ normalise: 'true' }, { normalise: 1 }],
  extra: [{ extra: 'SECRET' }, { extra: [1] }, { extra: null }],
};

for (const [name, list] of Object.entries(BAD_OPTIONS)) {
  test(`options: ${name}`, () => {
    for (const options of list) {
      for (let again = 0; again < 2; again++) refusal(() => validate('safety', SAFETY, options), 'SECRET');
      refusal(() => validateField('safety', 'certNum', SAFETY, options), 'SECRET');
      refusal(() => needs('safety', SAFETY, options), 'SECRET');
      refusal(() => validateBatch('safety', [], options), 'SECRET');
      refusal(() => validateRequest({}, options), 'SECRET');
      refusal(() => buildRequest('safety', [SAFETY], options), 'SECRET');
    }
  });
}

test('an extra field that JSON cannot hold is refused, and the batch around it is gone', () => {
  refusal(() => buildRequest('safety', [{ ...SAFETY, oldcertNum: 1n }], { ...OPTIONS, extra: ['oldcertNum'] }));
  const secret = thrower({ ...SAFETY }, 'oldcertNum');
  refusal(() => buildRequest('safety', [SAFETY, secret], { ...OPTIONS, extra: ['oldcertNum'] }), 'SECRET');
  assert.equal(buildRequest('safety', [SAFETY], OPTIONS).safeCertParameter.acceptData.length, 1);
});
