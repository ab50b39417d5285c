// The package's front door: every function and type of the entry `.`.

export { validateBatch } from './batch.js';
export { buildRequest, buildRequestJson } from './build.js';
export { describe, dictionary, example, rules } from './data.js';
export { InputError, ValidationError } from './errors.js';
export { init, type InitSource } from './instance.js';
export { needs, normalise, validate, validateField } from './live.js';
export { validateRequest } from './request.js';
export { validationStream, type StreamEvent, type StreamOptions } from './stream.js';
export type * from './generated/types.js';
export type * from './shapes.js';
export type { CertType, FieldName } from './tables.js';
