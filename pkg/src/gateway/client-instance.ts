// The one instance of the client's wasm. In Node it is made at the first use; in a page whoever needs it waits for it.

import start, { Handle, Stopper, initSync, parseReply } from '../client-glue.js';
import INLINED from '../client-wasm.js';
import { decoded, explained, inNode, noWebAssembly, notReady } from '../platform.js';
import type { ClientModule } from './boundary.js';

const CLIENT: ClientModule = { Handle, Stopper, parseReply };

let started = false;
let pending: Promise<void> | undefined;

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
  return (pending ??= load().catch((error: unknown) => {
    pending = undefined;
    throw explained(error);
  }));
}

/** The client, as soon as it is ready. */
export async function client(): Promise<ClientModule> {
  if (!started) await init();
  return CLIENT;
}

/** The client, at once: in Node, or where it is ready. */
export function clientNow(): ClientModule {
  if (!started) {
    if (!inNode()) throw notReady();
    startNow();
  }
  return CLIENT;
}

async function load(): Promise<void> {
  if (started) return;
  if (typeof WebAssembly !== 'object') throw noWebAssembly();
  if (inNode()) return startNow();
  await start({ module_or_path: await WebAssembly.compile(decoded(INLINED)) });
  started = true;
}

function startNow(): void {
  initSync({ module: new WebAssembly.Module(decoded(INLINED)) });
  started = true;
}
