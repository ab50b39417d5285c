// The settings of a gateway: every name and value is checked here, once, when the gateway is made.

import { inputError } from '../errors.js';
import { inBrowser } from '../platform.js';
import type { Locale } from '../shapes.js';
import { callable, flag, ip, members, oneOf, optional, text, visible, whole, wrong } from './checks.js';

/** Settings as the client takes them. */
export interface Prepared {
  readonly client: object;
  readonly locale: Locale;
  readonly transport: ((...args: unknown[]) => unknown) | undefined;
  readonly tokenProvider: ((...args: unknown[]) => unknown) | undefined;
}

interface System {
  id: string;
  key: string | undefined;
}

const CALLS = ['token', 'validate', 'log', 'submit', 'preview', 'soap'] as const;

/** The names of all settings. */
export const NAMES = [
  'baseUrl', 'systemId', 'key', 'tokenProvider', 'remoteAddr', 'interfaces', 'timeoutMs', 'retry', 'transport', 'audit', 'locale',
  'dangerouslyAllowKeyInBrowser',
];

/** The settings that a caller gives, checked. */
export function prepare(settings: unknown): Prepared {
  if (settings === undefined) throw wrong('settings', '对象', 'an object');
  const given = members('settings', settings, NAMES);
  const common = { id: optional('systemId', given['systemId'], visible), key: optional('key', given['key'], text) };
  const tokenProvider = optional('tokenProvider', given['tokenProvider'], callable);
  const interfaces = members('interfaces', given['interfaces'], ['submit', 'preview']);
  const submit = oneInterface('interfaces.submit', interfaces['submit'], common);
  const preview = oneInterface('interfaces.preview', interfaces['preview'], common);
  const system = common.id === undefined ? undefined : { id: common.id, key: common.key };
  const systems = [system, submit.system, preview.system].filter((each) => each !== undefined);
  credentials(systems, common.key, tokenProvider !== undefined, given);
  const locale = optional('locale', given['locale'], (where, value) => oneOf<Locale>(where, value, ['zh-CN', 'en'])) ?? 'zh-CN';
  return {
    client: {
      base: address('baseUrl', given['baseUrl']),
      system,
      remote: optional('remoteAddr', given['remoteAddr'], address),
      submit,
      preview,
      timeoutMs: optional('timeoutMs', given['timeoutMs'], (where, value) => whole(where, value, 1)),
      retry: retry(given['retry']),
      audit: optional('audit', given['audit'], (where, value) => audit(where, value, systems.length > 0)),
      english: locale === 'en',
    },
    locale,
    transport: optional('transport', given['transport'], callable),
    tokenProvider,
  };
}

/** Who calls an interface has a system id and something that gives a token; a broker asks for neither. */
function credentials(systems: System[], key: string | undefined, provided: boolean, given: Record<string, unknown>): void {
  const keyed = systems.some((system) => system.key !== undefined);
  const allowed = optional('dangerouslyAllowKeyInBrowser', given['dangerouslyAllowKeyInBrowser'], flag) ?? false;
  if ((keyed || key !== undefined) && inBrowser() && !allowed) {
    throw inputError(
      'key 不能放在网页中：打开网页的人都能看到它。请经由服务器上的 mohurd-ecert/broker 调用，或仅在本机试用时设 dangerouslyAllowKeyInBrowser: true。',
      'key does not belong in a page, where anybody can read it: call through mohurd-ecert/broker on a server, or for a trial on your own machine set dangerouslyAllowKeyInBrowser: true.',
    );
  }
  if (systems.length === 0 && (provided || key !== undefined)) {
    throw inputError('有 key 或 tokenProvider 时须给出 systemId。', 'With key or tokenProvider, systemId is needed.');
  }
  if (systems.length > 0 && !keyed && !provided) {
    throw inputError(
      '有 systemId 时须给出 key 或 tokenProvider；经由 broker 调用时三者都不要。',
      'With systemId, key or tokenProvider is needed; towards a broker leave all three out.',
    );
  }
}

function oneInterface(where: string, value: unknown, common: { id: string | undefined; key: string | undefined }) {
  const given = members(where, value, ['systemId', 'key', 'url', 'via']);
  const own = {
    id: optional(`${where}.systemId`, given['systemId'], visible),
    key: optional(`${where}.key`, given['key'], text),
  };
  const id = own.id ?? common.id;
  if (own.key !== undefined && id === undefined) {
    throw inputError(`有 ${where}.key 时须给出 systemId。`, `With ${where}.key, a systemId is needed.`);
  }
  const differs = own.id !== undefined || own.key !== undefined;
  return {
    system: differs && id !== undefined ? { id, key: own.key ?? common.key } : undefined,
    url: optional(`${where}.url`, given['url'], address),
    soap: optional(`${where}.via`, given['via'], via),
  };
}

function via(where: string, value: unknown): { method: string; param: string } | undefined {
  if (value === 'json') return undefined;
  if (typeof value === 'string') throw wrong(where, `'json' 或 { soap: { method, param } }`, `'json' or { soap: { method, param } }`);
  const { soap } = members(where, value, ['soap']);
  const given = members(`${where}.soap`, soap, ['method', 'param']);
  return { method: xmlName(`${where}.soap.method`, given['method']), param: xmlName(`${where}.soap.param`, given['param']) };
}

/** A name that an XML element can have. */
export function xmlName(where: string, value: unknown): string {
  if (typeof value === 'string' && /^[A-Za-z_][\w.-]*$/.test(value)) return value;
  throw wrong(where, 'XML 元素名', 'the name of an XML element');
}

function retry(value: unknown): object {
  const given = members('retry', value, ['attempts', 'baseMs', 'maxMs', 'budget']);
  const number = (name: string, least: number) =>
    optional(`retry.${name}`, given[name], (where, value) => whole(where, value, least));
  return { attempts: number('attempts', 1), baseMs: number('baseMs', 0), maxMs: number('maxMs', 0), budget: number('budget', 0) };
}

function audit(where: string, value: unknown, hasSystem: boolean): object {
  if (!hasSystem) {
    throw inputError('audit 需要 systemId：经由 broker 调用时由 broker 上报。', 'audit needs systemId: towards a broker, the broker reports.');
  }
  const given = members(where, value, ['remoteIp', 'interfaceIds']);
  const ids = members(`${where}.interfaceIds`, given['interfaceIds'], CALLS);
  const interfaceIds = Object.entries(ids).filter(([, id]) => id !== undefined);
  return {
    remoteIp: ip(`${where}.remoteIp`, given['remoteIp']),
    interfaceIds: interfaceIds.map(([call, id]) => [call, text(`${where}.interfaceIds.${call}`, id)]),
  };
}

declare const location: { href: string } | undefined;

/** An address as the client takes it: whole, and with every character written so that no one stumbles over it. */
export function address(where: string, value: unknown): string {
  const isAddress = typeof value === 'string' || Object.prototype.toString.call(value) === '[object URL]';
  const base = typeof location === 'object' ? location?.href : undefined;
  let url: URL | undefined;
  try {
    if (isAddress) url = new URL(String(value), base);
  } catch {
    // Said below.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash) {
    throw wrong(
      where,
      'http 或 https 地址，不含用户名、密码和 #（只有网页中可用相对地址）',
      'an http or https address without credentials and # (a relative one only in a page)',
    );
  }
  return url.href.replace(/["<>\\^`{|}]/g, encodeURIComponent);
}
