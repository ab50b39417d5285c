// What runs in the page: the same contenders as in Node, for one size or kind at a time. It is given the data, and answers the times.
import { init } from 'mohurd-ecert';
import { disagreements } from '../agree.mjs';
import { batch, live, oursOf } from '../contenders.mjs';
import { race } from '../measure.mjs';
import { peersOf } from '../peers/all.mjs';

/** A turn of the page's own loop: all that waits for promises has run. */
const settled = () => new Promise((done) => setTimeout(done));

async function rest() {
  await settled();
  globalThis.gc();
}

/** The times of a kind's records that lie at that address. */
async function measure(address, kind, rounds) {
  await init();
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const list = JSON.parse(new TextDecoder().decode(bytes));
  const peers = peersOf(kind);
  const { lines } = disagreements(list, oursOf(kind), peers);
  await settled();
  if (lines.length > 0) return { lines };
  const times = { batch: await race(batch(bytes, peers, kind), rounds, rest), live: await race(live(list, peers, kind), rounds, rest) };
  return { lines, times };
}

globalThis.measure = measure;
