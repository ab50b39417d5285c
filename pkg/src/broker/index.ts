// The front door of `mohurd-ecert/broker`: the server side that holds the key for pages that must not have it.

export { InputError } from '../errors.js';
export { createBroker, type Broker } from './broker.js';
export type { NodeRequest, NodeResponse } from './node.js';
export type { BrokerSettings } from './settings.js';
export type { GatewaySettings } from '../gateway/settings-shapes.js';
