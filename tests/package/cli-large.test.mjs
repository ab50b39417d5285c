// The command `check` and what is large: what is found does not depend on whether it is read whole or piece by piece, as a large file
// of JSON or NDJSON is, and standard input. What is kept of that meanwhile is only the user's, and nothing of it stays.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { buildRequest } from 'mohurd-ecert';
import { command, folder, safety, SAFETY, table } from './cli-files.mjs';
import { gbk } from './gbk.mjs';

const ENOUGH = 2 ** 26;

/** A right record and some wrong ones, with what makes them long. */
const record = (number) =>
  safety({
    eCertID: `1.2.156.3005.2.11100000000013338W010.${String(number % 90).padStart(4, '0')}`,
    remark: '安'.repeat(30_000),
    ...(number % 20 === 7 ? { issuDate: '2024-02-30' } : {}),
  });
const records = Array.from({ length: 800 }, (_, number) => record(number));
const texts = records.map((each) => JSON.stringify(each));
texts[30] = '{"planted": ';
texts[60] = '5';

/** An environment in which a function of Node's for files is another one, and with temporary files in a folder of its own. */
function changed(name, body) {
  const path = join(mkdtempSync(join(folder, 'hook-')), 'hook.cjs');
  const hook = `const { appendFileSync, statSync } = require('node:fs');
    const fs = require('node:fs/promises');
    const { ${name} } = fs;
    fs.${name} = async (file, ...rest) => { ${body} };
    require('node:module').syncBuiltinESMExports();`;
  writeFileSync(path, hook);
  const temporary = mkdtempSync(join(folder, 'tmp-'));
  return { env: { ...process.env, NODE_OPTIONS: `--require ${path}`, TMPDIR: temporary }, temporary, log: `${path}.log` };
}
const mode = (path) => `(statSync(${path}).mode & 0o777).toString(8)`;
/** The file cannot be read whole. */
const refusing = () => changed('readFile', "if (String(file).endsWith('large.data')) throw new Error('read whole'); return readFile(file, ...rest);");
/** No file is large. */
const small = () => changed('stat', 'const found = await stat(file, ...rest); return { isFile: () => found.isFile(), size: 1 };');
/** What is opened is put down, with who may read it and its folder. */
function watching() {
  const body = `const handle = await open(file, ...rest);
    appendFileSync(__filename + '.log', [file, ${mode('file')}, ${mode("require('node:path').dirname(file)")}].join(' ') + '\\n');
    return handle;`;
  return changed('open', body);
}
const written = ({ log }) => {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n');
  } catch {
    return [];
  }
};

const padded = (text) => Buffer.concat([Buffer.from(text), Buffer.alloc(ENOUGH, ' ')]);

/** What the command says of a file, given by its name or as standard input. */
function says(contents, how, args, { env } = process) {
  const path = join(folder, 'large.data');
  writeFileSync(path, contents);
  const handle = openSync(path);
  const options = { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: [handle, 'pipe', 'pipe'], env };
  const { status, stdout, stderr } = spawnSync(command, ['check', how === 'file' ? path : '-', ...args], options);
  closeSync(handle);
  return { status, stdout: stdout.replace(/^\{"file":"[^"]*",/, '{'), stderr };
}
const both = (contents, args) => [says(contents, 'file', args), says(contents, 'input', args)];

const FORMS = {
  'an array': `[${texts.join(',\n')}]`,
  'lines with a mark, and blank ones between': `\ufeff\n${texts.join('\n\n \r\n')}\n`,
};

for (const [name, text] of Object.entries(FORMS)) {
  for (const format of ['text', 'json']) {
    test(`${name}, piece by piece, as ${format}`, () => {
      assert.ok(Buffer.byteLength(text) >= ENOUGH);
      const args = [...SAFETY, '--format', format];
      const whole = says(text, 'file', args, small());
      assert.ok(whole.stdout.length > 10_000, whole.stderr);
      assert.equal(whole.status, 1);
      assert.deepEqual(says(text, 'file', args, refusing()), whole);
      assert.deepEqual(says(text, 'input', args, refusing()), whole);
    });
  }
}

test('what is kept of standard input is only the user\'s, and nothing of it stays', () => {
  const watched = watching();
  says(FORMS['an array'], 'input', SAFETY, watched);
  const [line, ...others] = written(watched);
  assert.deepEqual([others, readdirSync(watched.temporary)], [[], []]);
  const [path, ...modes] = line.split(' ');
  assert.ok(path.startsWith(join(watched.temporary, 'mohurd-ecert-')));
  assert.deepEqual(modes, ['600', '700']);
});

test('nothing stays where it is killed', async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL']) {
    const watched = watching();
    const child = spawn(command, ['check', '-', ...SAFETY], { env: watched.env });
    child.stdin.on('error', () => undefined).write(FORMS['an array']);
    const isKept = () => written(watched).length > 0 && readdirSync(watched.temporary).length === 0;
    for (let tries = 0; tries < 2000 && child.exitCode === null && !isKept(); tries++) await pause(20);
    assert.ok(child.exitCode === null && isKept());
    const ended = new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
    child.kill(signal);
    assert.deepEqual([await ended, readdirSync(watched.temporary)], [signal, []]);
  }
});

test('what is small, or read whole, is not kept', () => {
  for (const text of [`[${texts[0]}]`, padded(gbk(`[${JSON.stringify(safety())}]`)), table([safety({ remark: '安'.repeat(ENOUGH / 2) })])]) {
    const watched = watching();
    assert.deepEqual(says(text, 'input', [...SAFETY, '--encoding', typeof text === 'string' ? 'auto' : 'gbk'], watched).stderr, '');
    assert.deepEqual(written(watched), []);
  }
});

test('where nothing can be kept it says so', () => {
  const { status, stdout, stderr } = says(FORMS['an array'], 'input', SAFETY, { env: { ...process.env, TMPDIR: join(folder, 'missing') } });
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /^临时文件不能写入（ENOENT）。 The temporary file cannot be written \(ENOENT\)\.\n$/);
});

test('a pipe by its name is as standard input', () => {
  const asFile = says(FORMS['an array'], 'file', SAFETY);
  const piped = spawnSync('sh', ['-c', `cat large.data | '${command}' check /dev/stdin ${SAFETY.join(' ')}`], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30 });
  assert.equal(piped.stdout, asFile.stdout);
});

test('what is neither is read whole', () => {
  const long = '安'.repeat(2 ** 21);
  const body = JSON.stringify(buildRequest('safety', [safety({ companyName: long }), safety()], { today: null, rules: { 'field/max-length': 'off', 'batch/duplicate-id': 'off', 'request/duplicate-id': 'off' } }));
  for (const contents of [padded(body), padded(gbk(`[${JSON.stringify(safety())}]`)), padded(JSON.stringify(safety())), padded('{"planted"')]) {
    const [asFile, asInput] = both(contents, SAFETY);
    assert.deepEqual(asFile, asInput);
  }
});

test('a record that is too large for a stream is no fault of the file', () => {
  const text = `[${'{"remark":"' + 'x'.repeat(2 ** 24)}"},${texts.join(',')}]`;
  const [asFile, asInput] = both(text, [...SAFETY, '--format', 'json']);
  assert.deepEqual(asFile, asInput);
  assert.equal(JSON.parse(asFile.stdout).total, 801);
});

test('without a kind it says so', () => {
  const [asFile, asInput] = both(FORMS['an array'], []);
  assert.deepEqual(asFile, asInput);
  assert.deepEqual([asFile.status, asFile.stdout], [2, '']);
});
