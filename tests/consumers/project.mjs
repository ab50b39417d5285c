// A consumer's project: its tools as its lock file has them, and in place of a published package the tarball that is packed here. It does
// not know what the projects show.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';

const here = fileURLToPath(new URL('.', import.meta.url));
const pkg = fileURLToPath(new URL('../../pkg', import.meta.url));

/** What a tool of a consumer sees: nothing of the runner's, and that nobody wants to be counted. */
function environment() {
  const { NODE_OPTIONS, NODE_TEST_CONTEXT, ...own } = process.env;
  return { ...own, NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' };
}

function npm(args, cwd) {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync('npm', args, { cwd, shell, env: environment(), encoding: 'utf8' });
  assert.ifError(error);
  assert.equal(status, 0, `npm ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

let tarball;

/** Packs the package once for all consumers. */
function pack() {
  if (tarball) return tarball;
  const folder = mkdtempSync(join(tmpdir(), 'mohurd-ecert-consumers-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const printed = npm(['pack', '--json', '--pack-destination', folder], pkg);
  const [{ filename }] = JSON.parse(printed.slice(printed.indexOf('[')));
  tarball = join(folder, filename);
  return tarball;
}

/**
 * The tools stay installed until the lock file changes. A lock file cannot name the tarball, whose hash changes with every build:
 * it is unpacked as npm would unpack it, which is all there is to do for a package without dependencies.
 */
function install(folder) {
  const wanted = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).update(process.version + process.platform + process.arch).digest('hex');
  const modules = join(folder, 'node_modules');
  const stamp = join(modules, '.installed');
  const found = (() => { try { return readFileSync(stamp, 'utf8'); } catch { return ''; } })();
  if (found !== wanted) {
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    mkdirSync(modules, { recursive: true });
    writeFileSync(stamp, wanted);
  }
  const place = join(modules, 'mohurd-ecert');
  // What a tool has kept of an earlier package, or built of it, goes as well.
  for (const old of [place, join(modules, '.vite'), join(modules, '.cache'), join(folder, 'dist'), join(folder, '.next')]) rmSync(old, { recursive: true, force: true });
  mkdirSync(place);
  const { status, stderr } = spawnSync('tar', ['-xzf', pack(), '-C', place, '--strip-components=1'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** The program of a script of the consumer's package.json, without npm between: `vite build` is Node with Vite's own file. */
function program(folder, script) {
  const [tool, ...args] = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts[script].split(' ');
  if (tool === 'node') return args;
  const { bin } = JSON.parse(readFileSync(join(folder, 'node_modules', tool, 'package.json'), 'utf8'));
  return [join(folder, 'node_modules', tool, typeof bin === 'string' ? bin : bin[tool]), ...args];
}

/** The project of that name, ready to run. */
export function project(name) {
  const folder = join(here, name);
  install(folder);
  return { folder, run: (script) => run(folder, script), start: (script, args, signal) => start(folder, script, args, signal) };
}

/** What a script prints; it must succeed. */
function run(folder, script) {
  const { status, stdout, stderr } = spawnSync(process.execPath, program(folder, script), { cwd: folder, env: environment(), encoding: 'utf8' });
  assert.equal(status, 0, `${script}: ${stdout}${stderr}`);
  return { stdout, stderr };
}

/**
 * A server of a script, from the address that it prints; `signal` ends it, whatever happens, and so does `close`.
 * @returns {Promise<{ url: string, close(): Promise<void> }>} `url` ends in `/`
 */
async function start(folder, script, args, signal) {
  const child = spawn(process.execPath, [...program(folder, script), ...args], { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'inherit'], signal });
  const ended = new Promise((done) => child.once('exit', done));
  child.once('error', () => {});
  const printed = [];
  for await (const line of createInterface(child.stdout)) {
    printed.push(line);
    const [url] = line.match(/http:\/\/(127\.0\.0\.1|localhost):\d+/) ?? [];
    if (!url) continue;
    child.stdout.resume();
    return { url: `${url}/`, close: async () => (child.kill(), await ended) };
  }
  throw new Error(`${script} ended early: ${printed.join('\n')}`);
}
