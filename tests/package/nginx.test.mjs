// The package's nginx configuration in a real nginx: what goes through to the broker, what does not, and that nothing of a body is
// written down on the way.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import test from 'node:test';
import { example } from 'mohurd-ecert';
import { Gateway } from 'mohurd-ecert/gateway';
import { ACCEPTED, PREVIEW, SUBMIT, broker, noSecret, platform, refused } from './broker-support.mjs';
import { PORTAL, put, serve } from './nginx-support.mjs';

/** A server on loopback, until the test ends. */
async function upstream(t, handler) {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => (server.closeAllConnections(), server.close()));
  return Object.assign(server, { port: server.address().port });
}

/** nginx before a broker before a platform. */
async function chain(t, { at = platform(), change, settings } = {}) {
  const heard = [];
  const { node } = broker(at, { origins: [PORTAL], ...settings });
  const server = await upstream(t, (request, response) => (heard.push(request), node(request, response)));
  return { at, heard, server, ...(await serve(t, { upstream: server.port, change })) };
}

/** An answer in short: each has the headers of every answer, once. */
function told({ status, headers, text }) {
  assert.equal(headers['content-type'], 'application/json; charset=utf-8');
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  noSecret(text + JSON.stringify(headers));
  return [status, JSON.parse(text)];
}

/** The package's gateway in a page behind that nginx. */
const page = (ask) =>
  new Gateway({
    baseUrl: `${PORTAL}/ecert`,
    retry: { attempts: 1 },
    transport: async ({ method, url, headers, body }) => {
      const { text, ...answer } = await ask({ method, path: new URL(url).pathname, headers, body });
      return { ...answer, body: text };
    },
  });
const submit = async (gateway) => (await gateway.submit('special', [example('special')], { today: null })).outcomes[0];

test('both calls go through, byte for byte, and the portal\'s pages are served', async (t) => {
  const { ask, at, heard, written } = await chain(t);
  assert.deepEqual(told(await ask({ body: SUBMIT })), [200, JSON.parse(ACCEPTED)]);
  assert.deepEqual(told(await ask({ path: '/ecert/preview', body: [PREVIEW.slice(0, 40), PREVIEW.slice(40)] })), [200, JSON.parse(ACCEPTED)]);
  assert.deepEqual(at.submissions().map(({ body }) => body), [SUBMIT, PREVIEW]);
  assert.deepEqual(heard.map(({ url }) => url), ['/ecert/submit', '/ecert/preview']);
  assert.match((await ask({ method: 'GET', path: '/' })).text, /<title>portal/);
  const { status, headers } = await ask({ method: 'GET', path: '/elsewhere' });
  assert.deepEqual([status, headers['content-type']], [404, 'text/html'], 'the portal\'s own 404');
  const lines = (await written()).access.map((line) => line.replace(/\[\S+\]/, '[time]').replace(/ [\d.]+$/, ' seconds'));
  assert.ok(lines.includes('127.0.0.1 [time] POST /ecert/submit 200 seconds'), lines.join());
});

const own = (headers) => ({ body: SUBMIT, headers });
const REFUSED = [
  ['GET', 405, { method: 'GET' }],
  ['PUT', 405, { method: 'PUT', body: SUBMIT }],
  ['OPTIONS', 405, { method: 'OPTIONS' }],
  ['a page of another origin', 403, own({ origin: 'https://other.example.cn' })],
  ['a page of an origin that begins alike', 403, own({ origin: `${PORTAL}.other.cn` })],
  ['a page of an origin that ends alike', 403, own({ origin: 'https://other.cn/https://portal.example.cn' })],
  ['a page over http', 403, own({ origin: 'http://portal.example.cn' })],
  ['a page without an origin', 403, own({ origin: 'null' })],
  ['a page that hides where it is from', 403, own({ origin: undefined, 'sec-fetch-site': 'cross-site' })],
  ['a neighbour that hides it', 403, own({ origin: undefined, 'sec-fetch-site': 'same-site' })],
  ['a page that lies about it', 403, own({ origin: undefined, 'sec-fetch-site': 'same-origin x' })],
  ['a form', 415, own({ 'content-type': 'application/x-www-form-urlencoded' })],
  ['what a form could send', 415, own({ 'content-type': 'text/plain;application/json' })],
  ['no media type', 415, own({ 'content-type': undefined })],
  ['another path below', 404, { path: '/ecert/token', body: SUBMIT }],
  ['a path below a call', 404, { path: '/ecert/submit/x', body: SUBMIT }],
  ['the folder', 404, { path: '/ecert/', method: 'GET' }],
  ['a body over the limit, by its length', 413, { body: Buffer.alloc(8 * 1024 * 1024 + 1, ' ') }],
];

test('what is not the portal\'s is refused here', async (t) => {
  const { ask, heard } = await chain(t);
  for (const [name, status, request] of REFUSED) {
    await t.test(name, async () => assert.deepEqual(told(await ask(request)), refused(status)));
  }
  assert.equal(heard.length, 0);
});

test('a body that grows over the limit is refused, and submits nothing', async (t) => {
  const { ask, at } = await chain(t);
  const piece = Buffer.alloc(1024 * 1024, ' ');
  assert.deepEqual(told(await ask({ body: Array.from({ length: 9 }, () => piece) })), refused(413));
  assert.deepEqual(at.seen, []);
});

test('programs, and browsers that leave one header out, are let through', async (t) => {
  const { ask } = await chain(t);
  for (const headers of [{ origin: undefined }, { origin: undefined, 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'same-origin' }]) {
    assert.equal((await ask(own(headers))).status, 200, JSON.stringify(headers));
  }
});

test('the page\'s gateway reads what it must: an outcome, a refusal of the broker, one of nginx, and that nobody can tell', async (t) => {
  let submission = () => ({ status: 200, body: ACCEPTED });
  const { ask, server } = await chain(t, { at: platform((request) => submission(request)) });
  assert.equal((await submit(page(ask))).state, 'accepted');
  submission = () => ({ status: 200, body: '{"code":1211,"message":"x","data":null}' });
  const passed = await submit(page(ask));
  assert.deepEqual([passed.state, passed.failure.cause, passed.failure.code], ['not-sent', 'code', 1211]);
  const foreign = await submit(page((request) => ask({ ...request, headers: { ...request.headers, origin: 'https://other.example.cn' } })));
  assert.deepEqual([foreign.state, foreign.failure.cause, foreign.failure.code], ['not-sent', 'broker', 403]);
  server.closeAllConnections();
  server.close();
  const down = await ask({ body: SUBMIT });
  assert.deepEqual(told(down), [502, { failure: { call: 'submit', cause: 'broken', code: null } }]);
  assert.deepEqual([(await submit(page(ask))).state, (await submit(page(ask))).failure.cause], ['unknown', 'broken']);
});

test('a broker that gives no answer, or a cut one, is told apart', async (t) => {
  const server = await upstream(t, (request, response) => request.resume().on('end', () => request.url.endsWith('submit') && response.destroy()));
  const { ask } = await serve(t, { upstream: server.port, change: (text) => put(text, 'proxy_read_timeout       20s;', 'proxy_read_timeout 100ms;') });
  assert.deepEqual(told(await ask({ body: SUBMIT })), [502, { failure: { call: 'submit', cause: 'broken', code: null } }]);
  assert.deepEqual(told(await ask({ path: '/ecert/preview', body: PREVIEW })), [504, { failure: { call: 'preview', cause: 'timeout', code: null } }]);
});

test('a page that is gone ends the call to the platform', async (t) => {
  let ended;
  const end = new Promise((resolve) => (ended = resolve));
  let reached;
  const reach = new Promise((resolve) => (reached = resolve));
  const { port } = await chain(t, { at: platform(({ signal }) => (reached(), new Promise(() => signal.addEventListener('abort', () => ended())))) });
  const asked = httpsRequest({ host: '127.0.0.1', port, method: 'POST', path: '/ecert/submit', headers: { origin: PORTAL, 'content-type': 'application/json' }, rejectUnauthorized: false });
  asked.on('error', () => undefined).end(SUBMIT);
  await reach;
  asked.destroy();
  await end;
});

test('nothing of a body, a reply or a query is written down', async (t) => {
  const long = JSON.stringify({ ReturnCode: '0', ReturnMsg: 'PLANTED_REPLY '.repeat(450_000) });
  const { ask, written, server, at } = await chain(t, { at: platform(() => ({ status: 200, body: long })) });
  const large = SUBMIT.replace(/^\{/, `{"extra":"${'PLANTED_BODY '.repeat(300_000)}",`);
  const headers = { cookie: 'PLANTED_COOKIE', referer: `${PORTAL}/PLANTED_PAGE` };
  const path = '/ecert/submit?name=PLANTED_QUERY';
  // A page that is slow to read: what would be put into a file for it is put there meanwhile.
  assert.equal((await ask({ path, body: large, headers, lag: 300 })).text, long);
  assert.equal((await ask({ path, body: [large.slice(0, 2e6), large.slice(2e6)], headers })).text, long);
  assert.deepEqual(at.submissions().map(({ body }) => body === large), [true, true]);
  await ask({ path, body: SUBMIT, headers: { origin: 'https://PLANTED-ORIGIN.cn' } });
  server.closeAllConnections();
  server.close();
  await ask({ body: 'PLANTED_BODY' });
  const { access, errors, temp } = await written();
  assert.equal(access.filter((line) => line.includes('/ecert/submit')).length, 4);
  assert.match(errors, /Connection refused/);
  assert.doesNotMatch(access.join() + errors, /PLANTED|temporary file/i);
  assert.deepEqual(temp, []);
});
