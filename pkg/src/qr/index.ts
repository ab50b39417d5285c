// The front door of `mohurd-ecert/qr`: the QR assignment, the QR code, and issuing a certificate from end to end.

export { InputError } from '../errors.js';
export { decryptAssignment, encryptAssignment, parseQrContent, qrContent } from './assignment.js';
export { QrError, type QrErrorCode, type QrErrorPart } from './errors.js';
export { issue } from './issue.js';
export { qrPng, qrSvg } from './picture.js';
export { init } from './qr-instance.js';
export type * from './issue-shapes.js';
export type * from './shapes.js';
export { certNum, creditCode, idNumber, zzeCertId } from './values.js';
export type * from './values-shapes.js';
