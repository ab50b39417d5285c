// The one instance of the QR module's wasm. In Node it is made at the first use; a page awaits `init` once.

import * as glue from '../qr-glue.js';
import INLINED from '../qr-wasm.js';
import { once } from '../once.js';
import { refused } from './errors.js';

const MODULE = /* @__PURE__ */ once({ start: glue.default, initSync: glue.initSync }, INLINED);

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
  return MODULE.init();
}

/**
 * What the module answers to a call of one of its functions.
 *
 * @internal
 */
export function asked<T>(call: (qr: typeof glue) => T): T {
  MODULE.now();
  try {
    return call(glue);
  } catch (error) {
    throw refused(error);
  }
}
