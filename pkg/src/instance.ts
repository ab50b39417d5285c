// The one shared instance of the core: where it comes from, and when. In Node it is made at the first use; a browser
// must not block on that, so a page awaits init() once. It knows nothing of what the core does.

import INLINED from './core-wasm.js';
import { Core } from './core.js';
import { inputError } from './errors.js';
import { held } from './held.js';
import { decoded, explained, inNode, noWebAssembly, notReady } from './platform.js';

/** Where the core's bytes come from: an address, a response, the bytes themselves, or the compiled module. */
export type InitSource = string | URL | Response | BufferSource | WebAssembly.Module;

/**
 * Makes the library ready. A page awaits it once before anything is validated; in Node nothing needs to be called.
 * Calling it again, or several times at once, costs nothing; after a failure it can be called again.
 *
 * @param source Where the wasm comes from. Default: the bytes inside this module.
 * @throws InputError when `source` is none of these; Error when the wasm cannot be fetched or the page's
 * Content-Security-Policy does not allow it.
 *
 * @example
 * await init();
 * validate('safety', record);
 */
export function init(source?: InitSource | PromiseLike<InitSource>): Promise<void> {
  if (held.core && !held.core.broken) return Promise.resolve();
  return (held.pending ??= load(source).then(settle, (error: unknown) => {
    settle();
    throw isTooOld(error) ? noSimd() : explained(error);
  }));
}

/** A module of one function, which fills a register: an engine without SIMD does not take it. */
const SIMD = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

function isTooOld(error: unknown): boolean {
  return typeof WebAssembly === 'object' && error instanceof WebAssembly.CompileError && !WebAssembly.validate(new Uint8Array(SIMD));
}

function noSimd(): Error {
  return new Error(
    'mohurd-ecert 需要 WebAssembly SIMD，此浏览器没有（Chrome 91、Firefox 89、Safari 16.4 起才有）：请改用 mohurd-ecert/scalar。 ' +
      'mohurd-ecert needs WebAssembly SIMD, which this engine lacks (Chrome has it from 91, Firefox from 89, Safari from 16.4): use mohurd-ecert/scalar.',
  );
}

/** The instance, made on the spot where that is possible. */
function ready(): Core {
  if (held.core && !held.core.broken) return held.core;
  const module = held.compiled ?? (INLINED && inNode() ? new WebAssembly.Module(decoded(INLINED)) : undefined);
  if (!module) throw notReady();
  try {
    return (held.core = started(module, new WebAssembly.Instance(module)));
  } catch (error) {
    // Older browsers refuse to do this on the spot.
    throw inNode() ? error : notReady();
  }
}

/** The instance, ready and with these options in force. */
export function configured(config: string): Core {
  const core = ready();
  core.configure(config);
  return core;
}

async function load(source?: InitSource | PromiseLike<InitSource>): Promise<void> {
  const module = held.compiled ?? (await toModule(await source));
  const instance = await WebAssembly.instantiate(module);
  // In Node a call may have come first; what it made stays.
  if (!held.core || held.core.broken) held.core = started(module, instance);
}

function settle(): void {
  held.pending = undefined;
}

function started(module: WebAssembly.Module, instance: WebAssembly.Instance): Core {
  held.compiled = module;
  return new Core(instance);
}

async function toModule(source: unknown): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw noWebAssembly();
  // By name, not by instanceof: what comes from another realm, as in test runners, is as good.
  const type = Object.prototype.toString.call(source).slice(8, -1);
  if (type === 'Undefined' && INLINED) return WebAssembly.compile(decoded(INLINED));
  if (type === 'WebAssembly.Module') return source as WebAssembly.Module;
  if (type === 'ArrayBuffer') return WebAssembly.compile(source as ArrayBuffer);
  if (ArrayBuffer.isView(source)) {
    // Not every engine takes a DataView itself.
    return WebAssembly.compile(new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength));
  }
  if (type === 'String' || type === 'URL') return WebAssembly.compile(await body(await fetch(String(source))));
  if (typeof (source as Response | null)?.arrayBuffer === 'function') return WebAssembly.compile(await body(source as Response));
  throw inputError(
    'init 的参数应为地址、Response、字节或 WebAssembly.Module，或者不传。',
    'init takes a URL, a Response, bytes, a WebAssembly.Module, or nothing.',
  );
}

/** Whole bytes, not a stream: many servers do not know the type application/wasm. */
function body(response: Response): Promise<ArrayBuffer> {
  if (response.ok === false) throw new Error(`mohurd-ecert: wasm: HTTP ${response.status}`);
  return response.arrayBuffer();
}
