// The resolver, by itself and in a form of React Hook Form.
import assert from 'node:assert/strict';
import test from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createFormControl, get } from 'react-hook-form';
import { affected, ecertResolver } from 'mohurd-ecert/react-hook-form';
import { OPTIONS, OTHER_STATE, filled } from './adapters-support.mjs';
import { names, refusal } from './support.mjs';

const ITEMS = [{ itemvalue: '01', itemtext: '文' }, { itemvalue: 'x', itemtext: '文' }];
const STRICT = { ...OPTIONS, rules: { 'info/type-unlisted': 'error', 'dates/birth-before-issue': 'error' } };

const resolve = (kind, record, form = {}, ...rest) => ecertResolver(kind, ...(rest.length > 0 ? rest : [STRICT]))(record, undefined, { fields: {}, shouldUseNativeValidation: false, ...form });

test('a right record comes back, a wrong one gives an error with the rule as its type', async () => {
  const record = filled('safety', {});
  assert.deepEqual(await resolve('safety', record), { values: record, errors: {} });
  const { values, errors } = await resolve('safety', filled('safety', { issuDate: '2024-02-30' }));
  assert.deepEqual([values, Object.keys(errors), errors.issuDate.type], [{}, ['issuDate'], 'field/date']);
  assert.match(errors.issuDate.message, /不是有效的日期/);
});

test('an error knows its control, and nests as its path does', async () => {
  const [control, item] = [{ name: 'certNum' }, { name: 'businessInformation.1.itemvalue' }];
  const fields = { certNum: { ref: control }, businessInformation: [{}, { itemvalue: { ref: item } }] };
  const { errors } = await resolve('safety', filled('safety', { certNum: '', businessInformation: ITEMS }), { fields });
  assert.equal(errors.certNum.ref, control);
  const error = get(errors, 'businessInformation.1.itemvalue');
  assert.deepEqual([error.type, error.ref], ['info/type-unlisted', item]);
  assert.equal(get(errors, 'businessInformation.0'), undefined);
});

test('a list that is wrong as a whole says so at its root where its items are fields', async () => {
  const record = filled('safety', { businessInformation: 'x' });
  const [plain, listed] = [await resolve('safety', record), await resolve('safety', record, { names: ['businessInformation.0.itemtext'] })];
  assert.deepEqual([plain.errors.businessInformation.type, plain.errors.businessInformation.root], ['info/shape', undefined]);
  assert.equal(listed.errors.businessInformation.root.type, 'info/shape');
});

test('all rules of a field, where the form wants all', async () => {
  const record = filled('manager', { birthDate: '2030-01-01' });
  const first = await resolve('manager', record);
  assert.deepEqual([first.errors.birthDate.type, first.errors.birthDate.types], ['manager/birth-date-matches-id', undefined]);
  const all = await resolve('manager', record, { criteriaMode: 'all' });
  assert.equal(all.errors.birthDate.type, 'manager/birth-date-matches-id');
  assert.deepEqual(Object.keys(all.errors.birthDate.types), ['manager/birth-date-matches-id', 'dates/birth-before-issue']);
  assert.equal(all.errors.birthDate.types['manager/birth-date-matches-id'], all.errors.birthDate.message);
});

test('the browser shows the messages, where the form wants that', async () => {
  const control = () => ({ said: [], setCustomValidity(text) { this.said.push(text); }, reportValidity() { this.said.push('shown'); } });
  const [wrong, right, item, ...radios] = Array.from({ length: 5 }, control);
  const fields = {
    certNum: { ref: wrong },
    issuDate: { ref: right },
    certState: { ref: { name: 'certState' }, refs: radios },
    businessInformation: [undefined, { itemvalue: { ref: item } }],
  };
  const record = filled('safety', { certNum: '', certState: '', businessInformation: ITEMS });
  const { errors } = await resolve('safety', record, { fields, shouldUseNativeValidation: true });
  assert.deepEqual(wrong.said, [errors.certNum.message, 'shown']);
  assert.deepEqual(right.said, ['', 'shown']);
  for (const radio of radios) assert.deepEqual(radio.said, [errors.certState.message, 'shown']);
  assert.deepEqual(item.said, [get(errors, 'businessInformation.1.itemvalue').message, 'shown']);
});

test('warnings are no errors: they go to whoever wants them', async () => {
  const heard = [];
  const { errors } = await resolve('safety', filled('safety', { certNum: 'x' }), {}, OPTIONS, { onWarnings: (warnings) => heard.push(...warnings) });
  assert.deepEqual([errors, heard.map(({ rule }) => rule)], [{}, ['cert-num/format']]);
});

test('wrong arguments are refused where they are given', () => {
  refusal(() => ecertResolver('SECRET'), 'SECRET');
  refusal(() => ecertResolver('safety', { profile: 'SECRET' }), 'SECRET');
  refusal(() => ecertResolver('safety', {}, { onWarnings: 'SECRET' }), 'SECRET');
});

/** A form with every field of a kind; what a field holds is changed as a control would change it. */
function form(kind, changes, settings) {
  const control = createFormControl({ resolver: ecertResolver(kind, OPTIONS), defaultValues: filled(kind, changes), ...settings });
  const handlers = {};
  for (const name of names(kind)) handlers[name] = control.register(name, { deps: affected(kind, name) });
  let state = {};
  control.subscribe({ formState: { errors: true, isValid: true }, callback: (now) => (state = { ...state, ...now }) });
  const type = async (name, value) => {
    await handlers[name].onChange({ type: 'change', target: { name, value } });
    await setImmediate();
  };
  const types = () => Object.fromEntries(Object.entries(state.errors ?? {}).map(([name, { type: rule }]) => [name, rule]));
  return { ...control, type, types, valid: () => state.isValid };
}

test('a form: a message at the field, and gone when it is mended', async () => {
  const { type, types } = form('safety', {}, { mode: 'onChange' });
  await type('issuDate', '2024-02-30');
  assert.deepEqual(types(), { issuDate: 'field/date' });
  await type('issuDate', filled('safety').issuDate);
  assert.deepEqual(types(), {});
});

test('a form: only the changed field and those that depend on it are shown, and it knows of the rest', async () => {
  const { type, types, valid } = form('safety', { certNum: '', companyName: '' }, { mode: 'onChange' });
  await type('certState', '99');
  assert.deepEqual(types(), { certStatusDescription: 'state/description-when-other' });
  assert.equal(valid(), false);
  await type('certState', '01');
  assert.deepEqual([types(), valid()], [{}, false]);
  await type('certNum', filled('safety').certNum);
  assert.equal(valid(), false);
  await type('companyName', filled('safety').companyName);
  assert.equal(valid(), true);
});

test('a form: a rule across fields is silent again when the other field is mended', async () => {
  const { handleSubmit, type, types } = form('safety', OTHER_STATE);
  const handed = [];
  await handleSubmit((values) => handed.push(values))();
  assert.deepEqual([types(), handed], [{ certStatusDescription: 'state/description-when-other' }, []]);
  await type('certState', '01');
  assert.deepEqual(types(), {});
  await handleSubmit((values) => handed.push(values))();
  assert.equal(handed.length, 1);
});
