// Start-up: Node processes that import a library and judge one record. What a process needs of ours beside (codes, lengths)
// is bundled into its script; the libraries themselves are imported from node_modules, as on a server.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { example } from 'mohurd-ecert';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = join(here, '.built');
const LIBRARIES = ['zod', 'valibot', 'ajv', '@sinclair/typebox', 'async-validator'];
const peer = (file, made) =>
  `import { ${made} } from '${here}peers/${file}.mjs';
import { isPhoto } from '${here}peers/photo.mjs';
export const check = ${made}(isPhoto);`;

const SCRIPTS = {
  empty: 'export const check = () => [];',
  'mohurd-ecert': "import { validate } from 'mohurd-ecert'; export const check = (record) => validate('manager', record).issues;",
  'hand-written': peer('hand', 'handWritten'),
  valibot: peer('valibot', 'valibot'),
  zod: peer('zod', 'zod'),
  ajv: peer('ajv', 'ajv'),
};

/** Says the milliseconds from before the import to behind the first result. */
const MAIN = `import { readFileSync } from 'node:fs';
const record = JSON.parse(readFileSync(new URL('record.json', import.meta.url), 'utf8'));
const begin = performance.now();
const { check } = await import(process.argv[2]);
if (check(record).length > 0) throw new Error('the example is right');
console.log(performance.now() - begin);`;

async function write() {
  mkdirSync(built, { recursive: true });
  writeFileSync(join(built, 'record.json'), JSON.stringify(example('manager')));
  writeFileSync(join(built, 'main.mjs'), MAIN);
  for (const [name, contents] of Object.entries(SCRIPTS)) {
    const external = name === 'mohurd-ecert' ? ['mohurd-ecert'] : LIBRARIES;
    await build({
      stdin: { contents, resolveDir: here },
      bundle: true,
      format: 'esm',
      platform: 'node',
      external,
      outfile: join(built, `${name}.mjs`),
      logLevel: 'error',
    });
  }
}

/** Milliseconds within the process from import to first result, and of the whole process. */
function once(name) {
  const begin = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(built, 'main.mjs'), `./${name}.mjs`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return { inside: Number(stdout), whole: performance.now() - begin };
}

/** Times of all scripts, in turn: `{ name: { inside, whole } }`, lists of milliseconds. */
export async function starts(rounds) {
  console.log('starts: timing');
  await write();
  const times = Object.fromEntries(Object.keys(SCRIPTS).map((name) => [name, { inside: [], whole: [] }]));
  for (let round = -1; round < rounds; round++) {
    for (const name of Object.keys(SCRIPTS)) {
      const { inside, whole } = once(name);
      if (round < 0) continue;
      times[name].inside.push(inside);
      times[name].whole.push(whole);
    }
  }
  return times;
}
