// The portal as `cargo xtask start` serves it: by Vite, with the sandbox behind it, in a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const WWW = fileURLToPath(new URL('../../../www', import.meta.url));
const VITE = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');

/**
 * Serves the built portal on a free port of 127.0.0.1.
 * @returns {Promise<{ url: string, printed: string[], close(): Promise<void> }>} `url` ends in `/`
 */
export async function preview() {
  const args = ['preview', '--host', '127.0.0.1', '--port', '0', '--strictPort'];
  const child = spawn(process.execPath, [VITE, ...args], { cwd: WWW, env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const printed = [];
  for await (const line of createInterface(child.stdout)) {
    printed.push(line);
    const [url] = line.match(/http:\/\/127\.0\.0\.1:\d+\//) ?? [];
    if (url) return { url, printed, close: async () => (child.kill(), await ended) };
  }
  throw new Error(`vite preview ended early: ${printed.join('\n')}`);
}
