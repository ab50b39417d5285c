// The one instance of the QR module's wasm. In Node it is made at the first use; a page awaits `init` once.

import start, * as glue from '../qr-glue.js';
import INLINED from '../qr-wasm.js';
import { decoded, explained, inNode, noWebAssembly, notReady } from '../platform.js';
import { refused } from './errors.js';

let started = false;
let pending: Promise<void> | undefined;

/**
 * Makes the module ready. Node needs no call, and `issue` waits by itself; a page awaits it once before it uses any other
 * function. It can be called again, after a failure too.
 *
 * @throws Error when the page's Content-Security-Policy does not allow WebAssembly.
 *
 * @example
 * await init();
 * picture.innerHTML = qrSvg(content);
 */
export function init(): Promise<void> {
  return (pending ??= load().catch((error: unknown) => {
    pending = undefined;
    throw explained(error);
  }));
}

/**
 * What the module answers to a call of one of its functions.
 *
 * @internal
 */
export function asked<T>(call: (qr: typeof glue) => T): T {
  if (!started) {
    if (!inNode()) throw notReady();
    startNow();
  }
  try {
    return call(glue);
  } catch (error) {
    throw refused(error);
  }
}

async function load(): Promise<void> {
  if (started) return;
  if (typeof WebAssembly !== 'object') throw noWebAssembly();
  if (inNode()) return startNow();
  await start({ module_or_path: await WebAssembly.compile(decoded(INLINED)) });
  started = true;
}

function startNow(): void {
  glue.initSync({ module: new WebAssembly.Module(decoded(INLINED)) });
  started = true;
}
