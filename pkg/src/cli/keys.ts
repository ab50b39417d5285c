// The key pair of a sandbox in a file that only its owner reads. A file that holds anything else stays as it is: it may be a key that
// is needed.

/// <reference types="node" />
import { chmod, open, readFile } from 'node:fs/promises';
import type { Sandbox } from '../sandbox/index.js';

const OWNER_ONLY = 0o600;

/** Writes the pair as JSON; resolves to what is said if that cannot be. */
export async function writeKeys(file: string, { privateKey, publicKey }: Sandbox): Promise<string | undefined> {
  const text = `${JSON.stringify({ privateKey, publicKey }, null, 2)}\n`;
  try {
    if (await created(file, text)) return undefined;
    if ((await readFile(file, 'utf8')) === text) return void (await chmod(file, OWNER_ONLY));
    return '--keys 所指的文件已存在，且不是这个沙箱的密钥对；没有改动它，请另选一个。 The file of --keys exists and holds something else: it is left as it is, name another.';
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    return `--keys 所指的文件不能写入（${code}）。 The file of --keys cannot be written (${code}).`;
  }
}

/** Whether the file was not there yet; then it holds this. */
async function created(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', OWNER_ONLY);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}
