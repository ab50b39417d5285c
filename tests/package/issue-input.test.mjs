// What the flow takes and what it refuses: arguments, and states from storage, of which every member is looked at.
import assert from 'node:assert/strict';
import test from 'node:test';
import { InputError, example } from 'mohurd-ecert';
import { issue } from 'mohurd-ecert/qr';
import { SECRET, World, certificate, states, stored } from './issue-support.mjs';

const LICENCE = example('preview').zzeCertID;
const OTHER = LICENCE.replace('2024000002.001.8', '2023000002.001.8');

/** The sentence of a call that is malformed; nothing went out, and no state was told. */
async function refusal(record, more, world = new World()) {
  let sentence = '';
  const calls = await world.sandbox.calls();
  await assert.rejects(issue(record, { kind: 'safety', ...world.steps(), ...more }), (error) => {
    sentence = error.message;
    return error instanceof InputError;
  });
  assert.match(sentence, /[一-鿿].*。 .*[a-z].*\.$/s);
  assert.ok(!sentence.includes(SECRET), sentence);
  assert.deepEqual([world.states, await world.sandbox.calls()], [[], calls]);
  return sentence;
}

const loop = {};
loop.loop = loop;
const MALFORMED = {
  'no kind': [undefined, { kind: undefined }],
  'a preview': [undefined, { kind: 'preview' }],
  'another kind': [undefined, { kind: SECRET }],
  'no gateway': [undefined, { gateway: undefined }],
  'a gateway without submitPreview': [undefined, { gateway: { submit() {} } }],
  'a gateway without submit': [undefined, { gateway: { submitPreview() {} } }],
  'no decrypt': [undefined, { decrypt: undefined }],
  'a compose that is none': [undefined, { compose: SECRET }],
  'an onState that is none': [undefined, { onState: {} }],
  'resendUnknown as a text': [undefined, { resendUnknown: 'true' }],
  'a signal that is none': [undefined, { signal: {} }],
  'a member of an unknown name': [undefined, { [SECRET]: 1 }],
  'options of an unknown name': [undefined, { options: { [SECRET]: 1 } }],
  'options that are none': [undefined, { options: SECRET }],
  'a locale that is none': [undefined, { options: { locale: SECRET } }],
  'a state that is null': [undefined, { state: null }],
  'a previous that is blank': [undefined, { previous: ' ' }],
  'a previous that is a number': [undefined, { previous: 5 }],
  'a previous that is null': [undefined, { previous: null }],
  'no record': [null],
  'a list of records': [[certificate()]],
  'a text as record': [SECRET],
  'a record that JSON cannot have': [{ ...certificate(), loop }],
  'a record with a getter that throws': [{ ...certificate(), get certNum() { throw new Error(SECRET); } }],
  'a record without an id': [certificate('safety', { eCertID: undefined })],
  'a record with a blank id': [certificate('safety', { eCertID: ' ' })],
  'a record with a number as id': [certificate('safety', { eCertID: 5 })],
  'a record that carries another predecessor': [certificate('safety', { associatedZzeCertID: LICENCE }), { previous: OTHER }],
  'a record whose predecessor is no text': [certificate('safety', { associatedZzeCertID: 5 }), { previous: OTHER }],
};

for (const [what, [record, more]] of Object.entries(MALFORMED)) {
  test(`refused: ${what}`, () => refusal(record === undefined ? certificate() : record, more));
}

test('refused: no steps, or none that are an object', async () => {
  for (const steps of [undefined, null, 5, []]) await assert.rejects(issue(certificate(), steps), InputError);
});

/** Every place in a value: the path to each member and element. */
const places = (value, path = []) =>
  typeof value !== 'object' || value === null ? [path] : [...(path.length ? [path] : []), ...Object.entries(value).flatMap(([key, each]) => places(each, [...path, key]))];

function spoil(state, path, change) {
  const copy = stored(state);
  const key = path.at(-1);
  const holder = path.slice(0, -1).reduce((at, each) => at[each], copy);
  change(holder, key);
  return copy;
}

/** What a member may be absent from, or be besides. */
const ABSENT = /^(ended|steps\.\w+\.problem(\.(issues|replies|failure|code))?|steps\.\w+\.problem\.(issues|replies)\.\d+(\.path\.\d+)?|.*\.params\.\w+)$/;
const NULLABLE = /\.(field|failure\.code)$/;

test('a state that is malformed in any member is refused', async () => {
  let seen = 0;
  for (const [name, state] of Object.entries(await states())) {
    for (const path of places(state)) {
      const where = path.join('.');
      const spoiled = [['a list', (holder, key) => (holder[key] = [[]])], ['an object that is none of its kind', (holder, key) => (holder[key] = { [SECRET]: {} })]];
      if (!ABSENT.test(where)) spoiled.push(['nothing', (holder, key) => delete holder[key]]);
      if (!NULLABLE.test(where) && state !== null) spoiled.push(['null', (holder, key) => (holder[key] = holder[key] === null ? true : null)]);
      for (const [what, change] of spoiled) {
        seen++;
        await refusal(certificate(), { state: spoil(state, path, change) }).catch((error) => assert.fail(`${name}: ${where} is ${what}: ${error.message}`));
      }
    }
  }
  assert.ok(seen > 500, String(seen));
});

const put = (path, value) => (state) => {
  const keys = path.split('.');
  const last = keys.pop();
  keys.reduce((at, key) => at[key], state)[last] = value;
};
const CONTRADICTIONS = {
  'another format': ['done', put('format', 2)],
  'another kind': ['done', put('kind', 'special')],
  'another record': ['done', put('eCertID', SECRET)],
  'a step that no one knows': ['done', put('steps.pay', { status: 'done', attempts: 1 })],
  'a member that no one knows': ['done', put(SECRET, 1)],
  'a problem with a member that no one knows': ['refused', put('steps.submit.problem.key', SECRET)],
  'done, with a next step': ['done', put('next', 'preview')],
  'not done, with nothing next': ['refused', put('next', null)],
  'done, and not': ['done', put('done', false)],
  'a next step before the first that is not done': ['doubtful', put('next', 'submit')],
  'a next step behind it': ['refused', put('next', 'decrypt')],
  'a step begun before its turn': ['refused', put('steps.preview', { status: 'started', attempts: 1 })],
  'done without an attempt': ['done', put('steps.submit.attempts', 0)],
  'half an attempt': ['done', put('steps.submit.attempts', 1.5)],
  'a check in doubt': ['invalid', put('steps.validate.status', 'unknown')],
  'codes before they came': ['refused', put('codes', { encryCertid: 'A', encryKey: 'B' })],
  'an assignment before it came': ['refused', put('assignment', { id: '1', content: '2' })],
  'no assignment when it is there': ['done', put('assignment', null)],
  'an assignment without codes': ['done', put('codes', null)],
  'an e-certificate before it was made': ['dead', put('composed', { zzeCertID: '1', url: '2' })],
  'no e-certificate when it is made': ['doubtful', put('composed', null)],
  'an empty code': ['done', put('codes.encryKey', '')],
  'ended, and going on': ['refused', put('ended', 'no-assignment')],
  'ended, and done': ['done', put('ended', 'no-assignment')],
};

test('a state that contradicts itself, or is another one\'s, is refused', async () => {
  const all = await states();
  for (const [what, [name, change]] of Object.entries(CONTRADICTIONS)) {
    const state = stored(all[name]);
    change(state);
    await refusal(certificate(), { state }).catch((error) => assert.fail(`${what}: ${error.message}`));
    await refusal(certificate(), { previous: state }).catch((error) => assert.ok(['another record'].includes(what), `${what}: ${error.message}`));
  }
});

test('every state that came to be is taken', async () => {
  for (const state of Object.values(await states())) {
    const answer = await new World().run(certificate(), { state: Object.freeze(state), signal: AbortSignal.abort() });
    assert.deepEqual(answer, state);
  }
});

test('refused: a previous that is of another kind, not done, or without an e-certificate', async () => {
  const { done, doubtful } = await states();
  await refusal(certificate('special'), { kind: 'special', previous: done });
  await refusal(certificate(), { previous: doubtful });
  const change = certificate('safety', { operateType: '08' });
  const ended = await new World().run(change);
  await refusal(certificate(), { previous: ended });
});
