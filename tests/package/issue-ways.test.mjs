// The ways that are not straight: a certificate that replaces another, operations without an assignment, states that were mended by
// hand, a signal, a gateway and functions that misbehave.
import assert from 'node:assert/strict';
import test from 'node:test';
import { InputError } from 'mohurd-ecert';
import { decryptAssignment } from 'mohurd-ecert/qr';
import { createSandbox } from 'mohurd-ecert/sandbox';
import { OPTIONS, SECRET, STEPS, World, certificate, silent, states, statuses, stored, whole } from './issue-support.mjs';

for (const [what, previousOf] of [['the state', (state) => state], ['the id', (state) => ` ${state.composed.zzeCertID} `]]) {
  test(`a renewal carries what it replaces, by ${what}`, async () => {
    const world = new World();
    const first = await world.run(certificate());
    const renewal = Object.freeze(certificate('safety', { eCertID: 'b'.repeat(32), operateType: '02' }));
    const sent = [];
    const gateway = { submit: (kind, records, options) => (sent.push(records[0]), world.gateway.submit(kind, records, options)), submitPreview: (...args) => world.gateway.submitPreview(...args) };
    const { compose } = world.steps();
    const more = { gateway, previous: previousOf(Object.freeze(stored(first))), compose: (input) => (sent.push(input.record), compose(input)) };
    const state = await world.run(renewal, more);
    assert.ok(state.done && !('associatedZzeCertID' in renewal));
    assert.deepEqual(sent, Array(2).fill({ ...renewal, associatedZzeCertID: first.composed.zzeCertID }));
    assert.deepEqual(await world.times(), [[1, 1], [1, 1]]);
    const carrying = { ...renewal, associatedZzeCertID: first.composed.zzeCertID };
    assert.deepEqual(await world.run(carrying, { ...more, state }), state, 'what it carries already is right');
  });
}

test('an operation that gets no assignment is done when it is submitted', async () => {
  const world = new World();
  const change = certificate('safety', { operateType: '08' });
  const state = await world.run(change);
  assert.deepEqual(statuses(state), ['done', 'done', 'waiting', 'waiting', 'waiting']);
  assert.deepEqual([state.done, state.next, state.ended, state.codes], [true, null, 'no-assignment', null]);
  assert.deepEqual(await world.run(change, { state: stored(state) }), state);
  assert.deepEqual(await world.times(), [[1], []]);
});

test('an operation that need not get one, and does, goes on', async () => {
  const world = new World({ assigns: 'all' });
  await whole(world, await world.run(certificate('safety', { operateType: '08' })));
});

test('an assignment that should have come and did not: it can be put into the state', async () => {
  const world = new World();
  world.plans.submit.push({ text: '{"ReturnCode":1,"ReturnMsg":"上传成功","ReturnData":{}}' });
  const state = await world.run(certificate());
  assert.deepEqual(statuses(state), ['done', 'done', 'failed', 'waiting', 'waiting']);
  assert.deepEqual([state.next, state.steps.decrypt.problem.code, world.decrypted], ['decrypt', 'no-assignment', 0]);
  const again = await world.run(certificate(), { state });
  assert.deepEqual(again.steps.decrypt, { ...state.steps.decrypt, attempts: 2 });
  await whole(world, await world.run(certificate(), { state: { ...again, codes: await world.codes() } }));
});

test('where a repeated record is refused, what is in doubt stays so', async () => {
  const world = new World({ repeated: 'refuse' });
  world.plans.submit.push('cut');
  let state = await world.run(certificate());
  for (const plan of [undefined, 'unsent', { code: 1214 }]) {
    world.plans.submit.push(plan);
    state = await world.run(certificate(), { state, resendUnknown: true });
    assert.deepEqual([state.next, state.steps.submit.status], ['submit', 'unknown']);
  }
  assert.ok(state.steps.submit.problem.failure);
  assert.equal((await world.times())[0].length, 1);
  const found = { ...state, next: 'decrypt', codes: await world.codes(), steps: { ...state.steps, submit: { status: 'done', attempts: 4 } } };
  await whole(world, await world.run(certificate(), { state: found }));
});

test('a preview that is refused as used, and was in no doubt, is refused', async () => {
  const world = new World();
  world.plans.preview.push({ refuse: '赋码已使用' });
  const state = await world.run(certificate());
  assert.deepEqual([state.next, state.steps.preview.status], ['preview', 'failed']);
  assert.deepEqual(state.steps.preview.problem.replies, [{ text: '赋码已使用', field: null }]);
});

test('an e-certificate can be made anew: the state is set back by hand', async () => {
  const world = new World();
  world.plans.preview.push({ refuse: '地址无法访问' });
  const state = await world.run(certificate());
  const back = { ...state, next: 'compose', composed: null, steps: { ...state.steps, compose: { ...state.steps.compose, status: 'waiting' }, preview: { status: 'waiting', attempts: 1 } } };
  const end = await world.run(certificate(), { state: back });
  await whole(world, end);
  assert.deepEqual([end.steps.compose.attempts, world.asked], [2, 2]);
});

test('a signal stops it before the next step, and ends a submission', async () => {
  for (const step of STEPS) {
    const world = new World();
    const controller = new AbortController();
    const onState = (state) => (world.states.push(stored(state)), state.next === step && state.steps[step].status === 'waiting' && controller.abort());
    if (step === 'validate') controller.abort();
    const state = await world.run(certificate(), { onState, signal: controller.signal });
    assert.deepEqual([state.next, state.steps[step]], [step, { status: 'waiting', attempts: 0 }]);
    await whole(world, await world.run(certificate(), { state }));
  }
  const world = new World();
  const controller = new AbortController();
  await world.sandbox.plan('submit', 'silence');
  setTimeout(() => controller.abort(), 20);
  const state = await world.run(certificate(), { signal: controller.signal });
  assert.deepEqual([state.steps.submit.status, state.steps.submit.problem.failure.cause], ['unknown', 'aborted']);
});

const report = (outcomes) => async () => ({ kind: 'safety', total: 1, outcomes, calls: [] });
const GATEWAYS = {
  'throws': [() => { throw new Error(SECRET); }, 'unknown'],
  'rejects': [() => Promise.reject(SECRET), 'unknown'],
  'rejects a malformed call': [() => Promise.reject(new InputError(SECRET)), 'failed'],
  'answers with nothing': [async () => undefined, 'unknown'],
  'answers without an outcome': [report([]), 'unknown'],
};

for (const [what, [submit, status]] of Object.entries(GATEWAYS)) {
  test(`a gateway that ${what}: ${status}`, async () => {
    const world = new World();
    const state = await world.run(certificate(), { gateway: { submit, submitPreview: submit } });
    assert.equal(state.steps.submit.status, status);
    silent(state, certificate());
    const last = { ...(await states()).doubtful };
    const again = await world.run(certificate(), { state: last, resendUnknown: true, gateway: { submit, submitPreview: submit } });
    assert.equal(again.steps.preview.status, 'unknown', 'in doubt before, and after');
  });
}

test('errors of a caller\'s function that resist being looked at', async () => {
  for (const [error, status] of [[undefined, 'failed'], [null, 'failed'], [5, 'failed'], [{ unknown: 'true' }, 'failed'], [{ get unknown() { throw new Error(SECRET); } }, 'unknown']]) {
    const world = new World();
    const state = await world.run(certificate(), { compose: () => Promise.reject(error) });
    assert.equal(state.steps.compose.status, status);
    silent(state, certificate());
  }
});

test('a QrError has its code told, and nothing of its words', async () => {
  const { privateKey } = createSandbox({ seed: 2 });
  const codes = { 'key-or-cipher': { privateKey }, 'key-format': { privateKey: SECRET }, 'length': {} };
  for (const [code, wrong] of Object.entries(codes)) {
    const world = new World();
    const keys = { privateKey: world.sandbox.privateKey, ...wrong };
    const decrypt = (codes) => ({ id: decryptAssignment({ ...codes, ...keys }).id, content: 'x'.repeat(5000) });
    const state = await world.run(certificate(), { decrypt });
    const step = code === 'length' ? 'compose' : 'decrypt';
    assert.deepEqual([state.next, state.steps[step].status, state.steps[step].problem.code], [step, 'failed', code]);
    silent(state, certificate());
    assert.deepEqual([...world.made], []);
    assert.ok(!JSON.stringify(world.states).includes(keys.privateKey));
    const content = code === 'length' ? { ...state, next: 'decrypt', assignment: null, steps: { ...state.steps, decrypt: { status: 'waiting', attempts: 1 }, compose: { status: 'waiting', attempts: 1 } } } : state;
    await whole(world, await world.run(certificate(), { state: content }));
  }
});

test('an assignment that is an address is the text of the QR code; a preview cannot name it', async () => {
  const world = new World();
  const decrypt = () => ({ id: 'https://example.cn/'.padEnd(60, 'a'), content: 'https://example.cn/' });
  const state = await world.run(certificate(), { decrypt });
  assert.deepEqual([state.next, state.steps.decrypt.problem.code], ['decrypt', 'answer']);
  assert.deepEqual(state.steps.decrypt.problem.issues.map(({ rule, field }) => [rule, field]), [['field/max-length', 'ID']]);
});

test('what was taken with a warning is done, and the warning is told', async () => {
  const world = new World();
  const record = certificate();
  await world.gateway.submit('safety', [record], OPTIONS);
  const warning = { WarnGuid: record.eCertID, WarnMsg: '存在证书，需注销其他省份的证书。' };
  const reply = { ReturnCode: 2, ReturnMsg: '上传成功有预警', ReturnData: { WarnData: [warning] }, ...(await world.codes()) };
  world.plans.submit.push({ text: JSON.stringify(reply) });
  const state = await world.run(record);
  await whole(world, state);
  assert.deepEqual(state.steps.submit.problem.replies, [{ text: warning.WarnMsg, field: null }]);
  assert.ok(state.steps.submit.problem.message.length > 5 && !state.steps.preview.problem);
  assert.deepEqual(await world.run(record, { state: stored(state) }), state);
});
