// Whatever a transport or a fetch does, the call ends with a typed failure, and the next one works.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import test, { after, afterEach, before } from 'node:test';
import { Gateway } from 'mohurd-ecert/gateway';
import { KEY, SERVER, TOKEN, failureOf, json, over, records, states } from './gateway-support.mjs';
import { OPTIONS } from './support.mjs';

const LIMIT = 8 * 1024 * 1024;
const GOOD = () => json({ code: 1, data: { token: TOKEN } });
const throwing = (name) => Object.defineProperty({ status: 200, headers: {}, body: '{}' }, name, { get() { throw new Error('planted'); } });
const reader = (read, more = {}) => ({ status: 200, body: { getReader: () => ({ read, ...more }) } });
const stream = (pull) => ({ status: 200, body: new ReadableStream({ pull }) });
const liar = () => Object.assign(Promise.resolve(GOOD()), { then() { throw new Error('planted'); } });

/** What a transport does, and the cause that follows. */
const TRANSPORTS = {
  'throws': [() => { throw new Error('planted'); }, 'broken'],
  'throws nothing at all': [() => { throw undefined; }, 'broken'],
  'rejects': [() => Promise.reject(new TypeError('planted')), 'broken'],
  'rejects with nothing': [() => Promise.reject(), 'broken'],
  'rejects with an error whose getter throws': [() => Promise.reject(throwing('notReceived')), 'broken'],
  'says that nothing was sent': [() => Promise.reject(Object.assign(new Error('x'), { notReceived: true })), 'unreachable'],
  'throws that nothing was sent': [() => { throw { notReceived: true }; }, 'unreachable'],
  'says so with something else than true': [() => Promise.reject({ notReceived: 'yes' }), 'broken'],
  'answers with undefined': [() => undefined, 'no-response'],
  'answers with null': [async () => null, 'no-response'],
  'answers with a text': [async () => '{"code":1}', 'no-response'],
  'answers with a plain object': [async () => ({}), 'no-response'],
  'answers with a function': [async () => () => {}, 'no-response'],
  'answers with a status that is a text': [async () => ({ status: '200', body: '{}' }), 'no-response'],
  'answers with a status that is none': [async () => ({ status: 99, body: '{}' }), 'no-response'],
  'answers with a status that is no whole number': [async () => ({ status: 200.5, body: '{}' }), 'no-response'],
  'answers without a body': [async () => ({ status: 200 }), 'no-response'],
  'answers with a body that is null': [async () => ({ status: 200, body: null }), 'empty'],
  'answers with a number as body': [async () => ({ status: 200, body: 5 }), 'no-response'],
  'answers with an object as body': [async () => ({ status: 200, body: { byteLength: 3 } }), 'no-response'],
  'answers with a detached buffer': [async () => { const body = new ArrayBuffer(8); structuredClone(body, { transfer: [body] }); return { status: 200, body }; }, 'no-response'],
  'has a status that throws': [async () => throwing('status'), 'no-response'],
  'has headers that throw': [async () => ({ ...GOOD(), headers: { get() { throw new Error('planted'); } } }), null],
  'has a getter of headers that throws': [async () => Object.defineProperty(GOOD(), 'headers', { get() { throw new Error('planted'); } }), null],
  'has a body that throws': [async () => throwing('body'), 'no-response'],
  'is a revoked proxy': [async () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return { status: 200, body: proxy }; }, 'no-response'],
  'answers with a thenable that throws': [() => ({ then() { throw new Error('planted'); } }), 'broken'],
  'answers with a thenable whose then throws': [() => Object.defineProperty({}, 'then', { get() { throw new Error('planted'); } }), 'broken'],
  'answers with a promise that is none': [liar, 'broken'],
  'answers with a thenable': [() => ({ then: (settle) => settle(GOOD()) }), null],
  'answers at once': [GOOD, null],
  'answers with bytes': [() => ({ ...GOOD(), body: Buffer.from(GOOD().body) }), null],
  'answers with a view of some of them': [() => ({ ...GOOD(), body: new DataView(Uint8Array.from(Buffer.from(`xx${GOOD().body}`)).buffer, 2) }), null],
  'answers with a buffer': [() => ({ ...GOOD(), body: Uint8Array.from(Buffer.from(GOOD().body)).buffer }), null],
  'answers with a Response': [async () => new Response(GOOD().body), null],
  'answers with a Response that was read': [async () => { const response = new Response('x'); await response.text(); return response; }, 'broken'],
  'has a body that cannot be read': [() => ({ status: 200, body: { getReader() { throw new Error('planted'); } } }), 'broken'],
  'has a reader that throws': [() => reader(() => { throw new Error('planted'); }), 'broken'],
  'has a reader that rejects': [() => reader(() => Promise.reject()), 'broken'],
  'has a reader that answers with nothing': [() => reader(() => undefined), 'broken'],
  'has a reader that gives texts': [() => reader(() => ({ done: false, value: 'x' })), 'no-response'],
  'has a body that breaks off': [() => stream((controller) => controller.error(new Error('planted'))), 'broken'],
  'has a body without an end': [() => stream((controller) => controller.enqueue(new Uint8Array(1 << 20))), 'too-long'],
  'has a body without an end that cannot be cancelled': [
    () => reader(() => ({ done: false, value: new Uint8Array(1 << 22) }), { cancel: () => Promise.reject(new Error('planted')) }), 'too-long',
  ],
  'has a body that is too long': [() => ({ status: 200, body: ' '.repeat(LIMIT + 1) }), 'too-long'],
  'has bytes that are too long': [() => ({ status: 200, body: new Uint8Array(LIMIT + 1) }), 'too-long'],
  'announces a body that is too long': [() => ({ ...GOOD(), headers: { 'content-length': String(LIMIT + 1) } }), 'too-long'],
  'answers with a page': [() => ({ status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>' }), 'page'],
  'answers with what its headers call a page': [() => ({ status: 200, headers: new Headers({ 'content-type': 'text/html' }), body: 'x' }), 'page'],
  'answers with no UTF-8': [() => ({ status: 200, body: Uint8Array.of(0x22, 0xff, 0x22) }), 'encoding'],
  'answers with 500': [() => ({ status: 500, body: '' }), 'status'],
  'never answers': [() => new Promise(() => {}), 'timeout'],
  'answers with a body that never ends': [() => reader(() => new Promise(() => {})), 'timeout'],
  'gives a token with a line break': [() => json({ code: 1, data: { token: 'a\r\nplanted: 1' } }), 'header'],
};

for (const [name, [transport, cause]] of Object.entries(TRANSPORTS)) {
  test(`a transport that ${name}`, async () => {
    let fault = transport;
    let signal;
    const { gateway } = over(
      { token: (request) => { signal = request.signal; return fault === GOOD ? GOOD() : fault(); } },
      { timeoutMs: cause === 'timeout' ? 40 : 20_000 },
    );
    if (cause === null) assert.equal((await gateway.token()).token, TOKEN);
    else {
      const failure = await failureOf(gateway.token());
      assert.deepEqual([failure.call, failure.cause], ['token', cause]);
      assert.ok(!JSON.stringify(failure).includes('planted'));
    }
    if (cause === 'timeout' || cause === 'too-long') assert.ok(signal.aborted, 'nobody waits any more');
    if (cause === null) assert.ok(!signal.aborted);
    fault = GOOD;
    assert.equal((await gateway.token()).token, TOKEN, 'the next call works');
  });
}

test('what happens to a submission leaves its record in doubt, unless certainly nothing was sent', async () => {
  for (const [transport, cause] of Object.values(TRANSPORTS).filter(([, cause]) => cause && !['timeout', 'header'].includes(cause))) {
    const { gateway } = over({ submit: transport });
    const report = await gateway.submit('safety', records(1), OPTIONS);
    assert.deepEqual([states(report), report.outcomes[0].failure?.cause], [[cause === 'unreachable' ? 'not-sent' : 'unknown'], cause]);
    assert.ok(!JSON.stringify(report).includes('planted'));
  }
});

test('after several calls without an answer the rest is not sent', async () => {
  const { gateway, names } = over({ submit: () => Promise.reject({ notReceived: true }) });
  const report = await gateway.submit('safety', records(100), OPTIONS);
  assert.equal(report.counts['not-sent'], 100);
  assert.ok(names().length < 10);
  assert.equal(report.outcomes[99].failure.cause, 'given-up');
});

// From here on by the global fetch.

const own = Object.fromEntries(['fetch', 'Request', 'Response', 'Headers', 'AbortController'].map((name) => [name, globalThis[name]]));
afterEach(() => Object.assign(globalThis, own));

let server;
let base;
const seen = [];
before(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    const path = new URL(request.url, 'http://x').pathname;
    if (path.startsWith('/redirect')) return response.writeHead(302, { location: `${base}/elsewhere` }).end();
    if (path.startsWith('/break')) return response.destroy();
    if (path.startsWith('/cut')) return response.writeHead(200, { 'content-length': 50 }).write('{', () => response.destroy());
    if (path.startsWith('/endless')) {
      const more = () => { while (!response.destroyed && response.write(Buffer.alloc(1 << 16, 0x20))); };
      response.on('drain', more).on('close', () => server.emit('endless-ended'));
      return more();
    }
    if (path.startsWith('/silent')) return response.on('close', () => server.emit('silent-ended'));
    if (path.endsWith('/submit-here')) return response.end(JSON.stringify({ ReturnCode: 1 }));
    return response.end(JSON.stringify({ code: 1, data: { token: TOKEN, remoteAddr: `${base}/submit-here` } }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${server.address().port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const at = (path, settings = {}) => new Gateway({ ...SERVER, baseUrl: `${base}${path}`, ...settings });

test('by fetch: a token and a submission', async () => {
  seen.length = 0;
  const gateway = at('/');
  assert.deepEqual(states(await gateway.submit('safety', records(2), { ...OPTIONS, concurrency: 2 })), ['accepted', 'accepted']);
  const [token, ...submissions] = seen;
  assert.equal(new URL(token.url, base).searchParams.get('key'), KEY);
  assert.deepEqual(submissions.map(({ method, headers }) => [method, headers['g-i-access-token'], headers['g-i-system-id'], headers['content-type']]),
    Array(2).fill(['POST', TOKEN, 'system', 'application/json; charset=utf-8']));
});

test('by fetch: a redirect is not followed', async () => {
  seen.length = 0;
  const failure = await failureOf(at('/redirect').token());
  assert.deepEqual([failure.cause, failure.code, seen.length], ['status', 302, 1]);
});

test('by fetch: a connection that ends before or within the reply', async () => {
  assert.equal((await failureOf(at('/break').token())).cause, 'broken');
  assert.equal((await failureOf(at('/cut').token())).cause, 'broken');
});

test('by fetch: a reply without an end is read so far and no further', async () => {
  const ended = once(server, 'endless-ended');
  assert.equal((await failureOf(at('/endless').token())).cause, 'too-long');
  await ended;
});

test('by fetch: a call that takes too long is ended on the wire too', async () => {
  const ended = once(server, 'silent-ended');
  assert.equal((await failureOf(at('/silent', { timeoutMs: 60 }).token())).cause, 'timeout');
  await ended;
});

test('by fetch: where nobody listens, certainly nothing was received', async () => {
  const socket = createSocket().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  for (const host of ['127.0.0.1', 'localhost']) {
    const failure = await failureOf(new Gateway({ ...SERVER, baseUrl: `http://${host}:${port}` }).token());
    assert.deepEqual([failure.cause, failure.notReceived], ['unreachable', true]);
  }
  const report = await new Gateway({ baseUrl: `http://127.0.0.1:${port}`, retry: { attempts: 1 } }).submit('safety', records(1), OPTIONS);
  assert.deepEqual(states(report), ['not-sent']);
});

const error = (cause) => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause }));
const REFUSED = { code: 'ECONNREFUSED' };

/** What a fetch does, and the cause that follows. */
const FETCHES = {
  'is not there': [undefined, 'unreachable'],
  'is no function': [5, 'unreachable'],
  'throws': [() => { throw new Error('planted'); }, 'unreachable'],
  'rejects': [() => Promise.reject(new TypeError('planted')), 'broken'],
  'rejects with nothing': [() => Promise.reject(), 'broken'],
  'rejects because of a reset': [() => error({ code: 'ECONNRESET' }), 'broken'],
  'rejects because nobody listened': [() => error(REFUSED), 'unreachable'],
  'rejects because nobody listened at any address': [() => error({ errors: [REFUSED, { code: 'ENETUNREACH' }] }), 'unreachable'],
  'rejects with some other error among them': [() => error({ code: 'ECONNREFUSED', errors: [REFUSED, { code: 'ETIMEDOUT' }] }), 'broken'],
  'rejects with an error whose getter throws': [() => Promise.reject(throwing('cause')), 'broken'],
  'answers with a plain object': [async () => GOOD(), 'no-response'],
  'answers with undefined': [() => undefined, 'no-response'],
  'answers with a text': [async () => 'x', 'no-response'],
  'answers with something like a Response': [async () => Object.create(Response.prototype), 'no-response'],
  'answers with a promise that is none': [liar, 'broken'],
  'answers with a Response': [async () => new Response(GOOD().body), null],
  'answers with a Response at once': [() => new Response(GOOD().body), null],
  'answers with the Response of an error': [async () => Response.error(), 'no-response'],
  'never answers': [() => new Promise(() => {}), 'timeout'],
};

for (const [name, [fetch, cause]] of Object.entries(FETCHES)) {
  test(`a fetch that ${name}`, async () => {
    const gateway = at('/', { timeoutMs: cause === 'timeout' ? 40 : 20_000 });
    globalThis.fetch = fetch;
    if (cause === null) assert.equal((await gateway.token()).token, TOKEN);
    else assert.equal((await failureOf(gateway.token())).cause, cause);
    globalThis.fetch = own.fetch;
    assert.equal((await gateway.token()).token, TOKEN, 'the next call works');
  });
}

for (const name of ['Request', 'Headers', 'Response', 'AbortController']) {
  test(`without ${name} nothing is sent`, async () => {
    const gateway = at('/');
    globalThis[name] = undefined;
    const failure = await failureOf(gateway.token());
    Object.assign(globalThis, own);
    assert.equal(failure.cause, 'unreachable');
    assert.equal((await gateway.token()).token, TOKEN);
  });
}
