// No entry grows unseen: each may have what it has reached, and 5 % more. Where there is a goal it stands beside. The adapters'
// sizes are in adapters-size.test.mjs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { SIZES, measure } from './sizes.mjs';

test('the package is no larger than it was', async (t) => {
  const now = await measure();
  assert.deepEqual(Object.keys(now), Object.keys(SIZES));
  for (const [name, bytes] of Object.entries(now)) {
    const { goal, reached } = SIZES[name];
    t.diagnostic(`${name}: ${bytes} bytes, ${reached} reached${goal ? `, goal ${goal}` : ''}`);
    assert.ok(bytes <= reached * 1.05, `${name}: ${bytes} bytes, ${reached} was reached before`);
    // A table that has fallen behind would let it grow again.
    assert.ok(bytes >= reached * 0.95, `${name}: ${bytes} bytes: put that into sizes.json, where ${reached} stands`);
  }
});

for (const path of ['README.md', 'README.zh-CN.md']) {
  test(`${path}: the sizes are those reached`, () => {
    const line = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').split('\n').find((each) => each.includes('brotli'));
    const said = [...line.matchAll(/(\d+) KB/g)].map(([, kilobytes]) => Number(kilobytes));
    const names = ['.', 'the tables of `.` alone', './gateway', './qr', 'the wasm of `./qr`', './sandbox'];
    assert.deepEqual(said, names.map((name) => Math.round(SIZES[name].reached / 1000)));
  });
}
