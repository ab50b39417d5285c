// What the engine around us is, and what every module of wasm needs of it. It knows nothing of what such a module does.

import DECODER from './decoder-wasm.js';
import { encode } from './utf8.js';

declare const process: { versions?: { node?: string } } | undefined;
declare const importScripts: unknown;

/** The bytes of a page of wasm's memory. */
const PAGE = 65_536;

/** Whether this is Node, or something that says it is as good. */
export function inNode(): boolean {
  return typeof process === 'object' && typeof process?.versions?.node === 'string';
}

/** Whether this is a page or a worker of one: whatever is here can be read by whoever opened it. */
export function inBrowser(): boolean {
  return !inNode() && (typeof document === 'object' || typeof importScripts === 'function');
}

/** The bytes of inlined wasm, from the text that the build has made of them. */
export function decoded(text: string): Uint8Array<ArrayBuffer> {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(text.length / PAGE) });
  const bytes = new Uint8Array(memory.buffer as ArrayBuffer);
  bytes.set(encode(text));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(DECODER)), { js: { memory } });
  return bytes.subarray(0, (exports['decode'] as (length: number) => number)(text.length));
}

export function notReady(): Error {
  return new Error(
    'mohurd-ecert 尚未就绪：请先执行一次 await init()，例如在创建应用之前，再调用其他函数。 ' +
      'mohurd-ecert is not ready: await init() once, for instance before the app is created, and call this then.',
  );
}

export function noWebAssembly(): Error {
  return new Error('mohurd-ecert 需要 WebAssembly，此环境没有。 mohurd-ecert needs WebAssembly: there is none here.');
}

/** A page's policy is the one cause of failure that browsers word too differently to be understood. */
export function explained(error: unknown): unknown {
  const text = error instanceof Error ? error.message : '';
  if (!/content.security.policy|\bCSP\b|unsafe-eval/i.test(text)) return error;
  return new Error(
    "mohurd-ecert 被本页的内容安全策略拦下：请在 Content-Security-Policy 的 script-src 中加入 'wasm-unsafe-eval'。 " +
      "The page's Content-Security-Policy does not let WebAssembly run: add 'wasm-unsafe-eval' to its script-src.",
  );
}
