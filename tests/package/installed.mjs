// The package as it is published, installed in an empty folder with no network. It is a helper of the tests beside it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a program prints; it must succeed. */
export function run(command, args, cwd) {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, shell, encoding: 'utf8' });
  assert.ifError(error);
  assert.equal(status, 0, `${command} ${args[0]}: ${stdout}${stderr}`);
  return stdout;
}

/** The folder, what `npm pack` says of the tarball, and how the folder is removed. */
export function install() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mohurd-ecert-pack-')));
  const pack = run('npm', ['pack', '--json', '--pack-destination', folder], join(root, 'pkg'));
  const [packed] = JSON.parse(pack.slice(pack.indexOf('[')));
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, packed.filename)], folder);
  return { folder, packed, end: () => rmSync(folder, { recursive: true, force: true }) };
}
