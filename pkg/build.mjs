// Bundles the package: one file an entry, and what entries share in files beside them, so that an error's class is the same
// whichever entry it came by; all of it as ES modules and as CommonJS, and one script with a global. Each wasm module is inlined
// as text. The types are tsc's.
import binaryen from 'binaryen';
import { build } from 'esbuild';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ENTRIES, SCRIPT, fileOf, refuseStale } from './entries.mjs';
import { DECODER, inlined } from './inlined.mjs';
import { named, toCommonJs, together } from './outputs.mjs';
import { SCALAR_BYTES, VARIANTS, variants } from './variants.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = new URL('dist/', import.meta.url);
const made = new URL('.build/', import.meta.url);
const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));
/** The core, and the one that needs no SIMD: they are published as files too. */
const CORES = ['core.wasm', 'core-scalar.wasm'];

/** The schemas of the records, as one module. */
const KINDS = ['safety', 'special', 'manager', 'preview'];
const SCHEMAS = `${KINDS.map((kind) => `import ${kind} from './schema/${kind}.schema.json';`).join('\n')}\nexport default { ${KINDS} };`;

/** The loader instantiates the core with nothing: what it would import is refused here, where the reason can be said. */
async function refuseImports(core) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(await readFile(new URL(core, dist))));
  const names = imports.map(({ module, name }) => `${module} ${name}`).join(', ');
  if (names) throw new Error(`${core} imports ${names}: its boundary may carry numbers only`);
}

/** What an earlier build left would be published. */
async function clear() {
  const old = (await readdir(dist)).filter((name) => !CORES.includes(name));
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
    onResolve({ filter: /\/core-wasm\.js$/ }, () => ({ path: fileURLToPath(new URL('core.wasm', dist)) }));
    onResolve({ filter: /\/decoder-wasm\.js$/ }, () => ({ path: 'decoder-wasm', namespace: 'decoder', sideEffects: false }));
    onLoad({ filter: /.*/, namespace: 'decoder' }, () => ({ contents: `export default [${binaryen.parseText(DECODER).emitBinary()}];` }));
    onResolve({ filter: /\/\w+-(wasm|glue)\.js$/ }, ({ path }) => {
      const [, name, what] = path.match(/\/(\w+)-(wasm|glue)\.js$/);
      return { path: fileURLToPath(new URL(what === 'wasm' ? `${name}.wasm` : `${name}.js`, made)), sideEffects: false };
    });
    onResolve({ filter: /\/json-schemas\.js$/ }, () => ({ path: 'json-schemas', namespace: 'schemas' }));
    onLoad({ filter: /.*/, namespace: 'schemas' }, () => ({ contents: SCHEMAS, resolveDir: here }));
    onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({ contents: `export default ${JSON.stringify(inlined(await readFile(path)))};` }));
    onLoad({ filter: /\.build[\\/]\w+\.js$/ }, async ({ path }) => ({ contents: withOwnCoders(await readFile(path, 'utf8'), path) }));
  },
};

const COMMON = {
  absWorkingDir: here,
  bundle: true,
  write: false,
  metafile: true,
  platform: 'neutral',
  target: 'es2017',
  // Only the command line has it, to find the schemas.
  supported: { 'import-meta': true },
  charset: 'utf8',
  legalComments: 'none',
  define: { VERSION: JSON.stringify(version) },
  external: ['node:*'],
  logLevel: 'warning',
};

/** All entries as ES modules, by file. */
async function bundle() {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    entryPoints: { ...Object.fromEntries(Object.entries(ENTRIES).map(([entry, source]) => [fileOf(entry), source])), ...VARIANTS, cli: 'src/cli/main.ts' },
    outdir: 'dist',
    chunkNames: 'shared/[hash]',
    splitting: true,
    format: 'esm',
    // Not minified: bundlers do that, and need the marks of what is pure; and an error shows a line, not the whole package.
    minifySyntax: true,
    plugins: [...variants, wasm],
  });
  return together(named(outputFiles, metafile, here));
}

/** Has a bundle hold the core that needs no SIMD. */
const scalar = {
  name: 'scalar-bytes',
  setup({ onResolve }) {
    onResolve({ filter: /\/core-wasm\.js$/ }, () => SCALAR_BYTES);
  },
};

/** The script with a global. Pages without modules are met by old engines: it asks for no SIMD. */
async function script() {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: ['src/script.ts'],
    outfile: SCRIPT,
    format: 'iife',
    globalName: 'MohurdEcert',
    minify: true,
    plugins: [scalar, wasm],
  });
  return { [SCRIPT]: outputFiles[0].text };
}

await Promise.all(CORES.map(refuseImports));
await refuseStale();
const modules = await bundle();
const written = { ...modules, ...(await toCommonJs(modules)), ...(await script()) };
await clear();
for (const [path, text] of Object.entries(written)) {
  const file = new URL(path, import.meta.url);
  await mkdir(new URL('.', file), { recursive: true });
  // A command is run as a file.
  await writeFile(file, text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  console.log(`${path}: ${Math.ceil(Buffer.byteLength(text) / 1024)} KB`);
}
