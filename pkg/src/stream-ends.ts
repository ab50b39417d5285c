// The two ends of a stream through the core, and how one waits for the other. They are put together here and not left to a
// transformer, since not every engine tells one that its reader or its writer has gone: what the core keeps would stay. It knows
// nothing of what the bytes are.

/** What is done with the bytes. */
export interface Work<T extends { done: boolean }> {
  /** The bytes of what was written; it throws where that is none. */
  bytesOf(chunk: unknown): Uint8Array;
  /** Takes bytes, or the end; answers what there is to give out. */
  add(bytes: Uint8Array, last: boolean): T | undefined;
  /** Whether there is more to give out before bytes are taken. */
  readonly isBusy: boolean;
  /** Gives up what is kept. */
  free(): void;
}

/** So many bytes are taken at once, however large a chunk is. */
const PIECE = 2 ** 18;
const NOTHING = new Uint8Array(0);

/** Both ends of one stream. */
export class Ends<T extends { done: boolean }> {
  private readonly readable: ReadableStream<T>;
  private readonly writable: WritableStream<Uint8Array>;
  private reader!: ReadableStreamDefaultController<T>;
  private writer!: WritableStreamDefaultController;
  private wanted = false;
  private ended = false;
  private wake = (): void => undefined;

  constructor(
    private readonly work: Work<T>,
    private readonly signal: AbortSignal | undefined,
  ) {
    // Nothing is done before somebody reads.
    this.readable = new ReadableStream<T>(this.source(), { highWaterMark: 0 });
    this.writable = new WritableStream<Uint8Array>(this.sink(), { highWaterMark: 1 });
    if (signal?.aborted) this.onAbort();
    else signal?.addEventListener('abort', this.onAbort);
  }

  /** Both, in the shape of the platform. */
  stream(): TransformStream<Uint8Array, T> {
    const { readable, writable } = this;
    return Object.defineProperties(new TransformStream<Uint8Array, T>(), { readable: { value: readable }, writable: { value: writable } });
  }

  private source(): UnderlyingDefaultSource<T> {
    return {
      start: (controller) => void (this.reader = controller),
      pull: () => {
        this.wanted = true;
        this.wake();
      },
      cancel: (reason) => {
        if (!this.end()) return;
        this.writer.error(reason);
      },
    };
  }

  private sink(): UnderlyingSink<Uint8Array> {
    return {
      start: (controller) => {
        this.writer = controller;
        // A write that waits for a reader would keep an abort waiting.
        const signal = controller.signal as AbortSignal | undefined;
        signal?.addEventListener('abort', () => this.abandon(signal.reason));
      },
      write: (chunk) => this.guarded(() => this.pass(this.work.bytesOf(chunk), false)),
      close: () => this.guarded(() => this.close()),
      abort: (reason) => this.abandon(reason),
    };
  }

  private async close(): Promise<void> {
    await this.pass(NOTHING, true);
    if (this.end()) this.reader.close();
  }

  /** Works piece by piece, each when somebody waits for what it gives. */
  private async pass(bytes: Uint8Array, last: boolean): Promise<void> {
    for (let at = 0; at < bytes.length || last || this.work.isBusy; ) {
      if (!this.wanted && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
      if (this.ended) return;
      const given = this.work.add(this.work.isBusy ? NOTHING : bytes.subarray(at, (at += PIECE)), last);
      if (!given) continue;
      this.wanted = false;
      this.reader.enqueue(given);
      if (given.done) return;
    }
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.fail(error);
      throw error;
    }
  }

  // Older browsers know no reason.
  private readonly onAbort = (): void => this.fail(this.signal?.reason ?? new DOMException('aborted', 'AbortError'));

  /** The writer has gone, and its end is in error without our doing. */
  private abandon(reason: unknown): void {
    if (this.end()) this.reader.error(reason);
  }

  private fail(reason: unknown): void {
    if (!this.end()) return;
    this.reader.error(reason);
    this.writer.error(reason);
  }

  /** Whether it ends now: then nothing is kept any more. */
  private end(): boolean {
    if (this.ended) return false;
    this.ended = true;
    this.work.free();
    this.signal?.removeEventListener('abort', this.onAbort);
    this.wake();
    return true;
  }
}
