// wasm-bindgen's JavaScript of the sandbox: a module that the build makes. What its texts hold is in sandbox/machine.ts.

export class Machine {
  constructor(settings: string);
  handle(method: string, target: string, headers: string, body: Uint8Array, now: number): Answer;
  plan(planned: string): void;
  records(): string;
  calls(): string;
  keys(): string;
  reset(): void;
  moveTo(origin: string): void;
}

export class Answer {
  call(): string | undefined;
  fault(): string;
  delay(): number;
  ends(): string;
  status(): number | undefined;
  contentType(): string | undefined;
  code(): string | undefined;
  /** It is free then. */
  body(): Uint8Array<ArrayBuffer>;
}

/** Instantiates a compiled module on the spot. */
export function initSync(source: { module: WebAssembly.Module }): unknown;

/** Instantiates a compiled module. */
export default function start(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
