// What the broker answers: the gateway's reply as it is, the failure of the call, or that the request was not passed on.
//
// It passes on two calls and nothing else: of a request their body, no header and no query. It logs nothing.

import { init } from '../instance.js';
import { fits, isJson, readText } from './body.js';
import { masked } from './mask.js';
import { isForeign } from './origin.js';
import type { Prepared } from './settings.js';
import { Refusal, type Asked, type Call, type Relay } from './shapes.js';

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/** What answering needs beside the request. */
export interface Service extends Prepared {
  readonly relay: Relay;
  /** How the keys could be spelt. */
  readonly spelt: readonly string[];
}

/** Answers; it never rejects. */
export async function answer(asked: Asked, service: Service): Promise<Response> {
  try {
    const call = await admitted(asked, service);
    const body = await readText(asked, service.maxBytes);
    await init();
    if (!fits(body, call)) throw new Refusal(400);
    return await passedOn(call, body, asked.signal, service);
  } catch (error) {
    return refused(error instanceof Refusal ? error.status : 500);
  }
}

/** The call, if the request may make it; told by its head alone. */
async function admitted(asked: Asked, { calls, origins, authorize }: Service): Promise<Call> {
  const call = calls.get(asked.url.pathname);
  if (!call) throw new Refusal(404);
  if (asked.method !== 'POST') throw new Refusal(405);
  if (isForeign(asked, origins)) throw new Refusal(403);
  if (authorize && (await authorize(new Request(asked.url, { method: 'POST', headers: asked.headers }))) !== true) throw new Refusal(401);
  if (!isJson(asked.headers)) throw new Refusal(415);
  return call;
}

async function passedOn(call: Call, body: string, signal: AbortSignal, { relay, spelt }: Service): Promise<Response> {
  // Whatever ends it otherwise, nobody can tell whether the records arrived.
  const came = await relay(call, body, { signal }).catch(() => ({ failure: { call, cause: 'broken', code: null } }));
  if ('text' in came) return reply(200, masked(came.text, spelt));
  return failed(came.failure.cause === 'timeout' ? 504 : 502, came.failure);
}

/** A request that was not passed on: nothing of it was received. */
function refused(status: number): Response {
  return failed(status, { call: null, cause: 'broker', code: status }, status === 405 ? { allow: 'POST' } : {});
}

/** What the page's gateway reads as its own failure; the words are made there. */
function failed(status: number, failure: { call: string | null; cause: string; code: number | null }, headers = {}): Response {
  const { call, cause, code } = failure;
  return reply(status, JSON.stringify({ failure: { call, cause, code } }), headers);
}

function reply(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { ...HEADERS, ...headers } });
}
