// What Node does between two contenders.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Collects all garbage. */
export const collect = runInNewContext('gc');

/** When everything that waits for promises has run. */
export const settled = () => new Promise((done) => setImmediate(done));

/** Both, before each contender. */
export async function rest() {
  await settled();
  collect();
}
