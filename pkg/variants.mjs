// The entries `slim` and `scalar`, for esbuild: the modules between an entry and the core's bytes once more, with no bytes behind
// them, or with those of the core that needs no SIMD. Everything else, the one instance and the class of errors among it, is that
// of the other entries.
import { readFile } from 'node:fs/promises';
import { basename, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The modules that reach the bytes. */
const MODULES = ['slim', 'scalar', 'index', 'batch', 'build', 'instance', 'live', 'request', 'stream'];

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** An entry whose modules have other bytes; `name:src/name.ts` is how the build asks for it. */
function variant(name, bytes) {
  return {
    name,
    setup({ onLoad, onResolve }) {
      onResolve({ filter: new RegExp(`^${name}:`) }, ({ path }) => ({ path: path.slice(name.length + 1), namespace: name }));
      onResolve({ filter: /^\./, namespace: name }, ({ path }) => {
        const module = basename(path, '.js');
        if (module === 'core-wasm') return bytes;
        const source = posix.join('src', path.replace(/\.js$/, '.ts'));
        return MODULES.includes(module) ? { path: source, namespace: name } : { path: at(source), sideEffects: false };
      });
      onLoad({ filter: /.*/, namespace: name }, async ({ path }) => ({ contents: await readFile(at(path), 'utf8'), loader: 'ts' }));
      onLoad({ filter: /.*/, namespace: 'no-bytes' }, () => ({ contents: "export default '';" }));
    },
  };
}

/** The core that needs no SIMD, where esbuild asks for the core. */
export const SCALAR_BYTES = { path: at('dist/core-scalar.wasm') };

/** How the build asks for the two entries. */
export const VARIANTS = { slim: 'slim:src/slim.ts', scalar: 'scalar:src/scalar.ts' };

export const variants = [variant('slim', { path: 'core-wasm', namespace: 'no-bytes' }), variant('scalar', SCALAR_BYTES)];
