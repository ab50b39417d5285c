// Replies that another HTTP stack fetched, read alone: the fixtures of tests/replies as the native side reads them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { example } from 'mohurd-ecert';
import { parseReply } from 'mohurd-ecert/gateway';
import { child } from './child.mjs';
import { records } from './gateway-support.mjs';
import { refusal } from './support.mjs';

const read = (name) => readFileSync(new URL(`../replies/${name}`, import.meta.url), 'utf8');
const FIXTURES = JSON.parse(read('expected.json'));

const PAGE = { records: [{ state: 'unknown', failure: 'submit: page' }] };

const list = (value) => (value ?? []).map(({ text, field }) => [text, field]);
const certificate = ({ encryCertid, encryKey }) => ({ certId: encryCertid ?? null, key: encryKey ?? null });

/** A report in the form of the fixtures. */
function told({ outcomes, calls }, expected) {
  const members = outcomes.map((outcome) => {
    const { state, replies, failure } = outcome;
    const entry = { state };
    if (replies.length > 0) entry.replies = list(replies);
    if (outcome.encryCertid !== undefined || outcome.encryKey !== undefined) entry.assignment = certificate(outcome);
    if (failure) entry.failure = `${failure.call}: ${failure.cause}${failure.code === null ? '' : ` ${failure.code}`}`;
    return entry;
  });
  const found = { records: members };
  const [call] = calls;
  if (call?.replies.length > 0) found.notes = list(call.replies);
  if (call?.unassigned.length > 0) found.unassigned = call.unassigned.map(certificate);
  // The words of a call stand where something else is said of the call.
  if (expected.message !== undefined && call) found.message = call.message;
  return found;
}

for (const [file, { sent: first, expect, status, also = [] }] of Object.entries(FIXTURES)) {
  // A status is not told, and what is neither JSON nor an envelope is a page.
  if (!first || status) continue;
  const isPage = file.endsWith('.xml') && !read(file).includes('Envelope');
  for (const { sent, expect: expected } of isPage ? [{ sent: first, expect: PAGE }] : [{ sent: first, expect }, ...also]) {
    test(`${file}: ${sent.length - 1} of ${sent[0]}`, () => {
      const [kind, ...ids] = sent;
      const given = ids.map((id) => (kind === 'preview' ? { ID: id } : { eCertID: id }));
      const report = parseReply(kind, read(file), { records: given });
      const { message, ...rest } = expected;
      assert.deepEqual(told(report, expected), report.calls.length > 0 && message !== undefined ? { ...rest, message } : rest);
      assert.deepEqual([report.kind, report.total, report.outcomes.length], [kind, ids.length, ids.length]);
      assert.deepEqual(report.outcomes.map(({ eCertID, ID }) => ID ?? eCertID), ids);
      assert.equal(Object.values(report.counts).reduce((a, b) => a + b), ids.length);
    });
  }
}

test('without records a reply is about one', () => {
  const reply = JSON.stringify({ ReturnCode: 2, ReturnData: { WarnData: [{ WarnGuid: 'some-id', WarnMsg: '提醒' }] }, encryCertid: 'A' });
  const { outcomes, calls } = parseReply('safety', reply);
  assert.deepEqual(outcomes, [{ index: 0, eCertID: null, state: 'accepted-with-warning', issues: [], replies: [{ text: '提醒', field: null }], encryCertid: 'A' }]);
  assert.deepEqual(calls, []);
});

test('a reply can be read for no record, for many, and twice', () => {
  assert.deepEqual(parseReply('safety', '{"ReturnCode":1}', { records: [] }).outcomes, []);
  const many = records(500);
  const report = parseReply('safety', '{"ReturnCode":1}', { records: many });
  assert.equal(report.counts.accepted, 500);
  assert.deepEqual(parseReply('safety', '{"ReturnCode":1}', { records: many }), report);
});

test('any text is an outcome, in the locale', () => {
  for (const text of ['', 'x', '\ud800', '{', '[]', 'null', '5', '{"ReturnCode":{}}', '<a>', '{"code":1205}', '['.repeat(100_000), '{"data":'.repeat(1000)]) {
    const { outcomes } = parseReply('special', text, { records: [example('special')], locale: 'en' });
    assert.equal(outcomes.length, 1);
    assert.match(outcomes[0].failure.advice, /^[ -~]+$/);
  }
});

test('what is malformed is an InputError', () => {
  for (const args of [
    ['safty', '{}'], ['safety'], ['safety', 5], ['safety', Buffer.from('{}')], ['safety', '{}', 5], ['safety', '{}', null], ['safety', '{}', { planted: [] }],
    ['safety', '{}', { records: {} }], ['safety', '{}', { records: ['planted'] }], ['safety', '{}', { locale: 'planted' }],
  ]) {
    refusal(() => parseReply(...args), 'planted');
  }
});

test('a page awaits init once, or uses a Gateway', () => {
  const answer = child(
    `const { Gateway, init, parseReply } = await import('mohurd-ecert/gateway');
     const sentence = () => { try { return parseReply('safety', '{"ReturnCode":1}').counts.accepted; } catch (error) { return error.message; } };
     const early = sentence();
     await Promise.all([init(), init()]);
     return [early, sentence()]`,
    'globalThis.process = undefined;\n',
  );
  assert.match(answer[0], /await init\(\)/);
  assert.equal(answer[1], 1);
});

test('a policy that forbids wasm is explained, and a later call tries again', () => {
  const answer = child(
    `const { Gateway, GatewayError } = await import('mohurd-ecert/gateway');
     const { compile } = WebAssembly;
     WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('call to WebAssembly.compile() blocked by CSP'));
     const gateway = new Gateway({ baseUrl: 'http://127.0.0.1:9/', transport: () => ({ status: 200, body: '{"ReturnCode":1}' }) });
     const submit = () => gateway.submit('safety', [lib.example('safety')], { today: null }).then(({ counts }) => counts.accepted, (error) => error.message);
     const first = await submit();
     WebAssembly.compile = compile;
     return [first, await submit()]`,
    'globalThis.process = undefined;\n',
  );
  assert.match(answer[0], /'wasm-unsafe-eval'/);
  assert.equal(answer[1], 1);
});

test('it does without TextEncoder, TextDecoder and FinalizationRegistry', () => {
  const answer = child(
    `const { Gateway } = await import('mohurd-ecert/gateway');
     const bodies = [];
     const transport = ({ body }) => { bodies.push(body); return { status: 200, body: '{"ReturnCode":0,"ReturnData":{"ErrorData":[{"ErrorMsg":"不行𠮷"}]}}' }; };
     const record = { ...lib.example('safety'), companyAddress: '地'.repeat(90) };
     const { outcomes } = await new Gateway({ baseUrl: 'http://127.0.0.1:9/', transport }).submit('safety', [record], { today: null });
     return [bodies[0] === lib.buildRequestJson('safety', [record], { today: null }), outcomes[0].replies]`,
    'for (const name of ["TextEncoder", "TextDecoder", "FinalizationRegistry"]) delete globalThis[name];\n',
  );
  assert.deepEqual(answer, [true, [{ text: '不行𠮷', field: null }]]);
});
