// The sandbox in the place of the global `fetch`: what a request meets with, as a page or a program sees it.

import type { SandboxAnswer, SandboxRequest } from './shapes.js';

/** With these HTTP statuses a Response must have no body. */
export const BODILESS = [204, 205, 304];
/** The longest wait that a timer takes. */
export const LONGEST = 2 ** 31 - 1;

/** What `fetch` is asked, as a request and the signal that ends it. */
export async function asked(input: string | URL | Request, init: RequestInit | undefined, base: string): Promise<[SandboxRequest, AbortSignal | null]> {
  // The signal is kept out of the Request, which refuses one of another realm, as test runners have.
  const { signal, ...rest } = init ?? {};
  const isRequest = typeof Request === 'function' && input instanceof Request;
  const request = new Request(isRequest ? input : new URL(String(input), base), rest);
  const ends = signal === undefined && isRequest ? input.signal : (signal ?? null);
  ends?.throwIfAborted();
  const { method, url, headers } = request;
  return [{ method, url, headers, body: new Uint8Array(await request.arrayBuffer()) }, ends];
}

/** What the request meets with. */
export async function answered(answer: SandboxAnswer, signal: AbortSignal | null): Promise<Response> {
  await over(answer.delay, signal);
  if (answer.ends === 'silence') await over(Infinity, signal);
  if (answer.ends === 'close') throw new TypeError('fetch failed');
  const { status, contentType, body } = answer;
  const headers = contentType === null ? {} : { 'content-type': contentType };
  if (answer.ends === 'cut') return new Response(failing(body), { status, headers });
  return new Response(BODILESS.includes(status) ? null : body, { status, headers });
}

/** Waits; for ever, if that long. Fails as soon as the signal aborts. */
function over(time: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    if (time === Infinity) return;
    const end = () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    };
    if (time === 0) end();
    else timer = setTimeout(end, Math.min(time, LONGEST));
  });
}

/** A body that fails after these bytes. */
function failing(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes),
    // Not before they were taken: a stream that fails forgets what it still holds.
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
}
