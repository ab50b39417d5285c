// What the package weighs: each module of wasm, and each entry as a bundler sends all of it; raw, by gzip and by brotli.
import { readFileSync } from 'node:fs';
import { ENTRIES, SCRIPT } from '../pkg/entries.mjs';
import { all, brotli, gzip } from '../tests/package/sizes.mjs';

const read = (path) => readFileSync(new URL(`../pkg/${path}`, import.meta.url));

const MODULES = {
  'core.wasm': 'dist/core.wasm', 'core-scalar.wasm': 'dist/core-scalar.wasm', 'wasm of `./gateway`': '.build/client.wasm',
  'wasm of `./qr`': '.build/qr.wasm', 'wasm of `./sandbox`': '.build/sandbox.wasm',
};

const weigh = (name, bytes) => ({ name, raw: bytes.length, gzip: gzip(bytes), brotli: brotli(bytes) });

/** Rows of { name, raw, gzip, brotli }, in bytes. */
export async function weights() {
  const files = Object.entries(MODULES).map(([name, path]) => weigh(name, read(path)));
  const entries = [];
  for (const entry of Object.keys(ENTRIES)) entries.push(weigh(`\`${entry}\``, await all(entry.slice(1))));
  return [...files, ...entries, weigh('the script', read(SCRIPT))];
}
