// Node's side of the matrix: its rows, and a sandbox for each cell, over real HTTP on this machine.
import { readFileSync } from 'node:fs';
import { createSandbox } from 'mohurd-ecert/sandbox';

export const { calls, rows, fetch: fetches } = JSON.parse(readFileSync(new URL('../matrix/matrix.json', import.meta.url), 'utf8'));

/** What every call ends with when nothing is wrong. */
export const NEXT = ['ok', 'ok', 'ok', 'accepted', 'accepted', 'ok'];

/** A sandbox that listens, and can be struck by a fault. */
export async function open(options = {}) {
  // A cell is one call: nothing assigned the preview's code before it.
  const sandbox = createSandbox({ unknownAssignment: 'accept' });
  let listening = await sandbox.listen(options);
  const { url: baseUrl, systemId, key } = sandbox;
  return {
    settings: { baseUrl, systemId, key, retry: { baseMs: 1 } },
    async strike(call, fault) {
      if (fault === 'unreachable') await listening.close();
      // As often as the longest of the calls tries, and once more, for the call after a renewed token.
      else await sandbox.plan(call, fault, fault, fault);
    },
    async heal(fault) {
      await sandbox.reset();
      if (fault === 'unreachable') listening = await sandbox.listen({ ...options, port: listening.port });
    },
    end: () => listening.close(),
  };
}

/** Works with a sandbox of its own. */
export async function within(work, options) {
  const world = await open(options);
  try {
    return await work(world);
  } finally {
    await world.end();
  }
}
