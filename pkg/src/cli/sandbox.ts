// The command `sandbox`: serves one on this machine until it is told to end. What it prints of a request is which call it was, what
// went wrong with it and how it ended: nothing of a record, no key and no token.

/// <reference types="node" />
import { createSandbox, type Listening, type Sandbox, type SandboxAnswer, type SandboxOptions } from '../sandbox/index.js';
import { FLAG, HELP, TEXT, oneOf, parsed, whole, withUsage } from './arguments.js';
import { padded, width } from './columns.js';
import { writeKeys } from './keys.js';

/** The options that are one of some words, as `createSandbox` has them. */
const CHOICES = {
  repeated: ['same', 'refuse', 'second'],
  partial: ['accept', 'refuse'],
  style: ['bare', 'enveloped', 'custom'],
} as const satisfies { [name in keyof SandboxOptions]: readonly SandboxOptions[name][] };

const PORT = 8788;
/** Said before the greeting. */
const WRITTEN = '沙箱的密钥对在 --keys 所指的文件中，权限 600。 The key pair of the sandbox is in the file of --keys, with mode 600.';

const USAGE = [
  `用法 Usage: mohurd-ecert sandbox [--port ${PORT}] [--seed 1] ${Object.entries(CHOICES).map(([name, words]) => `[--${name} ${words.join('|')}]`).join(' ')} [--keys FILE] [--cors]`,
  '',
  '  --port      端口，0 为任一空闲端口 the port; 0 for any that is free',
  '  --seed      令牌、密钥对和赋码由此生成 from what tokens, key pair and codes are drawn',
  '  --repeated  再次收到同一 eCertID 时：返回首次结果、拒绝、另存一条 a record whose id is held: the first answer again, a refusal, a second record',
  '  --partial   部分记录有误时：收下其余、全部拒绝 some records are wrong: the others are taken, or all refused',
  '  --style     答复的外层 what stands around the reply',
  '  --keys      将沙箱的密钥对（JSON）写入该文件 writes its key pair to that file, as JSON',
  '  --cors      允许其他来源的网页调用 pages of other origins may call',
].join('\n');

/** Serves a sandbox; resolves when it was ended. */
export function run(args: string[]): Promise<number> {
  return withUsage(USAGE, async () => {
    const { help, port, cors, keys, options } = read(args);
    if (help) return (console.log(USAGE), 0);
    const sandbox = createSandbox(options);
    const unwritten = keys === undefined ? undefined : await writeKeys(keys, sandbox);
    if (unwritten !== undefined) return (console.error(unwritten), 1);
    if (keys !== undefined) console.log(WRITTEN);
    return serve(sandbox, () => sandbox.listen({ port, cors, onRequest: (answer) => console.log(line(answer)) }), port);
  });
}

function read(args: string[]) {
  const known = { port: TEXT, seed: TEXT, repeated: TEXT, partial: TEXT, style: TEXT, keys: TEXT, cors: FLAG, help: HELP };
  const { help = false, cors = false, port, seed, keys, ...words } = parsed(args, known, 0).values;
  const options: SandboxOptions = { seed: whole('--seed', seed, Number.MAX_SAFE_INTEGER) };
  for (const [name, choices] of Object.entries(CHOICES)) Object.assign(options, { [name]: oneOf(`--${name}`, words[name as keyof typeof words], choices) });
  return { help, cors, keys, port: whole('--port', port, 65535) ?? PORT, options };
}

async function serve(sandbox: Sandbox, listen: () => Promise<Listening>, port: number): Promise<number> {
  let listening: Listening;
  try {
    listening = await listen();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    console.error(
      code === 'EADDRINUSE'
        ? `端口 ${port} 已被占用，请用 --port 换一个。 Port ${port} is in use: choose another by --port.`
        : `不能在端口 ${port} 上监听（${code}）。 It cannot listen on port ${port} (${code}).`,
    );
    return 1;
  }
  // Before the greeting: whoever has read it may end it at once.
  const ended = new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, resolve)));
  console.log(greeting(sandbox));
  await ended;
  await listening.close();
  console.log('沙箱网关已结束。 The sandbox gateway has ended.');
  return 0;
}

function greeting({ url, systemId, key }: Sandbox): string {
  return [
    '沙箱网关已启动，按 Ctrl-C 结束。 The sandbox gateway is up; Ctrl-C ends it.',
    '',
    `  地址 baseUrl   ${url}`,
    `  系统 systemId  ${systemId}`,
    `  私钥 key       ${key}`,
    '',
    '让下一次提交的答复中断，在 Node 中 To cut the reply to the next submission, in Node:',
    `  await fetch('${url}sandbox/faults', { method: 'POST', body: '{"call":"submit","faults":["cut"]}' })`,
    `已收到的记录 What it holds: ${url}sandbox/records`,
    '',
    columns('调用 call', '故障 fault', '结果 result'),
  ].join('\n');
}

/** How a request ends, where it has no complete answer. */
const ENDS = { cut: '答复中断 reply cut', close: '连接断开 connection closed', silence: '不答复 no answer' };

function line({ call, fault, ends, code, status }: SandboxAnswer): string {
  return columns(call ?? '-', fault === 'none' ? '-' : fault, ends === 'answer' ? (code ?? `HTTP ${status}`) : ENDS[ends]);
}

function columns(...texts: string[]): string {
  return texts.map((text) => padded(text, Math.max(24, width(text) + 1))).join('').trimEnd();
}
