// What nobody may read in an error, a log or a console: the key, the tokens, and whose record it is. Every call meets every fault of
// the matrix, and everything that is said meanwhile is searched.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { inspect } from 'node:util';
import { buildRequestJson, example } from 'mohurd-ecert';
import { Gateway } from 'mohurd-ecert/gateway';
import { createSandbox } from 'mohurd-ecert/sandbox';
import { start } from './cli.mjs';
import { root } from './installed.mjs';
import { calls, rows } from './matrix-world.mjs';

const KEY = 'planted-key-5d1c';
const PERSON = { ...example('manager'), name: '植入者', companyName: '植入建设工程有限公司' };
/** A right record, and one that is wrong at the name. */
const RECORDS = [PERSON, { ...PERSON, eCertID: '0'.repeat(32), name: '植入者\u0000' }];
const PHOTO = PERSON.photo.split(',')[1];
/** What must stand nowhere; a token by the form of all of them. */
const HIDDEN = [KEY, '植入', PERSON.identityCard, PHOTO.slice(0, 40), PHOTO.slice(-40), /KTOKEN_[0-9a-f]{4}/];

const holds = (text, hidden) => (typeof hidden === 'string' ? text.includes(hidden) : hidden.test(text));

/** Fails where something of it can be read. */
function hides(said) {
  for (const [where, text] of said) {
    for (const hidden of HIDDEN) assert.ok(!holds(text, hidden), `${where} tells ${hidden}: ${text.slice(0, 400)}`);
  }
}

/** All that can be read from an error. */
const ofError = (error) => [error.message, error.stack, String(error), JSON.stringify(error), inspect(error, { showHidden: true, depth: 9 })].join('\n');

/** A report without the gateway's own words, which are the caller's data. */
const ofReport = ({ outcomes, calls, ...report }) =>
  JSON.stringify({ ...report, outcomes: outcomes.map(({ replies, ...outcome }) => outcome), calls: calls.map(({ replies, message, ...call }) => call) });

const SUBMISSION = { today: null };

/** Every call of a gateway once; what each said. */
async function allCalls(gateway, only) {
  const json = buildRequestJson('manager', [PERSON], SUBMISSION);
  const work = {
    token: () => gateway.token().then(() => ''),
    validate: () => gateway.validateToken().then(String),
    log: () =>
      gateway.log({
        interfaceId: 'a', logType: 1, logId: 'b', method: 'POST', requestTime: '2024-06-01 08:00:00', responseTime: '2024-06-01 08:00:01',
        remoteIp: '127.0.0.1', status: 200, path: `http://127.0.0.1/?key=${KEY}`, requestParams: json, responseParams: { key: KEY, name: PERSON.name },
      }).then(String),
    submit: () => gateway.submit('manager', RECORDS, SUBMISSION).then(ofReport),
    preview: () => gateway.submitPreview('3', [{ ...example('preview'), url: `https://${PHOTO.slice(0, 40)}.example.com/` }], SUBMISSION).then(ofReport),
    soap: () => gateway.soap('upload', { json }).then(() => ''),
  };
  return work[only]().catch(ofError);
}

/** What comes to the console while that is done. */
async function withConsole(work) {
  const said = [];
  const own = { ...console };
  const note = (...values) => said.push(['console', values.map((value) => inspect(value, { depth: 9 })).join(' ')]);
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir']) console[name] = note;
  process.on('warning', note);
  try {
    await work();
  } finally {
    Object.assign(console, own);
    process.off('warning', note);
  }
  return said;
}

/** Runs the matrix over real HTTP, with every request and answer seen; what was said, and what went over the wire. */
async function run() {
  const [said, sent] = [[], []];
  const own = globalThis.fetch;
  globalThis.fetch = async (request, init) => {
    const body = await request.clone().text();
    (request.url.includes('requestResponseLog') ? said : sent).push([`to ${new URL(request.url).pathname}`, body]);
    sent.push(['url', request.url], ['headers', JSON.stringify([...request.headers])]);
    return own(request, init);
  };
  try {
    for (const { fault } of rows) {
      for (const call of calls) {
        const systems = [{ systemId: 'planted', key: KEY }];
        const sandbox = createSandbox({ systems });
        const server = await sandbox.listen({ onRequest: ({ body, ...answer }) => said.push(['onRequest', JSON.stringify(answer)]) });
        const timeoutMs = JSON.stringify(fault).includes('silence') ? 100 : 60_000;
        const gateway = new Gateway({ baseUrl: server.url, systemId: 'planted', key: KEY, timeoutMs, retry: { attempts: 1 }, audit: { remoteIp: '127.0.0.1' } });
        if (fault === 'unreachable') await server.close();
        else await sandbox.plan(call, fault, fault);
        said.push([`${call} under ${JSON.stringify(fault)}`, await allCalls(gateway, call)]);
        said.push(['the gateway', inspect(gateway, { showHidden: true, depth: 9 }) + JSON.stringify(gateway)]);
        said.push(['the listing', JSON.stringify([await sandbox.records(), await sandbox.calls()])]);
        await server.close();
      }
    }
  } finally {
    globalThis.fetch = own;
  }
  return { said, sent };
}

test('no error, report, log entry, listing or console tells what is hidden, whatever goes wrong', async () => {
  let went;
  const printed = await withConsole(async () => (went = await run()));
  assert.deepEqual(printed, [], 'nothing is printed at all');
  const wire = went.sent.map(([, text]) => decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))).join('\n');
  for (const hidden of HIDDEN) assert.ok(holds(wire, hidden), `${hidden} was never sent`);
  assert.ok(went.said.filter(([where]) => where.includes('requestResponseLog')).length > 100, 'the calls were reported');
  hides(went.said);
});

test('no refusal of a wrong argument tells it', async () => {
  const said = [];
  const refused = async (work) => {
    try {
      await work();
    } catch (error) {
      return said.push([error.name, ofError(error).replace(/file:\S+/g, '')]);
    }
    return assert.fail(String(work));
  };
  const settings = { baseUrl: 'http://127.0.0.1:9/', systemId: 'planted', key: KEY };
  const sandbox = createSandbox();
  const wrong = [
    () => new Gateway({ ...settings, baseUrl: KEY }),
    () => new Gateway({ ...settings, [KEY]: KEY }),
    () => new Gateway({ ...settings, retry: KEY }),
    () => new Gateway({ ...settings, systemId: '植入' }),
    () => new Gateway({ ...settings, key: [KEY] }),
    () => new Gateway(settings).submit(PERSON.name, RECORDS),
    () => new Gateway(settings).submit('manager', PERSON),
    () => new Gateway(settings).submit('manager', RECORDS, { resume: PERSON }),
    () => new Gateway(settings).validateToken([KEY]),
    () => new Gateway(settings).soap(PERSON.name, {}),
    () => new Gateway(settings).soap('a', { a: PERSON }),
    () => new Gateway(settings).log({ interfaceId: KEY, status: PERSON.name }),
    () => createSandbox({ systems: [{ systemId: KEY, key: KEY, interfaces: [KEY] }] }),
    () => createSandbox({ [KEY]: 1 }),
    () => createSandbox({ origin: `ftp://${KEY}/` }),
    () => sandbox.plan(KEY),
    () => sandbox.plan('submit', KEY),
    () => sandbox.plan('submit', { text: [PERSON.name] }),
    () => sandbox.plan('submit', { [KEY]: PERSON }),
    () => sandbox.listen({ host: KEY }),
  ];
  for (const each of wrong) await refused(each);
  const control = await sandbox.fetch('/sandbox/faults', { method: 'POST', body: JSON.stringify({ call: KEY, faults: [PERSON] }) });
  said.push(['the sandbox', await control.text()]);
  hides(said);
});

test('the command line prints a line a request, and nothing of what is in it', async () => {
  const program = start(process.execPath, [join(root, 'pkg/dist/cli.js'), 'sandbox', '--port', '0']);
  const [, baseUrl] = await program.until(/(http:\/\/127\.0\.0\.1:\d+\/)\n[^]*结果 result\n/);
  const greeting = program.printed.out;
  for (const { fault } of rows.filter((row) => row.fault !== 'unreachable')) {
    for (const call of calls) {
      const timeoutMs = JSON.stringify(fault).includes('silence') ? 100 : 60_000;
      const gateway = new Gateway({ baseUrl, systemId: 'sandbox-system', key: 'sandbox-key', timeoutMs, retry: { attempts: 1 } });
      await fetch(`${baseUrl}sandbox/faults`, { method: 'POST', body: JSON.stringify({ call, faults: [fault] }) });
      await allCalls(gateway, call);
    }
  }
  await fetch(`${baseUrl}${KEY}?name=${encodeURIComponent(PERSON.name)}`, { method: 'POST', body: JSON.stringify(PERSON) });
  await program.until(/HTTP 404\n$/);
  program.signal('SIGINT');
  assert.equal(await program.ended(), 0);
  const lines = program.printed.out.slice(greeting.length);
  assert.ok(lines.split('\n').length > 300);
  hides([['stdout', lines], ['stdout', lines.replaceAll('sandbox-key', KEY)], ['stderr', program.printed.err]]);
});
