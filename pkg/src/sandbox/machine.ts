// The one instance of the sandbox's wasm, and one state machine of it: JSON text and bytes in and out. In Node it is made at once;
// a page must not block on that, so whoever needs it waits for it.

import start, { Machine as Wasm, initSync, type Answer } from '../sandbox-glue.js';
import INLINED from '../sandbox-wasm.js';
import type { Call } from '../gateway/shapes.js';
import { once } from '../once.js';
import { refusing, written } from './json.js';
import type { Fault, HeldRecord, SandboxAnswer, SandboxKeys } from './shapes.js';

const MODULE = /* @__PURE__ */ once({ start, initSync }, INLINED);

/** A state machine with these options, in Node. */
export function machineNow(options: string): Machine {
  MODULE.now();
  return new Machine(options);
}

/** A state machine with these options, as soon as it can be had. */
export async function machine(options: string): Promise<Machine> {
  await MODULE.init();
  return new Machine(options);
}

/** A sandbox's state machine. */
export class Machine {
  readonly #wasm: Wasm;

  constructor(options: string) {
    this.#wasm = refusing('options', () => new Wasm(options));
  }

  handle(method: string, target: string, headers: Iterable<readonly [string, string]>, body: Uint8Array, now: number): SandboxAnswer {
    return shaped(this.#wasm.handle(method, target, JSON.stringify([...headers]), body, now));
  }

  plan(call: Call, faults: readonly Fault[]): void {
    const planned = written('faults', { call, faults });
    refusing('', () => this.#wasm.plan(planned));
  }

  records(): HeldRecord[] {
    return JSON.parse(this.#wasm.records()) as HeldRecord[];
  }

  calls(): Record<Call, number> {
    return JSON.parse(this.#wasm.calls()) as Record<Call, number>;
  }

  keys(): SandboxKeys {
    return JSON.parse(this.#wasm.keys()) as SandboxKeys;
  }

  reset(): void {
    this.#wasm.reset();
  }

  moveTo(origin: string): void {
    this.#wasm.moveTo(origin);
  }
}

function shaped(answer: Answer): SandboxAnswer {
  return {
    call: (answer.call() ?? null) as Call | null,
    fault: answer.fault(),
    delay: answer.delay(),
    ends: answer.ends() as SandboxAnswer['ends'],
    status: answer.status() ?? 0,
    contentType: answer.contentType() ?? null,
    code: answer.code() ?? null,
    // The last: it frees the answer.
    body: answer.body(),
  };
}
