// The benchmark: data, agreement, timing, report. `cargo xtask bench` builds the package and runs this; `--rounds N` says
// how many (default 9, at least 7).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The peers, as the lock file has them; they stay installed until it changes. */
function install() {
  const stamp = join(here, 'node_modules', '.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(here, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('installing the peers (npm ci)');
  const options = { cwd: here, shell: process.platform === 'win32', stdio: 'inherit' };
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  if (status !== 0) throw new Error('the peers could not be installed; what npm printed stands above');
  writeFileSync(stamp, wanted);
}

function roundsOf(args) {
  const at = args.indexOf('--rounds');
  const rounds = at < 0 ? 9 : Number(args[at + 1]);
  if (!Number.isInteger(rounds) || rounds < 7) throw new Error('--rounds takes a whole number from 7 up: fewer say nothing');
  return rounds;
}

const rounds = roundsOf(process.argv.slice(2));
install();
(await import('./standalone.mjs')).writeStandalone();
(await import('./native.mjs')).buildNative();
const { measureAll } = await import('./rows.mjs');
const { table, report } = await import('./report.mjs');
const result = await measureAll(rounds);
console.log(table(result));
writeFileSync(join(here, '..', 'BENCHMARKS.md'), report(result));
console.log('written: BENCHMARKS.md');
