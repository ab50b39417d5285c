// What the engine around us is, and what every module of wasm needs of it. It knows nothing of what such a module does.

declare const process: { versions?: { node?: string } } | undefined;
declare const importScripts: unknown;

/** Whether this is Node, or something that says it is as good. */
export function inNode(): boolean {
  return typeof process === 'object' && typeof process?.versions?.node === 'string';
}

/** Whether this is a page or a worker of one: whatever is here can be read by whoever opened it. */
export function inBrowser(): boolean {
  return !inNode() && (typeof document === 'object' || typeof importScripts === 'function');
}

/** The bytes of inlined wasm, from the text that the build has made of them: `$` is 0; `!` adds 91 to the next, `#` 182. */
export function decoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let more = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 36) {
      more = unit === 33 ? 91 : 182;
    } else {
      bytes[length++] = unit - 36 + more;
      more = 0;
    }
  }
  return bytes.subarray(0, length);
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
