// The Standard Schema, by itself and through TanStack Form.
import assert from 'node:assert/strict';
import test from 'node:test';
import Ajv from 'ajv';
import { FormApi } from '@tanstack/react-form';
import Ajv2020 from 'ajv/dist/2020.js';
import { validate } from 'mohurd-ecert';
import { loadJsonSchema, standardSchema } from 'mohurd-ecert/standard-schema';
import { OPTIONS, OTHER_STATE, filled } from './adapters-support.mjs';
import { KINDS, SAFETY, refusal } from './support.mjs';

const judge = (kind, value, ...rest) => standardSchema(kind, OPTIONS, ...rest)['~standard'].validate(value);

// First, while nothing is loaded.
test('a JSON Schema that is asked for too early says what to do', () => {
  assert.throws(() => standardSchema('safety')['~standard'].jsonSchema.input({ target: 'draft-2020-12' }), /loadJsonSchema\(\)/);
});

test('it is a schema as the standard has it', () => {
  const standard = standardSchema('safety')['~standard'];
  assert.deepEqual(Object.keys(standard), ['version', 'vendor', 'validate', 'jsonSchema']);
  assert.deepEqual([standard.version, standard.vendor], [1, 'mohurd-ecert']);
});

test('a right value comes back as it is, at once', () => {
  for (const kind of KINDS) {
    const record = filled(kind, {});
    const result = judge(kind, record);
    assert.deepEqual(Object.keys(result), ['value'], kind);
    assert.equal(result.value, record);
  }
});

test('what is wrong has path, message, rule, severity, params and citation', () => {
  const record = filled('safety', { certNum: '', companyName: '甲'.repeat(201) });
  const { issues, value } = judge('safety', record);
  assert.equal(value, undefined);
  assert.deepEqual(issues.map(({ rule, path, severity, params }) => [rule, path, severity, params]), [
    ['field/required', ['certNum'], 'error', {}],
    ['field/max-length', ['companyName'], 'error', { length: 201, max: 200 }],
  ]);
  for (const { message, cite } of issues) assert.ok(message.includes(cite) && cite.length > 0);
  assert.deepEqual(JSON.parse(JSON.stringify(issues)), JSON.parse(JSON.stringify(validate('safety', record, OPTIONS).issues)));
});

test('a path reaches into a list', () => {
  const strict = { ...OPTIONS, rules: { 'info/type-unlisted': 'error' } };
  const record = filled('safety', { businessInformation: [{ itemvalue: '01', itemtext: '文' }, { itemvalue: 'x', itemtext: '文' }] });
  const { issues } = standardSchema('safety', strict)['~standard'].validate(record);
  assert.deepEqual(issues.map(({ path }) => path), [['businessInformation', 1, 'itemvalue']]);
});

test('warnings are no issues: they go to whoever wants them, each time', () => {
  const heard = [];
  const schema = standardSchema('safety', OPTIONS, { onWarnings: (warnings) => heard.push(warnings.map(({ rule }) => rule)) })['~standard'];
  assert.equal(schema.validate(filled('safety', { certNum: 'x' })).issues, undefined);
  assert.equal(schema.validate(filled('safety', {})).issues, undefined);
  assert.equal(schema.validate(filled('safety', { ...OTHER_STATE })).issues.length, 1);
  assert.deepEqual(heard, [['cert-num/format'], [], ['state/operation-agrees']]);
});

test('what is no record is an issue, not an exception', () => {
  for (const value of [undefined, null, 5, 'x', [], [{}], true]) {
    const { issues } = judge('safety', value);
    assert.deepEqual(issues.map(({ rule, path }) => [rule, path]), [['record/object', []]], String(value));
  }
});

test('options reach the checks', () => {
  const record = filled('safety', { issuDate: '2024-02-30' });
  const { issues } = standardSchema('safety', { ...OPTIONS, locale: 'en' })['~standard'].validate(record);
  assert.match(issues[0].message, /is not a date/);
  assert.equal(standardSchema('safety', { ...OPTIONS, rules: { 'field/date': 'off' } })['~standard'].validate(record).issues, undefined);
});

test('wrong arguments are refused where they are given', () => {
  refusal(() => standardSchema('safty'), 'safty');
  refusal(() => standardSchema('safety', { profil: 'SECRET' }), 'SECRET');
  refusal(() => standardSchema('safety', {}, { onWarning: () => {} }));
  refusal(() => standardSchema('safety', {}, { onWarnings: 'SECRET' }), 'SECRET');
});

test('its JSON Schemas are those published, in both drafts, and agree', async () => {
  await loadJsonSchema();
  const drafts = { 'draft-2020-12': new Ajv2020({ strict: false }), 'draft-07': new Ajv({ strict: false }) };
  for (const kind of KINDS) {
    const { input, output } = standardSchema(kind)['~standard'].jsonSchema;
    for (const [target, ajv] of Object.entries(drafts)) {
      const passes = ajv.compile(input({ target }));
      assert.deepEqual(output({ target }), input({ target }));
      assert.ok(passes(filled(kind, {})), `${kind} ${target}`);
      assert.ok(!passes({}), `${kind} ${target}`);
      // A keyword beside a reference counts in draft 7 too.
      if (kind !== 'preview') assert.ok(!passes(filled(kind, { certNum: 'x'.repeat(100) })), `${kind} ${target}`);
    }
    input({ target: 'draft-07' }).title = 'changed';
    assert.notEqual(input({ target: 'draft-07' }).title, 'changed');
  }
  refusal(() => standardSchema('safety')['~standard'].jsonSchema.input({ target: 'openapi-3.0' }));
});

/** A form of TanStack, with a field for each name. */
function tanstack(changes, ...names) {
  const form = new FormApi({ defaultValues: filled('safety', changes), validators: { onChange: standardSchema('safety', OPTIONS) } });
  form.mount();
  const messages = (name) => (form.getFieldMeta(name)?.errors ?? []).map(({ rule }) => rule);
  for (const name of names) form.setFieldMeta(name, (meta) => ({ ...meta, isTouched: true }));
  return { form, messages };
}

test('TanStack Form: a message at the field, and gone when it is mended', () => {
  const { form, messages } = tanstack({}, 'issuDate', 'companyName');
  form.setFieldValue('issuDate', '2024-02-30');
  assert.deepEqual([messages('issuDate'), messages('companyName')], [['field/date'], []]);
  assert.equal(form.state.isValid, false);
  form.setFieldValue('issuDate', SAFETY.issuDate);
  assert.deepEqual(messages('issuDate'), []);
  assert.equal(form.state.isValid, true);
});

test('TanStack Form: a rule across fields is silent again when the other field is mended', () => {
  const { form, messages } = tanstack({}, 'certState', 'certStatusDescription');
  form.setFieldValue('certState', '99');
  assert.deepEqual(messages('certStatusDescription'), ['state/description-when-other']);
  form.setFieldValue('certState', '01');
  assert.deepEqual(messages('certStatusDescription'), []);
});
