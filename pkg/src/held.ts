// What there is of the core, for everybody who asks: the entry with the bytes inside and the one without share it. It is state
// alone; instance.ts makes it.

import type { Core } from './core.js';

export const held: {
  compiled?: WebAssembly.Module;
  core?: Core;
  pending?: Promise<void> | undefined;
} = {};
