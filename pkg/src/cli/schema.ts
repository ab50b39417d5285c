// The command `schema`: gives the published description of a kind, of a request body, or of all interfaces, as it lies in the package.

/// <reference types="node" />
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { HELP, TEXT, UsageError, oneOf, parsed, withUsage } from './arguments.js';

/** What there is, by name: its file, and what it describes. */
const SCHEMAS = {
  safety: ['safety.schema.json', '安全生产许可证的一条记录 a record of a safety licence'],
  special: ['special.schema.json', '特种作业证书的一条记录 a record of a certificate for special operations'],
  manager: ['manager.schema.json', '安管人员证书的一条记录 a record of a certificate of a safety manager'],
  preview: ['preview.schema.json', '电子证照预览地址的一条记录 a record of a preview address'],
  request: ['request.schema.json', '请求体 the body of a request'],
  openapi: ['openapi.json', '全部接口，OpenAPI 3.1 all interfaces, as OpenAPI 3.1'],
} as const;

const NAMES = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];

const USAGE = [
  `用法 Usage: mohurd-ecert schema [${NAMES.join('|')}] [--out <文件 file>]`,
  '',
  ...NAMES.map((name) => `  ${name.padEnd(10)}${SCHEMAS[name][1]}`),
  '',
  '  --out     写入文件，而不是标准输出 into a file instead of standard output',
].join('\n');

/** Prints or writes one; without a name it tells what there is. Resolves to the exit status. */
export function run(args: string[]): Promise<number> {
  return withUsage(USAGE, async () => {
    const { values, positionals } = parsed(args, { out: TEXT, help: HELP }, 1);
    const name = oneOf('schema', positionals[0], NAMES);
    if (name === undefined && values.out !== undefined) throw new UsageError('请指明写入哪一个。 Name what is to be written.');
    if (values.help || name === undefined) return (console.log(USAGE), 0);
    // By the package's own name, wherever the bundle puts this file.
    const file = createRequire(import.meta.url).resolve(`mohurd-ecert/schema/${SCHEMAS[name][0]}`);
    const text = await readFile(file, 'utf8');
    if (values.out === undefined) return (process.stdout.write(text), 0);
    return written(values.out, text);
  });
}

async function written(file: string, text: string): Promise<number> {
  try {
    await writeFile(file, text);
    return 0;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    console.error(`文件不能写入（${code}）。 The file cannot be written (${code}).`);
    return 1;
  }
}
