// The shapes that go in and out of the sandbox's entry.

import type { Transport } from '../gateway/settings-shapes.js';
import type { Call } from '../gateway/shapes.js';
import type { Kind } from '../tables.js';

/** What a system can be allowed to call: a token needs no leave, and SOAP is a way, not an interface. */
export type SandboxInterface = 'validate' | 'log' | 'submit' | 'preview';

/** A system that may call. */
export interface SandboxSystem {
  /** 调用方系统id. Two systems may share one, since keys are issued per interface. */
  systemId: string;
  /** 私钥. */
  key: string;
  /** What it may call. Default: everything. */
  interfaces?: readonly SandboxInterface[] | undefined;
}

/**
 * How a sandbox behaves: who may call it, how long tokens count, and what it does where the document is silent. It shows what the
 * real gateway may do, and proves nothing of it.
 */
export interface SandboxOptions {
  /** Who may call. Default: one system, `sandbox-system` with the key `sandbox-key`. */
  systems?: readonly SandboxSystem[] | undefined;
  /** The base of the address that comes with a token. Default: where it listens, else `http://127.0.0.1:8788/`. */
  origin?: string | URL | undefined;
  /** How long a token counts, in milliseconds. Default: two hours. */
  tokenTtlMs?: number | undefined;
  /** How many calls a token is good for. Default: any number. */
  tokenUses?: number | undefined;
  /**
   * What a record meets whose id is held already: `same`, the first answer once more (default); `refuse`; `second`, a second
   * record. Which of them the ministry does stands in no document.
   */
  repeated?: 'same' | 'refuse' | 'second' | undefined;
  /** Whether a call with wrong records keeps its right ones: `accept` (default), or `refuse`, all of them. */
  partial?: 'accept' | 'refuse' | undefined;
  /** What stands around the ministry's reply: nothing (`bare`, default), the platform's code and data, or `custom`. */
  style?: 'bare' | 'enveloped' | 'custom' | undefined;
  /** Where the QR assignment of a call's only record stands: at the top (default), or listed in SuccessData. */
  pairs?: 'top' | 'listed' | undefined;
  /** Which operations assign a QR code: issue and renewal (default), or all. */
  assigns?: 'new-and-renewed' | 'all' | undefined;
  /** What a preview meets whose assignment was never given: `refuse` (default), or `accept`, to try previews alone. */
  unknownAssignment?: 'refuse' | 'accept' | undefined;
  /** From what tokens, keys and codes are drawn: the same seed gives the same ones. Default 1. */
  seed?: number | undefined;
  /** Which rules refuse a record. Default `document`. */
  profile?: 'document' | 'strict' | undefined;
  /** Today, `yyyy-MM-dd`, for the rules that read it. Default: they do not run. */
  today?: string | undefined;
}

/** Whether a call is carried out before it meets its fault. Default: it is not. */
export interface Taken {
  taken?: boolean | undefined;
}

/**
 * What goes wrong with one request.
 *
 * | fault | what the caller sees |
 * |---|---|
 * | `none` | nothing: this request is let through |
 * | `{ delay }` | the answer, so many milliseconds later |
 * | `silence` | no answer, until the caller gives up |
 * | `close` | the connection ends without an answer |
 * | `cut` | the connection ends in the middle of the answer |
 * | `{ html }`, `{ status }` | a page, or no body, under that HTTP status |
 * | `{ code }` | the platform's refusal with that result code |
 * | `{ refuse }` | the ministry's refusal of every record of a submission, in these words |
 * | `empty`, `not-utf8`, `bom`, `too-long` | an answer without a body, one that is no UTF-8, one with a byte order mark, one that is too long to be read |
 * | `{ text }` | that text in place of the answer |
 * | `token-with-line-break` | a token that ends with a line break |
 *
 * With `cut` and those that change the answer, the call was carried out; with `{ code }` and `{ refuse }` it was not; where `taken` can be said, that decides.
 */
export type Fault =
  | 'none'
  | 'silence'
  | 'close'
  | 'cut'
  | 'empty'
  | 'not-utf8'
  | 'bom'
  | 'too-long'
  | 'token-with-line-break'
  | { delay: number }
  | { silence: Taken }
  | { close: Taken }
  | { html: number | ({ status: number } & Taken) }
  | { status: number | ({ status: number } & Taken) }
  | { code: number }
  | { refuse: string }
  | { text: string };

/** One record that is held: its id and its codes, and nothing of whose it is. What its kind does not have is `null`. */
export interface HeldRecord {
  kind: Kind;
  eCertID: string | null;
  /** 所属省份. */
  province: string | null;
  /** 证书状态. */
  state: string | null;
  /** 操作类型. */
  operation: string | null;
  /** The QR assignment: of a certificate that got one, or the one that a preview names. */
  assignment: string | null;
  /** How often it was submitted. */
  times: number;
}

/** The key pair of a sandbox: its own, and worthless anywhere else. */
export interface SandboxKeys {
  /** PKCS#8 as base64. */
  privateKey: string;
  /** X.509 SubjectPublicKeyInfo as base64. */
  publicKey: string;
}

/** A request, as a server has it. */
export interface SandboxRequest {
  /** In capitals. */
  method: string;
  /** The whole address, or its path with the query. */
  url: string;
  headers?: Iterable<readonly [string, string]> | undefined;
  body?: Uint8Array | undefined;
}

/** What a request meets with. */
export interface SandboxAnswer {
  /** The call that the request was; null where it asked the sandbox itself, or came to no path. */
  call: Call | null;
  /** The fault that it met, by its word or its member: `none`, `delay`, … */
  fault: string;
  /** How many milliseconds pass before anything happens. */
  delay: number;
  /** What happens then: an answer, one that ends in the middle, a closed connection, or nothing ever. */
  ends: 'answer' | 'cut' | 'close' | 'silence';
  /** The HTTP status; 0 without an answer. */
  status: number;
  contentType: string | null;
  /** The result or return code of a complete answer, behind the name of its member: `code 1205`, `ReturnCode 1`. */
  code: string | null;
  /** The body, as far as it comes. */
  body: Uint8Array<ArrayBuffer>;
}

/** How to listen. */
export interface ListenOptions {
  /** Default 0: any that is free. */
  port?: number | undefined;
  /** Default `127.0.0.1`. Only this machine can reach a loopback address, and no other is taken unless `beyondLoopback` is true. */
  host?: string | undefined;
  /** Whether pages of other origins may call: then it answers with CORS headers. Default false. */
  cors?: boolean | undefined;
  /** Whether other machines may reach it. It has no secrets, and no protection. Default false. */
  beyondLoopback?: boolean | undefined;
  /** Called with each request and what it meets with, before it does. */
  onRequest?: ((answer: SandboxAnswer) => void) | undefined;
}

/** A sandbox that listens. */
export interface Listening {
  url: string;
  port: number;
  /** Ends every connection, and listens no more. */
  close(): Promise<void>;
}

/**
 * A stand-in for the provincial gateway and the ministry's platform behind it. Nothing of it leaves the process unless it listens.
 *
 * @example
 * // In a front-end's own tests: the application's calls come to the sandbox, whatever their host.
 * const sandbox = createSandbox();
 * globalThis.fetch = sandbox.fetch;
 * await sandbox.plan('submit', 'cut', { code: 1205 });
 * await submitEverything();
 * expect((await sandbox.records()).length).toBe(3);
 */
export interface Sandbox {
  /** The address to use as `baseUrl`. It ends with a slash, and follows the port once it listens. */
  readonly url: string;
  /** The first system's id. */
  readonly systemId: string;
  /** The first system's key. */
  readonly key: string;
  /**
   * Decrypts what it assigns, as a province's own RSA key does: PKCS#8 as base64, 512 bits, the same for the same seed. It is the
   * sandbox's own, no secret, and worthless anywhere else. In a page it is there once one of the methods is done.
   *
   * @throws InputError in a page before that.
   */
  readonly privateKey: string;
  /** The other half, X.509 SubjectPublicKeyInfo as base64: also in the place of the platform's public key, for a QR code. */
  readonly publicKey: string;
  /**
   * Takes the place of the global `fetch`: whatever the host, the request comes here. A delay passes, silence lasts until the
   * signal aborts, a closed connection is a TypeError, and a reply that is cut has a body that fails.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /**
   * Takes the place of a gateway's `transport`.
   *
   * @example
   * const { url: baseUrl, systemId, key, transport } = sandbox;
   * const gateway = new Gateway({ baseUrl, systemId, key, transport });
   */
  readonly transport: Transport;
  /** What a request meets with: for a server of one's own. `now` is in milliseconds since 1970-01-01 UTC. */
  handle(request: SandboxRequest, now?: number): Promise<SandboxAnswer>;
  /**
   * Plans what goes wrong with the next requests of a call, one fault a request, after what is planned already.
   *
   * @throws InputError when the call or a fault is malformed; then none is planned.
   */
  plan(call: Call, ...faults: Fault[]): Promise<void>;
  /** What it holds, in the order in which it came. */
  records(): Promise<HeldRecord[]>;
  /** How many requests of each call came, whatever became of them. */
  calls(): Promise<Record<Call, number>>;
  /** Forgets everything but the options. */
  reset(): Promise<void>;
  /**
   * Serves it over HTTP, in Node only. Each request has its connection to itself, so that no client sends it again on its own.
   *
   * @throws InputError when an option is malformed, or the host is not this machine's own; Error when it cannot listen, with the
   * system's `code` (`EADDRINUSE`).
   */
  listen(options?: ListenOptions): Promise<Listening>;
}
