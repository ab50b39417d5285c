// The way from the page to the broker of its own server. The client is loaded when something is sent, not before: whoever only
// fills in a form does not need it.

import type { Gateway } from 'mohurd-ecert/gateway';

/** A little longer than the broker waits for the sandbox: it is the one that can say why there is no answer. */
const TIMEOUT_MS = 8000;

let loading: Promise<Gateway> | undefined;

/** The client, the same for all that is sent. */
export function reachGateway(): Promise<Gateway> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Gateway> {
  const { Gateway, init } = await import('mohurd-ecert/gateway');
  await init();
  return new Gateway({ baseUrl: '/ecert', timeoutMs: TIMEOUT_MS });
}
