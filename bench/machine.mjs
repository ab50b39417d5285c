// What the figures were taken on, and with: machine, versions, rounds.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

function versions() {
  const { version } = read('../pkg/package.json');
  const { dependencies } = read('package.json');
  return [`mohurd-ecert ${version}`, ...Object.entries(dependencies).map((entry) => entry.join(' '))].join(', ');
}

/** Versions of what bench/native is locked to. */
function crates() {
  const lock = readFileSync(new URL('native/Cargo.lock', import.meta.url), 'utf8');
  const named = ['serde_json', 'validator', 'garde', 'jsonschema', 'chrono', 'base64', 'regex', 'memchr'];
  const version = (name) => new RegExp(`name = "${name}"\\nversion = "([^"]+)"`).exec(lock)?.[1];
  const { stdout } = spawnSync('rustc', ['--version'], { encoding: 'utf8' });
  return [...named.map((name) => `${name} ${version(name)}`), ...(stdout ? [stdout.trim()] : [])].join(', ');
}

/** The list at the top of the report. */
export function machine({ rounds, starts, chromium }) {
  const [{ model }, ...others] = cpus();
  return [
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
    `- Machine: ${model.trim()}, ${others.length + 1} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    `- Load when it ended, over 15 minutes: ${loadavg()[2].toFixed(1)} (on a machine at rest that is about 1)`,
    `- Node ${process.versions.node}, V8 ${process.versions.v8}; Chromium ${chromium.version}`,
    `- ${versions()}`,
    `- Native: ${crates()}`,
    `- Rounds: ${rounds} of each comparison, ${starts} of each start`,
  ].join('\n');
}
