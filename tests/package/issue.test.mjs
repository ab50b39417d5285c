// Issuing a certificate end to end: a whole run, and every step with every way in which it can end, each of which is gone on from
// until there is one assignment and one preview.
import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect } from 'node:util';
import { example, validate } from 'mohurd-ecert';
import { issue } from 'mohurd-ecert/qr';
import { OPTIONS, SECRET, STEPS, World, certificate, silent, statuses, stored, whole } from './issue-support.mjs';

const KINDS = ['safety', 'special', 'manager'];
const RESEND = { resendUnknown: true };

for (const kind of KINDS) {
  test(`${kind}: a whole run, with every state told in its order`, async () => {
    const world = new World();
    const record = Object.freeze(certificate(kind));
    const state = await world.run(record, { kind });
    await whole(world, state);
    assert.deepEqual(await world.times(), [[1], [1]]);
    const told = world.states.map(({ steps, next, done }) => [next, steps[next ?? 'preview'].status, done]);
    assert.deepEqual(told.slice(0, 3), [['validate', 'started', false], ['submit', 'waiting', false], ['submit', 'started', false]]);
    assert.deepEqual([told.length, told.at(-1)], [10, [null, 'done', true]]);
    assert.deepEqual(world.last, state);
    assert.deepEqual(structuredClone(state), stored(state), 'plain data');
    assert.deepEqual(Object.keys(state), ['format', 'kind', 'eCertID', 'done', 'next', 'steps', 'codes', 'assignment', 'composed']);
    assert.deepEqual([state.format, state.kind, state.eCertID], [1, kind, record.eCertID]);
    assert.match(state.assignment.id, /^\d{19}$/);
  });
}

test('what is done is done: another call does nothing', async () => {
  const world = new World();
  const done = await world.run(certificate());
  const frozen = Object.freeze(stored(done));
  world.states = [];
  const again = await world.run(certificate(), { state: frozen });
  assert.deepEqual([again, world.states], [done, []]);
  assert.notEqual(again, frozen);
  assert.deepEqual(await world.times(), [[1], [1]]);
});

/**
 * Where it goes wrong, how, what the step is in then, how often certificate and preview were submitted in the end, and how often
 * the e-certificate was asked for.
 */
const FAULTS = [
  ['submit', 'unsent', 'failed', 1, 1, 1],
  ['submit', { code: 1214 }, 'failed', 1, 1, 1],
  ['submit', { refuse: '数据有误' }, 'failed', 1, 1, 1],
  ['submit', { close: { taken: false } }, 'unknown', 1, 1, 1],
  ['submit', { close: { taken: true } }, 'unknown', 2, 1, 1],
  ['submit', 'cut', 'unknown', 2, 1, 1],
  ['submit', { html: { status: 502, taken: true } }, 'unknown', 2, 1, 1],
  ['submit', 'empty', 'unknown', 2, 1, 1],
  ['decrypt', 'throws before', 'failed', 1, 1, 1],
  ['decrypt', 'throws after', 'failed', 1, 1, 1],
  ['decrypt', { answer: undefined }, 'failed', 1, 1, 1],
  ['decrypt', { answer: { id: '', content: 'a' } }, 'failed', 1, 1, 1],
  ['decrypt', { answer: { id: '1'.repeat(51), content: 'a' } }, 'failed', 1, 1, 1],
  ['decrypt', { answer: { get id() { throw new Error(SECRET); }, content: 'a' } }, 'failed', 1, 1, 1],
  ['compose', 'throws before', 'failed', 1, 1, 1],
  ['compose', 'throws after', 'failed', 1, 1, 2],
  ['compose', 'unknown before', 'unknown', 1, 1, 1],
  ['compose', 'unknown after', 'unknown', 1, 1, 2],
  ['compose', { answer: null }, 'unknown', 1, 1, 2],
  ['compose', { answer: { zzeCertID: '1', url: 5 } }, 'unknown', 1, 1, 2],
  ['compose', { answer: { zzeCertID: '1', url: 'http://example.com/' } }, 'unknown', 1, 1, 2],
  ['preview', 'unsent', 'failed', 1, 1, 1],
  ['preview', { code: 1214 }, 'failed', 1, 1, 1],
  ['preview', { refuse: '数据有误' }, 'failed', 1, 1, 1],
  ['preview', { close: { taken: false } }, 'unknown', 1, 1, 1],
  ['preview', { close: { taken: true } }, 'unknown', 1, 2, 1],
  ['preview', 'cut', 'unknown', 1, 2, 1],
];

for (const [step, plan, status, submitted, previewed, asked] of FAULTS) {
  test(`${step} meets ${inspect(plan, { breakLength: Infinity })}: ${status}, and gone on from`, async () => {
    const world = new World();
    const record = Object.freeze(certificate());
    world.plans[step].push(plan);
    const state = await world.run(record);
    assert.deepEqual([state.next, state.done, state.steps[step].status, state.steps[step].attempts], [step, false, status, 1]);
    assert.ok(state.steps[step].problem.message.length > 10);
    assert.deepEqual(world.last, state);
    silent(state, record);
    if (status === 'unknown') {
      const calls = await world.sandbox.calls();
      assert.deepEqual(await world.run(record, { state }), state, 'not again without being told');
      assert.deepEqual(await world.sandbox.calls(), calls);
    }
    const end = await world.run(record, { state: stored(state), ...(status === 'unknown' && RESEND) });
    await whole(world, end);
    assert.deepEqual([await world.times(), world.asked], [[[submitted], [previewed]], asked]);
    assert.equal(end.steps[step].attempts, 2);
    assert.equal(end.steps[step].problem, undefined);
  });
}

/** Where the process ends, and when; what is stored then, what is made of it, and the counts as above. */
const DEATHS = [
  ['submit', 'dies before', 'unknown', 1, 1, 1],
  ['submit', 'dies after', 'unknown', 2, 1, 1],
  ['decrypt', 'dies before', 'started', 1, 1, 1],
  ['decrypt', 'dies after', 'started', 1, 1, 1],
  ['compose', 'dies before', 'unknown', 1, 1, 1],
  ['compose', 'dies after', 'unknown', 1, 1, 2],
  ['preview', 'dies before', 'unknown', 1, 1, 1],
  ['preview', 'dies after', 'unknown', 1, 2, 1],
];

for (const [step, plan, status, submitted, previewed, asked] of DEATHS) {
  test(`${step}: the process ${plan} it, and another goes on from what was stored`, async () => {
    const world = new World();
    const record = certificate();
    world.plans[step].push(plan);
    assert.equal(await world.run(record), undefined, 'stands still');
    const { last } = world;
    assert.deepEqual([last.next, last.steps[step].status], [step, 'started']);
    let state = last;
    if (status === 'unknown') {
      const calls = await world.sandbox.calls();
      state = await world.run(record, { state: last });
      assert.deepEqual([state.next, state.steps[step].status, state.steps[step].attempts], [step, 'unknown', 1]);
      assert.deepEqual([world.last, await world.sandbox.calls()], [state, calls]);
    }
    const end = await world.run(record, { state, ...(status === 'unknown' && RESEND) });
    await whole(world, end);
    assert.deepEqual([await world.times(), world.asked], [[[submitted], [previewed]], asked]);
    assert.equal(end.steps[step].attempts, 2);
  });
}

/** The store fails at each of the ten times that it is told of a state. */
for (const [place, plan] of STEPS.flatMap((_, at) => [[2 * at, 'throws before'], [2 * at, 'throws after'], [2 * at + 1, 'throws before'], [2 * at + 1, 'dies before']])) {
  const step = STEPS[Math.floor(place / 2)];
  test(`the store ${plan} it took what is told ${place % 2 ? 'after' : 'before'} ${step}: nothing more goes out`, async () => {
    const world = new World();
    const record = certificate();
    world.plans.store.push(...Array(place).fill('none'), plan);
    if (plan === 'dies before') await world.run(record);
    else await assert.rejects(world.run(record), { message: SECRET });
    const counts = [await world.sandbox.calls(), world.decrypted, world.asked].map((each) => (typeof each === 'object' ? [each.submit, each.preview] : each)).flat();
    const begun = ['submit', 'preview', 'decrypt', 'compose'].map((each) => Number(STEPS.indexOf(each) < (place + 1) >> 1));
    assert.deepEqual(counts, begun, 'what was not noted was not done');
    const state = world.last;
    await whole(world, await world.run(record, { ...(state && { state }), ...RESEND }));
  });
}

test('a record with errors is not sent; mended, it goes on with the same state', async () => {
  const world = new World();
  const wrong = certificate('safety', { certNum: '' });
  const state = await world.run(wrong);
  assert.deepEqual(statuses(state), ['failed', 'waiting', 'waiting', 'waiting', 'waiting']);
  assert.deepEqual(state.steps.validate.problem.issues, stored(validate('safety', wrong, OPTIONS).issues));
  assert.deepEqual((await world.sandbox.calls()).submit, 0);
  await whole(world, await world.run(certificate(), { state }));
});

test('a refused record is mended and goes on; the words of the refusal are told', async () => {
  const world = new World({ profile: 'strict' });
  const wrong = certificate('safety', { creditCode: '91350100MA00000008' });
  const state = await world.run(wrong);
  assert.deepEqual(statuses(state), ['done', 'failed', 'waiting', 'waiting', 'waiting']);
  assert.match(state.steps.submit.problem.replies[0].text, /^统一社会信用代码/);
  assert.ok(state.steps.validate.problem.issues.every(({ severity }) => severity === 'warning'), 'warnings are told too');
  const spoiled = await world.run(certificate('safety', { certNum: '' }), { state });
  assert.equal(spoiled.steps.submit.status, 'failed');
  assert.deepEqual(spoiled.steps.submit.problem.issues.map(({ rule, path }) => [rule, path]), [['field/required', ['certNum']]]);
  await whole(world, await world.run(certificate(), { state: spoiled }));
});

test('words are in the locale', async () => {
  for (const [locale, words] of [[undefined, /[一-鿿]/], ['zh-CN', /[一-鿿]/], ['en', /^[ -~]+$/]]) {
    const world = new World();
    world.plans.submit.push('cut');
    const { problem } = (await world.run(certificate(), { options: { ...OPTIONS, locale } })).steps.submit;
    assert.match(problem.message, words);
    assert.match(problem.failure.message, words);
  }
});

test('the functions get copies, and the record as it is', async () => {
  const world = new World();
  const record = certificate();
  const before = structuredClone(record);
  const { compose, decrypt } = world.steps();
  let content;
  const state = await issue(record, {
    kind: 'safety',
    ...world.steps(),
    decrypt: async (codes, context) => {
      assert.deepEqual(codes, world.last.codes);
      assert.deepEqual(context, { kind: 'safety', eCertID: before.eCertID });
      const answer = await decrypt(codes, context);
      [content, codes.encryKey] = [answer.content, 'spoiled'];
      return answer;
    },
    compose: async (input) => {
      assert.deepEqual([input.record, input.content, input.attempt], [before, content, 1]);
      const answer = await compose(input);
      input.record.eCertID = 'spoiled';
      return answer;
    },
    onState: (given) => void (world.states.push(stored(given)), (given.codes = 5), (given.steps.submit.status = 'spoiled')),
  });
  assert.deepEqual(record, before);
  await whole(world, state);
  assert.equal(example('safety').eCertID, state.eCertID);
});
