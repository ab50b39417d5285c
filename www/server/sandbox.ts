// Behind the portal, in the process of Vite's server: the broker that a page sends to, the sandbox that it hands everything to, and
// what issuing needs beside them. Between them nothing goes over a wire, so that no record leaves this machine; nothing of a
// record is logged.

/// <reference types="node" />
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Sandbox } from 'mohurd-ecert/sandbox';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { issuing } from './issue.ts';

/** What the sandbox itself can be asked. */
const CONTROLS = ['records', 'calls', 'faults', 'reset'].map((name) => `/sandbox/${name}`);
/** Short, so that whoever tries out a call without an answer need not wait long. */
const TIMEOUT_MS = 5000;

/** Serves the sandbox with the page, be it built or in development. */
export function sandbox(): Plugin {
  return { name: 'sandbox', configureServer: serve, configurePreviewServer: serve };
}

async function serve({ middlewares, config }: ViteDevServer | PreviewServer): Promise<void> {
  // Not sooner: to build the page, none of them is needed.
  const [{ createBroker }, { createSandbox }, qr] = await Promise.all([
    import('mohurd-ecert/broker'),
    import('mohurd-ecert/sandbox'),
    import('mohurd-ecert/qr'),
  ]);
  // The form's example of a preview names an assignment that no sandbox gave: it is to be sent all the same.
  const sandbox = createSandbox({ unknownAssignment: 'accept' });
  const issue = issuing(sandbox, qr);
  const { url: baseUrl, systemId, key, transport } = sandbox;
  const makeBroker = () => createBroker({ baseUrl, systemId, key, transport, timeoutMs: TIMEOUT_MS });
  let broker = makeBroker();
  middlewares.use((request, response, next) => broker.node(request, response, next));
  // The sandbox forgets its tokens too: one that a broker still had in hand would be refused, and use up a planned fault.
  middlewares.use('/sandbox/reset', (_request, _response, next) => {
    broker = makeBroker();
    issue.reset();
    next();
  });
  for (const [path, answer] of Object.entries(issue.paths)) middlewares.use(path, answer);
  for (const path of CONTROLS) {
    middlewares.use(path, (request, response, next) => {
      control(sandbox, path, request, response).catch(next);
    });
  }
  config.logger.info(`the sandbox stands behind the page: /ecert takes records, ${CONTROLS.join(', ')} are its own, ${Object.keys(issue.paths).join(', ')} stand for the caller's`);
}

async function control(sandbox: Sandbox, url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '' } = request;
  const { status, contentType, body } = await sandbox.handle({ method, url, body: await buffer(request) });
  response.writeHead(status, { 'content-type': contentType ?? 'text/plain', 'cache-control': 'no-store' }).end(body);
}
