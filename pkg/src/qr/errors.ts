// What can be wrong with keys, assignments and QR codes.

/** What is wrong. */
export type QrErrorCode = 'base64' | 'hex' | 'length' | 'key-format' | 'key-or-cipher' | 'des-padding' | 'text' | 'random';

/** What it is wrong with. */
export type QrErrorPart = 'encryCertid' | 'encryKey' | 'privateKey' | 'publicKey' | 'key' | 'id' | 'text' | 'picture';

/**
 * A text that cannot be decrypted, read or drawn. `message` says in Chinese and in English what is wrong and what to do; it never
 * holds a key or what was given.
 *
 * - `base64`, `hex`: not in the form that is returned
 * - `length`: not of a length that it can have: cut off, of another key, or too long for a QR code
 * - `key-format`: no RSA key in PKCS#8 or SPKI
 * - `key-or-cipher`: the padding does not fit: another private key, or a damaged text
 * - `des-padding`: the same of the assignment: it belongs to another `encryKey`, or is damaged
 * - `text`: what was decrypted is no text, or a text is not what it should be
 * - `random`: the engine has no source of random numbers
 */
export class QrError extends Error {
  override readonly name = 'QrError';
  readonly code: QrErrorCode;
  readonly part: QrErrorPart;

  constructor(code: QrErrorCode, part: QrErrorPart, message: string) {
    super(message);
    this.code = code;
    this.part = part;
  }
}

/** What the module has thrown, which throws lines; anything else is a bug and stays as it is. */
export function refused(thrown: unknown): unknown {
  if (typeof thrown !== 'string') return thrown;
  const [code, part, zh, en] = thrown.split('\n');
  return new QrError(code as QrErrorCode, part as QrErrorPart, `${zh} ${en}`);
}
