// Runs a module in a fresh Node process, for what a page or a bare engine is like: what it prints as its last line is
// the JSON answer. It is a helper of the tests beside it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** As in a browser: nothing says that this is Node, when the package is loaded and after. */
export const BROWSER = `globalThis.process = undefined;\n`;

/** Runs `body`, which answers by `return`; `before` runs before the package is loaded as `lib`. */
export function child(body, before = '') {
  const code = `${before}
    const lib = await import('mohurd-ecert');
    const answer = await (async () => { ${body} })();
    console.log(JSON.stringify(answer ?? null));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stderr.replace(/^.{400,}$/gm, '…'));
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
