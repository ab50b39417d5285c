// What the documents say of the command line is so: each example is typed as it stands and answers as it says, and the options, names
// and exit statuses are those of the commands.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');
const PAGES = ['docs/command-line.md', 'docs/command-line.zh-CN.md'];
const BIN = join(root, 'node_modules/.bin');

const blocks = (path) => [...read(path).matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map(([, info, code]) => ({ info, code }));
const spans = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, span]) => span);
/** The cells of the rows whose first cell holds a span or a number, below a head that begins so. */
function table(path, ...heads) {
  const tables = [...read(path).matchAll(/^\| (.*?) \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/gm)];
  const [, , rows] = tables.find(([, head]) => heads.includes(head));
  return rows.trim().split('\n').map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
}
/** A line as it would be typed; `npx` without a look at the registry. */
function shell(line, cwd) {
  const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}` };
  return spawnSync('sh', ['-c', line.replace(/^npx /, '')], { cwd, env, encoding: 'utf8' });
}
const help = (command) => shell(`mohurd-ecert ${command} --help`, root).stdout;

for (const path of PAGES) {
  test(`${path}: every example answers as it says`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'mohurd-ecert-docs-'));
    try {
      for (const { info, code } of blocks(path).filter(({ info }) => info.startsWith('csv '))) writeFileSync(join(folder, info.slice(4)), code);
      const typed = blocks(path).filter(({ info }) => info === 'console').flatMap(({ code }) => code.split(/^(?=\$ )/m));
      assert.ok(typed.length >= 6);
      let last;
      for (const each of typed) {
        const [, line, wanted] = /^\$ (.*)\n([^]*)$/.exec(each);
        const { status, stdout, stderr } = line === 'echo $?' ? { stdout: `${last}\n`, stderr: '' } : shell(line, folder);
        assert.equal(stderr, '', line);
        assert.equal(stdout, wanted, line);
        last = status;
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test(`${path}: options, names and commands are those there are`, () => {
    const options = [...help('check').matchAll(/^ {2}(--[\w-]+)/gm)].map(([, name]) => name);
    const rows = table(path, 'option', '选项');
    assert.deepEqual(rows.flatMap(([cell]) => spans(cell)), options);
    for (const [option, means, standard] of rows) {
      const [, words = ''] = new RegExp(`^ {2}${spans(option)} +([\\w-]+(?:\\|[\\w-]+)+) `, 'm').exec(help('check')) ?? [];
      const own = spans(option)[0] === '--kind' ? /\[--kind ([\w|]+)\]/.exec(help('check'))[1] : words;
      assert.deepEqual(spans(means).filter((word) => own.split('|').includes(word)).sort(), own.split('|').filter(Boolean).sort(), option);
      for (const word of spans(standard)) assert.ok(own.split('|').includes(word), option);
    }
    const published = readdirSync(join(root, 'pkg/schema')).map((file) => file.replace(/(\.schema)?\.json$/, ''));
    assert.deepEqual(table(path, 'name', '名称').flatMap(([cell]) => spans(cell)).sort(), published.sort());
    assert.deepEqual(table(path, 'exit status', '退出状态').map(([status]) => status), ['0', '1', '2']);
    const commands = [...shell('mohurd-ecert --help', root).stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    const headings = [...read(path).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, commands);
  });
}
