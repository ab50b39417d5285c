// What the parts of the broker hand to each other.

import type { Failure } from '../gateway/shapes.js';

/** The calls that a page may make; the last part of their path is their name. */
export const CALLS = ['submit', 'preview'] as const;
export type Call = (typeof CALLS)[number];

/** What was asked of the broker, whatever server it came through. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** The host that was asked for, as the client wrote it. */
  readonly host: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Passes a body on, and gives the text of the reply. */
export type Relay = (call: Call, body: string, options: { signal: AbortSignal }) => Promise<{ text: string } | { failure: Failure }>;

/** A request that is not passed on, and the status that says why. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}
