// The command `check`, as it is installed: forms of file that are JSON, both outputs, every exit status; nothing of a
// record comes out of it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { buildRequest, describe, example, validateBatch } from 'mohurd-ecert';
import { brief, check, command, file, folder, found, OTHER, PLAIN, run, safety, SAFETY, table, THREE, unreadable, WRONG } from './cli-files.mjs';
import { gbk } from './gbk.mjs';

test('JSON: an array has indexes, an object is one record', async () => {
  const { issues, ...rest } = await found(JSON.stringify(THREE), ...SAFETY);
  assert.deepEqual({ ...rest, file: '' }, { file: '', kind: 'safety', total: 3, valid: 1, invalid: 2, ignored: [] });
  assert.deepEqual(brief({ issues }), WRONG([null, null]));
  const own = validateBatch('safety', THREE, { today: null });
  assert.deepEqual(issues, own.issues.map((issue) => ({ ...issue, line: null })));
  for (const indent of [0, 2]) {
    const text = JSON.stringify(THREE[1], null, indent);
    assert.deepEqual(brief(await found(text, ...SAFETY)), [['field/date', 0, 'issuDate', null]]);
    assert.deepEqual(brief(await found(`\ufeff \r\n${text}\n\n`, ...SAFETY)), [['field/date', 0, 'issuDate', null]]);
  }
  assert.deepEqual(brief(await found(gbk(JSON.stringify(THREE)), ...SAFETY)), WRONG([null, null]));
  assert.equal((await found('[]', ...SAFETY)).total, 0);
});

test('NDJSON: a line a record, blank lines between; a broken line is one issue', async () => {
  for (const line of ['\n', '\r\n']) {
    const text = THREE.map((record) => JSON.stringify(record)).join(`${line}${line} ${line}`);
    const document = await found(text, ...SAFETY);
    assert.deepEqual([document.total, document.valid, document.invalid], [3, 1, 2]);
    assert.deepEqual(brief(document), WRONG([4, 7]));
  }
  const [good] = THREE.map((record) => JSON.stringify(record));
  assert.deepEqual(brief(await found(`${good}\n{"planted": \n`, ...SAFETY)), [['record/syntax', 1, 2]]);
  assert.deepEqual(brief(await found(`\ufeff\n{"planted": \n${good}\n5`, ...SAFETY)), [['record/syntax', 0, 2], ['record/object', 2, 4]]);
});

test('a request body tells its kind itself; --kind may agree', async () => {
  const body = buildRequest('safety', [safety(), safety(OTHER)], { today: null });
  body.safeCertParameter.acceptData[1].issuDate = '2024-02-30';
  const text = JSON.stringify(body, null, 2);
  for (const args of [['--today', 'none'], SAFETY]) {
    const document = await found(text, ...args);
    assert.deepEqual([document.kind, document.total, document.valid, document.invalid], ['safety', 2, 1, 1]);
    assert.deepEqual(brief(document), [['field/date', 'safeCertParameter', 'acceptData', 1, 'issuDate', null]]);
  }
  const preview = buildRequest('preview', [example('preview')], { certType: '1' });
  assert.deepEqual([(await found(JSON.stringify(preview))).kind, (await found(JSON.stringify(preview))).total], ['preview', 1]);
  const around = await found(JSON.stringify({ ...body, certType: '7', safeCertParameter: { acceptData: [safety()] } }), '--today', 'none');
  assert.ok(around.issues.length > 0 && around.issues.every(({ path }) => path[0] === 'certType'));
  assert.deepEqual([around.total, around.valid], [1, 1]);
  assert.equal((await found('{"certType":"9"}')).kind, null);
  await unreadable(text, /与 --kind 不符。/, '--kind', 'manager');
});

test('a table as people read it', async () => {
  const { status, out, err } = await check(table(THREE), ...SAFETY);
  assert.deepEqual([status, err], [1, '']);
  assert.match(out, /^第 3 行（第 2 条）\n {2}issuDate {5}发证日期 {2}错误 {5}field\/date {6}“发证日期”不是有效的日期。.*\n\n第 4 行（第 3 条）\n {2}companyName {2}企业名称 {2}错误 {5}field\/required {2}.*\n\n记录 3：正确 1，有误 2。错误 2，警告 0。\n$/);
  const english = await check(JSON.stringify(THREE), ...SAFETY, '--locale', 'en');
  assert.match(english.out, /^record 2\n {2}issuDate +发证日期 +error +field\/date +\S.*[a-z].*\n\nrecord 3\n[^]*\n\nRecords 3: right 1, wrong 2\. Errors 2, warnings 0\.\n$/);
  const items = await check(JSON.stringify([safety({ businessInformation: [{ itemvalue: 5, itemtext: '' }] })]), ...SAFETY);
  assert.match(items.out, /\n {2}businessInformation\[0\]\.itemvalue {2}业务信息 {2}/);
  const body = await check('{"certType":"9"}');
  assert.match(body.out, /^请求体\n {2}certType +错误 /);
  assert.match((await check('[5]', ...SAFETY)).out, /^第 1 条\n {2}- +错误 +record\/object /);
});

test('warnings alone are status 0; the profile, the day and the certType are those given', async () => {
  const odd = JSON.stringify([safety({ eCertID: 'x' })]);
  const { status, out } = await check(odd, ...SAFETY);
  assert.equal(status, 0);
  assert.match(out, /警告 {5}ecert-id\/shape[^]*\n记录 1：正确 1，有误 0。错误 0，警告 1。\n$/);
  const rules = async (...args) => brief(await found(JSON.stringify([safety({ certNum: 'x' })]), '--kind', 'safety', ...args)).map(([rule]) => rule).join();
  const severities = async (...args) => (await found(JSON.stringify([safety({ responsiblePersonID: '359999198506120015' })]), ...SAFETY, ...args)).issues.map(({ severity }) => severity);
  assert.notDeepEqual(await severities(), await severities('--profile', 'strict'));
  assert.notEqual(await rules('--today', 'none'), await rules('--today', '2023-01-01'));
  assert.equal((await run(['check', file(JSON.stringify([example('preview')])), '--kind', 'preview', '--cert-type', '1'])).status, 0);
});

test('standard input is as good as a file', async () => {
  const { status, out } = await run(['check', '-', '--format', 'json', ...SAFETY], gbk(table(THREE)));
  const document = JSON.parse(out);
  assert.deepEqual([status, document.file, document.total, brief(document)], [1, '-', 3, WRONG([3, 4])]);
  assert.equal((await run(['check', '-', ...SAFETY], '')).status, 2);
});

test('the status is that of the whole file where whoever reads leaves early', async () => {
  const ids = Array.from({ length: 20_000 }, (_, number) => `x${number}`);
  const odd = ids.map((eCertID) => safety({ eCertID, certNum: `（闽）JZ安许证字[2024]${eCertID.slice(1).padStart(6, '0')}` }));
  for (const [records, wanted] of [[odd, 0], [[...odd, safety({ issuDate: '2024-02-30' })], 1]]) {
    const path = file(JSON.stringify(records));
    for (const format of ['text', 'json']) {
      const child = spawn(command, ['check', path, ...SAFETY, '--format', format]);
      let told = '';
      child.stderr.on('data', (text) => (told += text));
      const closed = once(child, 'close');
      await once(child.stdout, 'data');
      child.stdout.destroy();
      assert.deepEqual([...(await closed), told], [wanted, null, '']);
    }
  }
});

test('what cannot be read is status 2 and a sentence in both languages', async () => {
  await unreadable('', /文件是空的。/, ...SAFETY);
  for (const text of ['planted', '   \n', '\ufeff', '5', '"planted"', 'planted,张三\n1,2\n', 'eCertIDs,planted\n']) await unreadable(text, /safety 的字段名或数据名称。/, ...SAFETY);
  for (const text of ['{"planted": 1', '{\n  "planted": [\n    {}\n', '{planted}', '{']) await unreadable(text, /不是完整的 JSON/, ...SAFETY);
  const head = PLAIN.map(({ title }) => title).join();
  await unreadable(`${head}\n"planted`, /^第 2 行的引号没有结束。/, ...SAFETY);
  await unreadable(`${head}\n1\n"planted"x,`, /^第 3 行的引号之后/, ...SAFETY);
  await unreadable(`${head}\n${','.repeat(PLAIN.length)}planted\n`, /^第 2 行的列比第一行多。/, ...SAFETY);
  await unreadable(`${head},备注,eCertID\n`, /出现了两列（A）。/, ...SAFETY);
  await unreadable(Buffer.from([0x61, 0x80, 0xff, 0xff]), /不是 UTF-8，也不是 GBK。/, ...SAFETY);
  await unreadable(gbk(table(THREE)), /--encoding gbk/, ...SAFETY, '--encoding', 'utf-8');
  for (const mark of [[0x50, 0x4b, 3, 4, 20], [0xd0, 0xcf, 0x11, 0xe0, 0xa1]]) await unreadable(Buffer.from(mark), /另存为 CSV。/, ...SAFETY);
  mkdirSync(join(folder, 'planted'));
  for (const [name, pattern] of [['missing', /没有这个文件。/], ['planted', /这是文件夹/]]) {
    const { status, out, err } = await run(['check', join(folder, name), ...SAFETY]);
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, pattern);
  }
});

test('wrong arguments are status 2 with the usage, and are not repeated', async () => {
  const path = file(JSON.stringify(THREE));
  const wrong = [
    [], [path], [path, '--kind', 'planted'], [path, '--kind'], [path, path, ...SAFETY], [path, ...SAFETY, '--planted'],
    [path, ...SAFETY, '--profile', 'planted'], [path, ...SAFETY, '--locale', 'zh'], [path, ...SAFETY, '--format', 'planted'],
    [path, ...SAFETY, '--cert-type', '4'], [path, ...SAFETY, '--encoding', 'planted'], [path, '--kind', 'safety', '--today', '2024-02-30'],
  ];
  for (const args of wrong) {
    const { status, out, err } = await run(['check', ...args]);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.match(err, /^\S.*[一-鿿].*。 .*[a-z].*\.\n\n用法 Usage: mohurd-ecert check /, args.join(' '));
    assert.ok(!err.includes('planted'), err);
  }
  for (const help of ['--help', '-h']) {
    const { status, out, err } = await run(['check', help]);
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /^用法 Usage: mohurd-ecert check /);
  }
});

test('no value of a record comes out, in either output, whatever the file', async () => {
  for (const kind of ['safety', 'special', 'manager', 'preview']) {
    const { fields } = describe(kind);
    const planted = Object.fromEntries(fields.map(({ name }, index) => [name, `PLANTED${index}号`]));
    const head = fields.map(({ title }) => title).join();
    const row = fields.map(({ name }) => planted[name]).join();
    const texts = [
      JSON.stringify([planted, planted]), `${JSON.stringify(planted)}\n${JSON.stringify(planted)}\n{"x":PLANTED}`, gbk(`${head}\n${row}\n${row}\n`), `${head}\n${row}\n`,
      `${head}\n"${row}\n`, `${head}\n${row},PLANTED\n`, `${row}\n${row}\n`, `${fields[0].title},PLANTED\n${fields[1].title},PLANTED\n`, `[PLANTED`, `{"PLANTED`,
      // Names of the data itself are named, so that they can be found; values are not.
      JSON.stringify({ certType: 'PLANTED', parameter: 'PLANTED' }),
    ];
    for (const text of texts) {
      for (const format of ['text', 'json']) {
        const { out, err } = await check(text, '--kind', kind, '--format', format);
        assert.ok(!`${out}${err}`.includes('PLANTED'), `${kind}: ${out}${err}`);
      }
    }
  }
});

test('what a file calls its fields cannot steer the terminal', async () => {
  const { out } = await check(JSON.stringify([{ ...safety(), '\u001b[31mred\u202e\n': 1 }]), ...SAFETY);
  assert.match(out, /field\/unknown/);
  assert.doesNotMatch(out, /[\u001b\u202e]/);
});

test('colours are for a terminal without NO_COLOR', { skip: spawnSync('script', ['--version']).error && 'no script(1)' }, async () => {
  const path = file(JSON.stringify(THREE));
  const terminal = async (env) => {
    const { stdout } = spawnSync('script', ['-qec', `'${command}' check '${path}' --kind safety --today none`, '/dev/null'], { encoding: 'utf8', env: { ...process.env, NO_COLOR: '', ...env } });
    assert.match(stdout, /field\/date/);
    return stdout;
  };
  assert.match(await terminal({}), /\x1b\[1m第 2 条\x1b\[0m[^]*\x1b\[31m错误 +\x1b\[0m/);
  assert.doesNotMatch(await terminal({ NO_COLOR: '1' }), /\x1b/);
  assert.doesNotMatch((await run(['check', path, ...SAFETY])).out, /\x1b/);
});

test('a thousand rows are judged as the library judges them', async () => {
  const records = Array.from({ length: 1000 }, (_, index) => safety({
    eCertID: (0x57ee22de0a144900 + index * 4096).toString(16).padStart(32, '0'),
    certNum: `（闽）JZ安许证字[2024]${String(index).padStart(6, '0')}`,
    ...(index % 10 === 9 && { certState: '张三' }),
  }));
  const document = await found(gbk(table(records)), ...SAFETY);
  assert.deepEqual([document.total, document.valid, document.invalid], [1000, 900, 100]);
  const own = validateBatch('safety', records, { today: null });
  assert.deepEqual(document.issues.map(({ rule, path }) => [rule, ...path]), own.issues.map(({ rule, path }) => [rule, ...path]));
  assert.ok(document.issues.every(({ line, path: [record] }) => line === record + 2));
});
