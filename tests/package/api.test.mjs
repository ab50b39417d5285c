// One record at a time, and the tables: the shapes that come back, and what they promise.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as lib from 'mohurd-ecert';
import {
  buildRequest,
  describe,
  dictionary,
  example,
  needs,
  normalise,
  rules,
  validate,
  validateBatch,
  validateField,
  validateRequest,
} from 'mohurd-ecert';
import { KINDS, OPTIONS, SAFETY, marks, names } from './support.mjs';

test('the entry has these functions and errors, and no other', () => {
  assert.deepEqual(Object.keys(lib).sort(), [
    'InputError', 'ValidationError', 'buildRequest', 'buildRequestJson', 'describe', 'dictionary', 'example', 'init', 'needs',
    'normalise', 'rules', 'validate', 'validateBatch', 'validateField', 'validateRequest', 'validationStream',
  ].sort());
});

test('an issue has exactly the members that are promised', () => {
  const { valid, issues } = validate('safety', { ...SAFETY, certNum: '', companyName: '甲'.repeat(300), zz: 1 }, OPTIONS);
  assert.equal(valid, false);
  assert.deepEqual(marks(issues), [['field/required', 'certNum'], ['field/max-length', 'companyName'], ['field/unknown', 'zz']]);
  for (const issue of issues) {
    assert.deepEqual(Object.keys(issue), ['rule', 'severity', 'path', 'field', 'message', 'params', 'cite']);
    assert.ok(issue.cite.length > 0);
    assert.match(issue.message, /[一-鿿]/);
    assert.ok(issue.message.includes(issue.cite));
  }
  assert.deepEqual(issues.map(({ severity }) => severity), ['error', 'error', 'warning']);
  assert.deepEqual(issues[1].params, { length: 300, max: describe('safety').fields.find(({ name }) => name === 'companyName').maxLength });
  assert.equal(issues[0].field, 'certNum');
});

test('message is an own enumerable property for JSON, spread and structuredClone', () => {
  const [issue] = validate('safety', { ...SAFETY, certNum: '' }, OPTIONS).issues;
  const { message } = issue;
  assert.ok(message.length > 10);
  assert.ok(Object.prototype.propertyIsEnumerable.call(issue, 'message'));
  assert.equal(JSON.parse(JSON.stringify(issue)).message, message);
  assert.equal({ ...issue }.message, message);
  assert.equal(structuredClone(issue).message, message);
  assert.equal(Object.assign({}, issue).message, message);
  assert.equal(issue.message, message);
});

test('an issue that is frozen to its depth, behind a proxy, or taken apart keeps its message', () => {
  const [issue, other] = validate('safety', { ...SAFETY, certNum: '', provinceNum: 'x' }, OPTIONS).issues;
  const { message } = issue;
  const freeze = (value) => {
    if (Object(value) !== value || Object.isFrozen(value)) return value;
    Reflect.ownKeys(Object.freeze(value)).forEach((key) => freeze(value[key]));
    return value;
  };
  assert.equal(freeze(issue).message, message);
  assert.equal(new Proxy(issue, {}).message, message);
  assert.equal(Object.create(issue).message, message);
  assert.equal(Object.defineProperties({}, Object.getOwnPropertyDescriptors(issue)).message, message);
  // A getter that was taken from its issue has nothing to tell.
  assert.equal(Object.defineProperty({}, 'message', Object.getOwnPropertyDescriptor(other, 'message')).message, '');
});

test('messages are in the locale of the options, and leave no place of a template open', () => {
  const wrong = { ...SAFETY, certNum: '', companyName: 1, issuDate: 'x', certState: 'x', licenseScope: 'x', eCertId: 'x', url: 'y' };
  const zh = validate('safety', wrong, OPTIONS).issues;
  const en = validate('safety', wrong, { ...OPTIONS, locale: 'en' }).issues;
  assert.deepEqual(marks(zh), marks(en));
  assert.ok(zh.length >= 7);
  zh.forEach((issue, index) => {
    assert.notEqual(issue.message, en[index].message);
    assert.match(en[index].message, /\.$/);
    assert.doesNotMatch(en[index].message, /[。，；]/);
    for (const { message } of [issue, en[index]]) assert.doesNotMatch(message, /[{}]|undefined|null/);
  });
});

test('valid means no error: a warning alone leaves it true', () => {
  assert.deepEqual(validate('safety', SAFETY, OPTIONS), { valid: true, issues: [] });
  const report = validate('safety', { ...SAFETY, companyName: ' 甲 ' }, OPTIONS);
  assert.deepEqual([report.valid, ...marks(report.issues)], [true, ['field/whitespace', 'companyName']]);
});

test('the example of every kind is without an issue, and new at each call', () => {
  for (const kind of KINDS) {
    assert.deepEqual(validate(kind, example(kind), OPTIONS), { valid: true, issues: [] });
    assert.notEqual(example(kind), example(kind));
    example(kind)[names(kind)[0]] = 'x';
    assert.deepEqual(validate(kind, example(kind), OPTIONS).issues, []);
  }
});

test('issues come in the order of the table, whatever the order of the record', () => {
  for (const kind of KINDS) {
    const fields = names(kind);
    const wrong = Object.fromEntries([...fields].reverse().map((name) => [name, 1]));
    assert.deepEqual(validate(kind, wrong, OPTIONS).issues.map(({ field }) => field), fields);
  }
});

test('a path into businessInformation names entry and member', () => {
  const businessInformation = [{ itemvalue: '01', itemtext: 'x' }, { itemvalue: '77', itemtext: 'x' }];
  const [issue] = validate('safety', { ...SAFETY, businessInformation }, OPTIONS).issues;
  assert.deepEqual([issue.rule, ...issue.path], ['info/type-unlisted', 'businessInformation', 1, 'itemvalue']);
  assert.equal(issue.field, 'businessInformation');
});

test('businessInformation may be the array or its text', () => {
  const text = JSON.stringify(SAFETY.businessInformation);
  assert.deepEqual(validate('safety', { ...SAFETY, businessInformation: text }, OPTIONS).issues, []);
  assert.deepEqual(buildRequest('safety', [{ ...SAFETY, businessInformation: text }], OPTIONS), buildRequest('safety', [SAFETY], OPTIONS));
});

test('validateField gives the issues of the field and of every rule that reads it, as validate does', () => {
  for (const kind of KINDS) {
    const records = [example(kind), {}, Object.fromEntries(names(kind).map((name) => [name, 'x'])), Object.fromEntries(names(kind).map((name) => [name, 1]))];
    for (const record of [...records, ...names(kind).map((name) => ({ ...example(kind), [name]: '2001-01-01' }))]) {
      const whole = validate(kind, record, OPTIONS).issues;
      for (const { name, affects } of describe(kind).fields) {
        const part = validateField(kind, name, record, OPTIONS);
        for (const issue of part) {
          assert.ok(issue.field === name || affects.includes(issue.field), `${kind} ${name}: ${issue.rule} at ${issue.field}`);
          assert.ok(whole.some((other) => JSON.stringify(other) === JSON.stringify(issue)), `${kind} ${name}: ${issue.rule}`);
        }
        const own = whole.filter(({ field }) => field === name);
        assert.deepEqual(part.filter(({ field }) => field === name), own, `${kind} ${name}`);
      }
    }
  }
});

test('validateField reads no more than its rules need', () => {
  const read = [];
  const record = new Proxy({ ...SAFETY }, { get: (target, name) => (read.push(name), target[name]) });
  validateField('safety', 'companyAddress', record, OPTIONS);
  assert.deepEqual(read, ['companyAddress']);
  read.length = 0;
  validateField('safety', 'effectiveDate', record, OPTIONS);
  assert.ok(read.includes('expiringDate') && read.length < 6, read.join());
});

test('needs names every field, and follows the record', () => {
  const fields = describe('manager').fields;
  const plain = needs('manager', { certState: '01', appointment: '01', categoryCode: 'A' });
  assert.deepEqual(Object.keys(plain), names('manager'));
  for (const { name, need } of fields) {
    if (need === 'yes') assert.equal(plain[name], 'required', name);
    else assert.equal(plain[name], 'optional', name);
  }
  const other = needs('manager', { certState: '99', appointment: '02', categoryCode: 'A' });
  assert.equal(other.certStatusDescription, 'required');
  assert.deepEqual([other.technicalTitle, other.educationDegree], ['one-of', 'one-of']);
});

test('normalise copies, writes the canonical spellings, and names the rule of each', () => {
  const given = Object.freeze({ ...SAFETY, companyName: ' 甲 ', issuDate: '20240520', note: 'x', certNum: '(闽)JZ安许证字〔2024〕000002' });
  const { record, changes } = normalise('safety', given);
  assert.equal(record.companyName, '甲');
  assert.equal(record.issuDate, '2024-05-20');
  assert.equal(record.certNum, SAFETY.certNum);
  assert.equal(record.note, 'x');
  assert.deepEqual(changes.map(({ field }) => field), ['certNum', 'issuDate', 'companyName']);
  const ids = new Set(rules().map(({ id }) => id));
  for (const change of changes) {
    assert.deepEqual(Object.keys(change), ['rule', 'field']);
    assert.ok(ids.has(change.rule));
  }
  assert.equal(given.companyName, ' 甲 ');
  const again = normalise('safety', record);
  assert.deepEqual(again, { record, changes: [] });
  const listed = normalise('safety', { ...SAFETY, businessInformation: JSON.stringify(SAFETY.businessInformation) });
  assert.deepEqual(listed.record.businessInformation, SAFETY.businessInformation);
});

test('long and short texts, one-byte, two-byte and astral, cross alike', () => {
  const limit = describe('safety').fields.find(({ name }) => name === 'companyName').maxLength;
  for (const unit of ['x', 'é', '甲', '😀']) {
    for (const length of [1, 63, 64, 65, 127, 128, 129, 130, 255, 256, 257, limit, limit + 1]) {
      const { issues } = validate('safety', { ...SAFETY, companyName: unit.repeat(length) }, OPTIONS);
      assert.deepEqual(issues.map(({ params }) => params), length > limit ? [{ length, max: limit }] : [], `${unit} ${length}`);
    }
  }
});

test('a result stands on its own: later calls do not change it', () => {
  const first = validate('safety', { ...SAFETY, 名称: 1 }, OPTIONS);
  const text = JSON.stringify(first);
  validateBatch('safety', Array(200).fill({ other: 'y'.repeat(100_000) }), OPTIONS);
  assert.equal(JSON.stringify(first), text);
  assert.deepEqual(first.issues[0].path, ['名称']);
});

test('forms, dictionaries and rules are shared and frozen to the ground', () => {
  const frozen = (value) => typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
  for (const kind of KINDS) {
    assert.equal(describe(kind), describe(kind));
    assert.ok(frozen(describe(kind)));
    for (const { dictionary: id } of describe(kind).fields) if (id) assert.ok(frozen(dictionary(id)));
  }
  assert.ok(frozen(rules()));
  assert.equal(rules(), rules());
  assert.equal(new Set(rules().map(({ id }) => id)).size, rules().length);
});

test('describe has what a form needs', () => {
  assert.deepEqual(KINDS.map((kind) => describe(kind).fields.length), [22, 21, 27, 3]);
  for (const kind of KINDS) {
    for (const field of describe(kind).fields) {
      assert.ok(field.title && field.cite, `${kind} ${field.name}`);
      assert.ok(field.need === 'yes' || field.need === 'no' || (field.need.text && field.need.reads.length > 0), `${kind} ${field.name}`);
      assert.ok(field.affects.every((name) => names(kind).includes(name) && name !== field.name));
      if (field.dictionary) assert.ok(dictionary(field.dictionary).rows.length > 0);
    }
  }
});

test('reactive proxies of Vue are judged as what they stand for', async (t) => {
  const vue = await import('vue').catch(() => undefined);
  if (!vue) return t.skip('vue is not installed');
  const form = vue.reactive({ ...example('safety'), certNum: '' });
  const valid = vue.computed(() => validate('safety', form, OPTIONS).valid);
  const issues = vue.computed(() => marks(validateField('safety', 'certStatusDescription', form, OPTIONS)));
  assert.deepEqual([valid.value, issues.value], [false, []]);
  form.certNum = SAFETY.certNum;
  form.certState = '99';
  assert.deepEqual(issues.value, [['state/description-when-other', 'certStatusDescription']]);
  assert.equal(valid.value, false);
  form.certStatusDescription = '说明';
  assert.deepEqual([valid.value, issues.value], [true, []]);
  assert.deepEqual(buildRequest('safety', vue.reactive([form]), OPTIONS), buildRequest('safety', [vue.toRaw(form)], OPTIONS));
  assert.equal(validateBatch('safety', vue.reactive([form]), OPTIONS).valid, 1);
  assert.equal(validateRequest(vue.reactive(buildRequest('safety', [form], OPTIONS)), OPTIONS).valid, true);
});
