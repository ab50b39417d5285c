// What the documents say of sending is so: the states, causes and codes, the entries with their names, the options with their
// defaults, and the faults of the sandbox are those of the package, its types and its sources.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { RESULT_CODES } from 'mohurd-ecert/gateway';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');

const READMES = ['README.md', 'README.zh-CN.md'];
const GATEWAY = ['docs/gateway.md', 'docs/gateway.zh-CN.md'];
const TYPES = 'pkg/dist/gateway/shapes.d.ts';
const SETTINGS = 'pkg/dist/gateway/settings-shapes.d.ts';
const SANDBOX = 'pkg/dist/sandbox/shapes.d.ts';

const cells = (row) => row.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim());
/** The rows of the one table whose head begins with one of these. */
function table(path, ...heads) {
  const tables = [...read(path).matchAll(/^\|.*\|\n\|[-| ]+\|\n(?:\|.*\|\n)+/gm)].map(([text]) => text.trim().split('\n'));
  const found = tables.filter(([head]) => heads.includes(cells(head)[0]));
  assert.equal(found.length, 1, `${path}: ${heads}`);
  return found[0].slice(2).map(cells);
}
const spans = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, span]) => span);

/** The own members of an interface, in their order. */
function members(path, name) {
  const body = new RegExp(`interface ${name}\\b[^{]*\\{\\n(.*?)\\n\\}`, 's').exec(read(path).replace(/\/\*\*.*?\*\//gs, ''))[1];
  return [...body.matchAll(/^ {4}(?:readonly )?(\w+)\??[(:]/gm)].map(([, member]) => member);
}
/** The literals of a union of texts. */
const literals = (path, name) => [...new RegExp(`type ${name} = ([^;]*);`).exec(read(path))[1].matchAll(/'([^']+)'/g)].map(([, each]) => each);

const states = literals(TYPES, 'State');
const causes = new Map(
  [...read('docs/reference.md').matchAll(/^\| <a id="cause-([\w-]+)"><\/a>.*$/gm)].map(([row, id]) => [id, cells(row)[3].startsWith('是') ? 'not-sent' : 'unknown']),
);

for (const path of READMES) {
  test(`${path}: the states are those of a report`, () => {
    assert.deepEqual(table(path, 'state', '状态').map(([state]) => spans(state)[0]), states);
  });

  test(`${path}: the causes are the client's, and leave a record as the reference says`, () => {
    const rows = table(path, '`cause`');
    for (const [names, , state] of rows) {
      for (const name of spans(names)) assert.equal(spans(state)[0], causes.get(name), name);
    }
    assert.ok(causes.size > 20 && rows.length > 5);
  });

  test(`${path}: the entries and their names are the package's`, async () => {
    const rows = table(path, 'entry', '入口');
    const entries = Object.keys(JSON.parse(read('pkg/package.json')).exports).filter((name) => name !== './package.json');
    assert.deepEqual(rows.map(([entry]) => spans(entry)[0].replace('mohurd-ecert', '.')), entries);
    for (const [entry, exported] of rows) {
      const name = spans(entry)[0];
      if (name.endsWith('*')) {
        for (const file of spans(exported)) assert.ok(existsSync(join(root, 'pkg', name.replace('mohurd-ecert/', '').replace('*', file))), file);
        continue;
      }
      if (name.endsWith('.wasm')) continue;
      const own = Object.keys(await import(name));
      if (['mohurd-ecert/slim', 'mohurd-ecert/scalar'].includes(name)) {
        assert.deepEqual(own, Object.keys(await import('mohurd-ecert')), name);
        continue;
      }
      const functions = name === 'mohurd-ecert' ? own.filter((each) => /^[a-z]/.test(each)) : [];
      assert.deepEqual([...functions, ...spans(exported)].sort(), own.sort(), name);
    }
  });
}

test('a code that the documents name is one of the document\'s', () => {
  const known = new Set(RESULT_CODES.map(({ code }) => String(code)));
  let seen = 0;
  for (const path of [...READMES, ...GATEWAY]) {
    for (const [code] of read(path).matchAll(/(?<![\d.])1[02]\d\d(?!\d|[.\w-])/g)) {
      assert.ok(known.has(code), `${path}: ${code}`);
      seen++;
    }
  }
  assert.ok(seen > 10, `only ${seen} codes were found`);
});

const firsts = (rows) => rows.flatMap(([cell]) => spans(cell));

for (const path of GATEWAY) {
  test(`${path}: options and settings are those of the types`, () => {
    assert.deepEqual(firsts(table(path, 'option of `submit`', '`submit` 的选项')), members(TYPES, 'SubmitOptions'));
    assert.deepEqual(firsts(table(path, 'setting of `Gateway`', '`Gateway` 的设置')), members(SETTINGS, 'GatewaySettings'));
    assert.deepEqual(firsts(table(path, 'setting of `createBroker`', '`createBroker` 的设置')), members('pkg/dist/broker/settings.d.ts', 'BrokerSettings'));
    const retry = table(path, 'setting of `Gateway`', '`Gateway` 的设置').find(([name]) => name === '`retry`')[1];
    assert.deepEqual(spans(retry), members(SETTINGS, 'RetrySettings'));
    const given = members(SETTINGS, 'TransportRequest').join(', ');
    assert.ok(read(path).includes(`{ ${given} }`), given);
  });

  test(`${path}: the sandbox has these members, options and faults`, () => {
    const names = firsts(table(path, 'member', '成员').map(([cell]) => [cell.replace(/\(.*?\)/g, '')]));
    assert.deepEqual(names.sort(), members(SANDBOX, 'Sandbox').sort());
    assert.deepEqual(firsts(table(path, 'option', '选项')), members(SANDBOX, 'SandboxOptions'));
    const union = /type Fault = ([^]*?);\n(?:\/\*\*|export)/.exec(read(SANDBOX))[1];
    const words = (text) => [...new Set([...text.matchAll(/'([\w-]+)'|(?:^|\| )\{\s*(\w+):/g)].map(([, word, member]) => word ?? member))];
    const said = firsts(table(path, 'fault', '故障')).flatMap((span) => words(span));
    assert.deepEqual([...new Set(said)].sort(), words(union).sort());
  });

  test(`${path}: the words an option of the sandbox may be are its own, the default among them`, () => {
    for (const [name, decides, standard] of table(path, 'option', '选项').filter(([, decides]) => decides.includes("`'"))) {
      const [option] = spans(name);
      const own = new RegExp(`^ {4}${option}\\?: ([^;]*);`, 'm').exec(read(SANDBOX))[1].match(/'[^']+'/g);
      assert.deepEqual(spans(decides), own, option);
      assert.equal(spans(standard)[0], own[0], option);
    }
  });
}

/** A number in a source. */
const source = (path, pattern) => Number(pattern.exec(read(path))[1].replace(/_/g, ''));
const timeout = source('src/spec/endpoints.rs', /TIMEOUT_MS: u32 = ([\d_]+)/);
const limit = source('src/gateway/client/book.rs', /const LIMIT: u32 = (\d+)/);
const RETRY = /Retry \{ attempts: (\d+), base: Duration::from_millis\((\d+)\), most: Duration::from_secs\((\d+)\), budget: (\d+) \}/;
const [attempts, base, most, budget] = RETRY.exec(read('src/gateway/client/settings.rs')).slice(1).map(Number);

test('every number that is said of sending is the sources\'', () => {
  for (const path of READMES) {
    const said = (pattern) => [...read(path).matchAll(pattern)].map((match) => Number(match.slice(1).find(Boolean)));
    for (const [pattern, number] of [
      [/(\d+) seconds|(\d+) 秒/g, timeout / 1000],
      [/up to (\d+) times|最多尝试 (\d+) 次/g, attempts],
      [/[Aa]fter (\d+) calls|连续 (\d+) 次/g, limit],
      [/\| (\d+) calls before|此前 (\d+) 次/g, limit],
    ]) assert.deepEqual([...new Set(said(pattern))], [number], `${path}: ${pattern}`);
  }
  for (const path of GATEWAY) {
    const row = (name) => table(path, 'setting of `Gateway`', '`Gateway` 的设置').find(([first]) => first === `\`${name}\``)[2];
    assert.equal(Number(row('timeoutMs')), timeout);
    assert.deepEqual(row('retry').match(/\d+/g).map(Number), [attempts, base, most * 1000, budget]);
  }
});
