// What the tests of the gateway share: a gateway that is none, and what is taken in by its transport.
import assert from 'node:assert/strict';
import { example } from 'mohurd-ecert';
import { Gateway, GatewayError } from 'mohurd-ecert/gateway';

export const BASE = 'http://127.0.0.1:9/base';
export const KEY = 'planted-key';
export const TOKEN = 'planted-token';
export const REMOTE = 'http://127.0.0.1:9/remote';

export const json = (value, status = 200) => ({ status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) });

/** Answers as the document has it; `answers` replaces some, by the name of the call. */
export function platform(answers = {}) {
  const calls = [];
  const own = {
    token: () => json({ code: 1, message: '', data: { token: TOKEN, remoteAddr: REMOTE } }),
    validate: () => json({ code: 1, data: true }),
    log: () => json({ code: 1, data: true }),
    submit: () => json({ ReturnCode: 1, ReturnMsg: '上传成功', ReturnData: {} }),
    preview: () => json({ ReturnCode: '1', ReturnMsg: '上传成功', ReturnData: {} }),
    ...answers,
  };
  const transport = (request) => {
    calls.push(request);
    return own[request.call](request, calls.length);
  };
  return { calls, transport, names: () => calls.map(({ call }) => call) };
}

/** No retry waits in a test. */
export const SERVER = { baseUrl: BASE, systemId: 'system', key: KEY, retry: { attempts: 1 } };

/** A gateway over such a transport, and what it was asked. */
export function over(answers, settings = {}) {
  const fake = platform(answers);
  return { gateway: new Gateway({ ...SERVER, transport: fake.transport, ...settings }), ...fake };
}

/** So many valid records that differ in their id. */
export const records = (count, kind = 'safety') =>
  Array.from({ length: count }, (_, index) => ({
    ...example(kind),
    ...(kind === 'preview'
      ? { ID: `110000202200000${String(index).padStart(4, '0')}` }
      : { eCertID: `${String(index).padStart(8, '0')}00000000000000000000000a`, certNum: example(kind).certNum.replace(/\d{6}$/, String(index).padStart(6, '0')) }),
  }));

export const states = ({ outcomes }) => outcomes.map(({ state }) => state);

/** The failure that a promise is rejected with. */
export async function failureOf(promise) {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof GatewayError && error instanceof Error, String(error));
    assert.equal(error.name, 'GatewayError');
    assert.equal(error.message, error.failure.message);
    return error.failure;
  }
  return assert.fail('not rejected');
}
