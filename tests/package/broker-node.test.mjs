// The broker behind Node's http and behind Express, asked over loopback: by the package's own gateway, and by hand where a
// well-behaved client would not do.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { Agent, createServer, request as httpRequest } from 'node:http';
import http2 from 'node:http2';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import test from 'node:test';
import express5 from 'express';
import express4 from 'express4';
import { example } from 'mohurd-ecert';
import { Gateway } from 'mohurd-ecert/gateway';
import { ACCEPTED, PREVIEW, SUBMIT, broker, platform, refused, told } from './broker-support.mjs';

/** Serves on loopback until the test ends. */
async function serve(t, handler) {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => (server.closeAllConnections(), server.close()));
  return server.address().port;
}

const post = (port, path, body, headers = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json', ...headers } });

const SERVERS = [
  ['Node http', (one) => one.node],
  ['Express 5', (one) => express5().use(one.node)],
  ['Express 4', (one) => express4().use(one.node)],
  ['Express 5, below a path', (one) => express5().use('/ecert', one.node)],
  ['Express 4, after express.json()', (one) => express4().use(express4.json(), one.node)],
  ['Express 5, after express.json()', (one) => express5().use(express5.json(), one.node)],
  ['Express 5, after express.text()', (one) => express5().use(express5.text({ type: '*/*' }), one.node)],
  ['Express 5, after express.raw()', (one) => express5().use(express5.raw({ type: '*/*' }), one.node)],
];

for (const [name, server] of SERVERS) {
  test(`${name}: both calls pass, and what is refused is refused`, async (t) => {
    const at = platform();
    const port = await serve(t, server(broker(at)));
    assert.deepEqual(await told(await post(port, '/ecert/submit?x=1', SUBMIT)), [200, JSON.parse(ACCEPTED)]);
    assert.deepEqual(await told(await post(port, '/ecert/preview', PREVIEW)), [200, JSON.parse(ACCEPTED)]);
    assert.deepEqual(at.submissions().map(({ body }) => body), [SUBMIT, PREVIEW]);
    assert.deepEqual(await told(await post(port, '/ecert/submit', PREVIEW)), refused(400));
    assert.deepEqual(await told(await post(port, '/ecert/submit', SUBMIT, { origin: 'https://other.test' })), refused(403));
    assert.deepEqual(await told(await post(port, '/ecert/submit', SUBMIT, { 'content-type': 'text/csv' })), refused(415));
    assert.deepEqual(await told(await fetch(`http://127.0.0.1:${port}/ecert/submit`)), refused(405));
    assert.equal(at.submissions().length, 2);
  });
}

test('Node http2: a call passes', async (t) => {
  const at = platform();
  const server = http2.createServer(broker(at).node).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const session = http2.connect(`http://127.0.0.1:${server.address().port}`);
  t.after(() => (session.destroy(), server.close()));
  const send = async (origin) => {
    const stream = session.request({ ':method': 'POST', ':path': '/ecert/submit', ':authority': 'portal.test', 'content-type': 'application/json', origin });
    const headers = once(stream, 'response');
    stream.end(SUBMIT);
    const [[{ ':status': status }], text] = await Promise.all([headers, stream.setEncoding('utf8').toArray()]);
    return [status, JSON.parse(text.join(''))];
  };
  assert.deepEqual(await send('https://portal.test'), [200, JSON.parse(ACCEPTED)]);
  assert.deepEqual(await send('https://other.test'), refused(403));
  assert.equal(at.submissions().length, 1);
});

test('another path is the next one\'s, and nobody\'s where there is none', async (t) => {
  const app = express5().use(broker().node).use((_, response) => response.status(418).end());
  assert.equal((await post(await serve(t, app), '/ecert/other', SUBMIT)).status, 418);
  assert.deepEqual(await told(await post(await serve(t, broker().node), '/ecert/other', SUBMIT)), refused(404));
});

test('the package\'s gateway submits through it, and reads a failure as its own', async (t) => {
  let submission = () => ({ status: 200, body: ACCEPTED });
  const at = platform((request) => submission(request));
  const port = await serve(t, broker(at).node);
  const gateway = new Gateway({ baseUrl: `http://127.0.0.1:${port}/ecert`, retry: { attempts: 1 } });
  const one = async () => (await gateway.submit('special', [example('special')], { today: null })).outcomes[0];
  assert.deepEqual([(await one()).state, (await one()).encryCertid], ['accepted', 'AB']);
  submission = () => ({ status: 200, body: '{"code":1211,"message":"x","data":null}' });
  const { state, failure } = await one();
  assert.deepEqual([state, failure.call, failure.cause, failure.code, failure.notReceived], ['not-sent', 'submit', 'code', 1211, true]);
  submission = () => ({ status: 500, body: '' });
  assert.deepEqual([(await one()).state, (await one()).failure.cause], ['unknown', 'status']);
  const wrong = new Gateway({ baseUrl: `http://127.0.0.1:${port}/elsewhere` });
  const [outcome] = (await wrong.submit('special', [example('special')], { today: null })).outcomes;
  assert.deepEqual([outcome.state, outcome.failure.cause, outcome.failure.code], ['not-sent', 'broker', 404]);
});

test('a page that is gone ends the call to the platform', async (t) => {
  const page = new AbortController();
  const at = platform(({ signal }) => new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('ended')));
    page.abort();
    signal.addEventListener('abort', () => ended());
  }));
  let ended;
  const end = new Promise((resolve) => (ended = resolve));
  const port = await serve(t, broker(at).node);
  const request = httpRequest({ port, host: '127.0.0.1', path: '/ecert/submit', method: 'POST', signal: page.signal, headers: { 'content-type': 'application/json' } });
  request.on('error', () => undefined).end(SUBMIT);
  await end;
  assert.equal((await post(port, '/elsewhere', SUBMIT)).status, 404, 'it still answers');
});

test('a page that is gone before its body has come asks nothing of the platform', async (t) => {
  const at = platform();
  const { node } = broker(at);
  let answered;
  const answer = new Promise((resolve) => (answered = resolve));
  const port = await serve(t, (request, response) => {
    node(request, response);
    response.end = (text) => answered([response.statusCode, JSON.parse(text)]);
    request.once('data', () => socket.destroy());
  });
  const socket = connect(port, '127.0.0.1');
  socket.write(`POST /ecert/submit HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"certType"`);
  assert.deepEqual(await answer, refused(400));
  assert.deepEqual(at.seen, []);
});

/** Sends by hand, over one connection that is used again. */
function again(t, port) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  t.after(() => agent.destroy());
  return async (headers, ...chunks) => {
    const request = httpRequest({ port, agent, host: '127.0.0.1', path: '/ecert/submit', method: 'POST', headers: { 'content-type': 'application/json', ...headers } });
    const answered = once(request, 'response');
    for (const chunk of chunks) request.write(chunk);
    request.end();
    const [response] = await answered;
    response.resume();
    await once(response, 'end');
    return [response.statusCode, request.reusedSocket];
  };
}

test('a connection can be used again after each refusal', async (t) => {
  const port = await serve(t, broker(platform(), { maxBytes: 100_000 }).node);
  const send = again(t, port);
  const long = Buffer.alloc(90_000, ' ');
  assert.deepEqual(await send({}, SUBMIT), [200, false]);
  assert.deepEqual(await send({ 'content-length': 180_000 }, long, long), [413, true], 'by its length, unread');
  assert.deepEqual(await send({}, long, long, long, long), [413, true], 'by the stream, read in part');
  assert.deepEqual(await send({ origin: 'https://other.test' }, long, long), [403, true], 'by its head, unread');
  assert.deepEqual(await send({}, SUBMIT), [200, true]);
});

test('a body in many pieces is put together, also within a character', async (t) => {
  const at = platform();
  const port = await serve(t, broker(at).node);
  const bytes = Buffer.from(SUBMIT);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) => bytes.subarray(7 * index, 7 * index + 7));
  assert.deepEqual(await again(t, port)({}, ...pieces), [200, false]);
  assert.equal(at.submissions()[0].body, SUBMIT);
});

test('no more is read ahead than is asked for', async () => {
  let read = 0;
  const request = new Readable({ highWaterMark: 1, read() { this.push(read++ < 100 ? Buffer.alloc(1000, ' ') : null); } });
  Object.assign(request, { method: 'POST', url: '/ecert/submit', headers: { 'content-type': 'application/json' } });
  const response = Object.assign(new EventEmitter(), { setHeader() {} });
  const ended = new Promise((end) => Object.assign(response, { end }));
  const pauses = [];
  request.pause = () => (pauses.push(read), Readable.prototype.pause.call(request));
  broker(platform(), { maxBytes: 5000 }).node(request, response);
  await ended;
  assert.equal(response.statusCode, 413);
  assert.ok(pauses.length >= 5 && pauses[4] < 12, `paused after ${pauses} chunks`);
});

test('the portal is told the whole address', async (t) => {
  const seen = [];
  const port = await serve(t, broker(platform(), { authorize: ({ url }) => (seen.push(url), true) }).node);
  await post(port, '/ecert/submit?x=1', SUBMIT);
  assert.deepEqual(seen, [`http://127.0.0.1:${port}/ecert/submit?x=1`]);
});

test('a host and a target that are none lead nowhere', async (t) => {
  const at = platform();
  const port = await serve(t, broker(at).node);
  const targets = [['/other', 'x/ecert/submit?'], ['*', 'x'], ['*x/ecert/submit', 'x'], ['//x/ecert/submit', 'x'], ['http://x/ecert/submit', 'x'], ['/ecert/other', ':::']];
  for (const [target, host] of targets) {
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST ${target} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`);
    let text = '';
    for await (const chunk of socket) text += chunk;
    assert.match(text, /^HTTP\/1\.1 404 /, target);
  }
  assert.deepEqual(at.seen, []);
});
