// Whether all contenders find the same fields wrong in the same records. Names of fields are told, never a value.

/** The set of `record field` of a check over a list. */
export function found(list, check) {
  return new Set(list.flatMap((record, index) => check(record).map((field) => `${index} ${field}`)));
}

/** What a contender finds and ours does not, and the other way round: a line each, with how often. */
export function disagreements(list, ours, peers) {
  const right = found(list, ours);
  const lines = Object.entries(peers).flatMap(([name, check]) => {
    const other = found(list, check);
    return [...count(right, other, `${name} misses`), ...count(other, right, `${name} alone finds`)];
  });
  return { lines, findings: right.size };
}

function count(some, others, words) {
  const times = new Map();
  for (const entry of some) {
    if (!others.has(entry)) times.set(entry.split(' ')[1], [...(times.get(entry.split(' ')[1]) ?? []), entry.split(' ')[0]]);
  }
  return [...times].map(([field, at]) => `${words} ${field} in ${at.length} records, the first of them ${at[0]}`);
}
