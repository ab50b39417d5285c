// What the client's wasm exports, as JavaScript calls it. Each promise resolves to an `Answer`; a rejection is a bug.

import type { Failure } from './shapes.js';

/** What a call came to: the member says what it is. `input` is the argument or member of a call that the client would not make. */
export interface Answer<T> {
  ok?: T;
  failure?: Failure;
  input?: string;
}

/** A client of one gateway. */
export interface Handle {
  token(): Promise<unknown>;
  validateToken(token?: string, requestIp?: string): Promise<unknown>;
  log(entry: Record<string, string>): Promise<unknown>;
  soap(method: string, parameters: [string, string][]): Promise<unknown>;
  submit(kind: number, records: (Uint8Array | null)[], how: object, stopper: Stopper, progress?: (progress: unknown) => void): Promise<unknown>;
  relay(call: string, body: string, stopper: Stopper): Promise<unknown>;
}

/** By what a submission, or a body that is passed on, is ended. */
export interface Stopper {
  free(): void;
  stop(): void;
}

/** The exports. */
export interface ClientModule {
  Handle: new (settings: object, send?: (...args: unknown[]) => unknown, token?: (...args: unknown[]) => unknown) => Handle;
  Stopper: new () => Stopper;
  parseReply(kind: number, text: string, records: Uint8Array[], english: boolean): unknown;
}
