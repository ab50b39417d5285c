// The rules for async-validator, in the three versions that the form libraries use.
import assert from 'node:assert/strict';
import test from 'node:test';
import Four from 'async-validator';
import One from 'async-validator-1';
import Rc from '@rc-component/async-validator';
import { describe, example, validate } from 'mohurd-ecert';
import { affected, dependencies, formRules } from 'mohurd-ecert/async-validator';
import { reactive, ref, computed } from 'vue';
import { OPTIONS, OTHER_STATE, filled } from './adapters-support.mjs';
import { KINDS, marks, names, refusal } from './support.mjs';

/** CommonJS, one way or the other. */
const schema = (module) => module.default?.default ?? module.default ?? module;
const LIBRARIES = { 'async-validator 1.8.5': schema(One), 'async-validator 4.2.5': schema(Four), '@rc-component/async-validator': schema(Rc) };
// It prints what it finds, unless told otherwise.
for (const Schema of Object.values(LIBRARIES)) Schema.warning = () => {};

/** What a form does with a field: its rules, with its value alone. The errors. */
function check(Schema, rules, field, value) {
  return new Promise((done) => {
    const ended = new Schema({ [field]: rules[field] }).validate({ [field]: value }, {}, (errors) => done(errors ?? []));
    ended?.catch?.(() => {});
  });
}

for (const [name, Schema] of Object.entries(LIBRARIES)) {
  test(`${name}: a message at the field, and none when it is mended`, async () => {
    const form = filled('safety', { issuDate: '2024-02-30' });
    const rules = formRules('safety', form, OPTIONS);
    const [error, ...others] = await check(Schema, rules, 'issuDate', form.issuDate);
    assert.deepEqual(others, []);
    const { message, rule, severity, params, cite, field } = error;
    assert.deepEqual([rule, severity, params, field], ['field/date', 'error', {}, 'issuDate']);
    assert.ok(message.includes(cite));
    form.issuDate = example('safety').issuDate;
    assert.deepEqual(await check(Schema, rules, 'issuDate', form.issuDate), []);
  });

  test(`${name}: an empty field is said to be so once`, async () => {
    const form = filled('safety', { certNum: '' });
    const errors = await check(Schema, formRules('safety', form, OPTIONS), 'certNum', '');
    assert.deepEqual(errors.map(({ rule }) => rule), ['field/required']);
  });

  test(`${name}: a rule across fields reads the model, not the value alone`, async () => {
    const form = filled('safety', OTHER_STATE);
    const rules = formRules('safety', form, OPTIONS);
    const found = async () => (await check(Schema, rules, 'certStatusDescription', '')).map(({ rule }) => rule);
    assert.deepEqual(await found(), ['state/description-when-other']);
    form.certState = '01';
    assert.deepEqual(await found(), []);
  });

  test(`${name}: the model may be a function or a ref, and is read when it is judged`, async () => {
    const held = ref(filled('safety', { certNum: '' }));
    for (const model of [held, () => held.value]) {
      held.value = filled('safety', { certNum: '' });
      const rules = formRules('safety', model, OPTIONS);
      assert.equal((await check(Schema, rules, 'certNum', '')).length, 1);
      held.value = filled('safety', {});
      assert.deepEqual(await check(Schema, rules, 'certNum', ''), []);
    }
  });

  test(`${name}: warnings are no rules unless asked for, and then rules of their own`, async () => {
    const form = filled('safety', { certNum: 'x' });
    const plain = formRules('safety', form, OPTIONS);
    assert.equal(plain.certNum.length, 1);
    assert.deepEqual(await check(Schema, plain, 'certNum', 'x'), []);
    const { certNum: [errors, warnings] } = formRules('safety', form, OPTIONS, { warnings: true });
    assert.deepEqual([errors.warningOnly, warnings.warningOnly, warnings.required], [undefined, true, undefined]);
    assert.deepEqual(await check(Schema, { certNum: [errors] }, 'certNum', 'x'), []);
    const [warning] = await check(Schema, { certNum: [warnings] }, 'certNum', 'x');
    assert.deepEqual([warning.rule, warning.severity], ['cert-num/format', 'warning']);
  });

  test(`${name}: a list is judged with its items`, async () => {
    const form = filled('safety', { businessInformation: [{ itemvalue: 'x', itemtext: '文' }] });
    const strict = { ...OPTIONS, rules: { 'info/type-unlisted': 'error' } };
    const errors = await check(Schema, formRules('safety', form, strict), 'businessInformation', form.businessInformation);
    assert.deepEqual(errors.map(({ rule, path }) => [rule, path]), [['info/type-unlisted', ['businessInformation', 0, 'itemvalue']]]);
  });

  test(`${name}: a model that is no record is an error at the field, not a pass`, async () => {
    const errors = await check(Schema, formRules('safety', () => undefined, OPTIONS), 'certNum', '');
    assert.equal(errors.length, 1);
  });
}

test('every field has its rules, with options and members passed on', async () => {
  for (const kind of KINDS) {
    const rules = formRules(kind, {}, { ...OPTIONS, locale: 'en' }, { warnings: true, rule: { trigger: 'blur' } });
    assert.deepEqual(Object.keys(rules), names(kind));
    for (const rule of Object.values(rules).flat()) assert.equal(rule.trigger, 'blur');
    const [field] = names(kind);
    await assert.rejects(rules[field][0].validator(), ([issue]) => /is empty|missing|required/i.test(issue.message));
  }
});

test('what stands at a field is all that validate finds there', async () => {
  const values = ['', 'x', '1', '01', '99', '2024-02-30', '2024-03-01', '2199-01-01', '110000', '1'.repeat(300), [], 5];
  for (const kind of KINDS) {
    for (const changed of names(kind)) {
      for (const value of values) {
        const record = filled(kind, { [changed]: value });
        const { issues } = validate(kind, record, OPTIONS);
        const rules = formRules(kind, record, OPTIONS, { warnings: true });
        const found = [];
        for (const field of names(kind)) {
          for (const { validator } of rules[field]) found.push(...(await validator().catch((each) => each) ?? []));
        }
        assert.deepEqual(marks(found).sort(), marks(issues).sort(), `${kind}.${changed} = ${value}`);
      }
    }
  }
});

test('a rejection holds no value, and changes nothing that is shared', async () => {
  const form = filled('safety', { companyName: '秘密'.repeat(200) });
  const { companyName: [rule] } = formRules('safety', form, OPTIONS);
  const first = await rule.validator().catch((issues) => issues);
  assert.ok(!JSON.stringify(first).includes('秘密'));
  assert.deepEqual(await rule.validator().catch((issues) => issues), first);
});

test('the mark of a required field follows the model', () => {
  const form = reactive(filled('manager', {}));
  const rules = formRules('manager', form, OPTIONS);
  for (const { name, need } of describe('manager').fields) {
    if (typeof need === 'string') assert.equal(rules[name][0].required, need === 'yes', name);
  }
  const marked = computed(() => rules.certStatusDescription[0].required);
  assert.equal(marked.value, false);
  form.certState = '99';
  assert.equal(marked.value, true);
  form.certState = '01';
  assert.equal(marked.value, false);
  // Of several, one must be filled: no single one is marked.
  form.appointment = '02';
  assert.equal(rules.technicalTitle[0].required, false);
  // Libraries copy their rules.
  form.certState = '99';
  assert.equal({ ...rules.certStatusDescription[0] }.required, true);
});

test('affected and dependencies are two sides of one thing', () => {
  assert.deepEqual(affected('safety', 'certState'), ['certStatusDescription', 'operateType']);
  assert.deepEqual(dependencies('safety', 'certStatusDescription'), ['certState']);
  for (const kind of KINDS) {
    for (const field of names(kind)) {
      for (const other of affected(kind, field)) assert.ok(dependencies(kind, other).includes(field));
      for (const other of dependencies(kind, field)) assert.ok(affected(kind, other).includes(field));
    }
  }
  affected('safety', 'certState').push('mine');
  assert.deepEqual(affected('safety', 'certState'), ['certStatusDescription', 'operateType']);
  refusal(() => affected('safety', 'SECRET'), 'SECRET');
  refusal(() => dependencies('safety', 'SECRET'), 'SECRET');
  refusal(() => dependencies('SECRET', 'certNum'), 'SECRET');
});

test('wrong arguments are refused where they are given', () => {
  refusal(() => formRules('SECRET', {}), 'SECRET');
  refusal(() => formRules('safety', {}, { profile: 'SECRET' }), 'SECRET');
  for (const model of [undefined, null, 'SECRET', []]) refusal(() => formRules('safety', model), 'SECRET');
  refusal(() => formRules('safety', {}, {}, { trigger: 'blur' }));
});
