// What the broker does not pass on: each is answered with its status, and the platform hears of none.
import assert from 'node:assert/strict';
import test from 'node:test';
import { buildRequest, example } from 'mohurd-ecert';
import { createBroker } from 'mohurd-ecert/broker';
import { ACCEPTED, KEY, PREVIEW, SUBMIT, SYSTEM, asked, broker, platform, refused, told } from './broker-support.mjs';
import { refusal } from './support.mjs';

const safety = buildRequest('safety', [example('safety')], { today: null });
const body = (value) => ({ body: JSON.stringify(value) });
const listed = { origins: ['https://portal.test', 'http://10.0.0.1:8080'] };

const REFUSED = [
  ['a path that is no call', 404, { path: '/ecert/token' }],
  ['the prefix alone', 404, { path: '/ecert' }],
  ['a path below a call', 404, { path: '/ecert/submit/' }],
  ['a path that reads like a call', 404, { path: '/ecert/%73ubmit' }],
  ['another prefix', 404, { path: '/submit' }],
  ['the default prefix where there is another', 404, {}, { prefix: '/api/ecert' }],
  ['GET', 405, { method: 'GET' }],
  ['PUT', 405, { method: 'PUT' }],
  ['OPTIONS', 405, { method: 'OPTIONS' }],
  ['a page of another host', 403, { headers: { origin: 'https://other.test' } }],
  ['a page of another port', 403, { headers: { origin: 'https://portal.test:8443' } }],
  ['a page of a host below', 403, { headers: { origin: 'https://a.portal.test' } }],
  ['a page without an origin', 403, { headers: { origin: 'null' } }],
  ['an origin that is none', 403, { headers: { origin: 'portal.test' } }],
  ['another site that hides its origin', 403, { headers: { origin: undefined, 'sec-fetch-site': 'cross-site' } }],
  ['a neighbour that hides its origin', 403, { headers: { origin: undefined, 'sec-fetch-site': 'same-site' } }],
  ['a name that leads here from another site', 403, { headers: { 'sec-fetch-site': 'cross-site' } }],
  ['an origin that is not listed', 403, { headers: { origin: 'https://other.test', host: 'other.test' } }, listed],
  ['a listed origin by another scheme', 403, { headers: { origin: 'http://portal.test' } }, listed],
  ['another site that hides its origin from a list', 403, { headers: { origin: undefined, 'sec-fetch-site': 'cross-site' } }, listed],
  ['somebody whom the portal does not know', 401, {}, { authorize: () => false }],
  ['somebody of whom the portal says something else than true', 401, {}, { authorize: async () => 'yes' }],
  ['somebody at whom the portal fails', 500, {}, { authorize: () => { throw new Error(KEY); } }],
  ['somebody at whom the portal fails later', 500, {}, { authorize: async () => { throw new Error(KEY); } }],
  ['no media type', 415, { headers: { 'content-type': undefined }, body: new TextEncoder().encode(SUBMIT) }],
  ['a form', 415, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['what a form could send', 415, { headers: { 'content-type': 'text/plain; application/json' } }],
  ['another character set', 415, { headers: { 'content-type': 'application/json; charset=gbk' } }],
  ['a compressed body', 415, { headers: { 'content-encoding': 'gzip' } }],
  ['a length over the limit', 413, { headers: { 'content-length': '1000001' } }, { maxBytes: 1_000_000 }],
  ['no body', 400, { body: null }],
  ['an empty body', 400, { body: '' }],
  ['cut JSON', 400, { body: SUBMIT.slice(0, -1) }],
  ['JSON and something behind it', 400, { body: `${SUBMIT}{}` }],
  ['what is not UTF-8', 400, { body: Buffer.from(SUBMIT).fill(0xff, SUBMIT.search(/\p{Script=Han}/u), SUBMIT.search(/\p{Script=Han}/u) + 3) }],
  ['an array', 400, { body: `[${SUBMIT}]` }],
  ['a text', 400, body('x')],
  ['null', 400, body(null)],
  ['an object of nothing', 400, body({})],
  ['a kind without its block', 400, body({ certType: '1' })],
  ['a block without certType', 400, body({ ...safety, certType: undefined })],
  ['a certType that is none', 400, body({ ...safety, certType: '9' })],
  ['an empty list', 400, body({ certType: '1', safeCertParameter: { acceptData: [] } })],
  ['a list that is none', 400, body({ certType: '1', safeCertParameter: { acceptData: {} } })],
  ['an entry that is no record', 400, body({ certType: '1', safeCertParameter: { acceptData: [1] } })],
  ['a second block with records', 400, { body: JSON.stringify({ ...safety, managerCertParameter: { AcceptData: [{}] } }) }],
  ['a preview by the way of certificates', 400, { body: PREVIEW }],
  ['certificates by the way of a preview', 400, { path: '/ecert/preview' }],
];

for (const [name, status, request, settings] of REFUSED) {
  test(`not passed on: ${name}`, async () => {
    const at = platform();
    const response = await broker(at, settings).handle(asked(request));
    assert.equal(response.headers.get('allow'), status === 405 ? 'POST' : null);
    assert.deepEqual(await told(response), refused(status));
    assert.deepEqual(at.seen, []);
  });
}

test('a body that grows over the limit is read no further', async () => {
  const at = platform();
  let pulled = 0;
  let cancelled = false;
  const endless = new ReadableStream({
    pull: (stream) => (pulled++, stream.enqueue(new Uint8Array(1000).fill(0x20))),
    cancel: () => void (cancelled = true),
  });
  assert.deepEqual(await told(await broker(at, { maxBytes: 5000 }).handle(asked({ body: endless }))), refused(413));
  assert.ok(cancelled && pulled < 10, `${pulled} chunks`);
  assert.deepEqual(at.seen, []);
});

test('a body of just the limit passes', async () => {
  const limit = new TextEncoder().encode(SUBMIT).length;
  assert.deepEqual(await told(await broker(platform(), { maxBytes: limit }).handle(asked())), [200, JSON.parse(ACCEPTED)]);
  assert.deepEqual(await told(await broker(platform(), { maxBytes: limit - 1 }).handle(asked())), refused(413));
});

test('a body that ends early, or was read before, is none', async () => {
  const cut = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode(SUBMIT.slice(0, 50))), pull: (stream) => stream.error(new Error('cut')) });
  assert.deepEqual(await told(await broker().handle(asked({ body: cut }))), refused(400));
  const read = asked();
  await read.text();
  assert.deepEqual(await told(await broker().handle(read)), refused(400));
});

test('the portal is asked without the body, and only where the rest is right', async () => {
  const seen = [];
  const authorize = async (request) => (seen.push([request.method, request.url, request.headers.get('cookie'), request.body]), true);
  const one = broker(platform(), { authorize });
  assert.equal((await one.handle(asked({ headers: { cookie: 'session=1' } }))).status, 200);
  assert.equal((await one.handle(asked({ headers: { origin: 'https://other.test' } }))).status, 403);
  assert.deepEqual(seen, [['POST', 'https://portal.test/ecert/submit', 'session=1', null]]);
});

test('a call that nobody is named for is none', async () => {
  const settings = { systemId: undefined, key: undefined, interfaces: { preview: { systemId: SYSTEM, key: KEY } } };
  const [at, one] = [platform(), (at) => broker(at, settings)];
  assert.deepEqual(await told(await one(at).handle(asked())), refused(404));
  assert.deepEqual(at.seen, []);
  assert.equal((await one(at).handle(asked({ path: '/ecert/preview', body: PREVIEW }))).status, 200);
});

test('malformed settings are named, and never shown', () => {
  const good = { baseUrl: 'https://platform.test', systemId: SYSTEM, key: KEY };
  const named = [
    [undefined, 'settings'], [null, 'settings'], [{ ...good, origin: 'https://portal.test' }, 'origins'],
    [{ ...good, dangerouslyAllowKeyInBrowser: true }, 'settings'], [{ baseUrl: good.baseUrl }, 'systemId'],
    [{ ...good, key: undefined }, 'key'], [{ ...good, baseUrl: 'platform' }, 'baseUrl'], [{ ...good, interfaces: 1 }, 'interfaces'],
    ...['ecert', '/ecert/', '/', '/a b', '/a?b', 1].map((prefix) => [{ ...good, prefix }, 'prefix']),
    ...['https://portal.test', ['portal.test'], ['https://portal.test/'], ['https://PORTAL.test'], ['https://portal.test:443'], ['*'], ['null'], [1]]
      .map((origins) => [{ ...good, origins }, 'origins']),
    ...[0, 1.5, '1', NaN].map((maxBytes) => [{ ...good, maxBytes }, 'maxBytes']),
    [{ ...good, authorize: true }, 'authorize'],
  ];
  for (const [settings, name] of named) assert.match(refusal(() => createBroker(settings), KEY), new RegExp(name), JSON.stringify(settings));
});
