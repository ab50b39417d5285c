// What a request meets with, as a page or a program sees it that sent the request in process: by `fetch`, or by a transport.

import type { TransportRequest, TransportResponse } from '../gateway/settings-shapes.js';
import { encode } from '../utf8.js';
import type { SandboxAnswer, SandboxRequest } from './shapes.js';

type Handle = (request: SandboxRequest) => Promise<SandboxAnswer>;

/** With these HTTP statuses there is no body. */
export const BODILESS = [204, 205, 304];
/** The longest wait that a timer takes. */
export const LONGEST = 2 ** 31 - 1;

/** As the global `fetch` does; an address that is not whole is one below `base`. */
export async function fetched(handle: Handle, base: string, input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  // The signal is kept out of the Request, which refuses one of another realm, as test runners have.
  const { signal: given, ...rest } = init;
  const isRequest = input instanceof Request;
  const request = new Request(isRequest ? input : new URL(String(input), base), rest);
  const signal = given === undefined && isRequest ? input.signal : (given ?? null);
  const { method, url, headers } = request;
  const answer = await met(handle, { method, url, headers, body: new Uint8Array(await request.arrayBuffer()) }, signal);
  const { status, body, ends } = answer;
  const content = ends === 'cut' ? failing(body) : BODILESS.includes(status) ? null : body;
  return new Response(content, { status, headers: headersOf(answer) });
}

/** As a transport does. It needs nothing that an engine may not have. */
export async function transported(handle: Handle, { url, method, headers, body, signal }: TransportRequest): Promise<TransportResponse> {
  const request = { method, url, headers: Object.entries(headers), body: encode(body ?? '') };
  const answer = await met(handle, request, signal);
  if (answer.ends === 'cut') throw broken();
  return { status: answer.status, headers: headersOf(answer), body: answer.body };
}

/** Hands the request over, and waits until an answer comes, if one does. */
async function met(handle: Handle, request: SandboxRequest, signal: AbortSignal | null): Promise<SandboxAnswer> {
  if (signal?.aborted) throw signal.reason;
  const answer = await handle(request);
  await passed(answer.ends === 'silence' ? Infinity : answer.delay, signal);
  if (answer.ends === 'close') throw broken();
  return answer;
}

/** Waits; for ever, if that long. It ends as soon as the signal aborts. */
function passed(time: number, signal: AbortSignal | null): Promise<void> {
  if (time === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const end = () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    };
    const timer = time === Infinity ? undefined : setTimeout(end, Math.min(time, LONGEST));
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
  });
}

function headersOf({ contentType }: SandboxAnswer): Record<string, string> {
  return contentType === null ? {} : { 'content-type': contentType };
}

/** What a lost connection is rejected with. */
function broken(): Error {
  return new TypeError('fetch failed');
}

/** A body that fails after these bytes. */
function failing(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes),
    // Not before they were taken: a stream that fails forgets what it still holds.
    pull: (controller) => controller.error(broken()),
  });
}
