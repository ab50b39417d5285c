// What every browser test needs: Chromium, and a server for built files. It knows nothing of the portal.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { chromium } from 'playwright-core';

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Chromium, headless; `cargo xtask test` says where it is. Options are playwright's. */
export function launch(options = {}) {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) throw new Error('CHROMIUM is not set: run `cargo xtask test`, or set it to the path of Chromium');
  const root = process.getuid?.() === 0;
  return chromium.launch({ ...options, executablePath, args: [...ARGS, ...(root ? ['--no-sandbox'] : []), ...(options.args ?? [])] });
}

/** The file a path stands for, or null: nothing outside `dir` is served. */
async function find(dir, pathname) {
  let path;
  try {
    path = normalize(join(dir, decodeURIComponent(pathname)));
  } catch {
    return null;
  }
  if (path !== dir && !path.startsWith(dir + sep)) return null;
  const info = await stat(path).catch(() => null);
  if (info?.isDirectory()) return find(dir, `${pathname.replace(/\/$/, '')}/index.html`);
  return info?.isFile() ? path : null;
}

/**
 * Serves `dir` on a free port of 127.0.0.1. `headers` go with every answer (a Content-Security-Policy, say).
 * @returns {Promise<{ url: string, close(): Promise<void> }>} `url` ends in `/`
 */
export async function serve(dir, { headers = {} } = {}) {
  const base = resolve(dir);
  const server = createServer(async (request, response) => {
    const file = await find(base, request.url.split('?', 1)[0]);
    if (!file) return response.writeHead(404, headers).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store', ...headers });
    createReadStream(file).pipe(response);
  });
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const close = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
