// The types for CommonJS: tsc's own, in dist/cjs, where they name each other by `.cjs`. Only what an entry reaches.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { ENTRIES, typesOf } from './entries.mjs';

const IMPORT = /(\bfrom |\bimport\()(['"])(\.{1,2}\/[\w./-]+)\.js\2/g;
const dist = new URL('dist/', import.meta.url);

async function write(module, done) {
  if (done.has(module)) return;
  done.add(module);
  const text = await readFile(new URL(`${module}.d.ts`, dist), 'utf8');
  const file = new URL(`cjs/${module}.d.cts`, dist);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, text.replace(IMPORT, '$1$2$3.cjs$2'));
  for (const [, , , next] of text.matchAll(IMPORT)) await write(posix.join(posix.dirname(module), next), done);
}

const done = new Set();
for (const entry of Object.keys(ENTRIES)) await write(typesOf(entry), done);
