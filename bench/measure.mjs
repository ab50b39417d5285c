// Timing: contenders in turn within every round, so that whatever else the machine does falls upon all; the median of the
// rounds, and the quartiles. It runs in Node and in a page: what rests between contenders comes with the call.

/** Rounds that are thrown away: the engine compiles in them. */
const WARM_UP = 2;

/** The value below which that part of a sorted list lies. */
function quantile(sorted, part) {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place - Math.floor(place));
}

/** Median and quartiles of numbers. */
export function spread(numbers) {
  const sorted = [...numbers].sort((first, second) => first - second);
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}

/**
 * The milliseconds of every contender in every round, by name. A contender is a function without arguments that does the work
 * once; each round begins with another one. `rest` comes before each: it waits for what is left to promises, and collects
 * garbage, so that none pays for that of another.
 */
export async function race(contenders, rounds, rest) {
  const names = Object.keys(contenders);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + WARM_UP) % names.length];
      await rest();
      const begin = performance.now();
      contenders[name]();
      // What a contender has left to promises is its work too, and would else pile up.
      await null;
      const time = performance.now() - begin;
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

/** How often the first goes into the second, round by round. */
export function ratios(times, one, other) {
  return spread(times[other].map((time, round) => time / times[one][round]));
}
