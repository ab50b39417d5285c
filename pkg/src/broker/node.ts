// The broker behind Node's http and what is built on it (Express, Connect): their request and response for `Request` and
// `Response`. Nothing of Node is imported: what is used of the two objects stands here.

import type { Asked } from './shapes.js';

/** What is used of an `http.IncomingMessage`, and what Express adds to it. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express: the address before a router took its part of it away. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Express: what a parser made of the body. */
  readonly body?: unknown;
  on(event: string, listener: (...args: any[]) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** What is used of an `http.ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(text: string): unknown;
  on(event: string, listener: () => void): unknown;
}

/** What was asked; the call is aborted when the connection ends before there was an answer. */
export function askedBy(request: NodeRequest, response: NodeResponse): Asked {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // HTTP/2 has names that are none here.
    if (value !== undefined && !name.startsWith(':')) headers.set(name, String(value));
  }
  const host = headers.get('host') ?? String(request.headers[':authority'] ?? '');
  return { method: request.method ?? '', url: address(request, host), host, headers, body: bodyOf(request), signal: gone.signal };
}

/** The host cannot reach into the path, and what is no path leads nowhere. */
function address({ originalUrl, url }: NodeRequest, host: string): URL {
  const path = originalUrl ?? url ?? '';
  const address = new URL(`http://localhost${path.startsWith('/') ? path : '/'}`);
  address.host = host;
  return address;
}

function bodyOf(request: NodeRequest): ReadableStream<Uint8Array> | null {
  const { body } = request;
  if (body === undefined) return streamOf(request);
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  return new Response(isRaw ? (body as BodyInit) : JSON.stringify(body)).body;
}

/**
 * Read chunk by chunk, from when it is first asked for: until then Node itself takes care of it. What is not wanted any more
 * flows away, since the connection could not be used again with something left in it.
 */
function streamOf(request: NodeRequest): ReadableStream<Uint8Array> {
  let isRead = false;
  let isWanted = true;
  const listen = (stream: ReadableStreamDefaultController<Uint8Array>) => {
    isRead = true;
    request.on('data', (chunk: Uint8Array) => {
      if (!isWanted) return;
      stream.enqueue(chunk);
      request.pause();
    });
    request.on('end', () => isWanted && stream.close());
    for (const event of ['error', 'aborted']) request.on(event, () => stream.error(new Error('the connection ended')));
  };
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull(stream) {
      if (!isRead) listen(stream);
      request.resume();
    },
    cancel() {
      isWanted = false;
      request.resume();
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

export async function writeTo(response: NodeResponse, answered: Response): Promise<void> {
  response.statusCode = answered.status;
  answered.headers.forEach((value, name) => response.setHeader(name, value));
  response.end(await answered.text());
}
