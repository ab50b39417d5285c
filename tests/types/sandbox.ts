import {
  InputError,
  createSandbox,
  type Fault,
  type HeldRecord,
  type ListenOptions,
  type Listening,
  type Sandbox,
  type SandboxAnswer,
  type SandboxKeys,
  type SandboxOptions,
} from 'mohurd-ecert/sandbox';
import { InputError as SameError, type Kind } from 'mohurd-ecert';
import { Gateway, type Call, type GatewaySettings } from 'mohurd-ecert/gateway';
import { exactly, type Same } from './support.js';

const sandbox: Sandbox = createSandbox();

// case: it goes where the global fetch goes
globalThis.fetch = sandbox.fetch;

// case: it goes where a gateway's transport goes, in one line
const { url: baseUrl, systemId, key, transport } = sandbox;
export const gateway = new Gateway({ baseUrl, systemId, key, transport });
exactly<Same<typeof transport, NonNullable<GatewaySettings['transport']>>>();

// case: its keys are texts
const { privateKey, publicKey } = sandbox;
exactly<Same<typeof privateKey | typeof publicKey, string>>();
export const keys: SandboxKeys = { privateKey, publicKey };

// case: its options, each of which may be absent
const all: Required<{ [name in keyof SandboxOptions]: Exclude<SandboxOptions[name], undefined> }> = {
  systems: [{ systemId: 'a', key: 'b', interfaces: ['submit', 'preview', 'validate', 'log'] }],
  origin: new URL('http://127.0.0.1:8788/'),
  tokenTtlMs: 1,
  tokenUses: 1,
  repeated: 'second',
  partial: 'refuse',
  style: 'custom',
  pairs: 'listed',
  assigns: 'all',
  unknownAssignment: 'accept',
  seed: 1,
  profile: 'strict',
  today: '2024-05-20',
};
createSandbox(all);
createSandbox({ seed: undefined });

// case: no other option, and no other word
// @ts-expect-error no option
createSandbox({ sede: 1 });
// @ts-expect-error no word of it
createSandbox({ repeated: 'third' });
// @ts-expect-error no interface that is allowed by itself
createSandbox({ systems: [{ systemId: 'a', key: 'b', interfaces: ['token'] }] });

// case: every fault
const faults: Fault[] = [
  'none', 'silence', 'close', 'cut', 'empty', 'not-utf8', 'bom', 'too-long', 'token-with-line-break',
  { delay: 1 }, { silence: { taken: true } }, { close: {} }, { html: 200 }, { html: { status: 502, taken: true } },
  { status: 503 }, { status: { status: 504 } }, { code: 1205 }, { text: '' },
];
exactly<Same<ReturnType<Sandbox['plan']>, Promise<void>>>();
sandbox.plan('submit', ...faults);

// case: no other fault, and no other call
// @ts-expect-error no fault
sandbox.plan('submit', 'cutt');
// @ts-expect-error no call
sandbox.plan('submitt', 'cut');

// case: what it tells
exactly<Same<Awaited<ReturnType<Sandbox['records']>>, HeldRecord[]>>();
exactly<Same<HeldRecord['kind'], Kind>>();
exactly<Same<Awaited<ReturnType<Sandbox['calls']>>, Record<Call, number>>>();
exactly<Same<SandboxAnswer['call'], Call | null>>();

// case: it listens
const options: ListenOptions = { port: 0, host: '127.0.0.1', cors: true, beyondLoopback: false, onRequest: ({ call, code }) => console.log(call, code) };
exactly<Same<ReturnType<Sandbox['listen']>, Promise<Listening>>>();
export const closed: Promise<void> = sandbox.listen(options).then(({ close }) => close());

// case: an error of one entry is that of the others
exactly<Same<InputError, SameError>>();
