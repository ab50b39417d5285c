// Whatever is given: an issue, or an InputError with a clear sentence; the instance stays usable, and in a batch every
// other record is still judged.
import assert from 'node:assert/strict';
import test, { afterEach } from 'node:test';
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

const OPTIONS = { today: null };
const SAFETY = Object.freeze(example('safety'));
const KINDS = ['safety', 'special', 'manager', 'preview'];

const marks = (issues) => issues.map(({ rule, path }) => [rule, ...path]);
const judge = (record) => marks(validate('safety', record, OPTIONS).issues);
const body = (...records) => ({ certType: '1', safeCertParameter: { acceptData: records } });
const IN_BODY = ['safeCertParameter', 'acceptData'];

/** The sentence of an InputError: in both languages, whole, and without what was given. */
function refusal(call, secret) {
  let sentence = '';
  assert.throws(call, (error) => {
    sentence = error.message;
    return error instanceof InputError && error instanceof Error && error.name === 'InputError';
  });
  assert.match(sentence, /[一-鿿].*。 .*[a-z].*\.$/s);
  if (secret) assert.ok(!sentence.includes(secret), sentence);
  return sentence;
}

afterEach(() => assert.deepEqual(judge(SAFETY), [], 'the instance is still usable'));

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

const thrower = (record, ...names) => {
  for (const name of names) {
    Object.defineProperty(record, name, { enumerable: true, get() { throw new Error('SECRET'); } });
  }
  return record;
};

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
