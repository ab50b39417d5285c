// The shapes that go in and out of the gateway's calls: plain data, but for a listener and a signal. How a gateway is made is in
// settings-shapes.ts.

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
