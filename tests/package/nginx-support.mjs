// A real nginx with the package's configuration, on loopback: what `cargo xtask test` found or installed runs in a folder of its
// own. It is a helper of the tests beside it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const CERTIFICATE = here('../native/loopback.pem');
export const CERTIFICATE_KEY = here('../native/loopback.key.pem');
export const PORTAL = 'https://portal.example.cn';

/** The configurations of the package. */
export const deployed = (name) => readFileSync(fileURLToPath(import.meta.resolve(`mohurd-ecert/deploy/${name}`)), 'utf8');

function nginx() {
  const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
  const found = process.env.NGINX || places.map((place) => join(place, 'nginx')).find(existsSync);
  assert.ok(found, 'nginx is not here: run `cargo xtask test`, or set NGINX to its path');
  return found;
}

/** The text with something else in a place that it must have. */
export function put(text, from, to) {
  assert.ok(text.includes(from), `the configuration has no ${from}`);
  return text.replaceAll(from, to);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** nginx.conf as somebody would fit it to this machine, whose web server is in a folder of its own. */
function fitted(port, folder, upstream) {
  const changes = [
    ['listen              443 ssl;', `listen 127.0.0.1:${port} ssl;`],
    ['/etc/nginx/portal.pem', CERTIFICATE],
    ['/etc/nginx/portal.key.pem', CERTIFICATE_KEY],
    ['/srv/portal', join(folder, 'portal')],
    ['/run/nginx.pid', join(folder, 'nginx.pid')],
    ['/var/log/nginx', join(folder, 'log')],
    ['server 127.0.0.1:8788;', `server 127.0.0.1:${upstream};`],
    ['http {\n', `http {\n${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${join(folder, 'temp', each)};`).join('\n')}\n`],
  ];
  return changes.reduce((text, [from, to]) => put(text, from, to), deployed('nginx.conf'));
}

/**
 * Runs nginx until the test ends. `change` fits the configuration further; `files` stand beside it.
 */
export async function serve(t, { upstream, change = (text) => text, files = {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'mohurd-ecert-nginx-'));
  const port = await freePort();
  for (const each of ['portal', 'log', 'temp']) mkdirSync(join(folder, each));
  writeFileSync(join(folder, 'portal/index.html'), '<title>portal</title>');
  const all = { ...files, 'nginx.conf': change(fitted(port, folder, upstream)) };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  // Its workers may be somebody else.
  chmodSync(folder, 0o755);
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'log/start.log')];
  const tested = spawnSync(nginx(), ['-t', ...args], { encoding: 'utf8' });
  assert.equal(tested.status, 0, tested.stderr);
  const child = spawn(nginx(), [...args, '-g', 'daemon off;'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  t.after(async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  await listening(port, child);
  return { port, ask: (options) => ask(port, options), written: () => written(folder, child, ended) };
}

/** Ends nginx, so that nothing is still to be written, and reads its logs and the files in which it put bodies. */
async function written(folder, child, ended) {
  child.kill('SIGQUIT');
  await ended;
  const [access, errors] = ['portal.log', 'error.log'].map((name) => readFileSync(join(folder, 'log', name), 'utf8'));
  const temp = readdirSync(join(folder, 'temp'), { recursive: true }).filter((name) => statSync(join(folder, 'temp', name)).isFile());
  return { access: access.trim().split('\n'), errors, temp };
}

async function listening(port, child) {
  for (;;) {
    assert.equal(child.exitCode, null, 'nginx ended');
    const answered = await ask(port, { method: 'GET', path: '/' }).catch(() => null);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Asks as a page of the portal does, over TLS. A body that is an array comes in these pieces; `lag` is how long nobody reads. */
export async function ask(port, { method = 'POST', path = '/ecert/submit', headers = {}, body, lag }) {
  const sent = { origin: PORTAL, 'content-type': 'application/json', ...headers };
  for (const name of Object.keys(sent)) if (sent[name] === undefined) delete sent[name];
  const request = httpsRequest({ host: '127.0.0.1', port, method, path, headers: sent, ca: readFileSync(CERTIFICATE), agent: false });
  // What is refused may be refused before all of it is sent.
  request.on('error', () => undefined);
  const answered = new Promise((resolve, reject) => request.on('response', resolve).on('close', () => reject(new Error('no response'))));
  for (const piece of Array.isArray(body) ? body : []) request.write(piece);
  request.end(Array.isArray(body) ? undefined : body);
  const response = await answered;
  if (lag) await new Promise((resolve) => setTimeout(resolve, lag));
  const text = (await response.setEncoding('utf8').toArray()).join('');
  return { status: response.statusCode, headers: response.headers, text };
}
