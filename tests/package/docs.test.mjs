// The documents are true: their examples run, their numbers, names and shapes are those of the package, their links resolve, and the
// two languages say the same things in the same order. That they are well said, no test can tell.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import * as lib from 'mohurd-ecert';
import { KINDS } from './support.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');

const READMES = ['README.md', 'README.zh-CN.md'];
const FACES = [...READMES, 'pkg/README.md'];
const GATEWAY = ['docs/gateway.md', 'docs/gateway.zh-CN.md'];
const QR = ['docs/qr.md', 'docs/qr.zh-CN.md'];
const ISSUING = ['docs/issuing.md', 'docs/issuing.zh-CN.md'];
const COMMANDS = ['docs/command-line.md', 'docs/command-line.zh-CN.md'];
const NOT_OURS = new Set(['node_modules', 'dist', 'target', '.git', 'corpus', 'artifacts']);

function markdown(folder = '') {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (NOT_OURS.has(name)) return [];
    if (statSync(join(root, path)).isDirectory()) return markdown(path);
    return name.endsWith('.md') ? [path] : [];
  });
}

/** The fenced blocks of a page, with what stands behind the fence. */
const blocks = (path) => [...read(path).matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map(([, info, code]) => ({ info, code }));
const prose = (path) => read(path).replace(/^```[^\n]*\n.*?^```$/gms, '');

function run(code) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim().split('\n').at(-1);
}

for (const path of [...FACES, ...GATEWAY, ...ISSUING, ...QR]) {
  test(`${path}: every example runs and yields what it says`, () => {
    const examples = blocks(path).filter(({ info }) => info === 'js');
    assert.ok(examples.length > 0);
    for (const { code } of examples) {
      const claims = code.split('// →').length - 1;
      const held = code.replace(/^(\S.*); \/\/ → (.*)$/gm, (_, found, wanted) => `$held($assert.deepEqual(${found}, ${wanted}));`);
      const answer = run(`import $assert from 'node:assert/strict'; let $count = 0; const $held = () => $count++;\n${held}\nconsole.log($count);`);
      assert.ok(claims > 0, code);
      assert.equal(Number(answer), claims, code);
    }
  });
}

for (const path of READMES) {
  test(`${path}: the page and the app use what there is`, () => {
    const [{ code: page }] = blocks(path).filter(({ info }) => info === 'html');
    const script = /<script type="module">(.*)<\/script>/s.exec(page)[1].replace("'./dist/index.js'", "'mohurd-ecert'");
    const shown = run(`globalThis.document = { body: {} };\n${script}\nconsole.log(document.body.textContent);`);
    assert.match(shown, /不是有效的日期/);
    const [{ code: app }] = blocks(path).filter(({ info }) => info === 'js app');
    for (const name of /import \{ (.*) \} from 'mohurd-ecert'/.exec(app)[1].split(', ')) assert.ok(name in lib, name);
  });

  test(`${path}: the example in Rust is the crate's own`, () => assert.equal(rustOf(path), docTest('src/lib.rs')));

  test(`${path}: the shapes have the members of the types`, () => {
    const types = members(read('pkg/dist/shapes.d.ts').replace(/\/\*\*.*?\*\//gs, ''));
    const shown = members(blocks(path).filter(({ info }) => info === 'ts').map(({ code }) => code.replace(/\/\/.*$/gm, '')).join('\n'));
    assert.deepEqual(Object.keys(shown).sort(), ['BatchReport', 'BuildOptions', 'Issue', 'Options', 'Report', 'RequestReport']);
    for (const [name, own] of Object.entries(shown)) assert.deepEqual(own, types[name], name);
  });
}

for (const path of GATEWAY) {
  test(`${path}: the example in Rust is the crate's own`, () => assert.equal(rustOf(path), docTest('src/gateway/native.rs')));
}

const rustOf = (path) => blocks(path).find(({ info }) => info === 'rust').code;

/** The first example at the top of a file of the crate, without its hidden lines. */
function docTest(path) {
  const doc = read(path).split('\n').filter((line) => line.startsWith('//!')).map((line) => line.replace(/^\/\/! ?/, '')).join('\n');
  return /```\w*\n(.*?)```/s.exec(doc)[1].replace(/^# .*\n/gm, '');
}

/** The members of each interface, in their order. */
function members(text) {
  const found = text.matchAll(/interface (\w+)[^{]*\{(.*?)\}(?=\s*(?:$|\n\s*(?:export|interface)))/gs);
  return Object.fromEntries([...found].map(([, name, body]) => [name, [...body.replace(/\{[^}]*\}/g, '').matchAll(/(\w+)\??:/g)].map(([, each]) => each)]));
}

for (const path of FACES) {
  test(`${path}: the functions are those of the package`, () => {
    const rows = prose(path).split('\n').filter((line) => /^\| `\w+\(/.test(line)).map((line) => line.split('|')[1]);
    const named = rows.flatMap((cell) => [...cell.matchAll(/`(\w+)\(/g)].map(([, name]) => name));
    const functions = Object.keys(lib).filter((name) => /^[a-z]/.test(name) && (name !== 'init' || path !== 'pkg/README.md'));
    assert.deepEqual(named.sort(), functions.sort());
  });
}

const rules = lib.rules();
const ids = read('pkg/dist/generated/types.d.ts').match(/type DictionaryId = ([^;]*);/)[1].match(/'[^']+'/g).map((id) => id.slice(1, -1));
const dictionaries = ids.map((id) => lib.dictionary(id));
const codes = dictionaries.flatMap(({ rows }) => rows);
const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);
const fields = KINDS.map((kind) => lib.describe(kind).fields.length);
const errors = (profile) => rules.filter(({ severity }) => severity[profile] === 'error').length;
const closed = dictionaries.filter((each) => each.closed);
const readings = new Set(read('docs/reference.md').match(/id="reading-R\d+"/g)).size;

/** A way to say a number, in either language, and the number. */
const NUMBERS = [
  [/(\d+) fields|(\d+) 个字段/g, sum(fields)],
  [/(\d+) (?:first )?rules|(\d+) 条规则/g, rules.length],
  [/(\d+) are errors under|下 (\d+) 条为错误/g, errors('document')],
  [/, (\d+) under `strict`|`strict` 下 (\d+) 条/g, errors('strict')],
  [/(\d+) dictionaries with|(\d+) 个字典，/g, dictionaries.length],
  [/(\d+) dictionaries are closed|(\d+) 个字典是封闭的/g, closed.length],
  [/(\d+) codes|(\d+) 个代码/g, codes.length],
  [/(\d+) numbered|(\d+) 条编号/g, readings],
  ...['seed', 'confirmed', 'single', 'inferred'].map((how) => [new RegExp(`^\\| \`${how}\` \\| (\\d+) `, 'gm'), codes.filter(({ confidence }) => confidence === how).length]),
  ...KINDS.map((kind, index) => [new RegExp(`^\\| \`${kind}\` \\|.*\\| (\\d+) \\|$`, 'gm'), fields[index]]),
];

for (const path of READMES) {
  test(`${path}: every number is the tables'`, () => {
    for (const [words, number] of NUMBERS) {
      const said = [...prose(path).matchAll(words)].map((match) => Number(match.slice(1).find(Boolean)));
      assert.ok(said.length > 0, `${words} is not said`);
      assert.deepEqual(said, said.map(() => number), String(words));
    }
  });
}

test('CHANGELOG.md: its numbers of the first version are right while it is the only one', () => {
  const versions = read('CHANGELOG.md').match(/^## \[/gm).length;
  if (versions > 1) return;
  assert.match(read('CHANGELOG.md'), new RegExp(`first ${rules.length} rules`));
  assert.match(read('CHANGELOG.md'), new RegExp(`${readings} numbered readings`));
});

test('what is said of closed dictionaries is so: none rests on a single source', () => {
  const weak = closed.flatMap(({ id, rows }) => rows.filter(({ confidence }) => !['seed', 'confirmed'].includes(confidence)).map(({ code }) => [id, code]));
  assert.deepEqual(weak, []);
});

test('the two languages have the same parts in the same order', () => {
  for (const [english, chinese] of [READMES, GATEWAY, ISSUING, QR, COMMANDS]) {
    const shape = (path) => [...read(path).matchAll(/^(#+ |\||- |\d\. |```\S*)/gm)].map(([, mark]) => mark);
    assert.deepEqual(shape(chinese), shape(english));
    const same = (path) => blocks(path).filter(({ info }) => ['sh', 'html', 'toml', 'rust'].includes(info)).map(({ code }) => code);
    assert.deepEqual(same(chinese), same(english));
    const scripts = (path) => blocks(path).filter(({ info }) => info === 'js app').map(({ code }) => code.replace(/\s*\/\/.*$/gm, ''));
    assert.deepEqual(scripts(chinese), scripts(english));
  }
});

test('the licences of the package are those of the repository', () => {
  for (const name of ['LICENSE', 'LICENSE-MIT', 'LICENSE-APACHE']) assert.equal(read(`pkg/${name}`), read(name), name);
});

const slug = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-');

/** The places of a page that a link can name. */
function anchors(path) {
  const headings = [...prose(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slug(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')));
  return new Set([...headings, ...[...read(path).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)]);
}

test('every link of every page leads somewhere', () => {
  let followed = 0;
  for (const path of markdown()) {
    const links = [...prose(path).matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)].map(([, inline, below]) => inline ?? below);
    for (const link of links.filter((each) => !/^[a-z]+:/.test(each))) {
      const [target, anchor] = decodeURIComponent(link).split('#');
      const page = target ? join(dirname(path), target) : path;
      assert.ok(existsSync(join(root, page)), `${path}: ${link}`);
      assert.ok(!path.startsWith('pkg') || page.startsWith('pkg'), `${path}: ${link} is not in the tarball`);
      if (anchor) assert.ok(anchors(page).has(anchor), `${path}: ${link}`);
      followed++;
    }
  }
  assert.ok(followed > 100, `only ${followed} links were found`);
});

const entries = Object.keys(JSON.parse(read('pkg/package.json')).exports).map((name) => name.replace('.', 'mohurd-ecert'));
const isEntry = (name) =>
  entries.includes(name) || (entries.includes(`${dirname(name)}/*`) && existsSync(join(root, name.replace('mohurd-ecert', 'pkg'))));

test('every rule, path and file that the pages name exists', () => {
  const known = new Set(rules.map(({ id }) => id));
  const elsewhere = (name) => name.startsWith('node_modules/mohurd-ecert') || isEntry(name);
  let seen = 0;
  for (const path of markdown().filter((each) => each !== 'docs/reference.md' && !each.startsWith('www'))) {
    const spans = [...prose(path).matchAll(/`([a-z][\w.-]*(?:\/[\w.-]+)+)`/g)].map(([, span]) => span);
    for (const span of spans.filter((each) => !elsewhere(each))) {
      const places = [join(root, span), join(root, dirname(path), span)];
      assert.ok(known.has(span) || places.some(existsSync), `${relative('', path)}: ${span}`);
      seen++;
    }
  }
  assert.ok(seen > 40, `only ${seen} names were found`);
});
