// How a submission is made: its options, read at once, and its way through the client.

import { inputError } from '../errors.js';
import { KINDS } from '../generated/layout.js';
import { OPTION_NAMES, compile, dayFor } from '../options.js';
import type { Locale } from '../shapes.js';
import type { ClientModule, Handle, Stopper } from './boundary.js';
import { callable, flag, members, optional, whole, wrong } from './checks.js';
import { packAll } from './packed.js';

/** The names of all options of a submission. */
const NAMES = [...OPTION_NAMES, 'chunkSize', 'concurrency', 'onProgress', 'signal', 'resume', 'resendUnknown'];

/** A submission, ready to go. */
export interface Submission {
  readonly kind: number;
  readonly records: (Uint8Array | null)[];
  /** How, as the client takes it. */
  readonly how: object;
  readonly progress: ((progress: unknown) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

/** The options of a submission, none of an unknown name. */
export function submitOptions(options: unknown): Record<string, unknown> {
  return members('options', options, NAMES);
}

/** Reads records and options. Nothing of either is looked at later. */
export function readSubmission(kind: number, records: unknown, options: unknown, locale: Locale): Submission {
  const given = submitOptions(options);
  const { chunkSize, concurrency, onProgress, signal, resume, resendUnknown, ...rest } = given;
  const compiled = compile({ locale, ...rest });
  if (KINDS[kind] === 'preview' && !compiled.certTypeGiven) throw needsCertType();
  const least = (where: string, value: unknown) => whole(where, value, 1);
  return {
    kind,
    records: packAll(kind, records, compiled.extra),
    how: {
      config: compiled.config,
      day: dayFor(compiled),
      english: compiled.locale === 'en',
      chunkSize: optional('options.chunkSize', chunkSize, least) ?? 1,
      concurrency: optional('options.concurrency', concurrency, least) ?? 1,
      resume: optional('options.resume', resume, stored),
      resendUnknown: optional('options.resendUnknown', resendUnknown, flag) ?? false,
    },
    progress: listener(optional('options.onProgress', onProgress, callable)),
    signal: optional('options.signal', signal, abortSignal),
  };
}

/** Submits; ends when the signal says so. */
export async function submitTo(client: ClientModule, handle: Handle, submission: Submission): Promise<unknown> {
  const { kind, records, how, progress, signal } = submission;
  return stoppable(client, signal, (stopper) => handle.submit(kind, records, how, stopper, progress));
}

/** Does what ends when the signal says so, be it that it has said so before. */
export async function stoppable<T>(client: ClientModule, signal: AbortSignal | undefined, run: (stopper: Stopper) => Promise<T>): Promise<T> {
  const stopper = new client.Stopper();
  const stop = () => stopper.stop();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    return await run(stopper);
  } finally {
    signal?.removeEventListener('abort', stop);
    stopper.free();
  }
}

/** What is wrong with a submission that the client would not make. */
export function refusedSubmission(argument: string): Error {
  if (argument === 'resume') return stale();
  if (argument === 'certType') return needsCertType();
  return inputError('问题太多，一份报告容纳不下：请分批提交。', 'There are more issues than one report holds: submit in parts.');
}

function needsCertType(): Error {
  return inputError(
    '电子证照预览地址须用 options.certType 说明证照种类。',
    'A preview needs options.certType: it serves all three certificates.',
  );
}

function stale(): Error {
  return inputError(
    'options.resume 应为 submit 对同样的记录返回的报告，记录的顺序不变。',
    'options.resume must be what submit answered for the same records, in the same order.',
  );
}

function stored(_: string, value: unknown): string {
  try {
    const json = typeof value === 'object' && value !== null ? JSON.stringify(value) : undefined;
    if (json !== undefined) return json;
  } catch {
    // Said below.
  }
  throw stale();
}

export function abortSignal(where: string, value: unknown): AbortSignal {
  const signal = value as AbortSignal | null;
  const isSignal = typeof signal === 'object' && signal !== null && typeof signal.aborted === 'boolean';
  if (isSignal && typeof signal.addEventListener === 'function') return signal;
  throw wrong(where, 'AbortSignal', 'an AbortSignal');
}

/** A listener that throws, at once or later, has no part in what becomes of the records. */
function listener(onProgress: ((progress: unknown) => unknown) | undefined): ((progress: unknown) => void) | undefined {
  return onProgress && ((progress) => void (async () => onProgress(progress))().catch(() => undefined));
}
