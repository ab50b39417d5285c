// What the tests of the broker share: a platform that is a function, a broker before it, and the bodies that pages send. It is a
// helper of the tests beside it.
import assert from 'node:assert/strict';
import { buildRequestJson, example } from 'mohurd-ecert';
import { createBroker } from 'mohurd-ecert/broker';

/** Planted: no answer of the broker may hold one of them, however it is written. */
export const KEY = 'planted/key "7" (a)';
export const TOKEN = 'PLANTED_TOKEN_9';
export const SYSTEM = 'system-1';

export const SUBMIT = buildRequestJson('special', [example('special')], { today: null });
export const PREVIEW = buildRequestJson('preview', [example('preview')], { certType: '2', today: null });
export const ACCEPTED = JSON.stringify({ ReturnCode: '1', ReturnMsg: '上传成功', encryCertid: 'AB', encryKey: 'CD' });

const json = (value) => ({ status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });

/**
 * A platform that gives tokens, and answers a submission by `submission(request)`, else accepts it. Its `seen` are the requests.
 */
export function platform(submission = () => ({ status: 200, body: ACCEPTED })) {
  const seen = [];
  const transport = async (request) => {
    seen.push(request);
    if (request.call !== 'token') return submission(request);
    return json({ code: 1, message: '操作成功', data: { token: TOKEN, remoteAddr: 'https://platform.test/gaia/1' } });
  };
  return { transport, seen, submissions: () => seen.filter(({ call }) => call !== 'token') };
}

/** A broker before that platform. */
export const broker = (at = platform(), settings = {}) =>
  createBroker({ baseUrl: 'https://platform.test/', systemId: SYSTEM, key: KEY, retry: { attempts: 1 }, transport: at.transport, ...settings });

/** A page's request, as a browser makes it. */
export function asked({ path = '/ecert/submit', method = 'POST', headers = {}, body = SUBMIT, ...more } = {}) {
  const sent = { host: 'portal.test', origin: 'https://portal.test', 'content-type': 'application/json', ...headers };
  const given = Object.entries(sent).filter(([, value]) => value !== undefined);
  return new Request(`https://portal.test${path}`, { method, headers: given, body: method === 'GET' ? undefined : body, duplex: 'half', ...more });
}

/** The answer in short; whatever it is, it has the headers that every answer has, and no secret. */
export async function told(response) {
  const text = await response.text();
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  noSecret(text + JSON.stringify([...response.headers]));
  return [response.status, JSON.parse(text)];
}

export function noSecret(text) {
  for (const secret of [KEY, TOKEN]) {
    for (const spelt of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
      assert.ok(!text.includes(spelt), `a secret: ${spelt}`);
    }
  }
}

/** What the broker says where it does not pass on. */
export const refused = (status) => [status, { failure: { call: null, cause: 'broker', code: status } }];
