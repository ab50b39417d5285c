// What the package weighs, as bundlers and servers would send it. Run by hand it prints the table; sizes.test.mjs holds it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, 'pkg', path));

/** What a page has that uses these names. */
async function bundled(code) {
  const options = { bundle: true, minify: true, write: false, format: 'esm', target: 'es2017', charset: 'utf8', external: ['node:*'] };
  const { outputFiles } = await build({ ...options, stdin: { contents: code, resolveDir: join(root, 'tests') } });
  return Buffer.from(outputFiles[0].contents);
}

export const all = (entry) => bundled(`export * from 'mohurd-ecert${entry}';`);
export const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
export const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** What is measured, by the names in sizes.json. Two files are sent as two. */
const MEASURED = {
  'core.wasm and its loader': async () => brotli(read('dist/core.wasm')) + brotli(await bundled("export { init } from 'mohurd-ecert/slim';")),
  '.': async () => brotli(await all('')),
  './scalar': async () => brotli(await all('/scalar')),
  './slim without its wasm': async () => brotli(await all('/slim')),
  'the script': async () => brotli(read('dist/mohurd-ecert.min.js')),
  './gateway': async () => brotli(await all('/gateway')),
  './broker': async () => brotli(await all('/broker')),
  "the wasm of `./qr`": async () => brotli(read('.build/qr.wasm')),
  './qr': async () => brotli(await all('/qr')),
  './sandbox': async () => brotli(await all('/sandbox')),
  'the tables of `.` alone': async () => brotli(await bundled("export { describe, dictionary, example, rules } from 'mohurd-ecert';")),
  '`.` by gzip': async () => gzip(await all('')),
};

export const SIZES = JSON.parse(readFileSync(new URL('sizes.json', import.meta.url), 'utf8'));

/** The bytes of each. */
export async function measure() {
  return Object.fromEntries(await Promise.all(Object.entries(MEASURED).map(async ([name, size]) => [name, await size()])));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const now = await measure();
  console.log('| what | goal | reached | now |\n|---|---|---|---|');
  for (const [name, bytes] of Object.entries(now)) console.log(`| ${name} | ${SIZES[name]?.goal ?? ''} | ${SIZES[name]?.reached ?? ''} | ${bytes} |`);
}
