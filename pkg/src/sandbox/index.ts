// The front door of `mohurd-ecert/sandbox`: a stand-in for the gateway that nobody can reach without an approval.

export { InputError } from '../errors.js';
export { createSandbox } from './sandbox.js';
export type { Transport } from '../gateway/settings-shapes.js';
export type { Call } from '../gateway/shapes.js';
export type { Kind } from '../tables.js';
export type * from './shapes.js';
