// The sandbox behind a port: what happens to connections, who may call, and how it ends.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import test from 'node:test';
import { example } from 'mohurd-ecert';
import { Gateway } from 'mohurd-ecert/gateway';
import { createSandbox } from 'mohurd-ecert/sandbox';
import { states } from './gateway-support.mjs';

const TOKEN = 'gaia-asp-gateway/api/token/getInterfaceTokenInfo?systemId=sandbox-system&key=sandbox-key';

/** Works with a sandbox that listens. */
async function within(work, options, settings) {
  const sandbox = createSandbox(settings);
  const server = await sandbox.listen(options);
  try {
    await work(sandbox, server);
  } finally {
    await server.close();
  }
}

/** Sends the token call as bytes; all that comes back until the connection ends, a character a byte. */
async function raw({ port }, whenOpen = () => {}) {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET /${TOKEN} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk) => (text += chunk)).on('error', () => undefined);
  await whenOpen(socket);
  if (!socket.closed) await once(socket, 'close');
  return text;
}

test('url, address of the token and port are those it listens on', () =>
  within(async (sandbox, { url, port }) => {
    assert.equal(url, `http://127.0.0.1:${port}/`);
    assert.equal(sandbox.url, url);
    const { systemId, key } = sandbox;
    const gateway = new Gateway({ baseUrl: url, systemId, key });
    assert.equal((await gateway.token()).remoteAddr, `${url}gaia-asp-gateway/test/submit`);
    assert.deepEqual(states(await gateway.submit('safety', [example('safety')], { today: null })), ['accepted']);
  }));

test('an origin that was given stays', () =>
  within(
    async (sandbox, { url }) => {
      assert.equal(sandbox.url, 'https://example.invalid/');
      const { data } = await (await fetch(url + TOKEN)).json();
      assert.equal(data.remoteAddr, 'https://example.invalid/gaia-asp-gateway/test/submit');
    },
    {},
    { origin: 'https://example.invalid/' },
  ));

test('an answer is whole, and its connection ends', () =>
  within(async (_, server) => {
    const text = await raw(server);
    const [head, body] = text.split('\r\n\r\n');
    assert.match(head, /^HTTP\/1\.1 200 /);
    assert.match(head, /^content-type: application\/json; charset=utf-8$/im);
    assert.match(head, /^connection: close$/im);
    assert.match(head, new RegExp(`^content-length: ${body.length}$`, 'im'));
    assert.ok(!/access-control/i.test(head));
    assert.equal(JSON.parse(Buffer.from(body, 'latin1')).code, 1);
  }));

test('a closed connection gives nothing, a cut reply less than it promised', () =>
  within(async (sandbox, server) => {
    await sandbox.plan('token', 'close', 'cut');
    assert.equal(await raw(server), '');
    const [head, body] = (await raw(server)).split('\r\n\r\n');
    assert.ok(body.length > 10);
    assert.ok(Number(/^content-length: (\d+)$/im.exec(head)[1]) > body.length);
  }));

test('silence keeps the connection until the client goes', () =>
  within(async (sandbox, server) => {
    await sandbox.plan('token', 'silence');
    const text = await raw(server, async (socket) => {
      // Another call is answered meanwhile.
      while ((await sandbox.calls()).token === 0) await fetch(`${server.url}sandbox/calls`);
      assert.ok(!socket.closed);
      socket.destroy();
    });
    assert.equal(text, '');
  }));

test('an end comes to those who wait, too', async () => {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  await sandbox.plan('token', 'silence', { delay: 2 ** 40 });
  const waiting = [raw(server), raw(server)];
  while ((await sandbox.calls()).token < 2) await fetch(`${server.url}sandbox/calls`);
  await server.close();
  assert.deepEqual(await Promise.all(waiting), ['', '']);
  await server.close();
  await assert.rejects(fetch(server.url));
});

test('a client that goes while it sends does no harm', () =>
  within(async (sandbox, { url, port }) => {
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /gaia-asp-gateway/test/submit HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf');
    await fetch(`${url}sandbox/calls`);
    socket.destroy();
    assert.equal((await fetch(url + TOKEN)).status, 200);
    assert.equal((await sandbox.calls()).submit, 0);
  }));

test('a request that is too long is refused, and not kept', () =>
  within(async (sandbox, { port }) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/gaia-asp-gateway/test/submit' });
    const answer = once(sent, 'response');
    const chunk = Buffer.alloc(1 << 20, 0x20);
    for (let index = 0; index <= 64; index++) if (!sent.write(chunk)) await once(sent, 'drain');
    sent.end();
    const [{ statusCode }] = await answer;
    assert.equal(statusCode, 413);
    assert.equal((await sandbox.calls()).submit, 0);
  }));

test('pages of other origins may call only where that is wanted', async () => {
  const preflight = (url) => fetch(url + TOKEN, { method: 'OPTIONS' });
  await within(async (sandbox, { url }) => {
    assert.equal((await preflight(url)).status, 405);
    assert.equal((await fetch(url)).headers.get('access-control-allow-origin'), null);
  });
  await within(
    async (sandbox, { url }) => {
      const answer = await preflight(url);
      const allowed = ['origin', 'methods', 'headers'].map((name) => answer.headers.get(`access-control-allow-${name}`));
      assert.deepEqual([answer.status, ...allowed], [204, '*', 'GET, POST', '*']);
      assert.equal((await fetch(url)).headers.get('access-control-allow-origin'), '*');
      assert.equal((await sandbox.calls()).token, 0);
    },
    { cors: true },
  );
});

test('it is asked over HTTP as well', () =>
  within(async (sandbox, { url }) => {
    const body = JSON.stringify({ call: 'token', faults: [{ code: 1210 }] });
    assert.deepEqual(await (await fetch(`${url}sandbox/faults`, { method: 'POST', body })).json(), { planned: 1 });
    assert.equal((await (await fetch(url + TOKEN)).json()).code, 1210);
    assert.equal((await (await fetch(`${url}sandbox/calls`)).json()).token, 1);
    assert.equal((await fetch(`${url}sandbox/reset`, { method: 'POST' })).status, 200);
    assert.deepEqual([await sandbox.records(), (await sandbox.calls()).token], [[], 0]);
  }));

test('whoever wants to know is told of each request', async () => {
  const told = [];
  await within(
    async (sandbox, { url }) => {
      await sandbox.plan('token', { status: 503 });
      for (const path of [TOKEN, TOKEN, 'nowhere']) await fetch(url + path);
    },
    { onRequest: ({ call, fault, status, code }) => told.push([call, fault, status, code]) },
  );
  assert.deepEqual(told, [['token', 'status', 503, null], ['token', 'none', 200, 'code 1'], [null, 'none', 404, null]]);
});

test('a port that is in use is an error of the system', () =>
  within(async (_, { port }) => {
    await assert.rejects(createSandbox().listen({ port }), { code: 'EADDRINUSE' });
  }));

test('another address of this machine is listened on where it is told so', async () => {
  const sandbox = createSandbox();
  const server = await sandbox.listen({ host: '0.0.0.0', beyondLoopback: true });
  assert.equal(server.url, `http://127.0.0.1:${server.port}/`);
  assert.equal((await fetch(server.url + TOKEN)).status, 200);
  await server.close();
});
