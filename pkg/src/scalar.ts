// The front door of `mohurd-ecert/scalar`: every function of the entry `.`, for engines without SIMD. The build gives this entry
// modules of their own that have the other core's bytes; the instance is the one of all entries.

export * from './index.js';
