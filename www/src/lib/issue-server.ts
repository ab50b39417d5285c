// What the page asks of its own server while a certificate is issued: to decrypt the assignment, and to have the certificate made.

import type { CertKind } from 'mohurd-ecert/qr';

/** The server's own words, or this page's where it said none. */
class ServerError extends Error {
  /** Nobody can tell whether it was done. */
  unknown = false;
  code?: string;
}

function failed(message: string, more: { unknown?: boolean; code?: string }): ServerError {
  return Object.assign(new ServerError(message), more);
}

async function post<T>(name: string, body: object, signal: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/issue/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal });
  } catch {
    throw failed(signal.aborted ? '已中止，没有等到服务器的答复。' : '与服务器的连接中断，没有得到答复。', { unknown: true });
  }
  const answer = (await response.json().catch(() => null)) as (T & { message?: string; code?: string }) | null;
  if (response.ok && answer) return answer;
  // What was refused was not done.
  const unknown = response.ok || response.status >= 500;
  const message = answer?.message ?? (response.status === 404 ? '服务器没有这项功能：请用 cargo xtask start 启动本页。' : '服务器的答复无法识别。');
  throw failed(message, { unknown, code: answer?.code });
}

export interface Codes {
  encryCertid: string;
  encryKey: string;
}

/** The assignment's id, and the text of its QR code. The key that this takes is the server's. */
export function decrypted(kind: CertKind, { encryCertid, encryKey }: Codes, signal: AbortSignal): Promise<{ id: string; content: string }> {
  return post('decrypt', { kind, encryCertid, encryKey }, signal);
}

/** The licence id and the address of the certificate. */
export function composed(kind: CertKind, record: object, signal: AbortSignal): Promise<{ zzeCertID: string; url: string }> {
  return post('compose', { kind, record }, signal);
}
