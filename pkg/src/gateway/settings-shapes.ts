// How a gateway is made: its settings, and the functions of the caller's that may take the place of its own.

import type { Locale } from '../shapes.js';
import type { Call } from './shapes.js';

/** A token that was got elsewhere, and the address that belongs to it. */
export interface ProvidedToken {
  token: string;
  remoteAddr?: string | undefined;
}

/** The way of a body: as JSON, or as the one parameter of a SOAP method. */
export type Via = 'json' | { soap: { method: string; param: string } };

/** What is different for one interface, since keys are issued per interface. What is absent is as in the common settings. */
export interface InterfaceSettings {
  systemId?: string | undefined;
  key?: string | undefined;
  /** Its address, in place of the one that comes with the token. */
  url?: string | URL | undefined;
  /** Default `json`. */
  via?: Via | undefined;
}

/** How often what failed is tried again. A call that carries records is repeated only where it certainly was not received. */
export interface RetrySettings {
  /** The most attempts of one call, the first included. Default 3. */
  attempts?: number | undefined;
  /** The longest wait before the second attempt; it doubles with each. Default 250. */
  baseMs?: number | undefined;
  /** The longest wait at all. Default 5000. */
  maxMs?: number | undefined;
  /** How many retries a gateway may have in hand; each takes one, each call that needs none gives a tenth back. Default 10. */
  budget?: number | undefined;
}

/** Where calls are reported to the platform (requestResponseLog), masked. */
export interface AuditSettings {
  /** 请求第三方ip地址. */
  remoteIp: string;
  /** 接口id of each call; the call's own name where there is none. */
  interfaceIds?: Partial<Record<Call, string>> | undefined;
}

/** What a transport is to send. */
export interface TransportRequest {
  /** Which call it is, as `Call` has them. */
  call: string;
  method: 'GET' | 'POST';
  /** The whole address: with the token call it holds the key. */
  url: string;
  headers: Record<string, string>;
  body: string | null;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
}

/** What a transport answers; a `Response` is one. */
export interface TransportResponse {
  status: number;
  headers?: { get(name: string): string | null } | Record<string, string> | undefined;
  body: string | Uint8Array | ArrayBuffer | ReadableStream<Uint8Array> | null;
}

/**
 * Sends a request once, in place of `fetch`, and follows no redirect. An error whose `notReceived` is true says that nothing was
 * sent; any other leaves the records of the call in doubt.
 */
export type Transport = (request: TransportRequest) => TransportResponse | Promise<TransportResponse>;

/**
 * How a gateway is reached. With `baseUrl` alone it is a broker's (`mohurd-ecert/broker`, or the nginx configuration of
 * `pkg/deploy`), which has the rest.
 *
 * @example
 * const page = new Gateway({ baseUrl: '/ecert' });
 * const server = new Gateway({ baseUrl: process.env.ECERT_URL, systemId: process.env.ECERT_SYSTEM, key: process.env.ECERT_KEY });
 */
export interface GatewaySettings {
  /** The platform's address, or the broker's; in a page it may be relative to the page. */
  baseUrl: string | URL;
  /** 调用方系统id. */
  systemId?: string | undefined;
  /** 私钥. It stays on a server: in a page it is refused. */
  key?: string | undefined;
  /** Where tokens come from instead of the platform; asked again when one is refused. */
  tokenProvider?: (() => string | ProvidedToken | Promise<string | ProvidedToken>) | undefined;
  /** Where submissions go, in place of the address that comes with the token. */
  remoteAddr?: string | URL | undefined;
  /** What is different for 业务数据归集赋码 (`submit`) and 电子证照数据归集赋码 (`preview`). */
  interfaces?: { submit?: InterfaceSettings | undefined; preview?: InterfaceSettings | undefined } | undefined;
  /** The longest that one call may take. Default 20000, as in the document's sample. */
  timeoutMs?: number | undefined;
  retry?: RetrySettings | undefined;
  /** What sends, in place of `fetch`. */
  transport?: Transport | undefined;
  /** Absent: calls are not reported. */
  audit?: AuditSettings | undefined;
  /** The language of messages. Default `zh-CN`. */
  locale?: Locale | undefined;
  /** Lets a page have `key`, for a trial on one's own machine. Whoever opens the page can read it. */
  dangerouslyAllowKeyInBrowser?: boolean | undefined;
}
