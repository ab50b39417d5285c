/// <reference types="node" />
import { createServer } from 'node:http';
import { createServer as createServer2 } from 'node:http2';
import { createBroker, type Broker, type BrokerSettings, type GatewaySettings } from 'mohurd-ecert/broker';
import { exactly, type Same } from './support.js';

declare const broker: Broker;
declare const own: Omit<BrokerSettings, 'prefix' | 'origins' | 'maxBytes' | 'authorize'>;

// case: Node's http takes the handler as it is
createServer(broker.node);

// case: so does Node's http2
createServer2(broker.node);

// case: a fetch handler
exactly<Same<typeof broker.handle, (this: void, request: Request) => Promise<Response>>>();

// case: both may be taken out of the broker
const { handle, node } = createBroker({ baseUrl: 'https://platform.test', systemId: 'a', key: 'b' });
export { handle, node };

// case: the settings of the gateway are the broker's
export const gateway: GatewaySettings = own;

// case: a key is allowed nowhere else
createBroker({
  baseUrl: 'https://platform.test',
  // @ts-expect-error a broker is no page
  dangerouslyAllowKeyInBrowser: true,
});

// case: the portal's check says yes or no
createBroker({
  baseUrl: 'https://platform.test',
  systemId: 'a',
  key: 'b',
  authorize: async (request) => request.headers.has('cookie'),
});

// case: an answer that is neither is refused
createBroker({
  baseUrl: 'https://platform.test',
  // @ts-expect-error a text
  authorize: () => 'yes',
});
