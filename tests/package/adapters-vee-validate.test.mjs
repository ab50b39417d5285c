// The typed schema, by itself and in a form of VeeValidate.
import assert from 'node:assert/strict';
import test from 'node:test';
import { useForm } from 'vee-validate';
import { createRenderer, nextTick } from 'vue';
import { describe } from 'mohurd-ecert';
import { typedSchema } from 'mohurd-ecert/vee-validate';
import { OPTIONS, OTHER_STATE, filled } from './adapters-support.mjs';
import { KINDS, names, refusal } from './support.mjs';

test('a right record comes back, a wrong one gives its messages by path', async () => {
  const schema = typedSchema('safety', { ...OPTIONS, rules: { 'info/type-unlisted': 'error' } });
  assert.equal(schema.__type, 'VVTypedSchema');
  const record = filled('safety', {});
  assert.deepEqual(await schema.parse(record), { value: record, errors: [] });
  const list = [{ itemvalue: '01', itemtext: '文' }, { itemvalue: 'x', itemtext: '文' }];
  const { value, errors } = await schema.parse(filled('safety', { certNum: '', businessInformation: list }));
  assert.equal(value, undefined);
  assert.deepEqual(errors.map(({ path, errors: messages }) => [path, messages.length]), [['certNum', 1], ['businessInformation[1].itemvalue', 1]]);
});

test('all messages of one path are together', async () => {
  const strict = { ...OPTIONS, rules: { 'dates/birth-before-issue': 'error' } };
  const { errors } = await typedSchema('manager', strict).parse(filled('manager', { birthDate: '2030-01-01' }));
  assert.deepEqual(errors.map(({ path, errors: messages }) => [path, messages.length]), [['birthDate', 2]]);
});

test('warnings are no errors: they go to whoever wants them', async () => {
  const heard = [];
  const schema = typedSchema('safety', OPTIONS, { onWarnings: (warnings) => heard.push(...warnings) });
  assert.deepEqual((await schema.parse(filled('safety', { certNum: 'x' }))).errors, []);
  assert.deepEqual(heard.map(({ rule }) => rule), ['cert-num/format']);
});

test('it says of each path whether it exists and is always needed', () => {
  for (const kind of KINDS) {
    for (const { name, need } of describe(kind).fields) {
      assert.deepEqual(typedSchema(kind).describe(name), { exists: true, required: need === 'yes' }, name);
    }
  }
  const schema = typedSchema('safety');
  assert.deepEqual(schema.describe('businessInformation[0].itemvalue'), { exists: true, required: false });
  assert.deepEqual(schema.describe('nothing'), { exists: false, required: false });
  assert.deepEqual(schema.describe(), { exists: true, required: false });
  const values = { certNum: 'x' };
  assert.equal(schema.cast(values), values);
});

test('wrong arguments are refused where they are given', () => {
  refusal(() => typedSchema('SECRET'), 'SECRET');
  refusal(() => typedSchema('safety', { profile: 'SECRET' }), 'SECRET');
  refusal(() => typedSchema('safety', {}, { onWarnings: 'SECRET' }), 'SECRET');
});

/** A renderer of nothing: VeeValidate wants a component, not a page. */
const nothing = () => ({ children: [] });
const { createApp } = createRenderer({
  createElement: nothing, createText: nothing, createComment: nothing, insert() {}, remove() {}, setText() {}, setElementText() {},
  patchProp() {}, parentNode: () => null, nextSibling: () => null,
});

/** A form with every field of a kind. */
async function form(kind, changes) {
  let used;
  const app = createApp({
    setup() {
      used = useForm({ validationSchema: typedSchema(kind, OPTIONS), initialValues: filled(kind, changes) });
      for (const name of names(kind)) used.defineField(name);
      return () => null;
    },
  });
  app.mount(nothing());
  await settled();
  return used;
}

/** The form holds a validation back by a timer of 5 ms; one that is set later and is longer ends after it. */
async function settled() {
  await nextTick();
  await new Promise((done) => setTimeout(done, 20));
}

test('a form: a message at the field, and gone when it is mended', async () => {
  const { errors, setFieldValue, isFieldValid, meta } = await form('safety', {});
  setFieldValue('issuDate', '2024-02-30');
  await settled();
  assert.match(errors.value.issuDate, /不是有效的日期/);
  assert.deepEqual([Object.keys(errors.value), isFieldValid('issuDate'), meta.value.valid], [['issuDate'], false, false]);
  setFieldValue('issuDate', filled('safety').issuDate);
  await settled();
  assert.deepEqual([errors.value, meta.value.valid], [{}, true]);
});

test('a form: a rule across fields is silent again when the other field is mended', async () => {
  const { errors, setFieldValue, validate } = await form('safety', OTHER_STATE);
  await validate();
  assert.deepEqual(Object.keys(errors.value), ['certStatusDescription']);
  setFieldValue('certState', '01');
  await settled();
  assert.deepEqual(errors.value, {});
});

test('a form: it is handed in when it is right, and not before', async () => {
  const handed = [];
  const used = await form('safety', { certNum: '' });
  const submit = used.handleSubmit((values) => handed.push(values));
  await submit();
  assert.deepEqual(handed, []);
  used.setFieldValue('certNum', filled('safety').certNum);
  await submit();
  assert.deepEqual(handed, [filled('safety')]);
});
