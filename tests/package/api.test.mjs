// The functions' shapes and promises: what comes back, that nothing given is changed or kept, and that calls do not
// disturb each other.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as lib from 'mohurd-ecert';
import {
  ValidationError,
  buildRequest,
  buildRequestJson,
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

const OPTIONS = { today: null };
const KINDS = ['safety', 'special', 'manager', 'preview'];
const SAFETY = Object.freeze(example('safety'));
const marks = (issues) => issues.map(({ rule, path }) => [rule, ...path]);
const names = (kind) => describe(kind).fields.map(({ name }) => name);

test('the entry has these functions and errors, and no other', () => {
  assert.deepEqual(Object.keys(lib).sort(), [
    'InputError', 'ValidationError', 'buildRequest', 'buildRequestJson', 'describe', 'dictionary', 'example', 'init', 'needs',
    'normalise', 'rules', 'validate', 'validateBatch', 'validateField', 'validateRequest',
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
    () => assert.throws(() => validate('safety', null), lib.InputError),
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
