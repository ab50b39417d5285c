// The day that rules about today compare with, as days since 1970-01-01. The core has no clock: the day is handed
// to every call (reading R23).

const DAY = 86_400_000;
/** China keeps one time all year, eight hours ahead of UTC. */
const SHANGHAI = 8 * 3_600_000;

/** What the core takes as "no day given": the rules about today do not run. */
export const NO_DAY = -2147483648;

/** The day it is now in Asia/Shanghai. */
export function dayInShanghai(now: number = Date.now()): number {
  return Math.floor((now + SHANGHAI) / DAY);
}

/** The same as `yyyy-MM-dd`. */
export function dateInShanghai(): string {
  return new Date(dayInShanghai() * DAY).toISOString().slice(0, 10);
}

/** The day a `yyyy-MM-dd` names, where it exists and lies in the years that the interface's dates have (reading R1). */
export function dayOf(text: string): number | undefined {
  if (!/^(19|2[01])\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  // A day past the end of its month rolls over: it does not come back as it was written.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return time / DAY;
}
