// The second bar before the keys: the gateway's client hides them in what it passes on, and what leaves the broker is searched
// once more, for each way in which a text could hold them.

const MASK = '***';
/** What is shorter would be found by chance, and is no key. */
const SHORTEST = 6;

/** How keys could stand in a text. */
export function spellings(keys: readonly string[]): string[] {
  const all = keys.filter((key) => key.length >= SHORTEST).flatMap((key) => {
    const percent = encodeURIComponent(key);
    const strict = percent.replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
    return [key, JSON.stringify(key).slice(1, -1), percent, strict, new URLSearchParams({ key }).toString().slice('key='.length)];
  });
  // The longest first: one may hold another.
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

export function masked(text: string, spelt: readonly string[]): string {
  return spelt.reduce((seen, each) => seen.split(each).join(MASK), text);
}
