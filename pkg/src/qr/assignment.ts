// The QR assignment, and the text of the QR code. The work is the wasm module's; here arguments are checked and answers named.

import { inputError } from '../errors.js';
import { flag, members, oneOf, optional, text, wrong } from '../gateway/checks.js';
import { asked } from './qr-instance.js';
import type { Assignment, CertKind, Codes, ContentOptions, DecryptOptions, EncryptOptions, QrContent } from './shapes.js';

export const KINDS: readonly CertKind[] = ['safety', 'special', 'manager'];
const CODES = ['encryCertid', 'encryKey', 'privateKey'];

/**
 * The assignment in what a submission was answered (数据交换接口规范 5.1): RSA PKCS#1 v1.5, then DES/ECB/PKCS5.
 *
 * Use it on a server: who has the private key can read every assignment of the province. 512-bit RSA and DES protect nothing by
 * today's measure; they are what the platform uses.
 *
 * @throws QrError what cannot be decrypted.
 *
 * @example
 * const { id, wellFormed } = decryptAssignment({ encryCertid, encryKey, privateKey });
 */
export function decryptAssignment(options: DecryptOptions): Assignment {
  const { encryCertid, encryKey, privateKey } = strings(options, CODES);
  const [id = '', wellFormed, url = null] = asked((qr) => qr.decryptAssignment(encryCertid!, encryKey!, privateKey!));
  return { id, wellFormed: wellFormed === '1', url };
}

/**
 * An assignment as the platform answers it: the inverse of `decryptAssignment`.
 *
 * @throws QrError a key that cannot be used.
 */
export function encryptAssignment(options: EncryptOptions): Codes {
  const { id, publicKey, key = '' } = strings(options, ['id', 'publicKey'], ['key']);
  const [encryCertid = '', encryKey = ''] = asked((qr) => qr.encryptAssignment(id!, key, publicKey!));
  return { encryCertid, encryKey };
}

/**
 * The text of the QR code on a certificate (数据交换接口规范 5.2): the ministry's address with the assignment, encrypted again for
 * the platform. An assignment that is an address is that text. It differs each time: keep what was printed.
 *
 * @throws QrError what cannot be decrypted, or an assignment that names no province.
 *
 * @example
 * const content = qrContent({ encryCertid, encryKey, privateKey, publicKey, kind: 'manager' });
 */
export function qrContent(options: ContentOptions): string {
  const { kind: _kind, percentEncode, ...rest } = members('options', options, [...CODES, 'publicKey', 'kind', 'province', 'percentEncode']);
  const kind = oneOf('options.kind', _kind, KINDS);
  const { encryCertid, encryKey, privateKey, publicKey, province = '' } = strings(rest, [...CODES, 'publicKey'], ['province']);
  if (province !== '' && !/^\d{6}$/.test(province)) throw wrong('options.province', '六位数字', 'six digits');
  const content = asked((qr) => qr.qrContent(encryCertid!, encryKey!, privateKey!, publicKey!, kind, province));
  return optional('options.percentEncode', percentEncode, flag) ? asked((qr) => qr.percentEncoded(content)) : content;
}

/**
 * Takes the text of a QR code apart; `k` may be raw or percent-encoded. Where it leads is not looked at.
 *
 * @throws QrError `text`, of what is no such address.
 */
export function parseQrContent(content: string): QrContent {
  const given = text('text', content);
  const [encryCertid = '', encryKey = '', certype = '', province = '', kind = null] = asked((qr) => qr.parseQrContent(given));
  return { encryCertid, encryKey, kind: kind as CertKind | null, certype, province };
}

/** These members of options: strings, and nothing else. An empty one is for the module to refuse, by its part. */
function strings(options: unknown, needed: readonly string[], others: readonly string[] = []): Record<string, string | undefined> {
  if (options === undefined) throw inputError(`options 应为对象，含 ${needed.join('、')}。`, `options must be an object with ${needed.join(', ')}.`);
  const given = members('options', options, [...needed, ...others]);
  for (const name of needed) string(name, given[name]);
  for (const name of others) optional(name, given[name], string);
  return given as Record<string, string | undefined>;
}

function string(name: string, value: unknown): void {
  if (typeof value !== 'string') throw wrong(`options.${name}`, '字符串', 'a string');
}
