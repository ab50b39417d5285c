// The settings of a broker: those of its gateway, and who may ask it for what. They are checked here, once.

import { inputError } from '../errors.js';
import { callable, members, optional, whole, wrong } from '../gateway/checks.js';
import { NAMES } from '../gateway/settings.js';
import type { GatewaySettings } from '../gateway/settings-shapes.js';
import { CALLS, type Call } from './shapes.js';

/**
 * How a broker reaches the platform, and whom it serves.
 *
 * @example
 * const settings: BrokerSettings = {
 *   baseUrl: process.env.ECERT_URL,
 *   systemId: process.env.ECERT_SYSTEM,
 *   key: process.env.ECERT_KEY,
 *   origins: ['https://portal.example.cn'],
 *   authorize: (request) => sessions.isClerk(request.headers.get('cookie')),
 * };
 */
export interface BrokerSettings extends Omit<GatewaySettings, 'dangerouslyAllowKeyInBrowser'> {
  /** Where its paths begin: it answers `<prefix>/submit` and `<prefix>/preview`. Default `/ecert`. */
  prefix?: string | undefined;
  /**
   * The origins whose pages may ask, each as a browser writes it: `https://portal.example.cn`. Give them where you can. By default
   * the page's host must be the one that was asked for, which a proxy that changes `Host` breaks, and which does not help where
   * an attacker's own name leads to this server (DNS rebinding).
   */
  origins?: readonly string[] | undefined;
  /** The longest body, in bytes. Default 8 MiB. */
  maxBytes?: number | undefined;
  /**
   * The portal's own check of who asks, strongly advised: without it whoever reaches the broker submits in your name. It is given
   * the request without its body. Anything but true is answered with 401, an exception with 500; neither is passed on.
   */
  authorize?: ((request: Request) => boolean | Promise<boolean>) | undefined;
}

/** Whom a broker serves. */
export interface Prepared {
  /** The call of each path. */
  readonly calls: ReadonlyMap<string, Call>;
  readonly origins: ReadonlySet<string> | undefined;
  readonly maxBytes: number;
  readonly authorize: ((request: Request) => unknown) | undefined;
  /** The keys, which no answer may hold. */
  readonly keys: string[];
  /** What its gateway is made with. */
  readonly gateway: GatewaySettings;
}

const MAX_BYTES = 8 * 1024 * 1024;

/** The settings that a caller gives, checked but for those of the gateway, which checks its own. */
export function prepare(settings: BrokerSettings): Prepared {
  if (settings === undefined) throw wrong('settings', '对象', 'an object');
  const known = [...NAMES.filter((name) => name !== 'dangerouslyAllowKeyInBrowser'), 'prefix', 'origins', 'maxBytes', 'authorize'];
  const { prefix, origins, maxBytes, authorize, ...gateway } = members('settings', settings, known) as unknown as BrokerSettings;
  const root = optional('prefix', prefix, path) ?? '/ecert';
  const served = CALLS.filter((call) => gateway.systemId !== undefined || own(gateway, call)['systemId'] !== undefined);
  if (served.length === 0) {
    throw inputError(
      '须给出 systemId，以及 key 或 tokenProvider：网页没有的，由 broker 补上。',
      'systemId is needed, and key or tokenProvider: what the page does not have, the broker adds.',
    );
  }
  const keys = [gateway.key, ...CALLS.map((call) => own(gateway, call)['key'])];
  return {
    calls: new Map(served.map((call) => [`${root}/${call}`, call])),
    origins: optional('origins', origins, originSet),
    maxBytes: optional('maxBytes', maxBytes, (where, value) => whole(where, value, 1)) ?? MAX_BYTES,
    authorize: optional('authorize', authorize, callable),
    keys: keys.filter((key): key is string => typeof key === 'string'),
    gateway,
  };
}

/** What is set for one interface; what is malformed is left to the gateway to name. */
function own(gateway: GatewaySettings, call: Call): Record<string, unknown> {
  const interfaces = members('interfaces', gateway.interfaces, CALLS);
  return members(`interfaces.${call}`, interfaces[call], ['systemId', 'key', 'url', 'via']);
}

function path(where: string, value: unknown): string {
  if (typeof value === 'string' && /^(\/[\w.~-]+)*$/.test(value)) return value;
  throw wrong(where, '空，或以 / 开头而不以 / 结尾的路径', 'empty, or a path that begins with / and does not end so');
}

function originSet(where: string, value: unknown): ReadonlySet<string> {
  if (Array.isArray(value) && value.every(isOrigin)) return new Set(value);
  throw wrong(
    where,
    '来源的数组，写法如 https://portal.example.cn，小写，不含路径和默认端口',
    'an array of origins such as https://portal.example.cn: lower case, without path and default port',
  );
}

function isOrigin(value: unknown): value is string {
  try {
    return typeof value === 'string' && /^https?:/.test(value) && new URL(value).origin === value;
  } catch {
    return false;
  }
}
