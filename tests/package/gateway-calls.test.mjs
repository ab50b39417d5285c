// The calls that carry no record: what they ask, what they answer, and how they fail.
import assert from 'node:assert/strict';
import test from 'node:test';
import { BASE, KEY, REMOTE, TOKEN, failureOf, json, over } from './gateway-support.mjs';

const LOG = {
  interfaceId: 'i', logType: 1, logId: 'l', method: 'POST', requestTime: '2024-05-06 07:08:09', responseTime: '2024-05-06 07:08:10',
  remoteIp: '127.0.0.1', status: 200, path: `${BASE}?secret=1`, requestParams: { eCertID: 'planted-person', certType: '1' }, responseParams: '{"code":1}',
};

test('a token and its address are fetched once', async () => {
  const { gateway, calls, names } = over();
  const all = await Promise.all(Array.from({ length: 50 }, () => gateway.token()));
  assert.deepEqual(all[49], { token: TOKEN, remoteAddr: REMOTE });
  assert.deepEqual(names(), ['token']);
  const [{ method, url, headers, body, signal }] = calls;
  assert.deepEqual([method, headers, body], ['GET', {}, null]);
  assert.ok(url.startsWith(`${BASE}/`) && url.includes(`key=${KEY}`));
  assert.ok(signal instanceof AbortSignal && !signal.aborted);
});

test('validateToken asks about its own token, or another one', async () => {
  const { gateway, calls } = over();
  assert.equal(await gateway.validateToken(), true);
  assert.equal(await gateway.validateToken('other token', '127.0.0.1'), true);
  const [own, other] = calls.slice(1).map(({ url }) => new URL(url).searchParams);
  assert.equal(own.get('token'), TOKEN);
  assert.deepEqual([other.get('token'), other.get('requestIp')], ['other token', '127.0.0.1']);
  assert.deepEqual(calls[1].headers, { 'G-I-Access-Token': TOKEN, 'G-I-System-Id': 'system' });
  await assert.rejects(gateway.validateToken(''), { name: 'InputError' });
  await assert.rejects(gateway.validateToken('a', 'localhost'), { name: 'InputError' });
});

test('a log entry goes out masked', async () => {
  const { gateway, calls } = over();
  assert.equal(await gateway.log(LOG), true);
  const sent = JSON.parse(calls[1].body);
  assert.deepEqual([sent.logType, sent.status, sent.path, sent.accessToken], ['1', '200', BASE, '***']);
  assert.deepEqual(JSON.parse(sent.requestParams), { eCertID: '***', certType: '1' });
  assert.deepEqual(JSON.parse(sent.responseParams), { code: 1 });
  assert.ok(!calls[1].body.includes('planted'));
  assert.equal(await gateway.log({ ...LOG, path: new URL(BASE), requestParams: undefined, responseParams: 'planted', logType: '3' }), true);
  assert.ok(!calls[2].body.includes('planted'));
});

test('a log entry that is none is refused by the name of its member', async () => {
  const { gateway, calls } = over();
  for (const [member, values] of Object.entries({
    logType: [4, '', null, 'planted'], status: ['planted', 2000, {}], method: ['PUT', 'get'], requestTime: ['2024-05-06', '2024-02-30 00:00:00', 5],
    responseTime: ['2024-05-06T00:00:00', undefined], remoteIp: ['planted'], path: ['planted', 'ftp://x/'], interfaceId: ['', 5], logId: [undefined],
    requestParams: [5, 1n], responseParams: [Object.assign({}, { toJSON() { throw new Error('planted'); } })], planted: [1],
  })) {
    for (const value of values) {
      await assert.rejects(gateway.log({ ...LOG, [member]: value }), ({ name, message }) => {
        assert.equal(name, 'InputError');
        assert.match(message, /[一-鿿].*。 .*[a-z].*\.$/s);
        return !message.includes('planted') && (member === 'planted' || message.includes(member));
      });
    }
  }
  await assert.rejects(gateway.log(), { name: 'InputError' });
  assert.deepEqual(calls, []);
});

test('the answer of a SOAP call is its text, or its fault', async () => {
  const envelope = (inner) =>
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${inner}</s:Body></s:Envelope>`;
  const answers = [
    { status: 200, body: envelope('<r:importResponse xmlns:r="http://tempuri.org/"><importReturn>&lt;ok&gt;</importReturn></r:importResponse>') },
    { status: 500, body: envelope('<s:Fault><faultcode>s:Server</faultcode><faultstring>no such method</faultstring></s:Fault>') },
    { status: 500, body: 'no' },
  ];
  const { gateway, calls } = over({ soap: () => answers.shift() });
  assert.deepEqual(await gateway.soap('import', { a: '<1>', b: '2' }), { text: '<ok>' });
  assert.equal(calls[1].url, REMOTE);
  assert.match(calls[1].body, /<a xsi:type="xsd:string">&lt;1&gt;<\/a><b xsi:type="xsd:string">2<\/b>/);
  assert.deepEqual(await gateway.soap('import'), { fault: 'no such method' });
  assert.deepEqual((({ call, cause, code }) => [call, cause, code])(await failureOf(gateway.soap('import'))), ['soap', 'status', 500]);
  for (const args of [['<x>'], ['a', { '<x>': '' }], ['a', { b: 1 }], ['a', null], [undefined]]) {
    await assert.rejects(gateway.soap(...args), { name: 'InputError' });
  }
});

test('a refused token is renewed once', async () => {
  let tokens = 0;
  const { gateway, names } = over({
    token: () => json({ code: 1, data: { token: `t${++tokens}` } }),
    validate: ({ headers }) => json(headers['G-I-Access-Token'] === 't2' ? { code: 1, data: true } : { code: 1205, message: '无效token' }),
  });
  assert.equal(await gateway.validateToken(), true);
  assert.deepEqual(names(), ['token', 'validate', 'token', 'validate']);
  const always = over({ validate: () => json({ code: '1205' }) });
  const failure = await failureOf(always.gateway.validateToken());
  assert.deepEqual([failure.call, failure.cause, failure.code], ['validate', 'code', 1205]);
  assert.deepEqual(always.names(), ['token', 'validate', 'token', 'validate']);
});

test('a failure has its words in the locale, and no secret', async () => {
  for (const [locale, words] of [['zh-CN', /[一-鿿]/], ['en', /^[ -~]+$/]]) {
    const { gateway } = over({ token: () => json({ code: 1202, message: KEY }) }, { locale });
    const failure = await failureOf(gateway.token());
    assert.deepEqual(Object.keys(failure), ['call', 'cause', 'code', 'retryable', 'notReceived', 'message', 'advice']);
    assert.deepEqual([failure.call, failure.cause, failure.code, failure.retryable, failure.notReceived], ['token', 'code', 1202, false, true]);
    if (locale === 'en') assert.match(failure.advice, words);
    else assert.match(failure.message, words);
    assert.ok(!JSON.stringify(failure).includes(KEY));
  }
});

test('a token provider takes the place of the platform', async () => {
  let asked = 0;
  const answers = ['first', { token: 'second', remoteAddr: `${BASE}/two` }];
  const { gateway, calls, names } = over(
    { validate: ({ headers }) => json({ code: headers['G-I-Access-Token'] === 'second' ? 1 : 1205, data: true }) },
    { key: undefined, tokenProvider: async () => answers[asked++] },
  );
  assert.deepEqual(await gateway.token(), { token: 'first', remoteAddr: null });
  assert.equal(await gateway.validateToken(), true);
  assert.deepEqual(await gateway.token(), { token: 'second', remoteAddr: `${BASE}/two` });
  assert.deepEqual([asked, names()], [2, ['validate', 'validate']]);
  assert.equal(calls[1].headers['G-I-Access-Token'], 'second');
});

for (const [name, provider, cause] of [
  ['throws', () => { throw new Error('planted'); }, 'broken'],
  ['rejects', () => Promise.reject(), 'broken'],
  ['says that it was not received', () => Promise.reject(Object.assign(new Error(''), { notReceived: true })), 'unreachable'],
  ['answers with nothing', () => undefined, 'shape'],
  ['answers with a number', async () => 5, 'shape'],
  ['answers with an object without a token', () => ({ remoteAddr: BASE }), 'shape'],
  ['has a getter that throws', () => ({ get token() { throw new Error('planted'); } }), 'shape'],
  ['gives a token with a line break', () => 'a\nb', 'header'],
  ['gives an empty token', () => '', 'header'],
  ['gives an address that is none', () => ({ token: 't', remoteAddr: 'x' }), 'address'],
  ['never answers', () => new Promise(() => {}), 'timeout'],
]) {
  test(`a token provider that ${name} is a failure, and the next call works`, async () => {
    let current = provider;
    const { gateway } = over({}, { key: undefined, tokenProvider: () => current(), timeoutMs: 50 });
    const failure = await failureOf(gateway.token());
    assert.deepEqual([failure.call, failure.cause], ['token', cause]);
    assert.ok(!JSON.stringify(failure).includes('planted'));
    current = () => 'good';
    assert.equal((await gateway.token()).token, 'good');
  });
}

test('relay passes a body on and gives the text, or the failure', async () => {
  const replies = [json({ ReturnCode: 0, ReturnMsg: '上传失败' }), json({ code: 1213 }), { status: 503, body: '' }];
  const { gateway, calls } = over({ submit: () => replies.shift() });
  assert.deepEqual(JSON.parse((await gateway.relay('submit', '{"certType":"1"}')).text), { ReturnCode: 0, ReturnMsg: '上传失败' });
  assert.deepEqual([calls[1].body, calls[1].url], ['{"certType":"1"}', REMOTE]);
  for (const [cause, code] of [['code', 1213], ['status', 503]]) {
    const { failure } = await gateway.relay('submit', '{}');
    assert.deepEqual([failure.call, failure.cause, failure.code], ['submit', cause, code]);
  }
  for (const args of [['token', '{}'], ['submit', ''], ['submit', {}], []]) await assert.rejects(gateway.relay(...args), { name: 'InputError' });
});

test('calls are reported where the settings say so', async () => {
  const { gateway, calls, names } = over({}, { audit: { remoteIp: '127.0.0.1', interfaceIds: { validate: 'id-of-validate' } } });
  await gateway.validateToken();
  assert.deepEqual([...names()].sort(), ['log', 'log', 'token', 'validate']);
  const logs = calls.filter(({ call }) => call === 'log').map(({ body }) => body);
  assert.ok(logs.some((body) => JSON.parse(body).interfaceId === 'id-of-validate'));
  assert.ok(logs.every((body) => !body.includes('planted')));
});
