// The front door of `mohurd-ecert/gateway`: the client of the gateway, and the reading of its replies.

export { InputError } from '../errors.js';
export { PRODUCTION_ADDRESS, RESULT_CODES, TEST_ADDRESS, type ResultCode } from '../generated/endpoints.js';
export { init } from './client-instance.js';
export { GatewayError } from './errors.js';
export { Gateway } from './gateway.js';
export { parseReply } from './reply.js';
export type { BuildOptions, Issue, Locale, Options } from '../shapes.js';
export type { CertType, Kind, RecordOf } from '../tables.js';
export type * from './settings-shapes.js';
export type * from './shapes.js';
