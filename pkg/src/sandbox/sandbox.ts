// A sandbox as an object: its state machine, and the ways to reach it.

import { inputError } from '../errors.js';
import { wrong } from '../gateway/checks.js';
import type { Transport } from '../gateway/settings-shapes.js';
import type { Call } from '../gateway/shapes.js';
import { inNode } from '../platform.js';
import { fetched, transported } from './fetch.js';
import { serve } from './http.js';
import { written } from './json.js';
import { machine, machineNow, type Machine } from './machine.js';
import type {
  Fault, HeldRecord, ListenOptions, Listening, Sandbox, SandboxAnswer, SandboxKeys, SandboxOptions, SandboxRequest, SandboxSystem,
} from './shapes.js';

/** Who may call, unless told. */
const SYSTEM: SandboxSystem = { systemId: 'sandbox-system', key: 'sandbox-key' };
/** Where it is, unless told and until it listens. */
const ORIGIN = 'http://127.0.0.1:8788/';

/**
 * Makes a sandbox. It is there at once; in a page its WebAssembly is compiled when the first method needs it.
 *
 * @throws InputError when an option is unknown or malformed; in a page the first method that is called says so instead.
 *
 * @example
 * const { url: baseUrl, systemId, key, transport } = createSandbox({ style: 'enveloped' });
 * const gateway = new Gateway({ baseUrl, systemId, key, transport });
 * const { counts } = await gateway.submit('safety', [example('safety')]); // counts.accepted is 1
 *
 * @example
 * const sandbox = createSandbox();
 * const { url, close } = await sandbox.listen({ port: 8788, cors: true });
 */
export function createSandbox(options?: SandboxOptions): Sandbox {
  return new StandIn(options);
}

class StandIn implements Sandbox {
  readonly systemId: string;
  readonly key: string;
  readonly fetch: Sandbox['fetch'];
  readonly transport: Transport;
  readonly #options: string;
  readonly #isPlaced: boolean;
  #url: string;
  #machine: Promise<Machine> | undefined;
  /** The machine, once it is there. */
  #made: Machine | undefined;
  #keys: SandboxKeys | undefined;

  constructor(options: unknown = {}) {
    if (typeof options !== 'object' || options === null || Array.isArray(options)) throw wrong('options', '对象', 'an object');
    // Read once, and as the state machine will read it.
    const given = JSON.parse(written('options', options)) as { systems?: SandboxSystem[] | null; origin?: string | null };
    const [systems, origin] = [given.systems ?? [SYSTEM], given.origin ?? ORIGIN];
    this.#options = JSON.stringify({ ...given, systems, origin });
    this.#isPlaced = origin === given.origin;
    this.#url = origin;
    ({ systemId: this.systemId = '', key: this.key = '' } = systems[0] ?? {});
    if (inNode()) this.#machine = Promise.resolve((this.#made = machineNow(this.#options)));
    // As functions of their own, they can be handed on alone.
    const handle = (request: SandboxRequest) => this.handle(request);
    this.fetch = (input, init) => fetched(handle, this.#url, input, init);
    this.transport = (request) => transported(handle, request);
  }

  get url(): string {
    return this.#url;
  }

  get privateKey(): string {
    return this.#pair().privateKey;
  }

  get publicKey(): string {
    return this.#pair().publicKey;
  }

  async handle(request: SandboxRequest, now = Date.now()): Promise<SandboxAnswer> {
    const { method, url, headers = [], body = new Uint8Array() } = request;
    return (await this.#ready()).handle(method, target(url), headers, body, now);
  }

  async plan(call: Call, ...faults: Fault[]): Promise<void> {
    (await this.#ready()).plan(call, faults);
  }

  async records(): Promise<HeldRecord[]> {
    return (await this.#ready()).records();
  }

  async calls(): Promise<Record<Call, number>> {
    return (await this.#ready()).calls();
  }

  async reset(): Promise<void> {
    (await this.#ready()).reset();
  }

  async listen(options?: ListenOptions): Promise<Listening> {
    const listening = await serve((request) => this.handle(request), options);
    if (!this.#isPlaced) {
      this.#url = listening.url;
      (await this.#ready()).moveTo(listening.url);
    }
    return listening;
  }

  #ready(): Promise<Machine> {
    return (this.#machine ??= machine(this.#options).then((made) => (this.#made = made)));
  }

  /** The keys; they are drawn when they are first asked for. */
  #pair(): SandboxKeys {
    if (!this.#made) {
      throw inputError(
        '网页中沙箱的密钥要等它的某个方法完成后才有，例如 await sandbox.records()。',
        'In a page the keys of a sandbox are there once one of its methods is done, for instance await sandbox.records().',
      );
    }
    return (this.#keys ??= this.#made.keys());
  }
}

/** Path and query of an address. A path is taken as it is written. */
function target(url: string): string {
  if (url.startsWith('/')) return url;
  const { pathname, search } = new URL(url, ORIGIN);
  return pathname + search;
}
