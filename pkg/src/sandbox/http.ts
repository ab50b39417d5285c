// The sandbox behind a port, in Node. What the state machine says happens to a request happens here to its connection.

/// <reference types="node" />
import type { IncomingMessage, ServerResponse } from 'node:http';
import { inputError } from '../errors.js';
import { callable, flag, members, optional, text, whole, wrong } from '../gateway/checks.js';
import { inNode } from '../platform.js';
import { BODILESS, LONGEST } from './fetch.js';
import type { Listening, SandboxAnswer, SandboxRequest } from './shapes.js';

type Handle = (request: SandboxRequest) => Promise<SandboxAnswer>;

/** The longest request that is read, in bytes. */
const MOST = 64 * 1024 * 1024;
/** What pages of other origins are allowed. */
const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': '*' };
/** A client may send a request again by itself where a connection that had one before ends; where it had none, it does not. */
const ONCE = { connection: 'close' };
/** The names of this machine for itself. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Serves a sandbox. */
export async function serve(handle: Handle, options: unknown): Promise<Listening> {
  if (!inNode()) throw inputError('listen 只能在 Node 中使用，网页中请用 fetch 或 transport。', 'listen works in Node only: a page has fetch and transport.');
  const { port, host, onRequest, headers, isPreflight } = read(options);
  // Asked for so, it is nothing that a bundler for pages would look for.
  const { createServer } = process.getBuiltinModule('node:http');
  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (isPreflight(request)) response.writeHead(204).end();
    else exchange(handle, onRequest, request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const { port: own } = server.address() as { port: number };
  return {
    url: `http://${named(host)}:${own}/`,
    port: own,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function read(options: unknown) {
  const given = members('options', options, ['port', 'host', 'cors', 'beyondLoopback', 'onRequest']);
  const port = optional('options.port', given['port'], (where, value) => whole(where, value, 0)) ?? 0;
  if (port > 65535) throw wrong('options.port', '0 至 65535 的整数', 'a whole number from 0 to 65535');
  const host = optional('options.host', given['host'], text) ?? '127.0.0.1';
  if (!LOOPBACK.test(host) && !optional('options.beyondLoopback', given['beyondLoopback'], flag)) {
    throw inputError(
      'options.host 应为本机回环地址，例如 127.0.0.1；沙箱没有防护，确要让其他机器访问时设 beyondLoopback: true。',
      'options.host must be a loopback address, for instance 127.0.0.1: the sandbox has no protection. To let other machines reach it all the same, set beyondLoopback: true.',
    );
  }
  const cors = optional('options.cors', given['cors'], flag) ?? false;
  return {
    port,
    host,
    onRequest: optional('options.onRequest', given['onRequest'], callable),
    headers: Object.entries(cors ? { ...ONCE, ...CORS } : ONCE),
    isPreflight: (request: IncomingMessage) => cors && request.method === 'OPTIONS',
  };
}

/** A host as an address has it; this machine, where it is all of its own addresses. */
function named(host: string): string {
  const own = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return own.includes(':') ? `[${own}]` : own;
}

async function exchange(
  handle: Handle,
  onRequest: ((answer: SandboxAnswer) => void) | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await received(request);
  if (!body) return void response.writeHead(413).end();
  const headers = Object.entries(request.headersDistinct).flatMap(([name, values = []]) => values.map((value) => [name, value] as const));
  const answer = await handle({ method: request.method ?? '', url: request.url ?? '', headers, body });
  if (onRequest) queueMicrotask(() => onRequest(answer));
  const timer = setTimeout(() => realise(answer, response), Math.min(answer.delay, LONGEST));
  response.once('close', () => clearTimeout(timer));
}

/** The body; nothing if it is too long. Then it is read to its end all the same, so that the client comes to read the answer. */
async function received(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length <= MOST) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length <= MOST ? Buffer.concat(chunks) : undefined;
}

function realise({ ends, status, contentType, body }: SandboxAnswer, response: ServerResponse): void {
  if (ends === 'silence') return;
  if (ends === 'close') return void response.socket?.destroy();
  if (contentType !== null) response.setHeader('content-type', contentType);
  // Of an answer that is cut more is promised than comes.
  if (!BODILESS.includes(status)) response.setHeader('content-length', body.length + (ends === 'cut' ? 1 : 0));
  response.writeHead(status);
  if (ends === 'answer') response.end(body);
  else response.write(body, () => response.socket?.destroySoon());
}
