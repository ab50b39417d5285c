// The entries of the package: one table, from which follow what is bundled, `exports`, and the folders at the root for resolvers
// that read no `exports`. Run by itself it writes package.json and those folders; the build refuses them when they are stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const ADAPTERS = ['standard-schema', 'async-validator', 'vee-validate', 'react-hook-form', 'constraint'];

/** Each entry with its source, by the name that follows the package's; `.` is the package itself. */
export const ENTRIES = {
  '.': 'src/index.ts',
  './gateway': 'src/gateway/index.ts',
  './broker': 'src/broker/index.ts',
  './qr': 'src/qr/index.ts',
  './sandbox': 'src/sandbox/index.ts',
  ...Object.fromEntries(ADAPTERS.map((name) => [`./${name}`, `src/adapters/${name}.ts`])),
  './slim': 'src/slim.ts',
  './scalar': 'src/scalar.ts',
};

/** What is published as it is. */
const FILES = {
  './core.wasm': './dist/core.wasm',
  './core-scalar.wasm': './dist/core-scalar.wasm',
  './schema/*': './schema/*',
  './vectors/*': './vectors/*',
  './deploy/*': './deploy/*',
  './package.json': './package.json',
};

/** The script with a global, for pages without modules. */
export const SCRIPT = 'dist/mohurd-ecert.min.js';

const SUBPATHS = Object.keys(ENTRIES).filter((entry) => entry !== '.');

/** The file of an entry in dist, without its ending. */
export const fileOf = (entry) => (entry === '.' ? 'index' : entry.slice(2));

/** The types of an entry in dist, without their ending. */
export const typesOf = (entry) => ENTRIES[entry].replace(/^src\/(.*)\.ts$/, '$1');

/** Where an entry's files are, as seen from a folder. */
function found(entry, dist) {
  return { esm: `${dist}/${fileOf(entry)}.js`, cjs: `${dist}/cjs/${fileOf(entry)}.cjs`, types: `${dist}/${typesOf(entry)}.d.ts`, ctypes: `${dist}/cjs/${typesOf(entry)}.d.cts` };
}

function conditions(entry) {
  const { esm, cjs, types, ctypes } = found(entry, './dist');
  return { import: { types, default: esm }, require: { types: ctypes, default: cjs } };
}

/** The fields by which a resolver without `exports` finds an entry. */
function mains(entry, dist) {
  const { esm, cjs, types } = found(entry, dist);
  return { main: cjs, module: esm, types };
}

/** What package.json must say of the entries. */
function manifest() {
  return {
    files: ['dist', '!dist/cli', ...SUBPATHS.map(fileOf), 'schema', 'vectors', 'deploy', 'README*', 'LICENSE*'],
    ...mains('.', './dist'),
    unpkg: `./${SCRIPT}`,
    jsdelivr: `./${SCRIPT}`,
    exports: { ...Object.fromEntries(Object.keys(ENTRIES).map((entry) => [entry, conditions(entry)])), ...FILES },
  };
}

const at = (path) => new URL(path, import.meta.url);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Every file that follows from the table, with its text. */
async function files() {
  const old = JSON.parse(await readFile(at('package.json'), 'utf8'));
  const stubs = SUBPATHS.map((entry) => [`${fileOf(entry)}/package.json`, json({ sideEffects: false, ...mains(entry, '../dist') })]);
  return [['package.json', json({ ...old, ...manifest() })], ...stubs];
}

const textAt = (path) => readFile(at(path), 'utf8').then((text) => text.replace(/\r\n/g, '\n'), () => undefined);

/** Refuses what is not as the table says. */
export async function refuseStale() {
  for (const [path, text] of await files()) {
    if ((await textAt(path)) !== text) throw new Error(`pkg/${path} is not as pkg/entries.mjs says: run node pkg/entries.mjs`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await files()) {
    await mkdir(new URL('.', at(path)), { recursive: true });
    await writeFile(at(path), text);
  }
}
