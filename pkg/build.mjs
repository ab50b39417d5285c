// Bundles the package: one file an entry, and what entries share in files beside them, so that an error's class is the same
// whichever entry it came by. Each wasm module is inlined as base64. The types are tsc's.
import { build } from 'esbuild';
import { readFile, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = new URL('dist/', import.meta.url);
const made = new URL('.build/', import.meta.url);
const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));
const core = new URL('core.wasm', dist);

/** The entries of the package, by the file that each becomes in dist. */
const ENTRIES = {
  index: 'src/index.ts',
  gateway: 'src/gateway/index.ts',
  broker: 'src/broker/index.ts',
  sandbox: 'src/sandbox/index.ts',
  cli: 'src/cli/main.ts',
};

/** The loader instantiates the core with nothing: what it would import is refused here, where the reason can be said. */
async function refuseImports() {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(await readFile(core)));
  const names = imports.map(({ module, name }) => `${module} ${name}`).join(', ');
  if (names) throw new Error(`core.wasm imports ${names}: its boundary may carry numbers only`);
}

/** What an earlier build left would be published. */
async function clear() {
  const old = (await readdir(dist)).filter((name) => name !== 'core.wasm');
  await Promise.all(old.map((name) => rm(new URL(name, dist), { recursive: true })));
}

/**
 * wasm-bindgen's JavaScript makes its text coders when it is loaded, where jsdom has none, and one of them in a way that lasts
 * for two gigabytes. The package has coders of its own: they take the place of that whole part.
 */
function withOwnCoders(glue, file) {
  const part = /^let cachedTextDecoder = [^]*?(?=^let WASM_VECTOR_LEN\b)/m;
  const fitted = glue.replace(part, '');
  const used = new Set(fitted.match(/\b(decodeText|cachedTextEncoder\.\w+|Text(?:En|De)coder\b)/g));
  const known = ['decodeText', 'cachedTextEncoder.encodeInto', 'cachedTextEncoder.encode'];
  const other = [...used].filter((name) => !known.includes(name));
  if (fitted === glue || other.length > 0 || /\bimport\.meta\b/.test(fitted)) {
    throw new Error(`${file}: wasm-bindgen's JavaScript is not as this build knows it: fit withOwnCoders to it (${other.join(', ')})`);
  }
  return `import { decode as decodeText, glueEncoder as cachedTextEncoder } from '../src/utf8.js';\n${fitted}`;
}

/** `NAME-wasm.js` and `NAME-glue.js` are no files of the sources: they are a module's bytes, and wasm-bindgen's JavaScript of it. */
const wasm = {
  name: 'wasm',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/core-wasm\.js$/ }, () => ({ path: fileURLToPath(core) }));
    onResolve({ filter: /\/\w+-(wasm|glue)\.js$/ }, ({ path }) => {
      const [, name, what] = path.match(/\/(\w+)-(wasm|glue)\.js$/);
      return { path: fileURLToPath(new URL(what === 'wasm' ? `${name}.wasm` : `${name}.js`, made)), sideEffects: false };
    });
    onLoad({ filter: /\.build[\\/]\w+\.js$/ }, async ({ path }) => ({ contents: withOwnCoders(await readFile(path, 'utf8'), path) }));
  },
};

await refuseImports();
await clear();
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ENTRIES,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  metafile: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2017',
  // Only the command line has it, to find the schemas.
  supported: { 'import-meta': true },
  // Not minified: bundlers do that, and need the marks of what is pure; and an error shows a line, not the whole package.
  minifySyntax: true,
  charset: 'utf8',
  legalComments: 'none',
  loader: { '.wasm': 'base64' },
  define: { VERSION: JSON.stringify(version) },
  plugins: [wasm],
  external: ['node:*'],
  logLevel: 'warning',
});
for (const [file, { bytes }] of Object.entries(metafile.outputs)) console.log(`${file}: ${Math.ceil(bytes / 1024)} KB`);
