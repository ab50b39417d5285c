// The settings of a gateway: what is taken, and what is refused, at once and without what was given.
import assert from 'node:assert/strict';
import test from 'node:test';
import { InputError } from 'mohurd-ecert';
import * as entry from 'mohurd-ecert/gateway';
import { child } from './child.mjs';
import { BASE, KEY, SERVER, over } from './gateway-support.mjs';
import { refusal } from './support.mjs';

const { Gateway } = entry;

test('the entry has these names, and no other', () => {
  assert.deepEqual(Object.keys(entry).sort(), ['Gateway', 'GatewayError', 'InputError', 'PRODUCTION_ADDRESS', 'RESULT_CODES', 'TEST_ADDRESS', 'init', 'parseReply']);
  assert.equal(entry.InputError, InputError, 'one class, whichever entry it comes by');
});

for (const [name, settings] of Object.entries({
  'a broker': { baseUrl: BASE },
  'a broker at a URL': { baseUrl: new URL(BASE) },
  'a system with its key': { baseUrl: BASE, systemId: 's', key: KEY },
  'a key for each interface': { baseUrl: BASE, systemId: 's', interfaces: { submit: { key: KEY }, preview: { key: 'other' } } },
  'a system for one interface': { baseUrl: BASE, interfaces: { submit: { systemId: 's', key: KEY, url: `${BASE}/x`, via: 'json' } } },
  'tokens from elsewhere': { baseUrl: BASE, systemId: 's', tokenProvider: () => 't' },
  'the way of SOAP': { ...SERVER, interfaces: { preview: { via: { soap: { method: 'importData', param: 'json' } } } } },
  'everything': {
    ...SERVER, remoteAddr: BASE, timeoutMs: 1, retry: { attempts: 2, baseMs: 0, maxMs: 9, budget: 0 }, transport: () => {}, locale: 'en',
    audit: { remoteIp: '::1', interfaceIds: { submit: 'x', token: undefined } }, dangerouslyAllowKeyInBrowser: false,
  },
  'members that are undefined': { baseUrl: BASE, systemId: undefined, key: undefined, interfaces: undefined, retry: undefined, audit: undefined },
})) {
  test(`taken: ${name}`, () => {
    assert.ok(new Gateway(settings) instanceof Gateway);
  });
}

const SECRET = 'planted-secret';
const WRONG = {
  settings: [undefined, null, 5, SECRET, [], { ...SERVER, [SECRET]: 1 }],
  baseUrl: [undefined, '', '/ecert', 'ftp://x/', `http://${SECRET}@x/`, 'http://x/#a', 5, {}].map((baseUrl) => ({ baseUrl })),
  systemId: ['', 5, 'a b', '系统', 'a\nb'].map((systemId) => ({ ...SERVER, systemId })),
  key: ['', 5, {}].map((key) => ({ ...SERVER, key })),
  tokenProvider: [{ ...SERVER, tokenProvider: SECRET }, { baseUrl: BASE, tokenProvider: () => SECRET }],
  'key or tokenProvider': [{ baseUrl: BASE, systemId: 's' }],
  remoteAddr: [{ ...SERVER, remoteAddr: 'x' }],
  interfaces: [5, { submits: {} }, { submit: { [SECRET]: 1 } }].map((interfaces) => ({ ...SERVER, interfaces })),
  'interfaces.submit.key': [{ baseUrl: BASE, interfaces: { submit: { key: SECRET } } }],
  'interfaces.preview.url': [{ ...SERVER, interfaces: { preview: { url: 'x' } } }],
  'interfaces.submit.via': ['xml', 5, {}, { soap: {} }, { soap: { method: '<a>', param: 'b' } }].map((via) => ({ ...SERVER, interfaces: { submit: { via } } })),
  timeoutMs: [0, -1, 1.5, NaN, Infinity, '5', 2 ** 31].map((timeoutMs) => ({ ...SERVER, timeoutMs })),
  retry: [5, { attempts: 0 }, { baseMs: -1 }, { tries: 1 }].map((retry) => ({ ...SERVER, retry })),
  transport: [{ ...SERVER, transport: SECRET }],
  audit: [{}, { remoteIp: SECRET }, { remoteIp: '127.0.0.256' }, { remoteIp: '::1', interfaceIds: { other: 'x' } }, { remoteIp: '::1', interfaceIds: { log: '' } }]
    .map((audit) => ({ ...SERVER, audit })).concat({ baseUrl: BASE, audit: { remoteIp: '::1' } }),
  locale: [{ ...SERVER, locale: 'fr' }],
  dangerouslyAllowKeyInBrowser: [{ ...SERVER, dangerouslyAllowKeyInBrowser: 1 }],
};

for (const [name, list] of Object.entries(WRONG)) {
  test(`refused: ${name}`, () => {
    for (const settings of list) {
      const sentence = refusal(() => new Gateway(settings), SECRET);
      const about = name.split(' ')[0].split('.').at(-1);
      assert.ok(sentence.includes(about), `${sentence}: ${about}`);
      assert.ok(!sentence.includes(KEY));
    }
  });
}

test('a page gets no key, unless it says how dangerous that is', () => {
  const page = 'globalThis.process = undefined; globalThis.document = {}; globalThis.location = { href: "http://127.0.0.1/app/" };\n';
  const answer = child(
    `const { Gateway } = await import('mohurd-ecert/gateway');
     const made = (more) => { try { new Gateway({ baseUrl: '/ecert', ...more }); return 'made'; } catch (error) { return error.message; } };
     return [
       made({}), made({ systemId: 's', tokenProvider: () => 't' }), made({ systemId: 's', key: 'k', dangerouslyAllowKeyInBrowser: true }),
       made({ systemId: 's', key: 'planted' }), made({ interfaces: { submit: { systemId: 's', key: 'planted' } } }), made({ key: 'planted' }),
     ]`,
    page,
  );
  assert.deepEqual(answer.slice(0, 3), ['made', 'made', 'made']);
  for (const sentence of answer.slice(3)) {
    assert.match(sentence, /mohurd-ecert\/broker/);
    assert.ok(!sentence.includes('planted'));
  }
});

test('in a page an address may be relative to it', () => {
  const url = child(
    `const { Gateway } = await import('mohurd-ecert/gateway');
     let url;
     const transport = (request) => { url = request.url; return { status: 200, body: '{"ReturnCode":1}' }; };
     await new Gateway({ baseUrl: 'ecert', transport }).submit('safety', [lib.example('safety')], { today: null });
     return url`,
    'globalThis.location = { href: "http://127.0.0.1:9/app/page.html" };\n',
  );
  assert.equal(url, 'http://127.0.0.1:9/app/ecert/submit');
});

test('an address goes out as it may be written', async () => {
  for (const [given, sent] of [
    ['http://127.0.0.1:9/a|b{c}^`', 'http://127.0.0.1:9/a%7Cb%7Bc%7D%5E%60/submit'],
    ['http://127.0.0.1:9', 'http://127.0.0.1:9/submit'],
    ['http://127.0.0.1:9/网关/?x="1"', 'http://127.0.0.1:9/%E7%BD%91%E5%85%B3/submit?x=%221%22'],
  ]) {
    const { gateway, calls } = over({}, { baseUrl: given, systemId: undefined, key: undefined });
    await gateway.submit('safety', []).then(({ total }) => assert.equal(total, 0));
    const { text } = await gateway.relay('submit', '{}');
    assert.ok(text);
    assert.equal(calls[0].url, sent);
  }
});

test('a gateway that is printed tells no key', async () => {
  const { inspect } = await import('node:util');
  const { gateway } = over();
  await gateway.token();
  for (const text of [inspect(gateway, { depth: 9, showHidden: true }), JSON.stringify(gateway), String(gateway)]) {
    assert.ok(!text.includes(KEY) && !text.includes('planted'), text);
  }
});
