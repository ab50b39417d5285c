// What a certificate needs on its way that no page may do: its assignment is decrypted here, where the private key is, and the
// platform that makes the certificate is asked from here. Nothing of a request is logged.

/// <reference types="node" />
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CertKind } from 'mohurd-ecert/qr';
import type { Sandbox } from 'mohurd-ecert/sandbox';
import { createPlatform, type Order, type Qr } from './platform.ts';

/** The two paths, and the order to forget what was made. */
export interface Issuing {
  readonly paths: Record<string, (request: IncomingMessage, response: ServerResponse) => void>;
  reset(): void;
}

/** What is asked to be decrypted. */
interface Sealed {
  kind: CertKind;
  encryCertid: string;
  encryKey: string;
}

/** A request that is not taken. */
class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The longest request that is read: a record with its photo is shorter. */
const MOST = 8 * 1024 * 1024;
const KINDS: readonly CertKind[] = ['safety', 'special', 'manager'];

/** `qr` is the package's entry: what is not needed to build the page is loaded by whoever serves it. */
export function issuing({ privateKey, publicKey }: Pick<Sandbox, 'privateKey' | 'publicKey'>, qr: Qr): Issuing {
  let platform = createPlatform(qr);

  function decrypt(given: Record<string, unknown>): object {
    const { kind, encryCertid, encryKey } = texts<Sealed>(given, ['kind', 'encryCertid', 'encryKey']);
    const { id } = qr.decryptAssignment({ encryCertid, encryKey, privateKey });
    return { id, content: qr.qrContent({ encryCertid, encryKey, privateKey, publicKey, kind }) };
  }

  function compose(given: Record<string, unknown>): object {
    const { kind } = texts<Order>(given, ['kind']);
    const record = texts<Order['record']>(given['record'], ['eCertID', 'issuAuthCode', 'certNum']);
    return platform.make({ kind, record });
  }

  /** The words of this package's errors hold no value; of other errors nothing is told. */
  function told(error: unknown): object {
    if (error instanceof qr.QrError) return { message: error.message, code: error.code };
    return { message: error instanceof Refused || error instanceof qr.InputError ? error.message : '服务器不能完成这一步。' };
  }

  return {
    paths: { '/issue/decrypt': served(decrypt, told), '/issue/compose': served(compose, told) },
    reset: () => void (platform = createPlatform(qr)),
  };
}

/** The object, if these members of it are texts and its kind is one that is issued. */
function texts<T>(given: unknown, names: readonly (keyof T & string)[]): T {
  const members = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  const isRight = (name: string) => typeof members[name] === 'string' && (name !== 'kind' || KINDS.some((kind) => kind === members[name]));
  const wrong = names.find((name) => !isRight(name));
  if (wrong !== undefined) throw new Refused(400, `请求缺少 ${wrong}，或不合要求。`);
  return members as T;
}

function served(work: (given: Record<string, unknown>) => object, told: (error: unknown) => object) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const reply = (status: number, body: object) => {
      const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
      response.writeHead(status, headers).end(JSON.stringify(body));
    };
    asked(request).then(work).then((done) => reply(200, done)).catch((error: unknown) => reply(statusOf(error), told(error)));
  };
}

/** What the page posted, itself and nobody else's page. */
async function asked(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (request.method !== 'POST') throw new Refused(405, '只接受 POST。');
  if (isForeign(request)) throw new Refused(403, '只接受本页的请求。');
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? '')) throw new Refused(415, '只接受 JSON。');
  try {
    return JSON.parse(await received(request)) as Record<string, unknown>;
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(400, '请求不是 JSON。');
  }
}

/** A browser says where a page is from; a program says nothing. */
function isForeign({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  return (site !== undefined && site !== 'same-origin') || (origin !== undefined && origin !== `http://${host}`);
}

async function received(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MOST) throw new Refused(413, '请求过长。');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function statusOf(error: unknown): number {
  return error instanceof Refused ? error.status : 422;
}
