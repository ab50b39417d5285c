// What the broker passes on, and what it passes back: the gateway's reply, or the failure of the call; never a key or a token.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Gateway } from 'mohurd-ecert/gateway';
import { KEY, PREVIEW, SUBMIT, SYSTEM, TOKEN, ACCEPTED, asked, broker, noSecret, platform, told } from './broker-support.mjs';
import { BROWSER, child } from './child.mjs';

test('a submission goes on with token and system id, and nothing else of the request', async () => {
  const at = platform();
  const headers = { cookie: 'session=1', authorization: 'Bearer x', 'x-forwarded-for': '10.0.0.9' };
  assert.deepEqual(await told(await broker(at).handle(asked({ path: '/ecert/submit?a=b', headers }))), [200, JSON.parse(ACCEPTED)]);
  const [{ method, url, headers: sent, body }] = at.submissions();
  assert.deepEqual([method, url, body], ['POST', 'https://platform.test/gaia/1', SUBMIT]);
  const lower = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]));
  assert.deepEqual(lower, { 'g-i-access-token': TOKEN, 'g-i-system-id': SYSTEM, 'content-type': 'application/json; charset=utf-8' });
});

test('a preview goes its own way, below another prefix', async () => {
  const at = platform();
  const interfaces = { preview: { systemId: 'system-2', key: 'another-key', url: 'https://platform.test/preview/2' } };
  const one = broker(at, { interfaces, prefix: '/api/ecert' });
  assert.equal((await one.handle(asked({ path: '/api/ecert/preview', body: PREVIEW }))).status, 200);
  const [{ call, url, headers }] = at.submissions();
  assert.deepEqual([call, url, headers['G-I-System-Id']], ['preview', 'https://platform.test/preview/2', 'system-2']);
});

const LET_IN = [
  ['a page of the same host', { 'sec-fetch-site': 'same-origin' }],
  ['a page of the same host behind what ends TLS', { origin: 'http://portal.test' }],
  ['a default port that is written out', { host: 'portal.test:443' }],
  ['a program, which has neither header', { origin: undefined }],
  ['a browser that leaves the origin out', { origin: undefined, 'sec-fetch-site': 'same-origin' }],
  ['a media type with its character set', { 'content-type': 'Application/JSON; charset="UTF-8"' }],
  ['a listed origin, whatever the host is', { host: '127.0.0.1:3000' }, { origins: ['https://portal.test'] }],
  ['a program, where origins are listed', { origin: undefined }, { origins: ['https://portal.test'] }],
  ['somebody whom the portal knows', {}, { authorize: async () => true }],
];

for (const [name, headers, settings] of LET_IN) {
  test(`passed on: ${name}`, async () => {
    assert.equal((await broker(platform(), settings).handle(asked({ headers }))).status, 200);
  });
}

test('a refusal inside the reply is the reply', async () => {
  const reply = { ReturnCode: '0', ReturnMsg: '上传失败', ReturnData: { SuccessGuids: '', ErrorData: [{ ErrorGuid: '', ErrorMsg: '赋码已使用' }] } };
  const at = platform(() => ({ status: 200, body: JSON.stringify(reply) }));
  assert.deepEqual(await told(await broker(at).handle(asked())), [200, reply]);
});

const gone = Object.assign(new Error('no connection'), { notReceived: true });
const raised = (error) => () => { throw error; };
const FAILED = [
  ['no connection', raised(gone), 502, 'unreachable', null],
  ['a broken connection', raised(new Error(KEY)), 502, 'broken', null],
  ['a status', () => ({ status: 503, body: 'busy' }), 502, 'status', 503],
  ['a web page', () => ({ status: 200, body: `<html>${KEY}` }), 502, 'page', null],
  ['cut JSON', () => ({ status: 200, body: `{"ReturnCode":"1","x":"${TOKEN}` }), 502, 'json', null],
  ['an empty reply', () => ({ status: 200, body: '' }), 502, 'empty', null],
  ['a code of the platform', () => ({ status: 200, body: '{"code":1211,"message":"x","data":null}' }), 502, 'code', 1211],
  ['something else than a response', () => 'x', 502, 'no-response', null],
  ['no reply in time', () => new Promise(() => {}), 504, 'timeout', null],
];

for (const [name, submission, status, cause, code] of FAILED) {
  test(`a failure is passed back: ${name}`, async () => {
    const one = broker(platform(submission), { timeoutMs: 50 });
    assert.deepEqual(await told(await one.handle(asked())), [status, { failure: { call: 'submit', cause, code } }]);
  });
}

test('the failure of the token call is one of the call that failed', async () => {
  const transport = async ({ url }) => ({ status: 200, body: JSON.stringify({ code: 1000, message: `非法请求参数 ${url}`, data: null }) });
  assert.deepEqual(await told(await broker({ transport }).handle(asked())), [502, { failure: { call: 'token', cause: 'code', code: 1000 } }]);
});

test('keys and tokens in a reply are put out of sight, however they are written', async () => {
  const spelt = [KEY, encodeURIComponent(KEY), new URLSearchParams({ KEY }).toString().slice(4), JSON.stringify(KEY), TOKEN, `${TOKEN}!${TOKEN}`];
  const reply = { ReturnCode: '0', ReturnMsg: `denied ${spelt.join(' ')}`, [KEY]: [TOKEN, { [TOKEN]: KEY }], extra: spelt };
  const [status, said] = await told(await broker(platform(() => ({ status: 200, body: JSON.stringify(reply) }))).handle(asked()));
  assert.deepEqual([status, said.ReturnCode, said.extra[0], said['***'][0]], [200, '0', '***', '***']);
  noSecret(JSON.stringify(said));
});

test('the keys of interfaces, and a token that is provided, are put out of sight too', async () => {
  const [longer, shorter] = ['another/key/2', 'another/key'];
  const said = { ReturnCode: '1', ReturnMsg: `${encodeURIComponent(longer)} ${longer} ${shorter} provided-token` };
  const at = platform(() => ({ status: 200, body: JSON.stringify(said) }));
  const interfaces = { submit: { systemId: 'system-2', key: shorter }, preview: { key: longer } };
  const [, keyed] = await told(await broker(at, { interfaces }).handle(asked()));
  assert.equal(keyed.ReturnMsg, '*** *** *** provided-token', 'each whole, though one holds another');
  const [, provided] = await told(await broker(at, { key: undefined, tokenProvider: () => 'provided-token', remoteAddr: 'https://platform.test/1' }).handle(asked()));
  assert.equal(provided.ReturnMsg, said.ReturnMsg.replace('provided-token', '***'));
});

test('a client that fails itself leaves it open whether the records arrived', async (t) => {
  t.mock.method(Gateway.prototype, 'relay', async () => Promise.reject(new Error(KEY)));
  assert.deepEqual(await told(await broker().handle(asked())), [502, { failure: { call: 'submit', cause: 'broken', code: null } }]);
});

test('it needs no set-up where modules have to be compiled first', () => {
  const answer = child(
    `const { createBroker } = await import('mohurd-ecert/broker');
     const transport = async ({ call }) => ({ status: 200, body: call === 'token' ? '{"code":1,"data":{"token":"a","remoteAddr":"http://x.test/"}}' : '{"ReturnCode":"1"}' });
     const broker = createBroker({ baseUrl: 'http://x.test/', systemId: 'a', key: 'b', transport });
     const request = new Request('http://x.test/ecert/submit', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(SUBMIT)} });
     return (await broker.handle(request)).json();`,
    BROWSER,
  );
  assert.deepEqual(answer, { ReturnCode: '1' });
});

test('many requests at a time have one token and their own answers', async () => {
  const at = platform(async ({ body }) => {
    await new Promise((resolve) => setImmediate(resolve));
    return { status: 200, body: JSON.stringify({ ReturnCode: '1', ReturnMsg: JSON.parse(body).specialCertParameter.acceptData[0].holderName }) };
  });
  const one = broker(at);
  const names = Array.from({ length: 40 }, (_, index) => `持证人${index}`);
  const bodies = names.map((holderName) => ({ certType: '2', specialCertParameter: { acceptData: [{ holderName }] } }));
  const answers = await Promise.all(bodies.map(async (body) => told(await one.handle(asked({ body: JSON.stringify(body) })))));
  assert.deepEqual(answers.map(([, { ReturnMsg }]) => ReturnMsg), names);
  assert.equal(at.seen.length, names.length + 1);
});

test('a request whose signal is aborted ends its call', async () => {
  const page = new AbortController();
  let ended;
  const at = platform(({ signal }) => new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject((ended = new Error('ended'))));
    page.abort();
  }));
  const answer = await broker(at).handle(asked({ signal: page.signal }));
  assert.deepEqual(await told(answer), [502, { failure: { call: 'submit', cause: 'aborted', code: null } }]);
  assert.ok(ended, 'the transport was told');
});

test('a request that is aborted before it comes is not passed on', async () => {
  const at = platform();
  const answer = await broker(at).handle(asked({ signal: AbortSignal.abort() }));
  assert.notEqual(answer.status, 200);
  assert.deepEqual(at.seen, []);
});
