// A broker: two paths of a server by which pages reach the platform, without its key, its tokens or its address.

import { Gateway } from '../gateway/gateway.js';
import { answer, type Service } from './answer.js';
import { spellings } from './mask.js';
import { askedBy, writeTo, type NodeRequest, type NodeResponse } from './node.js';
import { prepare, type BrokerSettings } from './settings.js';

/** What stands between pages and the platform. Both functions may be passed on without their object. */
export interface Broker {
  /**
   * Answers a request, for whatever speaks `Request` and `Response`. It never rejects. Where the request's signal is aborted, so
   * is the call to the platform.
   */
  handle(this: void, request: Request): Promise<Response>;
  /**
   * The same for Node's http and for Express: a request for another path goes to `next`, where there is one. A body that
   * `express.json()` has read is taken as it is; its limit of 100 KB is too low for photos, so put the broker before it, or
   * raise it.
   */
  node(this: void, request: NodeRequest, response: NodeResponse, next?: (error?: unknown) => void): void;
}

/**
 * A broker that holds the key. It gets the tokens, adds headers and address, and passes on `POST <prefix>/submit` and
 * `POST <prefix>/preview`, each with the body that `buildRequest` makes for it; a page reaches it by
 * `new Gateway({ baseUrl: '/ecert' })`. It sends no CORS headers: the page has to come from the same origin, as its browser
 * sees it.
 *
 * The records in a body are not judged here, and the reply is passed back as it came, but for keys and tokens in it. A failure
 * of the call is answered with 502 (504 for a time-out), what is not passed on with 400, 401, 403, 404, 405, 413 or 415;
 * the page's gateway tells them apart.
 *
 * @throws InputError when a setting is unknown or malformed, or nobody is named as the caller.
 *
 * @example
 * const broker = createBroker({ baseUrl, systemId, key, origins: ['https://portal.example.cn'] });
 * http.createServer(broker.node).listen(8788, '127.0.0.1');   // Node
 * app.use(requireClerk, broker.node);                         // Express
 * export default { fetch: broker.handle };                    // Deno, Bun, workers
 */
export function createBroker(settings: BrokerSettings): Broker {
  const prepared = prepare(settings);
  const gateway = new Gateway(prepared.gateway);
  const service: Service = {
    ...prepared,
    relay: (call, body, options) => gateway.relay(call, body, options),
    spelt: spellings(prepared.keys),
  };
  return {
    handle(request) {
      const { method, url, headers, body, signal } = request;
      const at = new URL(url);
      return answer({ method, url: at, host: headers.get('host') ?? at.host, headers, body, signal }, service);
    },
    node(request, response, next) {
      const asked = askedBy(request, response);
      if (next && !service.calls.has(asked.url.pathname)) next();
      else void answer(asked, service).then((answered) => writeTo(response, answered));
    },
  };
}
