// The script with the global `MohurdEcert`, for pages without modules: the entry `.`, and the adapter for native forms.

export * from './index.js';
export { attach } from './adapters/constraint.js';
