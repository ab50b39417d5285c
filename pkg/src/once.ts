// The one instance of a module of wasm that has wasm-bindgen's JavaScript. In Node it is made at the first use; a page must not
// block on that, so whoever needs it there waits for it. The core, which has no such JavaScript, is instance.ts's.

import { decoded, explained, inNode, noWebAssembly, notReady } from './platform.js';

/** What wasm-bindgen's JavaScript offers to instantiate its module. */
interface Glue {
  start(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  initSync(source: { module: WebAssembly.Module }): unknown;
}

/** Ways to the instance. */
export interface Once {
  /** Makes it, if there is none. It can be called again, after a failure too. */
  init(): Promise<void>;
  /** Makes it on the spot, in Node; anywhere else it must be there. */
  now(): void;
}

/** The instance of the module of that glue, whose bytes are this text. */
export function once({ start, initSync }: Glue, text: string): Once {
  let started = false;
  let pending: Promise<void> | undefined;

  function startNow(): void {
    initSync({ module: new WebAssembly.Module(decoded(text)) });
    started = true;
  }

  async function load(): Promise<void> {
    if (started) return;
    if (typeof WebAssembly !== 'object') throw noWebAssembly();
    if (inNode()) return startNow();
    await start({ module_or_path: await WebAssembly.compile(decoded(text)) });
    started = true;
  }

  return {
    init: () =>
      (pending ??= load().catch((error: unknown) => {
        pending = undefined;
        throw explained(error);
      })),
    now() {
      if (started) return;
      if (!inNode()) throw notReady();
      startNow();
    },
  };
}
