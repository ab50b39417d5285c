// The shapes that go in and out of the gateway's entry: plain data, but for the functions that a caller may give.

import type { BuildOptions, Issue, Locale } from '../shapes.js';
import type { Kind } from '../tables.js';

/** The calls: the document's, and the SOAP call of its example. */
export type Call = 'token' | 'validate' | 'log' | 'submit' | 'preview' | 'soap';

/**
 * What became of a record. `accepted`: taken. `accepted-with-warning`: taken, and there is something to look after. `refused`:
 * seen, and not taken. `invalid`: it has an error, and was not sent. `unknown`: nobody can tell; it may have been taken.
 * `not-sent`: it certainly did not arrive.
 */
export type State = 'accepted' | 'accepted-with-warning' | 'refused' | 'invalid' | 'unknown' | 'not-sent';

/** Why a call has no answer. It holds no key, token or value, so that it can be logged. */
export interface Failure {
  /** The call that failed. */
  call: Call;
  /** A stable name of the cause, for instance `timeout`, `unreachable`, `code`. */
  cause: string;
  /** The result code, return code or HTTP status that belongs to the cause. */
  code: number | null;
  /** The same call can succeed later without anybody changing anything. */
  retryable: boolean;
  /** The ministry's system certainly never saw the call. */
  notReceived: boolean;
  /** What happened and what to do, in the locale. */
  message: string;
  /** What to do, in the locale. */
  advice: string;
}

/** Something that the gateway said, in its own words: they may name a person. */
export interface Reply {
  text: string;
  /** The field that the words name; null where they name none. */
  field: string | null;
}

/** What became of one record. */
export interface Outcome {
  /** Its place among the records that were given. */
  index: number;
  /** The record's own id; null where it has none, and for previews. */
  eCertID: string | null;
  /** The assignment id of a preview; certificates have no such member. */
  ID?: string | null;
  state: State;
  /** What was found in it before it was sent: errors keep it from being sent, warnings do not. Paths start with its index. */
  issues: Issue[];
  /** What the gateway said of it. */
  replies: Reply[];
  /** The QR assignment, encrypted as it came. */
  encryCertid?: string;
  /** The key to it, encrypted as it came. */
  encryKey?: string;
  /** Why there is no answer, where there is none. */
  failure?: Failure;
}

/** What was said of a call, and belongs to none of its records. */
export interface CallNote {
  /** The records of the call, by their index. */
  records: number[];
  /** The reply's own words for the whole call. */
  message: string | null;
  replies: Reply[];
  /** Assignments that belong to no record that could be told. */
  unassigned: { encryCertid?: string; encryKey?: string }[];
}

/** What became of a submission: exactly one outcome a record. Plain JSON, to be stored and handed back as `resume`. */
export interface SubmitReport {
  kind: Kind;
  total: number;
  /** How many records ended in each state. */
  counts: Record<State, number>;
  /** One for each record, in their order. */
  outcomes: Outcome[];
  calls: CallNote[];
}

/** How far a submission is. */
export interface SubmitProgress {
  /** How many records have their outcome. */
  done: number;
  total: number;
  /** The outcomes that came last. */
  outcomes: Outcome[];
}

/** How to submit; the options of checking and writing are among them. */
export interface SubmitOptions extends BuildOptions {
  /**
   * How many records a call carries. Default 1: then every refusal is about its record, and a lost reply leaves one in doubt
   * instead of a whole chunk.
   */
  chunkSize?: number | undefined;
  /** How many calls are under way at a time. Default 1. */
  concurrency?: number | undefined;
  /** Called whenever records have their outcome. What it throws is ignored. */
  onProgress?: ((progress: SubmitProgress) => void) | undefined;
  /** Ends the submission: what is under way is dropped, nothing more is sent, and the report says so. */
  signal?: AbortSignal | undefined;
  /** The report of an earlier submission of the same records: what is settled in it stays, `not-sent` and `invalid` go again. */
  resume?: SubmitReport | undefined;
  /**
   * With `resume`: whether `unknown` records go again too. Whether the ministry takes a repeated id as the same record is not
   * known, so that this may make a duplicate. Default false.
   */
  resendUnknown?: boolean | undefined;
}

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

/** One call, as it is reported to the platform; system id and token are added, parameters masked. */
export interface LogEntry {
  /** 接口id. */
  interfaceId: string;
  /** 日志类型: 1 正常日志, 2 熔断日志, 3 异常日志. */
  logType: 1 | 2 | 3 | '1' | '2' | '3';
  /** 日志id. */
  logId: string;
  /** 请求方法. */
  method: 'GET' | 'POST';
  /** 请求时间, `yyyy-MM-dd HH:mm:ss`. */
  requestTime: string;
  /** 应答时间, `yyyy-MM-dd HH:mm:ss`. */
  responseTime: string;
  /** 请求第三方ip地址. */
  remoteIp: string;
  /** 响应状态码: 200 or 500; another number of up to three digits is taken too. */
  status: number | string;
  /** 请求地址; its query is left out. */
  path: string | URL;
  /** 请求参数, as data or as JSON text. Only codes and ids that tell nothing of a person are left in them. */
  requestParams?: string | object | undefined;
  /** 应答参数, likewise. */
  responseParams?: string | object | undefined;
}

/** The text of a SOAP answer, or of the fault that came instead. */
export type SoapAnswer = { text: string } | { fault: string };

/** A token and the address that came with it. */
export interface TokenAnswer {
  token: string;
  remoteAddr: string | null;
}

/** How to read a reply. */
export interface ReplyOptions {
  /** The records of the call, in the order in which they were sent. Without them the reply is taken to be about one record. */
  records?: readonly object[] | undefined;
  /** The language of messages. Default `zh-CN`. */
  locale?: Locale | undefined;
}
