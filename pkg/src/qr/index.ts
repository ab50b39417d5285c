// The front door of `mohurd-ecert/qr`: the QR assignment, the QR code, and issuing a certificate from end to end.

export { InputError } from '../errors.js';
export { decryptAssignment, encryptAssignment, parseQrContent, qrContent } from './assignment.js';
export { QrError, type QrErrorCode, type QrErrorPart } from './errors.js';
export { qrPng, qrSvg } from './picture.js';
export { init } from './qr-instance.js';
export type * from './shapes.js';
