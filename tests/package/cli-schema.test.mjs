// The command `schema`, as it is installed: each description comes out as it lies in the package.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { start } from './cli.mjs';
import { install, root } from './installed.mjs';

let folder;
let end;
before(() => {
  ({ folder, end } = install());
});
after(() => end());

async function schema(...args) {
  const program = start(join(folder, 'node_modules/.bin/mohurd-ecert'), ['schema', ...args]);
  const status = await program.ended();
  return { status, ...program.printed };
}
const published = readdirSync(join(root, 'pkg/schema'));
const nameOf = (file) => file.replace(/(\.schema)?\.json$/, '');
const text = (file) => readFileSync(join(root, 'pkg/schema', file), 'utf8');

test('it prints each of the published descriptions, byte by byte', async () => {
  assert.ok(published.length >= 6);
  for (const file of published) assert.deepEqual(await schema(nameOf(file)), { status: 0, out: text(file), err: '' }, file);
});

test('it writes one into a file', async () => {
  const out = join(folder, 'out.json');
  for (const option of [['--out', out], [`--out=${out}`]]) {
    assert.deepEqual(await schema('openapi', ...option), { status: 0, out: '', err: '' });
    assert.equal(readFileSync(out, 'utf8'), text('openapi.json'));
  }
});

test('a file that cannot be written is status 1', async () => {
  const { status, out, err } = await schema('manager', '--out', join(folder, 'planted', 'out.json'));
  assert.deepEqual([status, out], [1, '']);
  assert.match(err, /^文件不能写入（ENOENT）。 The file cannot be written \(ENOENT\)\.\n$/);
});

test('without a name it tells what there is', async () => {
  for (const args of [[], ['--help'], ['-h'], ['manager', '--help']]) {
    const { status, out, err } = await schema(...args);
    assert.deepEqual([status, err], [0, '']);
    for (const file of published) assert.match(out, new RegExp(`^ {2}${nameOf(file)} +[一-鿿]`, 'm'));
  }
});

test('wrong arguments are status 2 with the usage, and are not repeated', async () => {
  for (const args of [['planted'], ['toString'], ['manager', 'planted'], ['--planted'], ['manager', '--out'], ['--out', 'planted']]) {
    const { status, out, err } = await schema(...args);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.match(err, /^\S.*[一-鿿].*。 .*[a-z].*\.\n\n用法 Usage: mohurd-ecert schema /, args.join(' '));
    assert.ok(!/planted|toString/.test(err), err);
  }
});
