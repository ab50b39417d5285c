// The one instance of the client's wasm. In Node it is made at the first use; in a page whoever needs it waits for it.

import start, { Handle, Stopper, initSync, parseReply } from '../client-glue.js';
import INLINED from '../client-wasm.js';
import { once } from '../once.js';
import type { ClientModule } from './boundary.js';

const CLIENT: ClientModule = { Handle, Stopper, parseReply };

const MODULE = /* @__PURE__ */ once({ start, initSync }, INLINED);

/**
 * Makes the client ready. The methods of `Gateway` wait for it themselves; only a page that calls `parseReply` before it has
 * used a `Gateway` awaits it once. It can be called again, after a failure too.
 *
 * @throws Error when the page's Content-Security-Policy does not allow WebAssembly.
 *
 * @example
 * await init();
 * const report = parseReply('safety', await response.text(), { records });
 */
export function init(): Promise<void> {
  return MODULE.init();
}

/** The client, as soon as it is ready. */
export async function client(): Promise<ClientModule> {
  await MODULE.init();
  return CLIENT;
}

/** The client, at once: in Node, or where it is ready. */
export function clientNow(): ClientModule {
  MODULE.now();
  return CLIENT;
}
