// Submissions: what goes out, one outcome a record, progress, ending them, going on from a report.
import assert from 'node:assert/strict';
import test from 'node:test';
import { buildRequest, describe, example, validateBatch } from 'mohurd-ecert';
import { REMOTE, json, over, records, states } from './gateway-support.mjs';
import { KINDS, OPTIONS, marks, thrower } from './support.mjs';

const BROKER = { systemId: undefined, key: undefined };
const idOf = (body) => JSON.parse(body).safeCertParameter.acceptData.map(({ eCertID }) => eCertID);

for (const kind of KINDS) {
  test(`${kind}: the body is what buildRequest gives, and the report has its shape`, async () => {
    const { gateway, calls } = over();
    const options = { ...OPTIONS, ...(kind === 'preview' ? { certType: '1' } : {}) };
    const report = await gateway.submit(kind, [example(kind)], options);
    const [, { call, method, url, headers, body }] = calls;
    assert.deepEqual([call, method, url], [kind === 'preview' ? 'preview' : 'submit', 'POST', REMOTE]);
    assert.match(headers['Content-Type'], /^application\/json/);
    assert.deepEqual(JSON.parse(body), buildRequest(kind, [example(kind)], options));
    const named = kind === 'preview' ? { eCertID: null, ID: example(kind).ID } : { eCertID: example(kind).eCertID };
    assert.deepEqual(report, {
      kind, total: 1, calls: [], counts: { accepted: 1, 'accepted-with-warning': 0, refused: 0, invalid: 0, unknown: 0, 'not-sent': 0 },
      outcomes: [{ index: 0, ...named, state: 'accepted', issues: [], replies: [] }],
    });
    assert.deepEqual(structuredClone(report), JSON.parse(JSON.stringify(report)), 'plain data');
  });
}

test('issues are those of validateBatch, in the locale', async () => {
  const list = [
    { ...records(1)[0], certNum: '', companyName: '甲'.repeat(300), zz: 1, issuDate: 5, licenseScope: undefined, businessInformation: [{ itemvalue: '01' }] },
    5, null, [], thrower({ ...records(1)[0] }, 'certNum'), { ...records(1)[0], companyAddress: '\ud800' },
  ];
  for (const locale of ['zh-CN', 'en']) {
    const options = { ...OPTIONS, locale, extra: ['zz'] };
    const { gateway, names } = over();
    const { outcomes } = await gateway.submit('safety', list, options);
    const expected = JSON.parse(JSON.stringify(validateBatch('safety', list, options).issues));
    assert.deepEqual(outcomes.flatMap(({ issues }) => issues), expected);
    assert.deepEqual(names(), []);
    assert.ok(outcomes.every(({ state, index, issues }) => state === 'invalid' && issues.every(({ path }) => path[0] === index)));
    assert.ok(expected.some(({ params }) => typeof params.length === 'number'));
  }
});

test('options reach the check and the body; the locale of the gateway is the default', async () => {
  const { gateway, calls } = over({}, { locale: 'en' });
  const record = { ...records(1)[0], certNum: records(1)[0].certNum.replace('（', '('), oldcertNum: { a: [1, '二'] }, other: 1 };
  const options = { ...OPTIONS, listKey: 'AcceptData', normalise: true, extra: ['oldcertNum'], rules: { 'cert-num/spelling': 'off' } };
  const { outcomes } = await gateway.submit('safety', [record], options);
  assert.deepEqual(JSON.parse(calls[1].body), buildRequest('safety', [record], options));
  assert.deepEqual(marks(outcomes[0].issues), [['field/unknown', 0, 'oldcertNum'], ['field/unknown', 0, 'other']]);
  assert.match(outcomes[0].issues[0].message, /^“oldcertNum” is no field here/);
});

test('records are read when submit is called, and not changed', async () => {
  const { gateway, calls } = over();
  const list = records(2);
  const before = structuredClone(list);
  const pending = gateway.submit('safety', list, OPTIONS);
  list[0].certNum = '';
  list.pop();
  const report = await pending;
  assert.deepEqual(states(report), ['accepted', 'accepted']);
  assert.deepEqual(calls.slice(1).flatMap(({ body }) => idOf(body)), before.map(({ eCertID }) => eCertID));
});

test('a reply speaks of records, fields and assignments', async () => {
  const list = records(3);
  const title = describe('safety').fields.find(({ name }) => name === 'companyName').title;
  const { gateway } = over({
    submit: () => json({
      ReturnCode: 0, ReturnMsg: '上传失败', ReturnData: {
        ErrorData: [{ ErrorGuid: list[1].eCertID, ErrorMsg: `${title}不能为空` }, { ErrorGuid: 'nobody', ErrorMsg: '另一个' }],
        SuccessData: [{ eCertID: list[0].eCertID, encryCertid: 'AB', encryKey: 'QUJD' }],
      },
    }),
  });
  const report = await gateway.submit('safety', list, { ...OPTIONS, chunkSize: 3 });
  assert.deepEqual(states(report), ['accepted', 'refused', 'unknown']);
  assert.deepEqual([report.outcomes[0].encryCertid, report.outcomes[0].encryKey], ['AB', 'QUJD']);
  assert.deepEqual(report.outcomes[1].replies, [{ text: `${title}不能为空`, field: 'companyName' }]);
  assert.deepEqual(report.calls, [{ records: [0, 1, 2], message: '上传失败', replies: [{ text: '另一个', field: null }], unassigned: [] }]);
  const resumed = await gateway.submit('safety', list, { ...OPTIONS, resume: JSON.parse(JSON.stringify(report)) });
  assert.deepEqual(resumed, report, 'nothing is lost on the way');
});

test('a submission through a broker has no secret, and gives back its failures', async () => {
  const replies = [
    json({ ReturnCode: 1 }),
    json({ failure: { call: 'token', cause: 'code', code: 1202 } }, 502),
    json({ failure: { call: 'submit', cause: 'timeout', code: null } }, 504),
    json({ failure: { call: null, cause: 'broker', code: 413 } }, 413),
  ];
  const { gateway, calls } = over({ submit: () => replies.shift() }, BROKER);
  const { outcomes } = await gateway.submit('safety', records(4), OPTIONS);
  assert.deepEqual(Object.keys(calls[0].headers), ['Content-Type']);
  assert.ok(calls.every(({ url }) => url.endsWith('/base/submit')));
  assert.deepEqual(
    outcomes.map(({ state, failure }) => [state, failure?.call, failure?.cause, failure?.code]),
    [['accepted', undefined, undefined, undefined], ['not-sent', 'token', 'code', 1202], ['unknown', 'submit', 'timeout', null], ['not-sent', 'submit', 'broker', 413]],
  );
});

test('progress tells of every record once; what it throws is nobody\'s concern', async () => {
  const { gateway } = over();
  const list = [...records(5), 5];
  const seen = [];
  const told = [];
  const report = await gateway.submit('safety', list, {
    ...OPTIONS,
    chunkSize: 2,
    concurrency: 2,
    onProgress({ done, total, outcomes }) {
      told.push([done, total]);
      seen.push(...outcomes);
      if (told.length === 1) throw new Error('planted');
      return Promise.reject(new Error('planted'));
    },
  });
  assert.deepEqual(seen.map(({ index }) => index).sort(), [0, 1, 2, 3, 4, 5]);
  for (const outcome of seen) assert.deepEqual(outcome, report.outcomes[outcome.index]);
  assert.deepEqual(told.at(-1), [6, 6]);
  assert.deepEqual(told.map(([done]) => done), told.map(([done]) => done).sort((a, b) => a - b));
});

test('so many calls are under way as were asked for', async () => {
  let [now, most] = [0, 0];
  const { gateway, names } = over({
    submit: async () => {
      most = Math.max(most, ++now);
      await new Promise((settle) => setImmediate(settle));
      now--;
      return json({ ReturnCode: 1 });
    },
  });
  const report = await gateway.submit('safety', records(20), { ...OPTIONS, concurrency: 4 });
  assert.deepEqual([report.counts.accepted, most, names().filter((call) => call === 'submit').length], [20, 4, 20]);
});

test('a signal ends it: what was under way is aborted, what was not begun is not sent', async () => {
  const controller = new AbortController();
  const signals = [];
  const { gateway } = over({
    submit: ({ signal }, count) => {
      if (count < 4) return json({ ReturnCode: 1 });
      signals.push(signal);
      controller.abort();
      return new Promise(() => {});
    },
  });
  const list = records(6);
  const report = await gateway.submit('safety', list, { ...OPTIONS, signal: controller.signal });
  assert.deepEqual(states(report), ['accepted', 'accepted', 'unknown', 'not-sent', 'not-sent', 'not-sent']);
  const causes = report.outcomes.slice(2).map(({ failure }) => [failure.cause, failure.notReceived]);
  assert.deepEqual(causes, [['aborted', false], ...Array(3).fill(['cancelled', true])]);
  assert.ok(signals.length === 1 && signals[0].aborted);

  const again = over();
  const resumed = await again.gateway.submit('safety', list, { ...OPTIONS, resume: report });
  assert.deepEqual(states(resumed), ['accepted', 'accepted', 'unknown', 'accepted', 'accepted', 'accepted']);
  assert.deepEqual(again.calls.slice(1).flatMap(({ body }) => idOf(body)), list.slice(3).map(({ eCertID }) => eCertID));
  const settled = await again.gateway.submit('safety', list, { ...OPTIONS, resume: resumed, resendUnknown: true });
  assert.deepEqual(settled.counts.accepted, 6);
});

test('a signal that has spoken before sends nothing, and keeps no listener', async () => {
  const { gateway, names } = over();
  const report = await gateway.submit('safety', records(2), { ...OPTIONS, signal: AbortSignal.abort() });
  assert.deepEqual([states(report), names()], [['not-sent', 'not-sent'], []]);
  const { signal } = new AbortController();
  let listeners = 0;
  const counted = {
    get aborted() { return signal.aborted; },
    addEventListener: (...args) => { listeners++; signal.addEventListener(...args); },
    removeEventListener: (...args) => { listeners--; signal.removeEventListener(...args); },
  };
  await gateway.submit('safety', records(2), { ...OPTIONS, signal: counted });
  assert.equal(listeners, 0);
});

test('many records at once', async () => {
  const { gateway, names } = over();
  const report = await gateway.submit('safety', records(1000), { ...OPTIONS, chunkSize: 50, concurrency: 3 });
  assert.deepEqual([report.counts.accepted, names().length], [1000, 21]);
});

test('submitPreview is a submission of previews', async () => {
  const { gateway, calls } = over();
  const report = await gateway.submitPreview('3', [{ ...example('preview'), zzeCertID: '' }], { ...OPTIONS, rules: { 'field/required': 'off' }, certType: '1' });
  assert.equal(report.kind, 'preview');
  assert.equal(JSON.parse(calls[1].body).certType, '3');
  await assert.rejects(gateway.submitPreview(undefined, []), { name: 'InputError' });
  await assert.rejects(gateway.submitPreview('4', []), { name: 'InputError' });
  await assert.rejects(gateway.submitPreview('1', [], 5), { name: 'InputError' });
});

test('what is malformed is an InputError, as a rejection', async () => {
  const { gateway, names } = over();
  const report = await gateway.submit('safety', records(2), { ...OPTIONS, signal: AbortSignal.abort() });
  const cycle = {};
  cycle.outcomes = cycle;
  const calls = [
    ['safty', []], ['safety', {}], ['safety', 'planted'], ['safety'], ['preview', []], ['safety', [], 5], ['safety', [], null],
    ...[
      { planted: 1 }, { chunkSize: 0 }, { chunkSize: 1.5 }, { concurrency: '2' }, { onProgress: 'planted' }, { signal: {} }, { signal: null },
      { resendUnknown: 1 }, { profile: 'planted' }, { resume: 'planted' }, { resume: {} }, { resume: [] }, { resume: cycle }, { resume: null },
      { resume: { ...report, kind: 'special' } }, { resume: { ...report, outcomes: [] } },
      { resume: { ...report, outcomes: report.outcomes.toReversed?.() ?? [...report.outcomes].reverse() } },
      { resume: { ...report, outcomes: report.outcomes.map((outcome) => ({ ...outcome, state: 'planted' })) } },
      { resume: { ...report, outcomes: [{}, {}] } }, { resume: { ...report, calls: 'planted' } },
    ].map((options) => ['safety', records(2), { ...OPTIONS, ...options }]),
  ];
  for (const args of calls) {
    const promise = gateway.submit(...args);
    assert.ok(promise instanceof Promise);
    await assert.rejects(promise, ({ name, message }) => {
      assert.equal(name, 'InputError', message);
      assert.match(message, /[一-鿿].*。 .*[a-z].*\.$/s);
      return !message.includes('planted');
    });
  }
  assert.deepEqual(names(), []);
});

test('a gateway may be used inside its own callbacks', async () => {
  const { gateway } = over({ submit: async () => (await gateway.token(), json({ ReturnCode: 1 })) });
  const inner = [];
  const report = await gateway.submit('safety', records(2), { ...OPTIONS, onProgress: () => inner.push(gateway.submit('safety', records(1), OPTIONS)) });
  assert.deepEqual([report.counts.accepted, ...(await Promise.all(inner)).map(({ counts }) => counts.accepted)], [2, 1, 1]);
});
