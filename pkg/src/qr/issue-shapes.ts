// The shapes of issuing a certificate end to end: what a caller gives, and the state, which is plain JSON.

import type { Gateway } from '../gateway/gateway.js';
import type { Failure, Reply } from '../gateway/shapes.js';
import type { BuildOptions, Issue } from '../shapes.js';
import type { RecordOf } from '../tables.js';
import type { CertKind, Codes } from './shapes.js';

/** The steps, in their order. */
export type StepName = 'validate' | 'submit' | 'decrypt' | 'compose' | 'preview';

/**
 * Where a step stands. `waiting`: not begun. `started`: under way, or the process ended in it. `done`. `failed`: certainly not done;
 * it is tried again at the next call. `unknown`: it may have been done; it is tried again with `resendUnknown` only.
 */
export type StepStatus = 'waiting' | 'started' | 'done' | 'failed' | 'unknown';

/**
 * Why a step is not done; of one that is done, what there is to look after. But for `replies`, in which the ministry may name a
 * person, it holds no value, and nothing of it holds a key.
 */
export interface Problem {
  /** What happened and what to do, in the locale. */
  message: string;
  /** What was found in the record, or in the preview's. Paths are those of `validate`. */
  issues?: Issue[];
  /** What the gateway said. */
  replies?: Reply[];
  /** Why a call has no answer. */
  failure?: Failure;
  /** A name of the cause: `no-assignment`, `answer`, or the code of a `QrError`. */
  code?: string;
}

/** One step. */
export interface StepState {
  status: StepStatus;
  /** How often it was begun. */
  attempts: number;
  problem?: Problem;
}

/** How far a certificate is: plain JSON, to be stored whenever it is told and handed back as `state`. */
export interface IssueState {
  format: 1;
  kind: CertKind;
  /** The record's own id: a state belongs to this record alone. */
  eCertID: string;
  /** Nothing is left to do. */
  done: boolean;
  /** The step to try now; null when done. */
  next: StepName | null;
  /** It is done before the last step: the operation is none that gets a QR assignment, and got none. */
  ended?: 'no-assignment';
  steps: Record<StepName, StepState>;
  /** The QR assignment, encrypted as it came. */
  codes: Codes | null;
  /** The assignment's id, for the preview, and the text of the QR code. */
  assignment: { id: string; content: string } | null;
  /** The e-certificate: its licence id, and the address of its page. */
  composed: { zzeCertID: string; url: string } | null;
}

/** A value, at once or later. */
export type Awaitable<T> = T | PromiseLike<T>;

/** What an e-certificate is made from. */
export interface ComposeInput<K extends CertKind = CertKind> {
  /** The record as it was submitted. */
  record: RecordOf<K>;
  /** The assignment's id. */
  id: string;
  /** The text of the QR code. */
  content: string;
  /** The QR code as a picture, to scale. */
  svg: string;
  /** The QR code as a PNG file. */
  png: Uint8Array;
  /** Above 1 an earlier attempt may have made it: look it up by the record's id first. */
  attempt: number;
}

/** How a certificate is issued: the caller's part of each step, and where an earlier call stopped. */
export interface IssueSteps<K extends CertKind = CertKind> {
  kind: K;
  gateway: Pick<Gateway, 'submit' | 'submitPreview'>;
  /** Decrypts the assignment, on the server that has the private key. What it throws is not told, but for the code of a `QrError`. */
  decrypt(codes: Codes, context: { kind: K; eCertID: string }): Awaitable<{ id: string; content: string }>;
  /**
   * Has the e-certificate made. It throws when certainly none was; an error whose `unknown` is true says that nobody can tell.
   */
  compose(input: ComposeInput<K>): Awaitable<{ zzeCertID: string; url: string }>;
  /** Where an earlier call for this record stopped. */
  state?: IssueState | undefined;
  /** The certificate that this one replaces: the state of its issue, or its zzeCertID. The record carries it as associatedZzeCertID. */
  previous?: IssueState | string | undefined;
  /** Stores the state. Awaited before a step begins and after it ended; what it throws rejects the call before anything more is done. */
  onState?: ((state: IssueState) => Awaitable<void>) | undefined;
  /** Whether a step that may have been done is tried again. Default false. */
  resendUnknown?: boolean | undefined;
  /** Stops before the next step; a submission under way is ended. */
  signal?: AbortSignal | undefined;
  /** How records are judged and written. */
  options?: BuildOptions | undefined;
}
