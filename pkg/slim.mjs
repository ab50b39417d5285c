// The entry `slim`, for esbuild: the modules between it and the core's bytes once more, with no bytes behind them. Everything
// else, the one instance and the class of errors among it, is that of the other entries.
import { readFile } from 'node:fs/promises';
import { basename, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The modules that reach the bytes. */
const MODULES = ['slim', 'index', 'batch', 'build', 'instance', 'live', 'request', 'stream'];

/** How the build asks for the entry. */
export const SLIM = 'slim:src/slim.ts';

export const slim = {
  name: 'slim',
  setup({ onLoad, onResolve }) {
    const at = (path) => fileURLToPath(new URL(path, import.meta.url));
    onResolve({ filter: /^slim:/ }, ({ path }) => ({ path: path.slice(5), namespace: 'slim' }));
    onResolve({ filter: /^\./, namespace: 'slim' }, ({ path }) => {
      const module = basename(path, '.js');
      if (module === 'core-wasm') return { path: module, namespace: 'no-bytes' };
      const source = posix.join('src', path.replace(/\.js$/, '.ts'));
      return MODULES.includes(module) ? { path: source, namespace: 'slim' } : { path: at(source), sideEffects: false };
    });
    onLoad({ filter: /.*/, namespace: 'slim' }, async ({ path }) => ({ contents: await readFile(at(path), 'utf8'), loader: 'ts' }));
    onLoad({ filter: /.*/, namespace: 'no-bytes' }, () => ({ contents: "export default '';" }));
  },
};
