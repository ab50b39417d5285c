// Bundles the package: src/index.ts → dist/index.js, with dist/core.wasm inlined as base64. The types are tsc's.
import { build } from 'esbuild';
import { readFile, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const dist = new URL('dist/', import.meta.url);
const wasm = new URL('core.wasm', dist);

/** The loader instantiates the core with nothing: what it would import is refused here, where the reason can be said. */
async function refuseImports() {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(await readFile(wasm)));
  const names = imports.map(({ module, name }) => `${module} ${name}`).join(', ');
  if (names) throw new Error(`core.wasm imports ${names}: its boundary may carry numbers only`);
}

/** What an earlier build left would be published. */
async function clear() {
  const old = (await readdir(dist)).filter((name) => name !== 'core.wasm');
  await Promise.all(old.map((name) => rm(new URL(name, dist), { recursive: true })));
}

/** `core-wasm.js` is no file: it is the core's bytes. */
const inline = {
  name: 'core-wasm',
  setup({ onResolve }) {
    onResolve({ filter: /\/core-wasm\.js$/ }, () => ({ path: fileURLToPath(wasm) }));
  },
};

await refuseImports();
await clear();
await build({
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2017',
  // Not minified: bundlers do that, and need the marks of what is pure; and an error shows a line, not the whole package.
  minifySyntax: true,
  charset: 'utf8',
  legalComments: 'none',
  loader: { '.wasm': 'base64' },
  plugins: [inline],
  external: ['node:*'],
  logLevel: 'warning',
});
