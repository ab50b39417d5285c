// wasm-bindgen's JavaScript of the client: a module that the build makes.
import type { ClientModule } from './gateway/boundary.js';

export const Handle: ClientModule['Handle'];
export const Stopper: ClientModule['Stopper'];
export const parseReply: ClientModule['parseReply'];

/** Instantiates a compiled module on the spot. */
export function initSync(source: { module: WebAssembly.Module }): unknown;

/** Instantiates a compiled module. */
export default function start(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
