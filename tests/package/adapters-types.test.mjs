// The types of the adapters against those of the form libraries. Apart from tests/types, because the libraries' own
// declarations do not pass every check that ours do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the form libraries take what the adapters give', () => {
  const { status, stdout } = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '--noEmit', '--pretty', 'false', '-p', 'tests/types/forms'], { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});
