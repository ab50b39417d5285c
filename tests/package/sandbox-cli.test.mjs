// The command line, as it is installed: `mohurd-ecert`, and its command `sandbox`.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { example } from 'mohurd-ecert';
import { Gateway } from 'mohurd-ecert/gateway';
import { createSandbox } from 'mohurd-ecert/sandbox';
import { start } from './cli.mjs';
import { states } from './gateway-support.mjs';
import { install, root } from './installed.mjs';

let folder;
let end;
before(() => {
  ({ folder, end } = install());
});
after(() => end());

const cli = (...args) => start(join(folder, 'node_modules/.bin/mohurd-ecert'), args);

/** What it prints, and its exit status. */
async function whole(...args) {
  const program = cli(...args);
  const status = await program.ended();
  return { status, ...program.printed };
}

/** Works with a sandbox that was started; then it is ended as Ctrl-C does. */
async function within(args, work) {
  const program = cli('sandbox', '--port', '0', ...args);
  try {
    const [, url] = await program.until(/(http:\/\/127\.0\.0\.1:\d+\/)\n[^]*结果 result\n/);
    await work(url, program);
  } finally {
    program.signal('SIGINT');
  }
  assert.equal(await program.ended(), 0, program.printed.err);
  assert.equal(program.printed.err, '');
  return program.printed.out;
}

const gateway = (baseUrl) => new Gateway({ baseUrl, systemId: 'sandbox-system', key: 'sandbox-key', retry: { attempts: 1 } });
const submit = (own) => own.submit('safety', [example('safety')], { today: null });
const plan = (url, call, ...faults) => fetch(`${url}sandbox/faults`, { method: 'POST', body: JSON.stringify({ call, faults }) });

test('it tells its version, and how to use it', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'pkg/package.json'), 'utf8'));
  assert.deepEqual(await whole('--version'), { status: 0, out: `${version}\n`, err: '' });
  for (const args of [['--help'], ['-h']]) {
    const { status, out, err } = await whole(...args);
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /用法 Usage: mohurd-ecert <[^]* sandbox +在本机启动沙箱网关 serve/);
  }
  const { status, out } = await whole('sandbox', '--help');
  assert.equal(status, 0);
  for (const name of ['port', 'seed', 'repeated same|refuse|second', 'partial accept|refuse', 'style bare|enveloped|custom', 'keys FILE', 'cors']) {
    assert.ok(out.includes(`--${name}`), name);
  }
});

test('what cannot be read ends with the usage and status 2, and is not repeated', async () => {
  const wrong = [
    [], ['planted'], ['toString'], ['--planted'], ['sandbox', '--planted'], ['sandbox', 'planted'], ['sandbox', '--port'],
    ['sandbox', '--port', 'planted'], ['sandbox', '--port', '65536'], ['sandbox', '--port', '-1'], ['sandbox', '--port='],
    ['sandbox', '--seed', 'planted'], ['sandbox', '--seed', '1.5'], ['sandbox', '--repeated', 'planted'], ['sandbox', '--partial', 'second'],
    ['sandbox', '--style', 'planted'], ['sandbox', '--cors=planted'], ['sandbox', '--keys'],
  ];
  for (const args of wrong) {
    const { status, out, err } = await whole(...args);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.match(err, /用法 Usage: mohurd-ecert/, args.join(' '));
    assert.ok(!err.includes('planted'), err);
    if (args[0] === 'sandbox') assert.match(err, /^\S.*[一-鿿].*。 .*[a-z].*\.\n\n用法/, args.join(' '));
  }
});

test('it says what to use, a line of each request, and ends with Ctrl-C', async () => {
  const out = await within([], async (url, program) => {
    const own = gateway(url);
    assert.deepEqual(states(await submit(own)), ['accepted']);
    await plan(url, 'submit', 'cut', { code: 1205 }, { status: 503 }, 'close');
    // A refused token is renewed, and the call repeated; that meets the fault after.
    assert.deepEqual([await submit(own), await submit(own), await submit(own)].map((report) => report.outcomes[0].failure.cause), ['broken', 'status', 'broken']);
    await fetch(`${url}nowhere`);
    await program.until(/HTTP 404/);
  });
  assert.match(out, /systemId +sandbox-system\n.*key +sandbox-key\n/);
  assert.match(out, /fetch\('http:\/\/127\.0\.0\.1:\d+\/sandbox\/faults', \{ method: 'POST', body: '\{"call":"submit","faults":\["cut"\]\}' \}\)/);
  const lines = out.split('结果 result\n')[1].trim().split('\n').map((line) => line.split(/ {2,}/));
  assert.deepEqual(lines, [
    ['token', '-', 'code 1'],
    ['submit', '-', 'ReturnCode 1'],
    ['-', '-', 'HTTP 200'],
    ['submit', 'cut', '答复中断 reply cut'],
    ['submit', 'code', 'code 1205'],
    ['token', '-', 'code 1'],
    ['submit', 'status', 'HTTP 503'],
    ['submit', 'close', '连接断开 connection closed'],
    ['-', '-', 'HTTP 404'],
    ['沙箱网关已结束。 The sandbox gateway has ended.'],
  ]);
});

test('its hint works as it stands', async () => {
  await within([], async (url, { printed }) => {
    const [, hint] = /await (fetch\(.*\))\n/.exec(printed.out);
    assert.deepEqual(await (await new Function(`return ${hint}`)()).json(), { planned: 1 });
    assert.equal((await submit(gateway(url))).outcomes[0].failure.cause, 'broken');
  });
});

test('its options decide what it does', async () => {
  await within(['--repeated', 'refuse', '--style', 'enveloped', '--cors'], async (url) => {
    const own = gateway(url);
    assert.deepEqual([await submit(own), await submit(own)].flatMap(states), ['accepted', 'refused']);
    assert.equal((await fetch(url)).headers.get('access-control-allow-origin'), '*');
  });
  const token = async (seed) => {
    let token;
    await within(['--seed', seed], async (url) => ({ token } = await gateway(url).token()));
    return token;
  };
  const [one, again, two] = [await token('1'), await token('1'), await token('2')];
  assert.ok(one === again && one !== two);
});

/** Works with a folder of its own. */
async function inFolder(work) {
  const own = mkdtempSync(join(tmpdir(), 'mohurd-ecert-keys-'));
  try {
    await work(own);
  } finally {
    rmSync(own, { recursive: true });
  }
}

const mode = (file) => (statSync(file).mode & 0o777).toString(8);

test('its key pair goes into a file for its owner alone, where that is asked for', () =>
  inFolder(async (own) => {
    const file = join(own, 'keys.json');
    const { privateKey, publicKey } = createSandbox({ seed: 3 });
    for (const before of ['none', 'the same, for others to read']) {
      if (before !== 'none') chmodSync(file, 0o644);
      const out = await within(['--seed', '3', '--keys', file], async (url) => {
        assert.deepEqual(await (await fetch(`${url}sandbox/keys`)).json(), { privateKey, publicKey });
      });
      assert.match(out, /^沙箱的密钥对在 --keys 所指的文件中.* The key pair of the sandbox is in the file of --keys, with mode 600\.\n/);
      assert.ok(![privateKey, publicKey, file].some((text) => out.includes(text)), out);
      assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), { privateKey, publicKey });
      if (process.platform !== 'win32') assert.equal(mode(file), '600', before);
    }
  }));

test('a file that holds something else stays, and one that cannot be is told', () =>
  inFolder(async (own) => {
    const file = join(own, 'province.key');
    writeFileSync(file, 'planted');
    const ends = async (...args) => {
      const { status, out, err } = await whole('sandbox', '--port', '0', '--keys', ...args);
      assert.deepEqual([status, out], [1, '']);
      assert.ok(!err.includes(own) && !err.includes('planted'), err);
      return err;
    };
    assert.match(await ends(file), /^--keys 所指的文件已存在.*。 The file of --keys exists and holds something else: .*\.\n$/);
    assert.equal(readFileSync(file, 'utf8'), 'planted');
    assert.match(await ends(join(own, 'planted', 'keys.json')), /^--keys 所指的文件不能写入（ENOENT）。 The file of --keys cannot be written \(ENOENT\)\.\n$/);
    assert.match(await ends(own), /^--keys 所指的文件不能写入（EISDIR）。/);
    await within(['--keys', join(own, 'one.json')], async () => undefined);
    await ends(join(own, 'one.json'), '--seed', '2');
  }));

test('a port that is in use ends it with a sentence and status 1', async () => {
  await within([], async (url) => {
    const { status, out, err } = await whole('sandbox', '--port', new URL(url).port);
    assert.deepEqual([status, out], [1, '']);
    assert.match(err, /^端口 \d+ 已被占用，.*。 Port \d+ is in use: choose another by --port\.\n$/);
  });
});
