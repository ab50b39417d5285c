// The wasm core as JavaScript calls it: its exports, the views of its memory, and its input buffer. All that crosses is
// numbers and bytes. It decides nothing: put.ts writes records, issues.ts reads results.

import { tooLarge } from './errors.js';
import { inNode } from './platform.js';
import { decode, encodeJson } from './utf8.js';

/** The functions of the core; every argument and every answer is a 32-bit number. */
export interface Calls {
  sow(high: number, low: number): void;
  reserve(bytes: number): number;
  configure(bytes: number): number;
  validate(kind: number, extras: number, today: number): number;
  validate_field(kind: number, field: number, today: number): number;
  needs(kind: number, today: number): number;
  normalise(kind: number): number;
  batch_begin(kind: number, mode: number, today: number): void;
  batch_add(extras: number): void;
  batch_add_other(): void;
  batch_end(): number;
  batch_abort(): void;
  batch_text(bytes: number, mode: number): number;
  request_text(bytes: number, today: number): number;
  stream_begin(kind: number, today: number): number;
  stream_add(stream: number, bytes: number, mode: number): number;
  stream_free(stream: number): void;
}

type Call = (a: number, b: number, c: number) => number;

/** The most that the input buffer can hold. */
const LIMIT = 2 ** 30;

/** One instance of the core. */
export class Core {
  readonly calls: Calls;
  /** A call ended in a trap: its memory is not to be trusted any more. */
  broken = false;
  bytes = new Uint8Array(0);
  units = new Uint16Array(0);
  words = new Uint32Array(0);
  /** Node writes one long text far sooner than many short ones; a page does not. */
  readonly joins = inNode();
  private tail = this.bytes;
  private readonly memory: WebAssembly.Memory;
  /** The input buffer: it grows, and stays where it is as long as it does not. */
  private input = 0;
  private room = 0;
  /** What the core does without being told. */
  private config = '[]';

  constructor(instance: WebAssembly.Instance) {
    this.memory = instance.exports['memory'] as WebAssembly.Memory;
    const calls: Record<string, Call> = {};
    for (const [name, call] of Object.entries(instance.exports)) {
      if (typeof call === 'function') calls[name] = this.guarded(call as Call);
    }
    this.calls = calls as unknown as Calls;
    // Whoever writes a file cannot know this; that is all that the core's hashes need of chance.
    this.calls.sow(Math.random() * 2 ** 32, Math.random() * 2 ** 32);
  }

  /** The address of an input buffer of that many bytes; the views are good until the next call of the core. */
  reserve(bytes: number): number {
    if (bytes > this.room) {
      const at = bytes > LIMIT ? 0 : this.calls.reserve(bytes) >>> 0;
      if (at === 0) throw tooLarge();
      [this.input, this.room] = [at, bytes];
    }
    this.refresh();
    return this.input;
  }

  /** The bytes from an address on: the same view as long as it can be, since to make one takes longer than to fill it. */
  from(at: number): Uint8Array {
    if (this.tail.byteOffset !== at) this.tail = this.bytes.subarray(at);
    return this.tail;
  }

  /** Puts bytes into the input buffer; answers how many. */
  put(bytes: Uint8Array): number {
    const at = this.reserve(bytes.length);
    this.bytes.set(bytes, at);
    return bytes.length;
  }

  /** Has the options in force that this JSON text says. */
  configure(config: string): void {
    if (config === this.config) return;
    this.config = '';
    if (this.calls.configure(this.put(encodeJson(config))) !== 1) throw new Error('mohurd-ecert: options not taken');
    this.config = config;
  }

  /** The words of a result, refreshed: the call may have grown the memory. */
  result(): Uint32Array {
    this.refresh();
    return this.words;
  }

  /** A text of a result. */
  text(at: number, length: number): string {
    return decode(this.bytes.subarray(at, at + length));
  }

  /** Growing the memory detaches every view of it. */
  private refresh(): void {
    if (this.bytes.byteLength !== 0) return;
    const { buffer } = this.memory;
    this.bytes = new Uint8Array(buffer);
    this.units = new Uint16Array(buffer);
    this.words = new Uint32Array(buffer);
  }

  /** No input traps the core; should a bug do so, the next call gets a new instance. */
  private guarded(call: Call): Call {
    return (a, b, c) => {
      try {
        return call(a, b, c);
      } catch (error) {
        this.broken = true;
        // The stack can overflow here as anywhere: that is the caller's own news.
        if (error instanceof RangeError) throw error;
        throw internal();
      }
    };
  }
}

/** What a trap is called; it has no value in it. */
export function internal(): Error {
  return new Error(
    'mohurd-ecert 内部错误：这是程序库的缺陷，请报告；可以继续使用。 ' +
      'Internal error of mohurd-ecert: a bug of the library, please report it; you can go on using it.',
  );
}
