// nginx in the broker's place: it adds system id and token, passes on nothing but the body, and lets neither come back.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import test from 'node:test';
import { ACCEPTED, PREVIEW, SUBMIT, SYSTEM, TOKEN, refused } from './broker-support.mjs';
import { CERTIFICATE, CERTIFICATE_KEY, PORTAL, deployed, put, serve } from './nginx-support.mjs';

/** A platform on loopback over TLS, whose replies are `reply(request)`; `heard` are its requests with their bodies. */
async function platform(t, reply) {
  const heard = [];
  const server = createServer({ cert: readFileSync(CERTIFICATE), key: readFileSync(CERTIFICATE_KEY) }, async (request, response) => {
    const body = (await request.setEncoding('utf8').toArray()).join('');
    heard.push({ method: request.method, url: request.url, headers: request.headers, body });
    reply(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => (server.closeAllConnections(), server.close()));
  return { heard, address: `https://127.0.0.1:${server.address().port}` };
}

/** nginx before it, as the files say. */
async function start(t, { reply = (response) => response.end(ACCEPTED), name = 'mohurd-ecert loopback test', token = TOKEN } = {}) {
  const at = await platform(t, reply);
  const changes = [
    ['"YOUR-SYSTEM-ID"', `"${SYSTEM}"`],
    ['https://192.0.2.1:8807', at.address],
    ['/etc/nginx/platform-root.pem', CERTIFICATE],
    ['platform.example.cn', `"${name}"`],
    // The certificate of the test has a name that no request could ask for.
    ['proxy_ssl_server_name         on;', ''],
  ];
  const files = {
    'nginx-without-broker.conf': changes.reduce((text, [from, to]) => put(text, from, to), deployed('nginx-without-broker.conf')),
    'ecert-token.conf': `set $ecert_token "${token}";\n`,
  };
  const [pass, host] = ['proxy_pass http://ecert_broker;', 'proxy_set_header Host $http_host;'];
  const change = (text) => put(put(text, pass, 'include nginx-without-broker.conf;'), host, '');
  return { ...at, ...(await serve(t, { upstream: 1, change, files })) };
}

const told = ({ status, text }) => [status, JSON.parse(text)];

test('each call goes to its address, with system id and token, and with nothing else of the page\'s request', async (t) => {
  const { ask, heard } = await start(t);
  const headers = { cookie: 'session=1', referer: `${PORTAL}/x`, 'g-i-access-token': 'forged', 'G-I-System-Id': 'forged', 'x-other': 'x' };
  const { headers: answered, ...answer } = await ask({ path: '/ecert/submit?x=1', body: SUBMIT, headers });
  assert.deepEqual(told(answer), [200, JSON.parse(ACCEPTED)]);
  assert.deepEqual([answered['cache-control'], answered['x-content-type-options']], ['no-store', 'nosniff']);
  await ask({ path: '/ecert/preview', body: [PREVIEW.slice(0, 40), PREVIEW.slice(40)] });
  assert.deepEqual(heard.map(({ method, url, body }) => [method, url, body]), [['POST', '/address/of/submit', SUBMIT], ['POST', '/address/of/preview', PREVIEW]]);
  const { host, connection, 'content-length': length, ...sent } = heard[0].headers;
  assert.deepEqual(sent, { 'g-i-access-token': TOKEN, 'g-i-system-id': SYSTEM, 'content-type': 'application/json; charset=utf-8' });
});

test('the token, and whatever else could tell of it, does not come back', async (t) => {
  const reply = (response) => {
    response.setHeader('content-type', 'application/json');
    for (const name of ['G-I-Access-Token', 'Set-Cookie', 'Location']) response.setHeader(name, `${TOKEN}=1`);
    response.setHeader('cache-control', 'public');
    response.end(JSON.stringify({ ReturnCode: '0', ReturnMsg: `${TOKEN} ${TOKEN}` }));
  };
  const { ask, written } = await start(t, { reply });
  const { text, headers } = await ask({ body: SUBMIT });
  assert.deepEqual(JSON.parse(text), { ReturnCode: '0', ReturnMsg: '*** ***' });
  assert.equal(headers['cache-control'], 'no-store');
  assert.ok(!JSON.stringify(headers).includes(TOKEN));
  const { access, errors } = await written();
  assert.ok(!(access.join() + errors).includes(TOKEN));
});

test('what is not the portal\'s is refused, as before a broker', async (t) => {
  const { ask, heard } = await start(t);
  assert.deepEqual(told(await ask({ body: SUBMIT, headers: { origin: 'https://other.example.cn' } })), refused(403));
  assert.deepEqual(told(await ask({ path: '/ecert/token', body: SUBMIT })), refused(404));
  assert.deepEqual(told(await ask({ method: 'GET' })), refused(405));
  assert.deepEqual(told(await ask({ body: SUBMIT, headers: { 'content-type': 'text/plain' } })), refused(415));
  assert.deepEqual(heard, []);
});

test('a platform with another name in its certificate is told nothing', async (t) => {
  const { ask, heard, written } = await start(t, { name: 'other.example.cn' });
  assert.deepEqual(told(await ask({ body: SUBMIT })), [502, { failure: { call: 'submit', cause: 'broken', code: null } }]);
  assert.deepEqual(heard, []);
  assert.match((await written()).errors, /SSL certificate does not match/);
});
