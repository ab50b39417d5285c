// What a call of the gateway that has no answer is rejected with.

import type { Failure } from './shapes.js';

/**
 * A call has no answer. `failure` says which and why, whether it may be tried again, and what to do. A submission is never
 * rejected with it: there each record has its own outcome.
 *
 * @example
 * try {
 *   await gateway.token();
 * } catch (error) {
 *   if (error instanceof GatewayError && error.failure.retryable) later();
 * }
 */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  /** What failed. */
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}
