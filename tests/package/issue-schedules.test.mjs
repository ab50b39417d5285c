// Whatever goes wrong, in whatever order, and however often it is gone on from: there is never a second assignment, preview or
// e-certificate, the state never says of anything done that it certainly was not, and once nothing goes wrong any more all is done.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createSandbox } from 'mohurd-ecert/sandbox';
import { STEPS, World, certificate, silent, stored, whole } from './issue-support.mjs';

const SCHEDULES = 100;
/** Faults of one schedule; after them nothing goes wrong. */
const MOST = 12;

/** Numbers from a seed (mulberry32). */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const CALLS = ['unsent', { code: 1214 }, { refuse: '数据有误' }, { close: { taken: false } }, { close: { taken: true } }, 'cut', 'empty', { html: { status: 502, taken: true } }, { status: { status: 500, taken: false } }, 'dies before', 'dies after'];
const OWN = ['throws before', 'throws after', 'dies before', 'dies after'];
const FAULTS = {
  submit: CALLS,
  preview: CALLS,
  decrypt: [...OWN, { answer: undefined }],
  compose: [...OWN, 'unknown before', 'unknown after', { answer: { zzeCertID: '1', url: '2' } }],
  store: OWN,
};

/** Plans for the next run: each call meets a fault with the odds of one in three. */
function plan(world, draw, left) {
  for (const [what, faults] of Object.entries(FAULTS)) {
    const length = what === 'store' ? 10 : 1;
    world.plans[what] = Array.from({ length }, () => {
      if (left.faults === 0 || draw(what === 'store' ? 12 : 3) > 0) return undefined;
      left.faults--;
      return faults[draw(faults.length)];
    });
  }
}

/** What the state says is so. */
async function truthful(world, state) {
  const records = await world.sandbox.records();
  const [held, previewed] = [records.some(({ kind }) => kind !== 'preview'), records.some(({ kind }) => kind === 'preview')];
  assert.ok(records.length <= 2 && records.length === Number(held) + Number(previewed), 'one of each');
  for (const [step, isDone] of [['submit', held], ['compose', world.made.size > 0], ['preview', previewed]]) {
    const { status } = state.steps[step];
    if (status === 'done') assert.ok(isDone, `${step} is done`);
    // The platform of the test says of itself that nothing was made, and may err; the ministry's calls are this library's to judge.
    if ((status === 'failed' || status === 'waiting') && step !== 'compose') assert.ok(!isDone, `${step} is ${status}`);
  }
}

const record = Object.freeze(certificate());

/** One for all schedules: its keys take their time. */
const SAME = createSandbox();
const SECOND = createSandbox({ repeated: 'second' });

async function empty(sandbox) {
  await sandbox.reset();
  return new World({}, sandbox);
}

async function converges(seed) {
  const draw = numbers(seed);
  const world = await empty(SAME);
  const left = { faults: 1 + draw(MOST) };
  let runs = 0;
  for (let state; !state?.done; runs++) {
    assert.ok(runs < 100, 'no end');
    plan(world, draw, left);
    // In doubt, some look first and come back; others send again at once.
    const resendUnknown = draw(2) === 0;
    await world.run(record, { ...(state && { state }), resendUnknown }).catch(({ message }) => assert.equal(message, 'planted-private-key'));
    state = world.last;
    if (!state) continue;
    silent(state, record);
    await truthful(world, state);
  }
  await whole(world, stored(world.last));
  return runs;
}

test('schedules of faults: each ends with one record and one preview', async () => {
  let runs = 0;
  for (let seed = 0; seed < SCHEDULES; seed++) {
    try {
      runs += await converges(seed);
    } catch (error) {
      error.message = `seed ${seed}: ${error.message}`;
      throw error;
    }
  }
  assert.ok(runs > SCHEDULES * 2, `${runs} runs`);
});

test('where a repeated record is a second one, nothing is sent twice without being told', async () => {
  let [ended, doubtful] = [0, 0];
  for (let seed = 0; seed < SCHEDULES; seed++) {
    const draw = numbers(seed);
    const world = await empty(SECOND);
    const left = { faults: 1 + draw(MOST) };
    let state;
    for (let runs = 0; !state?.done && !(state?.steps[state.next].status === 'unknown'); runs++) {
      assert.ok(runs < 100, 'no end');
      plan(world, draw, left);
      await world.run(record, state && { state }).catch(({ message }) => assert.equal(message, 'planted-private-key'));
      state = world.last;
      if (state) await truthful(world, state);
    }
    if (state.done) ended++;
    else doubtful++;
    assert.ok((await world.times()).flat().every((times) => times === 1), `seed ${seed}`);
  }
  assert.ok(ended > 10 && doubtful > 10, `${ended} ended, ${doubtful} in doubt`);
});

test('every step is met by every one of its faults', () => {
  const seen = new Set();
  for (let seed = 0; seed < SCHEDULES; seed++) {
    const draw = numbers(seed);
    const world = { plans: {} };
    const left = { faults: 1 + draw(MOST) };
    for (let run = 0; left.faults > 0; run++) {
      plan(world, draw, left);
      for (const [what, plans] of Object.entries(world.plans)) for (const each of plans) if (each) seen.add(`${what} ${JSON.stringify(each)}`);
      draw(2);
    }
  }
  assert.equal(seen.size, Object.values(FAULTS).flat().length);
  assert.deepEqual(Object.keys(FAULTS).filter((what) => what !== 'store').sort(), STEPS.filter((step) => step !== 'validate').sort());
});
