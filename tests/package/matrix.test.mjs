// Every call with everything that can go wrong (tests/matrix), through the package's gateway, its `fetch` and a real connection.
import assert from 'node:assert/strict';
import test from 'node:test';
import { buildRequestJson, example } from 'mohurd-ecert';
import { Gateway } from 'mohurd-ecert/gateway';
import { FETCHES, cell, fetchCell } from './matrix-cells.mjs';
import { NEXT, calls, fetches, rows, within } from './matrix-world.mjs';

const TOOLS = { Gateway, buildRequestJson, example };

for (const { fault, ends } of rows) {
  test(`${JSON.stringify(fault)}: every call ends as it says, and the next one works`, async () => {
    const found = await Promise.all(calls.map((call) => within((world) => cell(TOOLS, world, fault, call))));
    assert.deepEqual(found.map(([end]) => end), ends);
    assert.deepEqual(found.map(([, next]) => next), NEXT);
  });
}

for (const { fetch: name, ends } of fetches) {
  test(`fetch answers with ${name}: every call ends as it says, and the next one works`, async () => {
    const found = [];
    // One after the other, since there is one global fetch.
    for (const call of calls) found.push(await within((world) => fetchCell(TOOLS, world, name, call)));
    assert.deepEqual(found.map(([end]) => end), ends);
    assert.deepEqual(found.map(([, next]) => next), NEXT);
  });
}

test('the matrix has all it should', () => {
  assert.equal(calls.length, 6);
  assert.ok(rows.length > 30, String(rows.length));
  assert.deepEqual(fetches.map(({ fetch }) => fetch), Object.keys(FETCHES));
  for (const { ends } of [...rows, ...fetches]) assert.equal(ends.length, calls.length);
});
