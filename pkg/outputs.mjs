// What becomes of the bundled files: those that entries share get lasting names, what every entry of the core loads is put together,
// and each file becomes CommonJS as it is, so that there, too, what is shared is shared.
import { transform } from 'esbuild';
import { posix, relative } from 'node:path';
import { rollup } from 'rollup';

/** `src/cli/sandbox.ts` is `cli-sandbox`. */
const nameOf = (path) => path.replace(/^((src|generated|dist|\.build)\/)*|\.\w+$/g, '').replace(/\//g, '-');

/**
 * The files by their paths. A file that is shared is called as the module that it was made for, or the largest one in it whose name
 * is still free: esbuild's own names change with every byte, and so would the list of what is published.
 */
export function named(outputFiles, { outputs }, root) {
  const size = ([path]) => outputs[path].bytes;
  const files = outputFiles.map(({ path, text }) => [relative(root, path).replace(/\\/g, '/'), text]);
  const names = new Map();
  const shared = files.filter(([path]) => path.startsWith('dist/shared/')).sort((a, b) => size(b) - size(a));
  for (const [path] of shared) {
    const sizes = Object.entries(outputs[path].inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput);
    // A file of no module holds esbuild's own helpers.
    const made = [outputs[path].entryPoint, ...sizes.map(([input]) => input), 'helpers'].filter(Boolean).map(nameOf);
    const name = made.find((each) => ![...names.values()].includes(each));
    if (!name) throw new Error(`${path}: no module of it has a name that is free`);
    names.set(posix.basename(path, '.js'), name);
  }
  // No module has side effects, and a bare import would have bundlers warn of one.
  const bare = (text) => text.replace(/^import "\.[^"]*";\n/gm, '');
  const renamed = (text) => [...names].reduce((all, [old, name]) => all.replaceAll(`${old}.js`, `${name}.js`), text);
  return Object.fromEntries(files.map(([path, text]) => [renamed(path), bare(renamed(text))]));
}

/**
 * The same files, with what `./slim` loads in one of them, `common`, and what `.` loads beside that in its own: each further file costs
 * every start in Node. Should an entry use something of `.` that is not exported, a file `core` appears.
 */
export async function together(modules) {
  const common = reached(modules, 'dist/slim.js');
  const core = reached(modules, 'dist/index.js').add('dist/index.js');
  const { generate } = await rollup({
    input: Object.keys(modules).filter((path) => posix.dirname(path) === 'dist'),
    external: /^node:/,
    // esbuild has left out what nothing uses.
    treeshake: false,
    plugins: [{ name: 'files', resolveId: (id, from) => (from ? posix.join(posix.dirname(from), id) : id), load: (id) => modules[id] }],
  });
  const { output } = await generate({
    entryFileNames: 'dist/[name].js',
    chunkFileNames: 'dist/shared/[name].js',
    minifyInternalExports: false,
    hoistTransitiveImports: false,
    manualChunks: (id) => (common.has(id) ? 'common' : core.has(id) ? 'core' : undefined),
  });
  return Object.fromEntries(output.map(({ fileName, code }) => [fileName, code]));
}

/** The same files as CommonJS, but for the command line's own. */
export async function toCommonJs(modules) {
  const own = new Set(['dist/cli.js', ...reached(modules, 'dist/cli.js')]);
  const entries = Object.keys(modules).filter((path) => posix.dirname(path) === 'dist' && path !== 'dist/cli.js');
  entries.flatMap((path) => [path, ...reached(modules, path)]).forEach((path) => own.delete(path));
  const kept = Object.entries(modules).filter(([path]) => !own.has(path));
  return Object.fromEntries(await Promise.all(kept.map(async ([path, text]) => [path.replace(/^dist\/(.*)\.js$/, 'dist/cjs/$1.cjs'), await commonJs(text)])));
}

const IMPORT = /(\bfrom |\bimport |\bimport\()(["'])(\.{1,2}\/[\w./-]+)\.js\2/g;

/** The files that a file loads, sooner or later. */
function reached(modules, path, seen = new Set()) {
  for (const [, , , next] of modules[path].matchAll(IMPORT)) {
    const file = posix.join(posix.dirname(path), `${next}.js`);
    if (seen.has(file)) continue;
    seen.add(file);
    reached(modules, file, seen);
  }
  return seen;
}

async function commonJs(text) {
  const { code } = await transform(text.replace(IMPORT, '$1$2$3.cjs$2'), {
    format: 'cjs',
    // It has Node's own import() see the names of what is exported.
    platform: 'node',
    target: 'es2017',
    charset: 'utf8',
    // Test runners that read CommonJS have no import().
    supported: { 'dynamic-import': false },
    logLevel: 'warning',
  });
  return code;
}
