#!/usr/bin/env node
// The command line: finds the command and gives its outcome to the shell. It knows nothing of what a command does: each is a
// line of COMMANDS and a file beside this one, which is loaded only when it is asked for.

/// <reference types="node" />

/** A command: what it is for, and the file that does it. */
interface Command {
  zh: string;
  en: string;
  /** `run` takes the arguments behind the command's name, and resolves to the exit status. */
  load(): Promise<{ run(args: string[]): Promise<number> }>;
}

/** The version of the package; the build puts it here. */
declare const VERSION: string;

const COMMANDS: Record<string, Command> = {
  check: {
    zh: '检查一个文件中的记录',
    en: 'check the records of a file',
    load: () => import('./check.js'),
  },
  schema: {
    zh: '输出 JSON Schema 或 OpenAPI 描述',
    en: 'print a JSON Schema, or the OpenAPI description',
    load: () => import('./schema.js'),
  },
  qr: {
    zh: '解密赋码，生成二维码',
    en: 'decrypt an assignment, make a QR code',
    load: () => import('./qr.js'),
  },
  sandbox: {
    zh: '在本机启动沙箱网关',
    en: 'serve a sandbox gateway on this machine',
    load: () => import('./sandbox.js'),
  },
};

const USAGE = [
  '用法 Usage: mohurd-ecert <命令 command> [--help]',
  '',
  ...Object.entries(COMMANDS).map(([name, { zh, en }]) => `  ${name.padEnd(12)}${zh} ${en}`),
  '',
  '  --help      显示用法 show this',
  '  --version   显示版本 show the version',
].join('\n');

async function main([name = '', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return (await command.load()).run(args);
  if (name === '--version') return said(VERSION);
  if (name === '--help' || name === '-h') return said(USAGE);
  console.error(USAGE);
  return 2;
}

function said(text: string): number {
  console.log(text);
  return 0;
}

// Whoever reads the output may have seen enough, as `head` does: the status is the one that is known by then.
process.stdout.on('error', (error: { code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
