// A world in which a certificate is issued: the real gateway and the real sandbox in this process, an e-certificate platform, a
// store for the state, and whatever goes wrong with each.
import assert from 'node:assert/strict';
import { example } from 'mohurd-ecert';
import { Gateway } from 'mohurd-ecert/gateway';
import { decryptAssignment, encryptAssignment, issue, parseQrContent, qrContent } from 'mohurd-ecert/qr';
import { createSandbox } from 'mohurd-ecert/sandbox';

export const STEPS = ['validate', 'submit', 'decrypt', 'compose', 'preview'];
/** What a decrypting server might blurt out. */
export const SECRET = 'planted-private-key';
const LICENCE = '1.2.156.3005.2.11100000000013338W050.11359999MB00000005.2024000002.001.8';

/** A valid record; without a day no test depends on the clock. */
export const OPTIONS = Object.freeze({ today: null });
export const certificate = (kind = 'safety', more = {}) => ({ ...example(kind), ...more });

const never = () => new Promise(() => {});
const unsent = () => Promise.reject(Object.assign(new Error('planted'), { notReceived: true }));

/** JSON and back, as a store has it. */
export const stored = (state) => JSON.parse(JSON.stringify(state));

export class World {
  /** What happens next at `submit`, `preview`, `decrypt`, `compose`, `store`: words of `#meets`, one a call. */
  plans = { submit: [], preview: [], decrypt: [], compose: [], store: [] };
  /** Every state that was stored. */
  states = [];
  /** The e-certificates that were made, by the record's id, and how often one was asked for. */
  made = new Map();
  asked = 0;
  decrypted = 0;

  constructor(options = {}, sandbox = createSandbox(options)) {
    this.sandbox = sandbox;
    const { url: baseUrl, systemId, key } = this.sandbox;
    const transport = (request) => this.#transport(request);
    this.gateway = new Gateway({ baseUrl, systemId, key, transport, retry: { attempts: 1 } });
  }

  /** One call of issue, which may never end: then it resolves to nothing as soon as it stands still. */
  async run(record, more = {}) {
    const stopped = new Promise((settle) => (this.stop = settle));
    return Promise.race([stopped, issue(record, { kind: 'safety', ...this.steps(), ...more })]);
  }

  steps() {
    return {
      gateway: this.gateway,
      decrypt: (codes, context) => this.#meets('decrypt', () => this.#decrypt(codes, context)),
      compose: (input) => this.#meets('compose', () => this.#compose(input)),
      onState: (state) => this.#meets('store', async () => void this.states.push(stored(state))),
      options: OPTIONS,
    };
  }

  /** The state that the store has. */
  get last() {
    return this.states.at(-1);
  }

  async #transport(request) {
    const plan = this.plans[request.call]?.shift();
    if (plan === 'unsent') return unsent();
    if (plan === 'dies before') return this.#dies();
    if (plan === 'dies after') return this.sandbox.transport(request).then(() => this.#dies());
    if (plan) await this.sandbox.plan(request.call, plan);
    return this.sandbox.transport(request);
  }

  async #meets(what, act) {
    const plan = this.plans[what].shift();
    if (plan === 'dies before') return this.#dies();
    if (plan === 'throws before') throw new Error(SECRET);
    if (plan === 'unknown before') throw Object.assign(new Error(SECRET), { unknown: true });
    const answer = await act();
    if (plan === 'dies after') return this.#dies();
    if (plan === 'throws after') throw new Error(SECRET);
    if (plan === 'unknown after') throw Object.assign(new Error(SECRET), { unknown: true });
    return typeof plan === 'object' ? plan.answer : answer;
  }

  /** The process is no more: nothing comes back, ever. */
  #dies() {
    this.stop();
    return never();
  }

  /** As a server with the private key does. */
  async #decrypt(codes, { kind }) {
    this.decrypted++;
    const { privateKey, publicKey } = this.sandbox;
    return { id: decryptAssignment({ ...codes, privateKey }).id, content: qrContent({ ...codes, privateKey, publicKey, kind }) };
  }

  /** The codes of what is held, as the platform would give them to who asks. */
  async codes() {
    const [{ assignment: id }] = await this.sandbox.records();
    return encryptAssignment({ id, publicKey: this.sandbox.publicKey });
  }

  /** As a platform should: from the second attempt on it looks first. */
  async #compose({ record: { eCertID }, attempt, svg, png }) {
    this.asked++;
    assert.ok(svg.startsWith('<svg') && png.length > 0 && png instanceof Uint8Array);
    const answer = attempt > 1 ? this.made.get(eCertID) : undefined;
    if (answer) return answer;
    assert.ok(!this.made.has(eCertID), 'made twice');
    this.made.set(eCertID, { zzeCertID: LICENCE, url: `https://ecert.example.com/preview/${eCertID}` });
    return this.made.get(eCertID);
  }

  /** How often each certificate and each preview was submitted; each stands there once. */
  async times() {
    const records = await this.sandbox.records();
    const of = (test) => records.filter(({ kind }) => test(kind)).map(({ times }) => times);
    return [of((kind) => kind !== 'preview'), of((kind) => kind === 'preview')];
  }
}

/** The state as it must be at the end: everything done, and one of each. */
export async function whole(world, state) {
  assert.deepEqual([state.done, state.next], [true, null]);
  assert.deepEqual(STEPS.map((step) => state.steps[step].status), STEPS.map(() => 'done'));
  const [certificates, previews] = await world.times();
  assert.deepEqual([certificates.length, previews.length, world.made.size], [1, 1, 1]);
  const [held, preview] = await world.sandbox.records();
  assert.deepEqual([held.assignment, preview.assignment], [state.assignment.id, state.assignment.id]);
  assert.deepEqual(state.composed, [...world.made.values()][0]);
  const { encryCertid, encryKey, kind } = parseQrContent(state.assignment.content);
  assert.deepEqual([kind, decryptAssignment({ encryCertid, encryKey, privateKey: world.sandbox.privateKey }).id], [state.kind, state.assignment.id]);
}

/** A state, in short: what each step is in. */
export const statuses = (state) => STEPS.map((step) => state.steps[step].status);

/** That nothing of a thrown error, and none of the record's values, is in the state's words. */
export function silent(state, record) {
  const told = JSON.stringify(state);
  assert.ok(!told.includes(SECRET), told);
  const problems = STEPS.map((step) => state.steps[step].problem?.message ?? '').join();
  for (const value of Object.values(record)) assert.ok(typeof value !== 'string' || value.length < 5 || !problems.includes(value), value);
}

/** States as they come to be: done, ended in the middle, in doubt, refused. */
export async function states() {
  const of = async (...plans) => {
    const world = new World();
    for (const [what, plan] of plans) world.plans[what].push(plan);
    await world.run(certificate());
    return world.last;
  };
  const [done, refused, doubtful, dead, invalid] = await Promise.all([
    of(),
    of(['submit', { refuse: SECRET }]),
    of(['preview', 'cut']),
    of(['compose', 'dies after']),
    new World().run(certificate('safety', { certNum: '' })),
  ]);
  return { done, refused, doubtful, dead, invalid };
}
