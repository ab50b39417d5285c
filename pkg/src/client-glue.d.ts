// wasm-bindgen's JavaScript of the client: a module that the build makes. What its functions resolve to is in client-instance.ts.

export class Handle {
  constructor(settings: unknown, send: unknown, token: unknown);
  token(): Promise<unknown>;
  validateToken(token?: string, requestIp?: string): Promise<unknown>;
  log(entry: unknown): Promise<unknown>;
  soap(method: string, parameters: [string, string][]): Promise<unknown>;
  submit(kind: number, records: (Uint8Array | null)[], how: unknown, stopper: Stopper, progress: unknown): Promise<unknown>;
  relay(call: string, body: string, stopper: Stopper): Promise<unknown>;
}

export class Stopper {
  constructor();
  free(): void;
  stop(): void;
}

export function parseReply(kind: number, text: string, records: Uint8Array[], english: boolean): unknown;

/** Instantiates a compiled module on the spot. */
export function initSync(source: { module: WebAssembly.Module }): unknown;

/** Instantiates a compiled module. */
export default function start(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
