// A batch that comes piece by piece, as from a file of any size: bytes go in, what is found comes out, and neither is kept. The
// streams of the engine are not touched before one is asked for: some load them only then.

import { bytesOf } from './batch.js';
import { internal, type Core } from './core.js';
import { inputError } from './errors.js';
import { configured } from './instance.js';
import { readIssues } from './issues.js';
import { OPTION_NAMES, compile, dayFor, onlyNamed, wrong, type Compiled } from './options.js';
import type { BatchReport, Options } from './shapes.js';
import { Ends, type Work } from './stream-ends.js';
import { kindIndex, type Kind } from './tables.js';

/** What `validationStream` gives: what was found since the last of these, and the counts of all records so far. */
export interface StreamEvent extends BatchReport {
  /** How many bytes were judged or are kept for what completes them. */
  bytes: number;
  /** This is the last one: the three numbers count the whole input. */
  done: boolean;
}

/** How to judge, and until when. */
export interface StreamOptions extends Options {
  /** Ends the stream with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What comes next, as the core numbers it. */
const BYTES = 0;
const TOO_LARGE = 2;

/**
 * Judges a batch of any size as it comes: the bytes of a JSON array or of NDJSON go in, cut anywhere, and what `validateBatch`
 * finds in the whole comes out, in its order. An event comes whenever records were judged, and a last one with `done`. Nothing is
 * read ahead of whoever reads the events. A record of more than 16 MiB ends the stream with an InputError.
 *
 * @throws InputError when the kind or an option is malformed; Error where there are no streams, or before `init()`.
 *
 * @example
 * for await (const { issues, total } of file.stream().pipeThrough(validationStream('manager'))) show(issues, total);
 */
export function validationStream(kind: Kind, options?: StreamOptions): TransformStream<Uint8Array, StreamEvent> {
  const index = kindIndex(kind);
  const { signal, compiled } = read(options);
  if (typeof TransformStream !== 'function') throw noStreams();
  const run = new Run(configured(compiled.config), index, compiled);
  return new Ends(run, signal).stream();
}

function read(options: StreamOptions | undefined): { signal: AbortSignal | undefined; compiled: Compiled } {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return { signal: undefined, compiled: compile(options) };
  onlyNamed(options, [...OPTION_NAMES, 'signal']);
  const { signal, ...others } = options;
  if (signal !== undefined && typeof (signal as AbortSignal | null)?.addEventListener !== 'function') {
    throw wrong('options.signal', 'an AbortSignal', ' AbortSignal');
  }
  return { signal, compiled: compile(others) };
}

/** What is under way in the core. */
class Run implements Work<StreamEvent> {
  private readonly day: number;
  private number: number | undefined;
  private bytes = 0;
  private total = 0;
  private again = false;

  constructor(
    private readonly core: Core,
    private readonly kind: number,
    private readonly compiled: Compiled,
  ) {
    this.day = dayFor(compiled);
  }

  bytesOf(chunk: unknown): Uint8Array {
    const bytes = typeof chunk === 'string' ? undefined : bytesOf(chunk);
    if (bytes) return bytes;
    throw inputError('流中的每一块应为字节，例如 Uint8Array。', 'Each chunk of the stream must be bytes, as a Uint8Array.');
  }

  /** Hands over bytes, or the end; answers what was found, if there is anything to tell. */
  add(bytes: Uint8Array, last: boolean): StreamEvent | undefined {
    const { core, compiled } = this;
    // Another call may have lost the instance meanwhile.
    if (core.broken) throw internal();
    if (this.number === undefined) {
      core.configure(compiled.config);
      this.number = core.calls.stream_begin(this.kind, this.day);
    }
    const at = core.calls.stream_add(this.number, core.put(bytes), last ? 1 : 0);
    this.bytes += bytes.length;
    return this.event(at, last);
  }

  /** Whether there is more to find in what was handed over. */
  get isBusy(): boolean {
    return this.again;
  }

  private event(at: number, last: boolean): StreamEvent | undefined {
    const words = this.core.result();
    const head = at >>> 2;
    const [total, valid, turn] = [words[head + 1]!, words[head + 2]!, words[head + 4]!];
    // What was found before such a record is told first.
    if (turn === TOO_LARGE && total === this.total) throw tooLong(total + 1);
    this.again = turn !== BYTES;
    const done = last && !this.again;
    if (total === this.total && !done) return undefined;
    this.total = total;
    const issues = readIssues(this.core, at, this.kind, 'batch', this.compiled.locale);
    return { total, valid, invalid: total - valid, issues, bytes: this.bytes, done };
  }

  /** Gives up what the core keeps. */
  free(): void {
    if (this.number !== undefined && !this.core.broken) this.core.calls.stream_free(this.number);
    this.number = undefined;
  }
}

function tooLong(record: number): Error {
  return inputError(
    `第 ${record} 条记录超过 16 MiB，或没有结束。`,
    `Record ${record} has more than 16 MiB, or does not end.`,
  );
}

function noStreams(): Error {
  return new Error('mohurd-ecert：此环境没有 TransformStream。 mohurd-ecert: there is no TransformStream here.');
}
