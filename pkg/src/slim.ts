// The front door of `mohurd-ecert/slim`: every function of the entry `.`, without the wasm inside. The build gives this entry
// modules of their own that have no bytes; the instance is the one of all entries.

import { inputError } from './errors.js';
import { init as start, type InitSource } from './instance.js';

export * from './index.js';

/**
 * Makes the library ready, from wasm that lies elsewhere. It is awaited once, in Node too; calling it again costs nothing.
 *
 * @param source `mohurd-ecert/core.wasm`: its address, a response with it, its bytes, or the compiled module.
 * @throws InputError when `source` is none of these; Error when the wasm cannot be fetched or the page's
 * Content-Security-Policy does not allow it.
 *
 * @example
 * await init(new URL('mohurd-ecert/core.wasm', import.meta.url));
 */
export async function init(source: InitSource | PromiseLike<InitSource>): Promise<void> {
  if (source !== undefined) return start(source);
  throw inputError('slim 的 init 需要 core.wasm 的地址、Response、字节或 WebAssembly.Module。', 'init of slim needs core.wasm: a URL, a Response, bytes or a WebAssembly.Module.');
}
