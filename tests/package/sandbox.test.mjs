// The sandbox of the package: in the place of `fetch` and as a transport; what it is given, and what it tells.
import assert from 'node:assert/strict';
import test from 'node:test';
import { InputError as SameError, example } from 'mohurd-ecert';
import { Gateway } from 'mohurd-ecert/gateway';
import { InputError, createSandbox } from 'mohurd-ecert/sandbox';
import { states } from './gateway-support.mjs';

const TOKEN = 'gaia-asp-gateway/api/token/getInterfaceTokenInfo?systemId=sandbox-system&key=sandbox-key';

/** A gateway that reaches the sandbox by its transport. */
const inside = ({ url: baseUrl, systemId, key, transport }, settings) =>
  new Gateway({ baseUrl, systemId, key, transport, retry: { attempts: 1 }, ...settings });

const submit = (gateway, record = example('safety')) => gateway.submit('safety', [record], { today: null });

/** What a promise is rejected with. */
const rejection = (promise) => promise.then(() => assert.fail('not rejected'), (error) => error);

test('a gateway reaches it by its transport, in one line', async () => {
  const sandbox = createSandbox();
  assert.deepEqual([sandbox.url, sandbox.systemId, sandbox.key], ['http://127.0.0.1:8788/', 'sandbox-system', 'sandbox-key']);
  const gateway = inside(sandbox);
  assert.equal((await gateway.token()).remoteAddr, 'http://127.0.0.1:8788/gaia-asp-gateway/test/submit');
  assert.deepEqual(states(await submit(gateway)), ['accepted']);
  const [held, ...others] = await sandbox.records();
  const { eCertID, provinceNum, certState, operateType } = example('safety');
  const { assignment, ...told } = held;
  assert.deepEqual(told, { kind: 'safety', eCertID, province: provinceNum, state: certState, operation: operateType, times: 1 });
  assert.match(assignment, /^\d{19}$/);
  assert.deepEqual(others, []);
  assert.deepEqual(await sandbox.calls(), { token: 1, validate: 0, log: 0, submit: 1, preview: 0, soap: 0 });
});

test('it takes the place of the global fetch, whatever the host', async () => {
  const sandbox = createSandbox();
  const own = globalThis.fetch;
  globalThis.fetch = sandbox.fetch;
  try {
    const { systemId, key } = sandbox;
    const gateway = new Gateway({ baseUrl: 'http://gateway.invalid:1/some/path', systemId, key, retry: { attempts: 1 } });
    assert.deepEqual(states(await submit(gateway)), ['accepted']);
  } finally {
    globalThis.fetch = own;
  }
  for (const input of [`/${TOKEN}`, TOKEN, new URL(TOKEN, 'https://example.invalid'), new Request(`http://127.0.0.1/${TOKEN}`)]) {
    const response = await sandbox.fetch(input);
    assert.ok(response instanceof Response && response.ok);
    assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
    assert.match((await response.json()).data.token, /^KTOKEN_/);
  }
  assert.equal((await sandbox.fetch('/nowhere')).status, 404);
});

test('what happens to a connection happens to fetch', async () => {
  const sandbox = createSandbox();
  const { fetch } = sandbox;
  await sandbox.plan('token', 'close', 'cut', { status: 204 }, { html: 502 }, { delay: 1 });
  assert.ok((await rejection(fetch(TOKEN))) instanceof TypeError);
  const cut = await fetch(TOKEN);
  assert.equal(cut.status, 200);
  assert.ok((await rejection(cut.text())) instanceof TypeError);
  const empty = await fetch(TOKEN);
  assert.deepEqual([empty.status, await empty.text()], [204, '']);
  const page = await fetch(TOKEN);
  assert.deepEqual([page.status, page.headers.get('content-type')], [502, 'text/html; charset=utf-8']);
  assert.equal((await (await fetch(TOKEN)).json()).code, 1);
});

test('a cut reply gives what came of it before it fails', async () => {
  const sandbox = createSandbox();
  await sandbox.plan('token', 'cut');
  const reader = (await sandbox.fetch(TOKEN)).body.getReader();
  const { value } = await reader.read();
  assert.ok(value.length > 10);
  assert.ok((await rejection(reader.read())) instanceof TypeError);
});

test('what happens to a connection happens to a transport, where there is nothing but the language', async () => {
  const sandbox = createSandbox();
  const own = ['fetch', 'Request', 'Response', 'Headers', 'ReadableStream', 'TextEncoder', 'TextDecoder'].map((name) => [name, globalThis[name]]);
  const gateway = inside(sandbox, { timeoutMs: 200 });
  await sandbox.plan('submit', 'close', 'cut', 'silence', { delay: 1 });
  try {
    for (const [name] of own) globalThis[name] = undefined;
    const ends = [];
    for (let count = 0; count < 4; count++) ends.push((await submit(gateway)).outcomes[0].failure?.cause);
    assert.deepEqual(ends, ['broken', 'broken', 'timeout', undefined]);
  } finally {
    for (const [name, value] of own) globalThis[name] = value;
  }
});

test('silence and delay last until the signal aborts, and are rejected with its reason', async () => {
  const sandbox = createSandbox();
  await sandbox.plan('token', 'silence', { delay: 2 ** 40 }, 'silence');
  let come = 0;
  for (const asked of [(signal) => [TOKEN, { signal }], (signal) => [TOKEN, { signal }], (signal) => [new Request(`http://x/${TOKEN}`, { signal })]]) {
    const controller = new AbortController();
    const reason = new Error('given up');
    const waiting = rejection(sandbox.fetch(...asked(controller.signal)));
    come++;
    while ((await sandbox.calls()).token < come) await new Promise((resolve) => setImmediate(resolve));
    // A delay that a timer cannot take must not be over at once.
    await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort(reason);
    assert.equal((await waiting).message, 'given up');
  }
  const seen = await sandbox.calls();
  assert.equal((await rejection(sandbox.fetch(TOKEN, { signal: AbortSignal.abort() }))).name, 'AbortError');
  assert.deepEqual(await sandbox.calls(), seen, 'what was aborted before does not come');
});

test('a new start forgets everything but the options', async () => {
  const sandbox = createSandbox({ repeated: 'refuse' });
  const gateway = inside(sandbox);
  await submit(gateway);
  await sandbox.plan('submit', 'empty');
  await sandbox.reset();
  assert.deepEqual(await sandbox.records(), []);
  assert.equal((await sandbox.calls()).token, 0);
  // Its token is gone: it is got anew, and no fault is left.
  assert.deepEqual(states(await submit(gateway)), ['accepted']);
  assert.deepEqual(states(await submit(gateway)), ['refused']);
});

test('an error of it is that of the other entries', () => assert.equal(InputError, SameError));

test('options decide what it does', async () => {
  const twice = async (options) => {
    const gateway = inside(createSandbox(options));
    return [await submit(gateway), await submit(gateway)].flatMap(states);
  };
  assert.deepEqual(await twice({ repeated: 'same' }), ['accepted', 'accepted']);
  assert.deepEqual(await twice({ repeated: 'refuse' }), ['accepted', 'refused']);
  const sandbox = createSandbox({ systems: [{ systemId: 'one', key: 'a', interfaces: ['preview'] }], origin: 'https://example.invalid/base' });
  assert.deepEqual([sandbox.url, sandbox.systemId, sandbox.key], ['https://example.invalid/base', 'one', 'a']);
  const { remoteAddr } = await inside(sandbox).token();
  assert.equal(remoteAddr, 'https://example.invalid/base/gaia-asp-gateway/test/preview');
  const tokens = await Promise.all([1, 1, 2].map(async (seed) => (await inside(createSandbox({ seed })).token()).token));
  assert.ok(tokens[0] === tokens[1] && tokens[1] !== tokens[2]);
});

test('wrong options are refused at once, in both languages, by their place and without their value', async () => {
  const SECRET = 'planted-value';
  const cyclic = {};
  cyclic.seed = cyclic;
  const wrong = [
    [null, 'options'], [5, 'options'], [[], 'options'], [{ [SECRET]: 1 }, 'options'], [cyclic, 'options'],
    [{ seed: NaN }, 'options.seed'], [{ seed: -1 }, 'options.seed'], [{ seed: 1n }, 'options.seed'], [{ seed: () => SECRET }, 'options.seed'],
    [{ tokenUses: SECRET }, 'options.tokenUses'], [{ style: SECRET }, 'options.style'], [{ origin: SECRET }, 'options.origin'],
    [{ today: SECRET }, 'options.today'], [{ profile: Symbol(SECRET) }, 'options.profile'],
    [{ systems: SECRET }, 'options.systems'], [{ systems: [{ systemId: SECRET }] }, 'options.systems[0].key'],
    [{ systems: [{ systemId: SECRET, key: SECRET, interfaces: [SECRET] }] }, 'options.systems[0].interfaces[0]'],
    [{ get seed() { throw new Error(SECRET); } }, 'options'],
  ];
  const refused = ([value, place], error) => {
    assert.ok(error instanceof InputError, String(error));
    assert.ok(error.message.startsWith(`${place} `), error.message);
    assert.match(error.message, /[一-鿿].*。 .*[a-z].*\.$/s);
    assert.ok(!error.message.includes(SECRET), error.message);
    return true;
  };
  for (const each of wrong) assert.throws(() => createSandbox(each[0]), (error) => refused(each, error));
  const sandbox = createSandbox({ seed: undefined, tokenUses: null });
  const faults = [
    [SECRET, 'faults[1]'], [{ close: { taken: SECRET } }, 'faults[1].close.taken'], [{ status: 99 }, 'faults[1].status'],
    [{ delay: NaN }, 'faults[1].delay'], [{ text: 5 }, 'faults[1].text'], [{}, 'faults[1]'], [{ cut: {} }, 'faults[1]'], [undefined, 'faults[1]'],
  ];
  for (const each of faults) refused(each, await rejection(sandbox.plan('submit', 'empty', each[0])));
  refused([SECRET, 'call'], await rejection(sandbox.plan(SECRET, 'empty')));
  refused([undefined, 'call'], await rejection(sandbox.plan()));
  assert.deepEqual(states(await submit(inside(sandbox))), ['accepted'], 'none of them was planned');
  for (const each of [[{ port: -1 }, 'options.port'], [{ port: 65536 }, 'options.port'], [{ host: '0.0.0.0' }, 'options.host'],
    [{ host: 'example.invalid' }, 'options.host'], [{ cors: 1 }, 'options.cors'], [{ [SECRET]: 1 }, 'options'], [null, 'options']]) {
    refused(each, await rejection(sandbox.listen(each[0])));
  }
});

test('handle says what a request meets with, at a time of choice', async () => {
  const sandbox = createSandbox({ tokenTtlMs: 1000 });
  const ask = (url, headers, now) => sandbox.handle({ method: 'GET', url, headers }, now);
  const { body, ...answer } = await ask(`/${TOKEN}`, undefined, 0);
  const contentType = 'application/json; charset=utf-8';
  assert.deepEqual(answer, { call: 'token', fault: 'none', delay: 0, ends: 'answer', status: 200, contentType, code: 'code 1' });
  const { token } = JSON.parse(new TextDecoder().decode(body)).data;
  const headers = [['g-i-access-token', token], ['g-i-system-id', 'sandbox-system']];
  const validate = `http://127.0.0.1/gaia-asp-gateway/api/token/validateToken?systemId=sandbox-system&token=${token}`;
  const counts = async (now) => (await ask(validate, headers, now)).code;
  assert.deepEqual([await counts(999), await counts(1000)], ['code 1', 'code 1205']);
  await sandbox.plan('token', 'silence');
  const silent = { call: 'token', fault: 'silence', delay: 0, ends: 'silence', status: 0, contentType: null, code: null };
  assert.deepEqual(await ask(TOKEN.replace(/^/, '/')), { ...silent, body: new Uint8Array() });
  assert.deepEqual([(await ask('/')).call, (await ask('/')).status], [null, 404]);
});
